// What an audit of an app for phones looks at, with the stand-in engine: whether it can be installed, how much it
// loads, how soon its first words stand on a slow phone, whether anything blocks it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { AT, openGuide } from '../lib/guide.mjs';
import { openBrowser, PHONE } from '../lib/setup.mjs';
import { BASE, DIST, fakePack, serve } from '../lib/site.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(CHROMIUM) ? false : `not here: ${CHROMIUM}`;
if (skip && process.env.CI) throw new Error(skip);
/** Compressed bytes of scripts, styles and texts until the first words stand. */
const MOST_CODE = 120_000;
/** First words and longest block on a phone that is four times as slow, in milliseconds. */
const FIRST_WORDS = 3000;
const LONGEST_TASK = 200;

/** Width and height of a PNG. */
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('guide, audited', { skip }, () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  for (const name of ['ways', 'notes'])
    it(`can be installed as ${name}`, () => {
      const manifest = JSON.parse(readFileSync(`${DIST}/guide-${name}.webmanifest`, 'utf8'));
      assert.ok(manifest.name && manifest.short_name);
      assert.ok(['standalone', 'fullscreen', 'minimal-ui'].includes(manifest.display));
      // Wherever the folder lies: all of it is relative.
      const at = new URL(`guide-${name}.webmanifest`, `https://host.example${BASE}`);
      const scope = new URL(manifest.scope ?? './', at).href;
      assert.equal(scope, `https://host.example${BASE}`);
      assert.ok(new URL(manifest.start_url, at).href.startsWith(scope));
      assert.equal(new URL(manifest.start_url, at).pathname, `${BASE}guide.html`);
      for (const wanted of [192, 512]) {
        const icon = manifest.icons.find(({ sizes }) => sizes === `${wanted}x${wanted}`);
        assert.ok(icon, `${wanted}`);
        assert.equal(icon.type, 'image/png');
        assert.deepEqual(sizeOf(readFileSync(`${DIST}/${icon.src.replace('./', '')}`)), [wanted, wanted]);
      }
      assert.ok(manifest.icons.some(({ purpose = '' }) => purpose.includes('maskable')), 'maskable');
      // A neutral name: nothing says what it is for.
      assert.doesNotMatch(JSON.stringify(manifest), /alert|shelter|raid|war|hinan|siren/i);
    });

  it('is taken for an app by the browser, and its worker answers for the page', async () => {
    const { page, context, close } = await openGuide(browser, { hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const session = await context.newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors.filter(({ critical }) => critical), []);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
    assert.match(readFileSync(`${DIST}/guide-sw.js`, 'utf8'), /addEventListener\('fetch'|addEventListener\("fetch"/);
    const [viewport, theme, lang] = await page.evaluate(() => [
      document.querySelector('meta[name=viewport]').content, document.querySelectorAll('meta[name=theme-color]').length, document.documentElement.lang,
    ]);
    assert.doesNotMatch(viewport, /user-scalable=no|maximum-scale/, 'may be made larger');
    assert.equal(theme, 2);
    assert.equal(lang, 'en');
    await close();
  });

  it('loads little, says its first words soon on a slow phone, and is never blocked for long', async () => {
    // The machine may be busy with something else: the best of some tries counts, of each by itself.
    const tries = [];
    for (let round = 0; round < 4; round++) {
      const tried = await onSlowPhone();
      assert.ok(tried.bytes > 10_000 && tried.bytes < MOST_CODE, `${tried.bytes} compressed bytes: ${tried.loaded.join(' ')}`);
      tries.push(tried);
      const best = (name) => Math.min(...tries.map((one) => one[name]));
      if (best('paint') < FIRST_WORDS && best('longest') <= LONGEST_TASK) return;
    }
    assert.fail(`first words and longest block, in milliseconds: ${tries.map(({ paint, longest }) => `${paint}, ${longest}`).join(' | ')}`);
  });

  /** What is loaded, when the first words stand, and the longest block once somebody presses something. */
  async function onSlowPhone() {
    const site = await serve([DIST], fakePack(), true);
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.tasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) globalThis.tasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(site.url);
    await page.waitForSelector('.first');
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity);
    const loaded = [...new Set(site.asked)].filter((path) => /\.(js|css|html)$/.test(path));
    const bytes = loaded.reduce((sum, path) => {
      const file = `${DIST}/${path.slice(BASE.length)}`;
      return existsSync(file) ? sum + gzipSync(readFileSync(file)).length : sum;
    }, 0);
    await page.waitForLoadState('networkidle');
    await page.click('[data-key=first-ok]');
    await page.waitForSelector('.home');
    const from = await page.evaluate(() => performance.now());
    await page.click('.big.siren');
    await page.waitForSelector('.alarm');
    for (const screen of ['plans', 'cards', 'more', 'now']) await page.click(`[data-key=tab-${screen}]`);
    await page.waitForTimeout(500);
    const tasks = await page.evaluate(() => globalThis.tasks);
    await context.close();
    await site.stop();
    return { bytes, loaded, paint: Math.round(paint), longest: Math.max(0, ...tasks.filter(([start]) => start > from).map(([, duration]) => duration)) };
  }
});
