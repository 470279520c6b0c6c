// How long the guide needs to open a city and to plan in it, in Chromium, unthrottled and on a phone that is four
// times as slow, as a table for docs/benchmarks.md: `node guide-times.mjs SITE LAT,LON [LAT,LON ...]`, SITE being
// a folder that `hinan pack` made. Measured as the page waits for its worker, and from the address to the words.
// Chromium slows the page and not its worker: the engine's own times are to be multiplied by the reader.
import { keep } from './lib/real.mjs';
import { openBrowser, PHONE } from './lib/setup.mjs';
import { serve } from './lib/site.mjs';

const [folder, ...starts] = process.argv.slice(2);
if (!folder || starts.length === 0) throw new Error('node guide-times.mjs SITE LAT,LON [LAT,LON ...]');
const ROUNDS = 5;
const browser = await openBrowser();
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const rows = [];
for (const rate of [1, 4]) {
  const site = await serve([folder]);
  const times = { open: [], plan: [], first: [], again: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', reducedMotion: 'reduce' });
    // The engine's worker is timed from outside: what the page waits for.
    await context.addInitScript(() => {
      globalThis.calls = [];
      const Real = globalThis.Worker;
      globalThis.Worker = class extends Real {
        waiting = [];
        constructor(...words) {
          super(...words);
          super.addEventListener('message', () => {
            const [name, at] = this.waiting.shift() ?? [];
            if (name) globalThis.calls.push([name, performance.now() - at]);
          });
        }
        postMessage(message, ...more) {
          this.waiting.push([message.open ? 'open' : (message.ask?.verb ?? 'load'), performance.now()]);
          super.postMessage(message, ...more);
        }
      };
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await keep(page, site.url, { settings: { hasReadFirst: true } });
    const time = async (name, url) => {
      await page.goto('about:blank');
      const began = performance.now();
      await page.goto(url);
      await page.waitForSelector('.block-plan', { timeout: 120_000 });
      times[name].push(performance.now() - began);
      for (const [call, took] of await page.evaluate(() => globalThis.calls)) {
        if (call === 'open') times.open.push(took);
        if (call === 'plans') times.plan.push(took);
      }
    };
    await time('first', `${site.url}#at=${starts[round % starts.length]}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await time('again', `${site.url}#at=${starts[(round + 1) % starts.length]}`);
    await context.close();
  }
  await site.stop();
  rows.push([rate === 1 ? 'unthrottled' : `page ${rate} times as slow`, ...['open', 'plan', 'first', 'again'].map((name) => `${Math.round(median(times[name]))} ms`)]);
}
await browser.close();
const version = browser.version();
console.log(`Chromium ${version}, median of ${ROUNDS}\n`);
console.log('| | engine opens | engine plans | first visit to plan on screen | again, from the device |\n|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
