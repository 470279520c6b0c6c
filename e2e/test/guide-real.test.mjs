// The guide with the engine and the pack as they are: the plan on the screen is that of `hinan route`,
// step by step, with the network off; an alert that two officers signed appears, a forged one never does.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hinan, prepare, scopeOf } from '../lib/desk.mjs';
import { cannotRun, openBrowser, PHONE, tell } from '../lib/setup.mjs';
import { DIST, readFirst, serve } from '../lib/site.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENGINE = process.env.HINAN_PHONE ?? `${ROOT}target/phone/wasm32-unknown-unknown/phone/hinan_phone.wasm`;

/** Why these cannot run here. */
function lacks() {
  const words = cannotRun() || (existsSync(ENGINE) ? false : `not here: ${ENGINE} (cargo xtask test phone)`);
  if (words && process.env.CI) throw new Error(words);
  return words;
}

const STARTS = ['60.16990,24.93840', '60.16720,24.94600', '60.17033,24.94101'];

describe('guide with its engine', { skip: lacks() }, () => {
  let place;
  let folder;
  let browser;
  before(async () => {
    place = prepare();
    folder = `${place.home}/site`;
    hinan(['pack', place.region, '-o', folder, '--site', DIST, '--engine', ENGINE, '--trust', place.night, '--scope', scopeOf(place.root), '--built', '2026-09-01']);
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  async function open(hash = '') {
    const site = await serve([folder]);
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.url);
    await readFirst(page);
    await page.goto('about:blank');
    await page.goto(site.url + hash);
    return { page, context, site, complaints, close: async () => (await context.close(), site.stop()) };
  }

  it('shows the plans of `hinan route`, step by step, with the network off', async () => {
    for (const from of STARTS) {
      const { page, context, complaints, close } = await open(`#at=${from}`);
      await page.waitForSelector('.block-plan');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await context.setOffline(true);
      await page.reload();
      await page.waitForSelector('.block-plan');
      await page.click('[data-key=tab-plans]');
      await page.waitForSelector('article.plan');
      const shown = await page.locator('article.plan').first().evaluate((card) => ({
        shelter: card.dataset.shelter,
        minutes: card.querySelector('.minutes b').textContent,
        way: [...card.querySelectorAll('.steps li')].map((step) => step.textContent),
      }));
      const hazard = await page.locator('.question-box summary').textContent();
      const asked = hazard.startsWith('air raid') ? 'air-raid' : hazard.split(' ·')[0];
      // The page asks for now: in the dark people walk as they do in the dark.
      const now = await page.evaluate(() => {
        const [at, two] = [new Date(), (value) => String(value).padStart(2, '0')];
        return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
      });
      const [told] = tell(['route', place.region, '--from', from, '--hazard', asked, '--at', now]).plans;
      assert.deepEqual(shown, { shelter: told.shelter, minutes: String(told.minutes), way: told.way }, from);
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  it('an alert that two officers signed appears, one that nobody signed never does', async () => {
    const raid = `${place.night}/raid`;
    hinan(['alert', 'new', '--template', 'air-raid.take-cover', '--everywhere', '--place', 'Helsinki', '--for', '30min', '--scope', scopeOf(place.root), '-o', raid]);
    const { page, site, close } = await open(`#at=${STARTS[0]}`);
    await page.waitForSelector('.home .block-plan');
    const put = () => {
      for (const end of ['cap.xml', 'dsse.json']) site.put(`alerts/raid.${end}`, readFileSync(`${raid}.${end}`));
      site.put('alerts/index.json', JSON.stringify({ files: ['raid.cap.xml', 'raid.dsse.json'] }));
    };
    const look = async () => {
      put();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForTimeout(2000);
    };
    await look();
    assert.equal(await page.locator('.alarm').count(), 0, 'nobody signed');
    const sign = (key) => hinan(['alert', 'sign', raid, '--key', `${place.home}/${key}.age`, '--yes', '--passphrase-fd', '3', '--scope', scopeOf(place.root)], place.secret);
    sign('olena');
    await look();
    assert.equal(await page.locator('.alarm.warning[data-hazard]').count(), 0, 'one officer is not enough');
    sign('petro');
    await look();
    await page.waitForSelector('.alarm.warning[data-hazard="air-raid"]');
    // Kept, and shown again with no host at all.
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('.alarm.warning[data-hazard="air-raid"]');
    await close();
  });
});
