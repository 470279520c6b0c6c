// The guide with its engine and a pack as they are: what those tests need that open it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cannotRun, HINAN, ownFolder, run } from './setup.mjs';
import { DIST } from './site.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The engine of phones. */
export const ENGINE = process.env.HINAN_PHONE ?? `${ROOT}target/phone/wasm32-unknown-unknown/phone/hinan_phone.wasm`;

/** Why tests with the engine cannot run here; `false` if they can. */
export function lacksEngine() {
  const words = cannotRun() || (existsSync(ENGINE) ? false : `not here: ${ENGINE} (cargo xtask test phone)`);
  if (words && process.env.CI) throw new Error(words);
  return words;
}

/** Builds a region with these words. */
export function buildRegion(name, words) {
  const region = `${ownFolder()}/${name}.hinan`;
  run(['build', ...words, '--name', name, '-o', region]);
  return region;
}

/** The words that build the sample. */
export const SAMPLE = ['--streets', `${ROOT}samples/helsinki/Helsinki.osm.pbf`, '--shelters', 'osm', '--with-candidates', '--people', 'osm'];

/** Makes the site of a region. */
export function pack(region, more = []) {
  const folder = `${ownFolder()}/site`;
  execFileSync(HINAN, ['pack', region, '-o', folder, '--site', DIST, '--engine', ENGINE, '--built', '2026-09-01', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  return folder;
}

/** The manifest of a site with other files in it: whose alerts it believes, when it was made. */
export function manifestWith(folder, files, more) {
  const manifest = JSON.parse(readFileSync(`${folder}/pack.json`, 'utf8'));
  const listed = Object.entries(files).map(([path, text]) => ({
    path, role: path.split('/').at(-1).replace(/\d.*/, ''), len: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex'),
  }));
  return JSON.stringify({ ...manifest, ...more, files: [...manifest.files, ...listed] });
}

/** Writes what a device kept before the page is opened for the first time. */
export async function keep(page, url, values) {
  await page.goto(new URL('guide-ways.webmanifest', url).href);
  await page.evaluate((values) => new Promise((resolve, reject) => {
    const request = indexedDB.open('guide', 1);
    request.onupgradeneeded = () => {
      for (const shelf of ['files', 'values']) request.result.createObjectStore(shelf);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('values', 'readwrite');
      for (const [name, value] of Object.entries(values)) transaction.objectStore('values').put(value, name);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  }), values);
}
