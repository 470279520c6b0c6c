// A city that changed a little: the phone that holds the pack before fetches the difference alone, makes the
// very new files of it, and shows the new plans. A damaged difference costs it the whole new pack, no more.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cannotRun, openBrowser, ownFolder, PHONE, run } from '../lib/setup.mjs';
import { DIST, readFirst, serve } from '../lib/site.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENGINE = process.env.HINAN_PHONE ?? `${ROOT}target/phone/wasm32-unknown-unknown/phone/hinan_phone.wasm`;
const START = '#at=60.16990,24.93840';

/** Why these cannot run here. */
function lacks() {
  const renew = ENGINE.replace('hinan_phone', 'hinan_renew');
  const missing = [ENGINE, renew].find((file) => !existsSync(file));
  const words = cannotRun() || (missing ? `not here: ${missing} (cargo xtask test phone)` : false);
  if (words && process.env.CI) throw new Error(words);
  return words;
}

/** What the device holds now. */
const held = (page) => page.evaluate(() => new Promise((resolve) => {
  const opening = indexedDB.open('guide');
  opening.onsuccess = () => {
    const reading = opening.result.transaction('values').objectStore('values').get('pack.json');
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result);
    };
  };
}));

describe('guide with a new pack', { skip: lacks() }, () => {
  let browser;
  const folders = {};
  before(async () => {
    const home = ownFolder();
    const pack = (name, more) => {
      const region = `${home}/${name}.hinan`;
      run(['build', '--streets', `${ROOT}samples/helsinki/Helsinki.osm.pbf`, '--shelters', 'osm', '--people', 'osm', '--name', 'Helsinki', ...more.build, '-o', region]);
      folders[name] = `${home}/${name}`;
      run(['pack', region, '-o', folders[name], '--site', DIST, '--engine', ENGINE, '--built', '2026-09-01', ...more.pack]);
    };
    pack('old', { build: [], pack: [] });
    pack('new', { build: ['--with-candidates'], pack: ['--previous', folders.old] });
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  /** A phone that holds the old pack, and then finds the new one at its host, with these files spoilt. */
  async function renew(spoilt) {
    const served = [folders.old];
    const site = await serve(served);
    const context = await browser.newContext({ viewport: PHONE, locale: 'en', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(site.url);
    await readFirst(page);
    await page.goto('about:blank');
    await page.goto(site.url + START);
    await page.waitForSelector('.block-plan');
    const wanted = readFileSync(`${folders.new}/pack.json`, 'utf8');
    assert.notEqual(await held(page), wanted);
    served[0] = folders.new;
    for (const name of spoilt(JSON.parse(wanted))) site.put(name, 'spoilt');
    const before = site.asked.length;
    await page.reload();
    await page.waitForSelector('.block-plan');
    for (let tries = 0; (await held(page)) !== wanted; tries += 1) {
      assert.ok(tries < 100, 'the new pack was not taken');
      await page.waitForTimeout(200);
    }
    const asked = site.asked.slice(before);
    await page.reload();
    await page.waitForSelector('.block-plan');
    await context.close();
    await site.stop();
    const { files, deltas } = JSON.parse(wanted);
    const was = (path) => asked.some((url) => url.endsWith(path));
    return { difference: was(deltas[0].path), city: was(files.find(({ role }) => role === 'city').path) };
  }

  it('takes the difference alone', async () => {
    assert.deepEqual(await renew(() => []), { difference: true, city: false });
  });

  it('takes the whole pack where the difference is damaged, or what applies it', async () => {
    assert.deepEqual(await renew(({ deltas }) => [deltas[0].path]), { difference: true, city: true });
    assert.deepEqual(await renew(() => ['renew.wasm']), { difference: true, city: true });
  });
});
