// Says whether dist/ was built from the sources that lie beside it. `--write` notes the sources'
// hash in dist/STAMP; without it the note is compared, and a difference ends with status 1.
// xtask/tests/it/page.rs computes the same without Node.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAMP = `${ROOT}web/dist/STAMP`;
const SOURCES = [
  'crates/hinan-phone/js/hinan.mjs',
  'crates/hinan-renew/js/renew.mjs',
  'crates/hinan-texts/ftl',
  'web/desk.html',
  'web/guide.html',
  'web/index.html',
  'web/package-lock.json',
  'web/public',
  'web/src',
  'web/tools/guide-site.mjs',
  'web/tools/texts.mjs',
  'web/vite.config.ts',
];

function filesUnder(path) {
  if (!statSync(ROOT + path).isDirectory()) return [path];
  return readdirSync(ROOT + path).flatMap((name) => filesUnder(`${path}/${name}`));
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(ROOT + path))
      .update('\0');
  }
  return hash.digest('hex');
}

const now = hashOfSources();
if (process.argv.includes('--write')) {
  writeFileSync(STAMP, `${now}\n`);
} else {
  const then = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : 'nothing';
  if (then !== now) {
    console.error('web/dist is older than its sources: run `npm ci && npm run build` in web/');
    process.exit(1);
  }
  console.log('web/dist is built from these sources');
}
