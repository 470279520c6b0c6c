// Pictures of the guide for people to look at, in e2e/pictures: `node guide-pictures.mjs [word ...]` takes those
// whose names hold all the words. Phone and desktop, four languages, light and dark; what is said is the
// stand-in's where it comes from data. A sheet of each screen stands beside them.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AT, openGuide, signed } from './lib/guide.mjs';
import { openBrowser, PHONE } from './lib/setup.mjs';

const FOLDER = fileURLToPath(new URL('pictures', import.meta.url));
const WIDE = { width: 1280, height: 800 };
const soon = () => Math.floor(Date.now() / 1000) + 60;
/** A screen: what is in force, and what is pressed before the picture. */
const SCREENS = {
  calm: { ready: '.home .block-plan' },
  first: { isRead: false, hash: '', ready: '.first' },
  go: { alerts: () => [signed()], ready: '.alarm .block.go' },
  walk: {
    alerts: () => [signed()],
    ready: '.alarm .block.go',
    act: async (page) => {
      await page.click('[data-key^="walk-main"]');
      await page.click('[data-key=next]');
      await page.waitForTimeout(300);
    },
  },
  plans: {
    alerts: () => [signed()],
    ready: '.alarm .block.go',
    act: async (page) => {
      await page.click('[data-key=tab-plans]');
      await page.waitForTimeout(300);
    },
  },
  'late-air-raid': { alerts: () => [signed({ impact_at: soon(), instruction: '' })], ready: '.alarm .block.late' },
  'late-tsunami': { alerts: () => [signed({ hazard: 'tsunami', order: 'Go up now', impact_at: soon(), instruction: '' })], ready: '.alarm .block.late' },
  drill: { alerts: () => [signed({ drill: true, world: 'drill', tone: 'drill' })], ready: '.alarm.drill .block.go' },
  hold: { alerts: () => [signed({ shown: 'hold', tone: 'attention', order: 'Stay where you are, alert reported as error' })], ready: '.alarm.hold' },
  offline: {
    ready: '.home .block-plan',
    act: async (page) => {
      await page.context().setOffline(true);
      await page.evaluate(() => {
        const real = Date.now.bind(Date);
        Date.now = () => real() + 400_000;
        dispatchEvent(new Event('online'));
      });
      await page.waitForSelector('[data-lost]');
      await page.click('.big.siren');
      await page.waitForSelector('.alarm .block-plan');
    },
  },
  settings: { ready: '.home .block-plan', act: (page) => page.click('[data-key=tab-more]').then(() => page.click('[data-key="settings-tile"]')) },
  cards: { ready: '.home .block-plan', act: (page) => page.click('[data-key=tab-cards]') },
  start: { ready: '.home .block-plan', act: (page) => page.click('[data-key=change]') },
};

const wanted = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
for (const [screen, { alerts, ready, act, ...options }] of Object.entries(SCREENS)) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: WIDE })) {
    const taken = [];
    for (const language of ['en', 'ja', 'uk', 'ru'])
      for (const theme of ['light', 'dark']) {
        const name = `look-${screen}-${size}-${language}-${theme}`;
        if (!wanted.every((word) => name.split(/-(?=phone|desktop)/).join('-').includes(word))) continue;
        const { page, close } = await openGuide(browser, { viewport, language, theme, hash: `#at=${AT}`, ...options, alerts: alerts?.() ?? [] });
        await page.waitForSelector(ready);
        await act?.(page);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(200);
        const path = `${FOLDER}/${name}.png`;
        taken.push(await page.screenshot({ path }));
        await page.screenshot({ path: `${FOLDER}/${name}-whole.png`, fullPage: true });
        await close();
      }
    if (taken.length > 1) await sheet(`${FOLDER}/sheet-${screen}-${size}.png`, taken, size === 'phone' ? 390 : 640);
  }
}
await browser.close();

/** All pictures of a screen side by side, to be compared. */
async function sheet(path, pictures, width) {
  const page = await browser.newPage({ viewport: { width: (width + 8) * 4, height: 800 } });
  const images = pictures.map((one) => `<img width="${width}" src="data:image/png;base64,${one.toString('base64')}">`).join('');
  await page.setContent(`<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888">${images}`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
