// Everybody gets in: axe finds nothing, the keyboard is enough, text can be doubled, and the page fits
// a narrow phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { cannotRun, clickMap, DESKTOP, openBrowser, openPage, PHONE, settled, startHinan } from '../lib/setup.mjs';

const skip = cannotRun();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('access', { skip }, () => {
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

  for (const [size, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    for (const theme of ['light', 'dark']) {
      it(`axe finds nothing (${size}, ${theme})`, async () => {
        // The page's policy forbids scripts from elsewhere; a test may bring one.
        const { page, close } = await openPage(browser, hinan.url, { viewport, theme, bypassCSP: true });
        assert.deepEqual(await faults(page), [], 'first screen');
        await clickMap(page, 0.45, 0.55);
        await page.waitForSelector('article.plan');
        for (const summary of await page.locator('#plans summary').all()) await summary.click();
        assert.deepEqual(await faults(page), [], 'plans');
        await page.click('#tab-planner');
        await page.waitForSelector('.drawing');
        await page.waitForSelector('.findings li');
        assert.deepEqual(await faults(page), [], 'planner');
        await close();
      });
    }
  }

  it('the keyboard is enough', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await focusByTab(page, '.map canvas');
    assert.ok(await page.locator('.cross').isVisible(), 'the cross shows what Enter chooses');
    for (const key of ['ArrowLeft', 'ArrowUp', '+', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('article.plan');
    const said = page.locator('[role=status].only-read');
    assert.match(await said.textContent(), /Plan A: /, 'the plans are announced');
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.field), 'search');
    await page.keyboard.type('60.17033,24.94101');
    await page.keyboard.press('Enter');
    await page.locator('.start', { hasText: '60.17033' }).first().waitFor();
    await focusByTab(page, '#tab-resident');
    await page.keyboard.press('ArrowRight');
    assert.ok(await page.locator('#panel-planner').isVisible());
    await close();
  });

  it('a shelter closed in the planner changes the count and the plans', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await clickMap(page, 0.45, 0.55);
    const before = await page.locator('#plans article.plan').first().getAttribute('data-shelter');
    await page.click('#tab-planner');
    await page.locator('.findings button').first().waitFor();
    const row = page.locator('.findings li', { has: page.locator('button') });
    await row.first().locator('button').click();
    await page.click('[data-action=flip]');
    await page.locator('.changes .headline').waitFor();
    assert.equal(await page.locator('.changes table tbody tr').count(), 6);
    assert.ok(before);
    await close();
  });

  for (const [name, options] of [
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['text of twice the size', { viewport: { width: 390, height: 844 }, twice: true }],
  ]) {
    it(`nothing is cut off at ${name}`, async () => {
      const { twice, ...rest } = options;
      const { page, close } = await openPage(browser, hinan.url, { ...rest, language: 'uk', bypassCSP: true });
      if (twice) await page.addStyleTag({ content: 'html { font-size: 200% }' });
      await clickMap(page, 0.45, 0.4);
      await page.waitForSelector('article.plan');
      for (const tab of ['resident', 'planner']) {
        await page.click(`#tab-${tab}`);
        await settled(page);
        const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= window, `${tab}: ${wide} > ${window}`);
      }
      await close();
    });
  }
});

/** What axe finds, short enough to read. */
async function faults(page) {
  await page.addScriptTag({ content: AXE });
  // Colours fade in; what is measured is the end.
  await page.waitForTimeout(250);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Presses Tab until the element has the focus. */
async function focusByTab(page, selector) {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reaches ${selector}`);
}
