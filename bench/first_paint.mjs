// How soon the page is there: a browser that has seen nothing yet opens it a few times.
//
//     node bench/first_paint.mjs ADDRESS [RUNS]
//
// ADDRESS is what `hinan serve` or `hinan up` prints; 7 runs unless given. Needs `npm ci` in e2e/ and
// Chromium (CHROMIUM names another one). Each run has a profile of its own, so that nothing is cached;
// the browser draws without a graphics card. Told are milliseconds from the start of the navigation: the
// first answer in whole, the first paint, the first paint with content, the largest one (both as the
// browser itself counts them), and the map drawn with all of its tiles. Of each the median and the worst.
import { DESKTOP, openBrowser } from '../e2e/lib/setup.mjs';

const [address, runs = '7'] = process.argv.slice(2);
if (!address) {
  console.error('node bench/first_paint.mjs ADDRESS [RUNS]');
  process.exit(2);
}

// Runs in the page: the largest paint is told to observers only.
const largestPaint = () =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });

async function run(browser) {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('[data-settled=yes]', { timeout: 60_000 });
  const settled = await page.evaluate(() => performance.now());
  const paints = await page.evaluate(() => performance.getEntriesByType('paint').map((one) => [one.name, one.startTime]));
  const answered = await page.evaluate(() => performance.getEntriesByType('navigation')[0].responseEnd);
  const largest = await page.evaluate(largestPaint);
  const bytes = await page.evaluate(() =>
    performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0),
  );
  await context.close();
  return { 'first answer': answered, ...Object.fromEntries(paints), 'largest paint': largest, 'map settled': settled, bytes };
}

const browser = await openBrowser();
await run(browser); // The browser's own first page takes longer.
const all = [];
for (let number = 0; number < Number(runs); number += 1) all.push(await run(browser));
await browser.close();
for (const name of Object.keys(all[0])) {
  const sorted = all.map((one) => one[name]).sort((a, b) => a - b);
  const unit = name === 'bytes' ? '' : ' ms';
  console.log(`${name}: median ${Math.round(sorted[Math.floor(sorted.length / 2)])}${unit}, worst ${Math.round(sorted.at(-1))}${unit}`);
}
