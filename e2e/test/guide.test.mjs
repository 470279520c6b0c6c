// The guide in a browser, with a stand-in for the engine: what stands on the screen, what is kept, what is
// asked of whom. What the engine itself answers is held in `guide-real.test.mjs`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AT, alertOf, cutOff, openGuide, put, signed, staysHome } from '../lib/guide.mjs';
import { DESKTOP, openBrowser, PHONE } from '../lib/setup.mjs';
import { fakePack, fakeWords } from '../lib/site.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(CHROMIUM) ? false : `not here: ${CHROMIUM}`;
if (skip && process.env.CI) throw new Error(skip);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = fileURLToPath(new URL('../pictures', import.meta.url));
describe('guide', { skip }, () => {
  let browser;
  let site;
  before(async () => {
    browser = await openBrowser();
    mkdirSync(PICTURES, { recursive: true });
  });
  after(async () => browser?.close());

  const open = async (options) => {
    const opened = await openGuide(browser, options);
    site = opened.site;
    return opened;
  };

  it('says on the first run what it cannot do, and then asks what happens', async () => {
    const { page, noted, close } = await open({ isRead: false });
    await page.waitForSelector('.first');
    assert.match(await page.textContent('.cannot'), /cannot wake you/);
    assert.equal(await page.title(), 'Ways', 'a name that says nothing');
    await page.click('[data-key=first-ok]');
    assert.equal(await page.locator('.big.siren').count(), 1);
    await page.reload();
    await page.waitForSelector('.home');
    assert.deepEqual(noted.complaints, []);
    await close();
  });

  it('opens and plans without a network, asks nobody else, and tells nobody where', async () => {
    const { page, context, noted, site, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    assert.equal(new URL(page.url()).hash, '', 'the place is taken out of the address');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await caches.keys()).length > 0 && navigator.serviceWorker.controller !== null);
    const [cache] = await page.evaluate(() => caches.keys());
    assert.match(cache, /^guide-[0-9a-f]{16}$/, 'what is kept has the name of its contents');
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('.block-plan');
    assert.match(await page.textContent('.contact-long'), /Looked for alerts|No contact since/);
    await page.click('.big.siren');
    await page.waitForSelector('.alarm .block-plan');
    for (const screen of ['plans', 'cards', 'more', 'now']) await page.click(`[data-key=tab-${screen}]`);
    await page.click('[data-key^="walk-main"]');
    await page.waitForSelector('.turn h1');
    await context.setOffline(false);
    staysHome(noted, [site]);
    assert.ok(noted.requests.length > 10);
    await close();
  });

  it('shows what was signed, never what was not', async () => {
    const { page, site, close } = await open({ hash: `#at=${AT}`, alerts: [{ signed: false, alert: alertOf({ order: 'FORGED' }) }] });
    await page.waitForSelector('.home .block-plan');
    assert.doesNotMatch(await page.textContent('body'), /FORGED/);
    put(site, [{ signed: false, alert: alertOf({ order: 'FORGED' }) }, signed({ name: 'a2' })]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.alarm.warning');
    assert.equal(await page.textContent('.alarm h1'), 'Take cover now');
    assert.doesNotMatch(await page.textContent('body'), /FORGED/);
    // The clock runs from when it was signed, and opening the page again starts no new one.
    const left = async () => {
      await page.waitForFunction(() => /\d/.test(document.querySelector('[data-left]')?.textContent ?? ''));
      const [minutes, seconds] = (await page.textContent('[data-left]')).split(':').map(Number);
      return minutes * 60 + seconds;
    };
    const first = await left();
    assert.ok(first <= 530 && first > 440, `${first} s left`);
    await page.waitForTimeout(2200);
    await page.reload();
    await page.waitForSelector('.alarm .block-plan [data-left]');
    assert.ok((await left()) <= first - 2, 'not restarted');
    await close();
  });

  it('fills the screen for a remembered home, wherever a spoofed position says that one is', async () => {
    const { page, site, context, close } = await open({ hash: `#at=${AT}`, geolocation: { latitude: 60.16, longitude: 24.97 } });
    await context.grantPermissions(['geolocation'], { origin: new URL(site.url).origin });
    await page.waitForSelector('.block-plan');
    // Home is remembered.
    await page.click('[data-key=change]');
    await page.fill('[data-field=search]', 'Annankatu');
    await page.click('button.result');
    await page.click('.confirm summary');
    await page.click('.confirm button.quiet');
    await page.waitForSelector('.home');
    // The position that the device gives is far away.
    await page.click('[data-key=change]');
    await page.locator('.small.wide').click();
    await page.click('[data-key=yes]');
    await page.waitForSelector('.home');
    put(site, [signed({ why: undefined })]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.alarm.warning');
    assert.match(await page.textContent('.about'), /a place you remembered: Home/);
    await close();
  });

  it('tells drill, hold and what nobody confirms any longer apart', async () => {
    const looks = [
      [{ drill: true, world: 'drill', tone: 'drill' }, 'drill', /DRILL/],
      [{ shown: 'hold', tone: 'attention', order: 'Stay where you are, alert reported as error' }, 'hold', /reported as an error/],
      [{ shown: 'no-longer-confirmed', tone: 'none', order: 'Stay where you are, alert not confirmed' }, 'no-longer-confirmed', /no longer confirmed/i],
    ];
    for (const [part, look, words] of looks) {
      const { page, close } = await open({ alerts: [signed(part)], hash: `#at=${AT}` });
      await page.waitForSelector(`.alarm.${look}`);
      assert.match(await page.textContent('.alarm'), words);
      if (look === 'drill') assert.equal(await page.locator('.alarm .band').count(), 2, 'the word stands at both ends');
      else assert.equal(await page.locator('.alarm .block').count(), 0, 'no walk is asked for');
      await page.screenshot({ path: `${PICTURES}/guide-phone-light-en-${look}.png` });
      await close();
    }
    // Unconfirmed: told in words, and no screen is taken.
    const { page, close } = await open({ alerts: [signed({ shown: 'unconfirmed', tone: 'none' })] });
    await page.waitForSelector('.other.unconfirmed');
    assert.equal(await page.locator('.alarm').count(), 0);
    await close();
  });

  it('a live alert outranks what somebody told the page, and that a drill', async () => {
    const { page, site, close } = await open({ alerts: [signed({ name: 'd', drill: true, world: 'drill' })], hash: `#at=${AT}` });
    await page.waitForSelector('.alarm.drill');
    put(site, [signed({ name: 'd', drill: true, world: 'drill' }), signed({ name: 'l', hazard: 'tsunami', order: 'Go up now' })]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.alarm.warning');
    assert.equal(await page.textContent('.alarm h1'), 'Go up now');
    await close();
  });

  it('asks again for a message that could not be fetched, and no more once it was', async () => {
    const { page, site, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    site.put('alerts/index.json', JSON.stringify({ messages: [{ envelope: 'm.dsse.json', cap: 'm.cap.xml' }] }));
    site.put('alerts/m.dsse.json', JSON.stringify(signed({ name: 'm', order: 'Go up now' })));
    const asked = () => site.asked.filter((url) => url.endsWith('m.cap.xml')).length;
    const look = async (expected) => {
      const looks = () => site.asked.filter((url) => url.endsWith('alerts/index.json')).length;
      const before = looks();
      await page.evaluate(() => dispatchEvent(new Event('online')));
      const isWaiting = () => looks() === before || asked() < expected;
      for (let tries = 0; tries < 400 && isWaiting(); tries += 1) await page.waitForTimeout(50);
      // Whatever else it asks for, it asks for soon.
      await page.waitForTimeout(400);
      assert.equal(asked(), expected);
    };
    await look(1);
    site.put('alerts/m.cap.xml', '<alert/>');
    await look(2);
    await look(2);
    await close();
  });

  it('lets no drill take the screen over in hidden mode, and a live alert does', async () => {
    const { page, site, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    await page.click('[data-key=tab-more]');
    await page.click('[data-key="settings-tile"]');
    await page.getByRole('checkbox', { name: 'Hidden mode' }).check();
    put(site, [signed({ name: 'd', drill: true, world: 'drill' })]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.click('[data-key="tab-now"]');
    await page.waitForSelector('.other.drill');
    assert.equal(await page.locator('.alarm').count(), 0);
    put(site, [signed({ name: 'd', drill: true, world: 'drill' }), signed({ name: 'l', hazard: 'tsunami', order: 'Go up now' })]);
    await page.click('[data-key="tab-plans"]');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.alarm.warning');
    assert.equal(await page.textContent('.alarm h1'), 'Go up now');
    await close();
  });

  it('says the hazard’s own late answer', async () => {
    const soon = Math.floor(Date.now() / 1000) + 60;
    for (const [hazard, words, banned] of [
      ['air-raid', /inner room/, /roof of the tallest/],
      ['tsunami', /Go up now: the highest floor/, /\b(stay|wait|remain)\b/i],
    ]) {
      const { page, close } = await open({ alerts: [signed({ hazard, impact_at: soon, instruction: '' })], hash: `#at=${AT}` });
      await page.waitForSelector('.block.late');
      const order = await page.textContent('.alarm h1');
      assert.match(order, words);
      assert.doesNotMatch(order, banned);
      assert.equal(await page.locator('[data-key^="walk-main"]').count(), 0, 'no way is offered');
      await page.screenshot({ path: `${PICTURES}/guide-phone-light-en-late-${hazard}.png` });
      await close();
    }
  });

  it('the siren needs no alert, no network and no start; shaking says what comes first', async () => {
    const { page, context, close } = await open();
    // What a siren means here is known once the city lies on the device.
    await page.waitForSelector('.now-plan h2:has-text("air raid")');
    await context.setOffline(true);
    await page.click('.big.siren');
    await page.waitForSelector('.alarm.told');
    assert.equal(await page.textContent('.alarm h1'), 'Take cover now');
    assert.match(await page.textContent('.alarm'), /not from a signed alert/);
    await page.reload().catch(() => {});
    await context.setOffline(false);
    await page.goto(site.url);
    await page.waitForSelector('.alarm.told h1:has-text("Take cover now")');
    await page.click('[data-key=end]');
    await page.click('.big.shaking');
    assert.equal(await page.textContent('.alarm h1'), 'Drop, cover, hold on');
    assert.match(await page.textContent('.then'), /Go up now/);
    await page.click('[data-key=end]');
    await page.click('.big.untold');
    assert.match(await page.textContent('.alarm h1'), /inner room above the ground floor/);
    await close();
  });

  it('a city that could not be had comes by itself once there is a network, and a siren means then what it means there', async () => {
    const city = 'data/city-0.bin';
    const { page, site, close } = await open({ hash: `#at=${AT}`, without: [city], alerts: [signed({ name: 'd', drill: true, world: 'drill' })] });
    await page.click('.big.siren');
    assert.match(await page.textContent('.alarm h1'), /inner room above the ground floor/, 'nobody knows what a siren means here');
    await page.waitForSelector('.block .problem');
    await page.evaluate(() => {
      window.isSamePage = true;
    });
    site.put(city, fakePack()[city]);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.alarm h1:has-text("Take cover now")');
    await page.waitForSelector('.alarm .block-plan', { timeout: 5000 });
    assert.equal(await page.evaluate(() => window.isSamePage), true, 'nobody loaded it again');
    await page.click('[data-key=end]');
    await page.waitForSelector('.alarm.drill');
    await close();
  });

  it('a walk that took longer makes plans slower, and one tap forgets all', async () => {
    const { page, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    await page.click('[data-key=tab-plans]');
    await page.locator('.doing .small').first().click();
    await page.waitForSelector('.walk.drill .band');
    for (let step = 0; step < 3; step++) await page.click('[data-key=next]');
    await page.click('[data-key=inside]');
    await page.waitForSelector('.lead');
    assert.match(await page.textContent('.lead'), /Plans stay as they are/, 'one fast walk promises nothing');
    await page.click('[data-key=tab-more]');
    await page.click('[data-key="settings-tile"]');
    await page.click('[data-action=forget]');
    await page.waitForSelector('.first');
    const left = await page.evaluate(async () => [(await caches.keys()).length, localStorage.length, (await indexedDB.databases()).length]);
    assert.ok(left[1] === 0, String(left));
    await close();
  });

  it('shares a plan as text and as a code, without asking anybody', async () => {
    const { page, noted, site, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    await page.locator('.doing .small', { hasText: 'Share' }).click();
    assert.match(await page.textContent('.shared-text'), /Plan A: Kamppi rock shelter/);
    assert.match(await page.getAttribute('.code svg', 'data-link'), /guide\.html#at=60\.1699,24\.9384$/);
    staysHome(noted, [site]);
    await close();
  });

  it('asks relays that the ring names, and no other host', async () => {
    const { page, context, site, noted, close } = await open({ hash: `#at=${AT}`, relay: 'https://relay.example' });
    const asked = [];
    const answer = (route, body) => route.fulfill({ body: JSON.stringify(body), headers: { 'access-control-allow-origin': '*' } });
    await context.route('https://relay.example/**', (route) => {
      const request = route.request();
      asked.push([request.method(), request.url(), request.headers().referer, request.headers().cookie, request.postData()]);
      if (request.url().endsWith('/alerts/index.json')) return answer(route, { files: ['r.dsse.json'] });
      return answer(route, signed({ name: 'relayed', order: 'Heard from a relay' }));
    });
    await page.waitForSelector('.home .block-plan');
    site.put('alerts/index.json', JSON.stringify({ files: ['ring.x.dsse.json', 'r0.dsse.json'] }));
    site.put('alerts/r0.dsse.json', JSON.stringify({ relays: ['https://relay.example', 'http://open.example', 'https://relay.example/way?in=60.17'] }));
    const look = async () => {
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.waitForTimeout(800);
    };
    await look();
    await look();
    await page.waitForSelector('.alarm.warning');
    assert.equal(await page.textContent('.alarm h1'), 'Heard from a relay');
    // Its own host falls silent: the relay is enough.
    site.put('alerts/index.json', null);
    await look();
    assert.equal(await page.locator('[data-lost]').count(), 0);
    for (const [method, url, referrer, cookie, body] of asked) {
      assert.ok(['https://relay.example/alerts/index.json', 'https://relay.example/alerts/r.dsse.json'].includes(url), url);
      assert.deepEqual([method, referrer, cookie, body], ['GET', undefined, undefined, null]);
    }
    const { origin } = new URL(site.url);
    for (const { url } of noted.requests) assert.ok([origin, 'https://relay.example'].includes(new URL(url).origin) || /^(blob|data):/.test(url), url);
    await close();
  });

  it('draws streets, moves by fingers, mouse and keys, and stays as it was left', async () => {
    const { page, close } = await open({ hash: `#at=${AT}`, viewport: DESKTOP });
    await page.waitForSelector('.block-plan');
    await page.click('[data-key=tab-plans]');
    await page.waitForSelector('.ways[data-streets]');
    const colours = () => page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const canvas = document.querySelector('.ways canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const found = new Map();
      for (let at = 0; at < data.length; at += 4 * 97) {
        const name = `${data[at]},${data[at + 1]},${data[at + 2]}`;
        found.set(name, (found.get(name) ?? 0) + 1);
      }
      return [...found].sort((a, b) => b[1] - a[1]).map(([name]) => name).slice(0, 6).join(' ');
    });
    const picture = () => page.evaluate(() => document.querySelector('.ways canvas').toDataURL());
    assert.match(await colours(), /255,255,255/, 'streets are there');
    const box = await page.locator('.ways canvas').boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let before = await picture();
    const isMoved = async (what) => {
      await page.waitForTimeout(150);
      const now = await picture();
      assert.notEqual(now, before, what);
      before = now;
    };
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 4 });
    await page.mouse.up();
    await isMoved('dragged');
    await page.mouse.wheel(0, -200);
    await isMoved('wheeled');
    await page.focus('.ways canvas');
    for (const key of ['ArrowLeft', '-', '0']) {
      await page.keyboard.press(key);
      await isMoved(key);
    }
    const touch = (type, ...spots) => page.evaluate(([type, spots]) => {
      const canvas = document.querySelector('.ways canvas');
      const { left, top } = canvas.getBoundingClientRect();
      canvas.setPointerCapture = () => {};
      for (const [pointerId, x, y] of spots) canvas.dispatchEvent(new PointerEvent(type, { pointerId, clientX: left + x, clientY: top + y, pointerType: 'touch' }));
    }, [type, spots]);
    await touch('pointerdown', [11, 200, 200], [12, 260, 260]);
    await touch('pointermove', [11, 120, 120], [12, 340, 340]);
    await touch('pointerup', [11, 120, 120], [12, 340, 340]);
    await isMoved('pinched');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    assert.match(await colours(), /^23,25,28/, 'dark ground');
    await close();
  });

  it('turns to the next step by position, and says when nobody is on the way', async () => {
    const { page, context, site, close } = await open({ hash: `#at=${AT}`, geolocation: { latitude: 60.1699, longitude: 24.9384, accuracy: 8 } });
    await context.grantPermissions(['geolocation'], { origin: new URL(site.url).origin });
    await page.waitForSelector('.block-plan');
    await page.click('.big.siren');
    await page.click('[data-key^="walk-main"]');
    await page.getByRole('button', { name: 'Follow my position' }).click();
    assert.match(await page.textContent('.turn'), /Step 1 of 4/);
    const at = async (longitude, latitude, words) => {
      await context.setGeolocation({ latitude, longitude, accuracy: 8 });
      await page.waitForFunction((words) => document.querySelector('.walk')?.textContent.includes(words), words, { timeout: 5000 });
    };
    await at(24.9387, 60.1699, 'Step 2 of 4');
    assert.match(await page.textContent('.turn'), /in 2\d m/);
    await page.waitForSelector('.turn .arrow');
    await at(24.9394, 60.1699, 'Step 3 of 4');
    await at(24.9404, 60.1706, 'Step 4 of 4');
    await at(24.9432, 60.1706, 'off the way');
    await close();
  });

  it('keeps the last good city when the host has a broken one', async () => {
    const { page, site, close } = await open({ hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    for (const broken of ['', '{}', '{"files":[{"path":"../x","sha256":"0","len":1}]}', fakePack({ n: 2 })['pack.json'].replace(/[0-9a-f]{64}/, '0'.repeat(64))]) {
      site.put('pack.json', broken);
      await page.reload();
      await page.waitForSelector('.block-plan');
    }
    // A newer one that is whole is taken; then the older one is not taken back.
    const version = () => page.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open('guide');
      request.onsuccess = () => {
        const get = request.result.transaction('values').objectStore('values').get('pack.json');
        get.onsuccess = () => resolve(JSON.parse(get.result).n);
      };
    }));
    for (const [n, held] of [[3, 3], [2, 3]]) {
      site.put('pack.json', fakePack({ n })['pack.json']);
      await page.reload();
      await page.waitForSelector('.block-plan');
      await page.waitForTimeout(1500);
      assert.equal(await version(), held);
    }
    await close();
  });

  it('says nothing that does not come from the texts', async () => {
    const { page, close } = await open({ texts: 'pseudo', hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    // Names of languages, units and letters of plans are the same everywhere; dates are the browser's.
    const known = new Set([...fakeWords(), 'English', 'UTC', ...(await page.evaluate(() => [...Array(12).keys()].map((month) => new Intl.DateTimeFormat('en', { month: 'short' }).format(new Date(2026, month, 1)))))]);
    const screens = async function* () {
      for (const screen of ['now', 'plans', 'cards', 'more']) {
        await page.click(`[data-key=tab-${screen}]`);
        yield screen;
      }
      for (const sign of ['start', 'bed', 'check', 'share', 'settings', 'untold']) {
        await page.click('[data-key=tab-more]');
        await page.click(`[data-key="${sign}-tile"]`);
        await page.waitForTimeout(200);
        yield sign;
      }
      await page.click('[data-key=tab-now]');
      for (const kind of ['siren', 'shaking', 'untold']) {
        await page.click(`.big.${kind}`);
        await page.waitForSelector('.alarm .block:not([aria-busy])');
        yield kind;
        await page.click('[data-key=end]');
      }
    };
    for await (const screen of screens()) {
      const words = await page.evaluate(() => {
        const texts = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) texts.push(walk.currentNode.textContent);
        for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          for (const name of ['aria-label', 'title', 'placeholder']) texts.push(one.getAttribute(name) ?? '');
        return texts.join(' ').match(/(?<![\p{L}])[A-Za-z]{3,}(?![\p{L}])/gu) ?? [];
      });
      // Words without a vowel look the same in both.
      const foreign = [...new Set(words)].filter((word) => /[aeiouy]/i.test(word) && !known.has(word));
      assert.deepEqual(foreign, [], screen);
    }
    await close();
  });

  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    for (const [theme, language] of [['light', 'en'], ['dark', 'ja'], ['light', 'uk'], ['dark', 'ru'], ['dark', 'en'], ['light', 'ja']]) {
      it(`axe finds nothing, nothing is cut off: ${size}, ${theme}, ${language}`, async () => {
        const { page, noted, close } = await open({ viewport, theme, language, bypassCSP: true, hash: `#at=${AT}` });
        await page.waitForSelector('.block-plan');
        await page.addScriptTag({ content: AXE });
        for (const screen of ['now', 'plans', 'cards', 'more']) {
          await page.click(`[data-key=tab-${screen}]`);
          await check(page, `${size}-${theme}-${language}`, screen);
        }
        for (const [sign, name] of [['start', 'start'], ['bed', 'bedside'], ['check', 'selftest'], ['share', 'share'], ['world', 'tourist'], ['settings', 'settings'], ['untold', 'first']]) {
          await page.click('[data-key=tab-more]');
          await page.click(`[data-key="${sign}-tile"]`);
          await check(page, `${size}-${theme}-${language}`, name);
        }
        await page.click('[data-key=tab-now]');
        for (const kind of ['siren', 'shaking', 'untold']) {
          await page.click(`.big.${kind}`);
          await page.waitForSelector('.alarm .block:not([aria-busy])');
          await check(page, `${size}-${theme}-${language}`, kind);
          if (kind === 'siren') {
            await page.click('[data-key^="walk-main"]');
            await check(page, `${size}-${theme}-${language}`, 'walk');
            await page.click('[data-key=end-walk]');
          }
          await page.click('[data-key=end]');
        }
        assert.deepEqual(noted.complaints, []);
        await close();
      });
    }
  }

  for (const [name, options] of [
    ['320 pixels', { viewport: { width: 320, height: 568 }, language: 'uk' }],
    ['text of twice the size', { viewport: { width: 360, height: 780 }, language: 'ru', twice: true }],
    ['from right to left', { viewport: { width: 360, height: 780 }, isRtl: true }],
  ]) {
    it(`nothing is cut off at ${name}`, async () => {
      const { twice, isRtl, ...rest } = options;
      const { page, close } = await open({ ...rest, bypassCSP: true, hash: `#at=${AT}` });
      await page.waitForSelector('.block-plan');
      if (twice) await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const turn = () => isRtl && page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      for (const screen of ['now', 'plans', 'cards', 'more']) {
        await page.click(`[data-key=tab-${screen}]`);
        await turn();
        assert.deepEqual(await cutOff(page), [], screen);
      }
      for (const sign of ['start', 'bed', 'check', 'share', 'world', 'settings', 'untold']) {
        await page.click('[data-key=tab-more]');
        await page.click(`[data-key="${sign}-tile"]`);
        await turn();
        assert.deepEqual(await cutOff(page), [], sign);
      }
      await page.click('[data-key=tab-now]');
      await page.click('.big.siren');
      await page.waitForSelector('.alarm .block-plan');
      await turn();
      assert.deepEqual(await cutOff(page), [], 'alarm');
      await page.click('[data-key^="walk-main"]');
      await turn();
      assert.deepEqual(await cutOff(page), [], 'walk');
      await close();
    });
  }

  it('the keyboard is enough, and the focus is seen', async () => {
    const { page, close } = await open({ viewport: DESKTOP, hash: `#at=${AT}` });
    await page.waitForSelector('.block-plan');
    const reach = async (selector) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
          assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none', selector);
          return page.keyboard.press('Enter');
        }
        await page.keyboard.press('Tab');
      }
      assert.fail(`Tab never reaches ${selector}`);
    };
    await reach('.big.siren');
    await page.waitForSelector('.alarm.told');
    await reach('[data-key^="walk-main"]');
    await reach('[data-key=next]');
    await page.waitForFunction(() => document.activeElement?.dataset.key === 'next' || document.activeElement?.tagName === 'H1');
    await reach('[data-key=back]');
    await page.waitForSelector('.alarm.told');
    await close();
  });
});

const pictured = new Set();

async function check(page, name, screen) {
  await page.waitForTimeout(150);
  assert.deepEqual(await cutOff(page), [], `${name} ${screen}`);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    [],
    `${name} ${screen}`,
  );
  if (!pictured.has(`${name} ${screen}`)) await page.screenshot({ path: `${PICTURES}/guide-${name}-${screen}.png` });
  pictured.add(`${name} ${screen}`);
}
