// The fault matrix in the page, with the engine as it is: five clocks, four ages of the ring, positions that say
// nothing or lie. No real alert at the remembered home is hidden, none is heard twice, no old one is heard.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildRegion, keep, lacksEngine, manifestWith, pack, SAMPLE } from '../lib/real.mjs';
import { openBrowser, PHONE } from '../lib/setup.mjs';
import { serve } from '../lib/site.mjs';
import { alert, NOW, ring, root, SCOPE } from '../lib/town.mjs';

const [HOUR, DAY] = [3600, 86_400];
const HOME = { lat: 60.1699, lon: 24.9384 };
/** The pack on the device was made twenty days ago. */
const BUILT = NOW - 20 * DAY;
const CLOCKS = [['right', 0], ['ten minutes behind', -600], ['a year ahead', 365 * DAY], ['a year behind', -365 * DAY], ['lost', -NOW]];
/** Days since the ring ran out. */
const RINGS = [-200, 20, 200, 500];
/** Positions: what the device says before the message comes, as offsets of its own clock and places. */
const POSITIONS = [
  ['no position', []],
  ['a position outside of the pack', [{ latitude: 10, longitude: 10 }]],
  ['a jump', [{ latitude: 60.1725, longitude: 24.931 }, { latitude: 60.165, longitude: 24.9515 }]],
  ['an old position', [{ latitude: 60.165, longitude: 24.9515, ago: HOUR }]],
  ['a position elsewhere in the city', [{ latitude: 60.165, longitude: 24.9515, wait: 120 }]],
];

