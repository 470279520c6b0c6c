// A static host for the guide, as dull as any: files in a sub-path, no special headers. Every request is
// noted with its whole address.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = `${ROOT}web/dist`;
const FAKE = `${ROOT}web/test/fake-engine.js`;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
/** The folder of the host that the site lies in. */
export const BASE = '/some/city/';

/** Serves folders one over the other, and files that are given as text; `put` changes those. */
export async function serve(folders, files = {}, withFake = false) {
  const asked = [];
  const given = new Map(Object.entries(files));
  const server = createServer((request, response) => {
    asked.push(request.url);
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const found = path.startsWith(BASE) ? bytesOf(path.slice(BASE.length) || 'guide.html', folders, given, withFake) : null;
    if (found === null) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(found);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it stops its host must not keep the whole run from ending.
  server.unref();
  return {
    url: `http://127.0.0.1:${server.address().port}${BASE}guide.html`,
    asked,
    put: (name, text) => (text === null ? given.delete(name) : given.set(name, text)),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** Reads the first screen, and waits until the device has kept that it was read. */
export async function readFirst(page) {
  await page.click('[data-key=first-ok]');
  await page.waitForFunction(() => new Promise((resolve) => {
    const opening = indexedDB.open('guide');
    opening.onerror = () => resolve(false);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('values').objectStore('values').get('settings');
      reading.onerror = () => resolve(false);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result?.hasReadFirst === true);
      };
    };
  }));
}

function bytesOf(path, folders, given, withFake) {
  if (given.has(path)) return given.get(path);
  if (withFake === 'pseudo' && /_guide-texts_en-/.test(path)) {
    const file = folders.map((folder) => join(folder, path)).find(existsSync);
    return file ? pseudo(readFileSync(file, 'utf8')) : null;
  }
  if (withFake && /engine-worker/.test(path)) return readFileSync(FAKE);
  if (normalize(path).startsWith('..')) return null;
  for (const folder of folders) {
    const file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isFile()) return readFileSync(file);
  }
  return null;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A pack for the stand-in engine: the form of a real one, with nothing in it. */
export function fakePack(more = {}) {
  const files = { 'data/city-0.bin': 'city', 'hinan.wasm': 'no module', 'trust/root1.dsse.json': '{}' };
  const role = { 'data/city-0.bin': 'city', 'hinan.wasm': 'engine', 'trust/root1.dsse.json': 'root' };
  const listed = Object.entries(files).map(([path, text]) => ({ role: role[path], path, sha256: sha256(text), len: text.length }));
  const manifest = { format: 1, name: 'Helsinki', version: '2026-09-01.1', epoch: 1, n: 1, built: 1788220800, scope: 'a'.repeat(64), files: listed, ...more };
  return { 'pack.json': JSON.stringify(manifest), ...files, 'alerts/index.json': JSON.stringify({ files: [] }) };
}

const ODD = { a: 'ȧ', e: 'ḗ', i: 'ī', o: 'ǿ', u: 'ŭ', y: 'ẏ', A: 'Ȧ', E: 'Ḗ', I: 'Ī', O: 'Ǿ', U: 'Ŭ', Y: 'Ẏ' };

/** The module of English texts with odd vowels: what is said without them does not come from the texts. */
function pseudo(code) {
  const [from, to] = [code.indexOf('`') + 1, code.lastIndexOf('`')];
  if (from === 0 || to <= from) throw new Error('the texts are written otherwise than this reads them');
  const lines = code.slice(from, to).split('\n').map((line) => {
    const [, head, rest] = /^([a-z][\w-]* = ?|\s*\*?\[[\w-]+\] ?|\s+|\} ?)?(.*)$/.exec(line);
    return (head ?? '') + (/^[a-z][\w-]* = ?$/.test(line) ? '' : odd(rest));
  });
  return code.slice(0, from) + lines.join('\n') + code.slice(to);
}

function odd(text) {
  let depth = 0;
  return [...text].map((sign) => {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    return depth > 0 ? sign : (ODD[sign] ?? sign);
  }).join('');
}

/** The words of the stand-in: those come from the data, not from the texts. */
export const fakeWords = () => new Set(readFileSync(FAKE, 'utf8').match(/[A-Za-z]{3,}/g));
