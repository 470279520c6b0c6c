// Pictures for people to look at, in e2e/pictures: phone and desktop, light and dark, four languages.
// They are not compared; that the page can be drawn without a complaint is.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  cannotRun,
  clickMap,
  DESKTOP,
  drop,
  halvesOf,
  openBrowser,
  openPage,
  PHONE,
  settled,
  startTwo,
} from '../lib/setup.mjs';

const skip = cannotRun();
const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url));

describe('pictures', { skip }, () => {
  let hinan;
  let browser;
  let districts;
  before(async () => {
    mkdirSync(FOLDER, { recursive: true });
    hinan = await startTwo();
    districts = JSON.stringify(halvesOf(hinan.region));
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
        await page.selectOption('[data-field=hazard]', 'air-raid');
        await page.click('#tab-planner');
        await page.waitForSelector('.drawing');
        await keep('4-planner', size === 'phone');
        if (language === 'en' || language === 'ja') {
          await page.locator('.findings button').first().click();
          await page.click('[data-action=flip]');
          await page.waitForSelector('.changes .headline');
          await page.locator('.selection').scrollIntoViewIfNeeded();
          await keep('5-closed');
          await drop(page, 'halves.geojson', districts);
          await page.waitForSelector('.districts tbody tr');
          await page.locator('.map-tools button').last().click();
          await page.locator('.districts').scrollIntoViewIfNeeded();
          await keep('6-districts');
          await page.waitForSelector('.second .map[data-settled]');
          await page.locator('section:has(> .second)').evaluate((one) => one.scrollIntoView());
          await keep('7-two-cities');
        }
        assert.deepEqual(noted.complaints, []);
        await close();
      });
    }
  }
});