describe('guide under faults', { skip: lacksEngine() }, () => {
  let browser;
  let folder;
  before(async () => {
    folder = pack(buildRegion('Helsinki', SAMPLE));
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  /** A device with that clock, which has a pack with that ring and remembers its home. */
  async function device(clock, daysOut) {
    const trust = { 'trust/root1.dsse.json': root(), 'trust/ring1.dsse.json': ring(NOW - daysOut * DAY) };
    const site = await serve([folder], { ...trust, 'pack.json': manifestWith(folder, trust, { built: BUILT, scope: SCOPE }), 'alerts/index.json': '{}' });
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', reducedMotion: 'reduce', serviceWorkers: 'block', permissions: ['geolocation'] });
    await context.addInitScript((offset) => {
      // A clock that is set wrong; what it is off can be changed while the page is open.
      const real = Date.now.bind(Date);
      globalThis.off = offset;
      Date.now = () => real() + globalThis.off * 1000;
      globalThis.felt = [];
      Object.defineProperty(navigator, 'vibrate', { value: (pulses) => globalThis.felt.push(pulses[0] ?? 0) });
      // A position is what the test says, at once.
      const spots = [];
      globalThis.say = (spot) => spots.push(spot);
      Object.defineProperty(navigator.geolocation, 'getCurrentPosition', { value: (found) => found({ coords: { accuracy: 10, ...spots.shift() } }) });
    }, NOW + clock - Math.floor(Date.now() / 1000));
    const page = await context.newPage();
    await keep(page, site.url, { settings: { hasReadFirst: true }, remembered: [{ name: 'Home', ...HOME }] });
    await page.goto(site.url);
    await page.waitForFunction(() => document.querySelector('.home .block, .alarm') && !document.querySelector('[aria-busy]'));
    const files = [];
    return {
      page,
      /** Puts messages beside the pack and has the page look. */
      async send(...messages) {
        for (const { envelope, cap } of messages) {
          const name = `m${files.length / 2}`;
          files.push(`${name}.dsse.json`, `${name}.cap.xml`);
          site.put(`alerts/${name}.dsse.json`, envelope);
          site.put(`alerts/${name}.cap.xml`, cap);
        }
        site.put('alerts/index.json', JSON.stringify({ files }));
        // Whoever is looking already is asked again; all that was put there has to be fetched.
        const asked = () => site.asked.join(' ');
        for (let waited = 0; waited < 60 && !files.every((file) => asked().includes(file)); waited++) {
          await page.evaluate(() => dispatchEvent(new Event('online')));
          await page.waitForTimeout(100);
        }
        await page.waitForTimeout(250);
      },
      /** The device says where it is. */
      async locate({ ago = 0, wait = 0, ...spot }) {
        await page.evaluate(([spot, ago, wait]) => {
          globalThis.off += wait - ago;
          globalThis.say(spot);
        }, [spot, ago, wait]);
        await page.click('[data-key=tab-more]');
        await page.click('[data-key="start-tile"]');
        await page.locator('.small.wide').click();
        await page.waitForTimeout(40);
        await page.evaluate((ago) => {
          globalThis.off += ago;
        }, ago);
        await page.click('[data-key=tab-now]');
      },
      alarms: () => page.evaluate(() => globalThis.felt.filter((first) => first === 800).length),
      sounds: () => page.evaluate(() => globalThis.felt.filter((first) => first >= 120 && first !== 200).length),
      /** Where a message stands: `screen`, `list`, or `null`. */
      seen: (label) => page.evaluate((label) => {
        if (document.querySelector('.alarm .about')?.textContent.includes(label)) return 'screen';
        return [...document.querySelectorAll('.other')].some((one) => one.textContent.includes(label)) ? 'list' : null;
      }, label),
      /** The same, with a little patience. */
      async shows(label) {
        for (let waited = 0; waited < 50; waited++) {
          const found = await this.seen(label);
          if (found) return found;
          await page.waitForTimeout(100);
        }
        return null;
      },
      close: async () => {
        await context.close();
        await site.stop();
      },
    };
  }

  for (const [clockName, clock] of CLOCKS)
    it(`clock ${clockName}: no real alert is hidden or heard twice, no old one is heard`, async () => {
      let cells = 0;
      await Promise.all(RINGS.map(async (days) => {
        const phone = await device(clock, days);
        let heard = 0;
        let drift = 0;
        for (const [index, [position, spots]] of POSITIONS.entries()) {
          const cell = `clock ${clockName}, ring out for ${days} days, ${position}`;
          for (const spot of spots) {
            await phone.locate(spot);
            drift += spot.wait ?? 0;
          }
          const now = NOW + drift;
          const [real, old] = [`real ${index}`, `old ${index}`];
          await phone.send(...[6 * HOUR, 19 * DAY, 400 * DAY].map((ago) => alert(`${old} ${ago}`, { issued: now - ago, life: HOUR - 1, ...HOME })));
          assert.equal(await phone.sounds(), heard, `${cell}: an old one was heard`);
          const message = alert(real, { issued: now - 10, life: HOUR, ...HOME });
          // It comes twice, under two names, as from two hosts.
          await phone.send(message, message);
          const shown = await phone.shows(real);
          assert.ok(shown, `${cell}: hidden`);
          const [before, after] = [heard, await phone.sounds()];
          heard = after;
          assert.ok(after - before <= 1, `${cell}: heard ${after - before} times`);
          // As the native matrix has it: a ring that ran out long ago, or a clock that is far off, may cost the sound.
          const mustSound = days <= 30 && Math.abs(clock) <= 600;
          if (mustSound) {
            assert.equal(after - before, 1, `${cell}: silent`);
            assert.equal(await phone.page.locator('.alarm.warning').count(), 1, `${cell}: no full screen`);
          }
          cells += 1;
        }
        // Opened again, it is still shown and nothing sounds once more.
        await phone.page.reload();
        await phone.page.waitForFunction(() => document.querySelector('.alarm, .other'));
        await phone.page.waitForTimeout(200);
        assert.equal(await phone.sounds(), 0, `clock ${clockName}, ring ${days}: heard again after opening`);
        await phone.close();
      }));
      assert.equal(cells, RINGS.length * POSITIONS.length);
    });
});
