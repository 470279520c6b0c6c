// Everybody gets in: axe finds nothing, the keyboard is enough, text can be doubled, and the page fits
// a narrow phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
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
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('access', { skip }, () => {
  let hinan;
  let browser;
  let districts;
  before(async () => {
    hinan = await startTwo();
    districts = JSON.stringify(halvesOf(hinan.region));
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    hinan?.stop();
  });

  for (const [size, viewport, theme] of [['phone', PHONE, 'dark'], ['desktop', DESKTOP, 'light']]) {
    it(`axe finds nothing (${size}, ${theme})`, async () => {
      // The page's policy forbids scripts from elsewhere; a test may bring one.
      const { page, close } = await openPage(browser, hinan.url, { viewport, theme, bypassCSP: true });
      assert.deepEqual(await faults(page), [], 'first screen');
      await clickMap(page, 0.45, 0.55);
      await page.waitForSelector('article.plan');
      for (const summary of await page.locator('.resident summary').all()) await summary.click();
      assert.deepEqual(await faults(page), [], 'plans');
      await drop(page, 'halves.geojson', districts);
      await page.waitForSelector('.districts tbody tr');
      await page.waitForSelector('.second .map[data-settled]');
      await page.locator('.findings button').first().click();
      await page.click('[data-action=flip]');
      await page.waitForSelector('.changes .headline');
      for (const summary of await page.locator('#panel-planner summary').all()) await summary.click();
      assert.deepEqual(await faults(page), [], 'planner, districts, two cities');
      await close();
    });
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
    await focusByTab(page, '.plan summary');
    await page.keyboard.press('Enter');
    await focusByTab(page, '#tab-resident', 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    assert.ok(await page.locator('#panel-planner').isVisible());
    // Closing a shelter, without a mouse: from its finding to the button, and what it changes is said.
    await page.locator('.findings button').first().waitFor();
    await focusByTab(page, '.findings button');
    await page.keyboard.press('Enter');
    await focusByTab(page, '[data-action=flip]', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.changes .headline');
    assert.equal(await said.textContent(), await page.textContent('.changes .headline'));
    for (const left of ['.selection', '#plans']) {
      await page.keyboard.press('Escape');
      assert.ok(!(await page.locator(left).evaluate((one) => one.hasChildNodes())), left);
    }
    await close();
  });

  for (const [name, options] of [
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['text of twice the size', { viewport: { width: 360, height: 780 }, twice: true }],
    ['text of twice the size, on a desk', { viewport: DESKTOP, twice: true }],
    ['360 pixels, from right to left', { viewport: { width: 360, height: 780 }, isRtl: true }],
    ['a desk, from right to left', { viewport: DESKTOP, isRtl: true }],
  ]) {
    it(`nothing is cut off at ${name}`, async () => {
      const { twice, isRtl, ...rest } = options;
      const { page, close } = await openPage(browser, hinan.url, { ...rest, language: 'uk', bypassCSP: true });
      if (twice) await page.addStyleTag({ content: 'html { font-size: 200% }' });
      // No language of the page is written so yet: the page is only turned around.
      if (isRtl) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await clickMap(page, 0.45, 0.4);
      await page.waitForSelector('article.plan');
      for (const tab of ['resident', 'planner']) {
        await page.click(`#tab-${tab}`);
        await settled(page);
        if (tab === 'planner') await page.locator('.findings li').first().waitFor();
        assert.deepEqual(await cutOff(page), [], tab);
        if (isRtl && rest.viewport === DESKTOP) {
          const panel = await page.locator('.panel').boundingBox();
          assert.ok(panel.x > rest.viewport.width / 3, 'the panel is on the right');
        }
      }
      await close();
    });
  }

  it('nothing moves for those who asked for that', async () => {
    const { page, close } = await openPage(browser, hinan.url, { reducedMotion: 'reduce' });
    await clickMap(page, 0.45, 0.55);
    await page.waitForSelector('article.plan');
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => !one.closest('.maplibregl-map'))
        .filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return /[1-9]/.test(transitionDuration) || animationName !== 'none';
        })
        .map((one) => one.className),
    );
    assert.deepEqual(moving, []);
    await close();
  });

  it('colours of the reader are taken, and what is told by colour keeps its own', async () => {
    const { page, close } = await openPage(browser, hinan.url, { forcedColors: 'active' });
    await clickMap(page, 0.45, 0.55);
    await page.waitForSelector('article.plan');
    const [swatches, edges] = await page.evaluate(() => [
      new Set([...document.querySelectorAll('.bands circle')].map((one) => getComputedStyle(one).fill)).size,
      [...document.querySelectorAll('.pill, button.quiet')].map((one) => getComputedStyle(one).borderTopWidth),
    ]);
    assert.ok(swatches >= 9, `${swatches} colours in the legend`);
    assert.ok(edges.length > 0 && edges.every((edge) => edge !== '0px'));
    await close();
  });
});

/** What reaches over the window, or is cut off within its own box. */
function cutOff(page) {
  return page.evaluate(() => {
    const faults = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} of ${innerWidth} wide`);
    // Tables scroll by themselves.
    const words = 'button, label, h1, h2, h3, p, li, summary, a, legend, .pill, .badge';
    for (const one of document.querySelectorAll(words)) {
      if (one.closest('.scroll, .only-read, .skip, [hidden], .map') || one.offsetParent === null) continue;
      const { left, right, width } = one.getBoundingClientRect();
      // Labels that are only read are a pixel wide.
      if (width <= 1) continue;
      const what = `${one.tagName} ${one.className} "${one.textContent.slice(0, 40)}"`;
      if (left < -1 || right > innerWidth + 1) faults.push(`outside: ${what}`);
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline') faults.push(`cut off: ${what}`);
    }
    return faults;
  });
}

/** What axe finds, short enough to read. */
async function faults(page) {
  await page.addScriptTag({ content: AXE });
  // Colours fade in; what is measured is the end.
  await page.waitForTimeout(250);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Presses Tab until the element has the focus, which must be seen. */
async function focusByTab(page, selector, key = 'Tab') {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(outline, 'none', `the focus on ${selector} is seen`);
      return;
    }
    await page.keyboard.press(key);
  }
  assert.fail(`Tab never reaches ${selector}`);
}
