// The sample opens, a doorstep is clicked, and the page shows what `hinan route` answers; nothing
// leaves the host, and no place stands in any address.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  cannotRun,
  clickMap,
  lastAsked,
  openBrowser,
  openPage,
  route,
  settled,
  shown,
  startHinan,
  staysHere,
  told,
} from '../lib/setup.mjs';

const skip = cannotRun();
const PICTURES = fileURLToPath(new URL('../pictures', import.meta.url));

describe('plans', { skip }, () => {
  let hinan;
  let browser;
  before(async () => {
    hinan = await startHinan();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    hinan?.stop();
  });

  for (const language of ['en', 'ja', 'uk', 'ru']) {
    it(`equal those of the command (${language})`, async () => {
      const { page, noted, close } = await openPage(browser, hinan.url, { language });
      assert.equal(await page.getAttribute('html', 'lang'), language);
      await clickMap(page, 0.45, 0.55);
      await page.waitForSelector('article.plan');
      const asked = lastAsked(noted, '/v1/route');
      const answer = route(hinan.region, asked);
      assert.deepEqual(await shown(page), told(answer));
      assert.equal(await page.locator('.late-words').count(), answer.any_in_time ? 0 : 1);
      staysHere(noted.requests, hinan.url, asked.from);
      assert.deepEqual(noted.complaints, []);
      await close();
    });
  }

  it('say what to do instead, in large letters, where nothing is in time', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await clickMap(page, 0.45, 0.55);
    await page.waitForSelector('article.plan');
    await page.selectOption('[data-field=hazard]', 'tsunami');
    const words = page.locator('.late-words', { hasText: /^Go up now/ });
    await words.waitFor();
    const size = await words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    assert.ok(size >= 20, `${size} px`);
    await close();
  });

  it('are kept apart from a place that no street is near: the reason is said', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await page.fill('[data-field=search]', '0,0');
    await page.press('[data-field=search]', 'Enter');
    await page.waitForSelector('.problem');
    assert.equal(await page.locator('article.plan').count(), 0);
    await close();
  });

  for (const theme of ['light', 'dark']) {
    it(`are printed with their map on at most two sheets (${theme})`, async () => {
      const { page, close } = await openPage(browser, hinan.url, { theme });
      await clickMap(page, 0.45, 0.55);
      await page.waitForSelector('article.plan');
      await settled(page);
      const paper = await page.pdf({ format: 'A4', printBackground: true, path: `${PICTURES}/paper-${theme}.pdf` });
      const sheets = paper.toString('latin1').match(/\/Type \/Page\b(?!s)/g).length;
      assert.ok(sheets <= 2, `${sheets} sheets`);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const seen = (selector) => page.locator(selector).first().isVisible();
      for (const selector of ['.map-on-paper', 'article.plan .steps', '.facts .source', 'footer', '.banner'])
        assert.ok(await seen(selector), selector);
      assert.match(await page.textContent('#panel-resident footer'), /OpenStreetMap contributors \(ODbL-1.0\)/);
      for (const selector of ['.map-area', '.question', '.search', '.tabs']) assert.ok(!(await seen(selector)), selector);
      // Dark ink on white paper, whatever the screen shows.
      const ink = await page.evaluate(() => getComputedStyle(document.querySelector('.plan .name')).color);
      assert.equal(ink, 'rgb(26, 28, 31)');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.equal(await page.getAttribute('html', 'data-theme'), theme);
      await close();
    });
  }

  it('follow floor, first step, queue, building and hour as the command does', async () => {
    const { page, noted, close } = await openPage(browser, hinan.url);
    await clickMap(page, 0.45, 0.55);
    await page.waitForSelector('article.plan');
    await page.click('.question summary');
    const set = async (field, value) => {
      const answered = page.waitForResponse((response) => response.url().endsWith('/v1/route'));
      const input = page.locator(`[data-field=${field}]`);
      if (field === 'inside') await input.selectOption(value);
      else await input.fill(value);
      await input.dispatchEvent('change');
      await answered;
    };
    await set('floor', '4');
    await set('delay_s', '1min');
    await set('queue_s', '45');
    await set('within_s', '20min');
    await set('at', '2026-11-22T12:00');
    await set('inside', 'known');
    const asked = lastAsked(noted, '/v1/route');
    const { floor, delay_s, queue_s, within_s, at, inside } = asked;
    assert.deepEqual(
      { floor, delay_s, queue_s, within_s, at, inside },
      { floor: 4, delay_s: 60, queue_s: 45, within_s: 1200, at: '2026-11-22T12:00', inside: 'known' },
    );
    const answer = route(hinan.region, asked);
    await page.locator('.zero', { hasText: /^0.*this building: / }).waitFor();
    assert.deepEqual(await shown(page), told(answer));
    assert.equal(answer.plan_0.inside, 'known');
    // What cannot be read is not asked, and the field says so.
    await page.locator('[data-field=delay_s]').fill('soon');
    await page.locator('[data-field=delay_s]').dispatchEvent('change');
    assert.equal(await page.getAttribute('[data-field=delay_s]', 'aria-invalid'), 'true');
    assert.equal(lastAsked(noted, '/v1/route').delay_s, 60);
    await close();
  });
});
