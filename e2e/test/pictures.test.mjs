// Pictures for people to look at, in e2e/pictures: phone and desktop, light and dark, four languages.
// They are not compared; that the page can be drawn without a complaint is.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cannotRun, clickMap, DESKTOP, openBrowser, openPage, PHONE, settled, startHinan } from '../lib/setup.mjs';

const skip = cannotRun();
const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url));

describe('pictures', { skip }, () => {
  let hinan;
  let browser;
  before(async () => {
    mkdirSync(FOLDER, { recursive: true });
    hinan = await startHinan();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    hinan?.stop();
  });

  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const [theme, language] of [['light', 'en'], ['dark', 'ja'], ['light', 'uk'], ['dark', 'ru']]) {
      it(`${size}, ${theme}, ${language}`, async () => {
        const { page, noted, close } = await openPage(browser, hinan.url, { viewport, theme, language });
        const keep = async (name, isWhole = false) => {
          await settled(page);
          await page.waitForTimeout(400);
          await page.screenshot({ path: `${FOLDER}/${size}-${theme}-${language}-${name}.png`, fullPage: isWhole });
        };
        await keep('1-first');
        await clickMap(page, 0.45, 0.55);
        await page.waitForSelector('article.plan');
        await keep('2-plans');
        await page.selectOption('[data-field=hazard]', 'tsunami');
        await page.waitForSelector('.late-words');
        await keep('3-late');
        await page.click('#tab-planner');
        await page.waitForSelector('.drawing');
        await keep('4-planner', size === 'phone');
        assert.deepEqual(noted.complaints, []);
        await close();
      });
    }
  }
});
