// Two officers, a shared folder and a desk for each: what the desk's browser test needs. Keys, root and
// ring are made by the command, as people make them; the passphrases are of this test alone.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { HINAN } from './setup.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The officers' keys: Olena has two. */
export const KEYS = ['olena', 'olena2', 'petro'];
export const PASSPHRASE = 'only for a test of two desks';

/** Parts of the sample's city as zones. */
const ZONES = {
  type: 'FeatureCollection',
  features: [
    zone('kluuvi', 'Kluuvi', 24.941, 60.1675, 24.951, 60.1725),
    zone('kamppi', 'Kamppi', 24.928, 60.1655, 24.937, 60.17),
  ],
};

function zone(id, name, west, south, east, north) {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return {
    type: 'Feature',
    properties: { id, name, seconds: 180 },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/** Runs the command; with a passphrase on descriptor 3 where one is wanted. */
export function hinan(words, secretFile) {
  const secret = secretFile ? openSync(secretFile, 'r') : null;
  try {
    const stdio = ['ignore', 'pipe', 'pipe', ...(secret === null ? [] : [secret])];
    return execFileSync(HINAN, words, { encoding: 'utf8', stdio });
  } finally {
    if (secret !== null) closeSync(secret);
  }
}

/** Makes keys, root, ring and region. */
export function prepare() {
  const home = mkdtempSync(`${tmpdir()}/hinan-e2e-desk-`);
  const night = `${home}/night`;
  mkdirSync(night);
  const secret = `${home}/passphrase`;
  writeFileSync(secret, `${PASSPHRASE}\n`, { mode: 0o600 });
  writeFileSync(`${home}/zones.geojson`, JSON.stringify(ZONES));
  writeFileSync(
    `${night}/sender.json`,
    JSON.stringify({ sender: 'alerts@helsinki.example', sender_name: 'City of Helsinki (a test)', utc_offset: '+02:00' }),
  );
  for (const key of KEYS) hinan(['keys', 'new', `${home}/${key}.age`, '--label', key, '--passphrase-fd', '3'], secret);
  const pub = (key) => `${home}/${key}.pub`;
  const root = `${night}/root1.dsse.json`;
  const ring = `${night}/ring1.dsse.json`;
  const both = [`olena=${pub('olena')}`, `petro=${pub('petro')}`];
  hinan(['keys', 'root', '--person', ...both, '--threshold', '2', '--keeper', ...both, '--keeper-threshold', '2', '-o', root]);
  const sign = (file) => {
    for (const key of ['olena', 'petro'])
      hinan(['keys', 'sign', file, '--key', `${home}/${key}.age`, '--yes', '--passphrase-fd', '3', ...(file === root ? [] : ['--scope', scopeOf(root)])], secret);
  };
  sign(root);
  hinan(['keys', 'ring', '--root', root, '--officer', ...both, `olena=${pub('olena2')}`, '--solo-hold', '180s', '-o', ring]);
  sign(ring);
  const region = `${home}/helsinki.hinan`;
  hinan(['build', '--streets', `${ROOT}samples/helsinki/Helsinki.osm.pbf`, '--shelters', 'osm', '--with-candidates', '--people', 'osm', '--name', 'Helsinki', '-o', region]);
  return { home, night, root, ring, region, secret };
}

/** What everything under a root belongs to: SHA-256 of its payload. */
export function scopeOf(root) {
  const { payload } = JSON.parse(readFileSync(root, 'utf8'));
  return createHash('sha256').update(Buffer.from(payload, 'base64')).digest('hex');
}

/** Starts the desk of a key. */
export async function startDesk(place, key, more = []) {
  const words = ['desk', '--folder', place.night, '--key', `${place.home}/${key}.age`, '--root', place.root];
  const child = spawn(
    HINAN,
    [...words, '--region', place.region, '--zones', `${place.home}/zones.geojson`, '--port', '0', ...more],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+\/desk\.html#[0-9a-f]{32}/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`hinan desk ended before it said where it listens: ${said}`)));
  });
  return { url, stop: () => child.kill('SIGTERM') };
}
