// Real cities in the page with the engine as it is and the network off: from three doorsteps each the plan that is
// shown is that of `hinan route`, step by step; everything that was asked of anybody is known. The data lies
// beside the project, so this is skipped where it does not.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildRegion, keep, lacksEngine, pack, SAMPLE } from '../lib/real.mjs';
import { staysHome } from '../lib/guide.mjs';
import { openBrowser, PHONE, shared, tell } from '../lib/setup.mjs';
import { serve } from '../lib/site.mjs';

const oslo = () => {
  const files = [shared('osm/oslo-east-filtered.osm.pbf'), shared('shelters/norway-tilfluktsrom.json')];
  return files.every(Boolean) ? ['--streets', files[0], '--shelters', files[1]] : null;
};
const taichung = () => {
  const files = [shared('osm/taichung-osm_bbox.osm.xml.gz'), shared('shelters/taiwan/臺中市.csv')];
  return files.every(Boolean) ? ['--streets', files[0], '--shelters', files[1]] : null;
};
const CITIES = {
  Helsinki: { words: () => SAMPLE, starts: ['60.16990,24.93840', '60.16720,24.94600', '60.17033,24.94101'], place: /60\.1|24\.9/ },
  Oslo: { words: oslo, starts: ['59.91270,10.78550', '59.92250,10.76250', '59.90580,10.77500'], place: /59\.9|10\.7/ },
  Taichung: { words: taichung, starts: ['24.18000,120.60000', '24.18350,120.60500', '24.18600,120.61000'], place: /24\.1|120\.[56]/ },
};

describe('guide in real cities', { skip: lacksEngine() }, () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  for (const [name, { words, starts, place }] of Object.entries(CITIES))
    it(`${name}: the plans of \`hinan route\`, step by step, with the network off`, { skip: words() ? false : 'its data is not here' }, async () => {
      const region = buildRegion(name, words());
      const site = await serve([pack(region)]);
      const context = await browser.newContext({ viewport: PHONE, locale: 'en', reducedMotion: 'reduce' });
      const noted = { requests: [] };
      context.on('request', (request) => noted.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
      const page = await context.newPage();
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await keep(page, site.url, { settings: { hasReadFirst: true } });
      await page.goto(site.url);
      await page.waitForSelector('.home .block:not([aria-busy])', { timeout: 60_000 });
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await context.setOffline(true);
      for (const from of starts) {
        await page.goto('about:blank');
        await page.goto(`${site.url}#at=${from}`);
        await page.waitForSelector('.block-plan', { timeout: 30_000 });
        await page.click('[data-key=tab-plans]');
        await page.waitForSelector('article.plan');
        const shown = await page.locator('article.plan').first().evaluate((card) => ({
          shelter: card.dataset.shelter,
          minutes: card.querySelector('.minutes b').textContent,
          way: [...card.querySelectorAll('.steps li')].map((step) => step.textContent),
        }));
        const { hazard, now } = await page.evaluate(() => {
          const [at, two] = [new Date(), (value) => String(value).padStart(2, '0')];
          return {
            hazard: document.querySelector('[data-field=hazards]').value,
            now: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`,
          };
        });
        const [told] = tell(['route', region, '--from', from, '--hazard', hazard, '--at', now]).plans;
        assert.deepEqual(shown, { shelter: told.shelter, minutes: String(told.minutes), way: told.way }, from);
        assert.ok(shown.way.length > 1, from);
        // The map is drawn from what lies on the device.
        await page.waitForFunction(() => Number(document.querySelector('.ways')?.dataset.streets ?? 0) > 3);
      }
      await context.setOffline(false);
      assert.deepEqual(complaints, []);
      staysHome(noted, [site], place);
      await context.close();
      await site.stop();
    });
});
