// Says whether dist/ was built from the sources that lie beside it. `--write` notes the sources'
// hash in dist/STAMP; without it the note is compared, and a difference ends with status 1.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textFiles } from './texts.mjs';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const STAMP = `${WEB}dist/STAMP`;
const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'tools/texts.mjs', 'vite.config.ts'];

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

function hashOfSources() {
  const hash = createHash('sha256');
  const ours = SOURCES.map((name) => WEB + name)
    .filter(existsSync)
    .flatMap(filesUnder);
  for (const file of [...ours, ...['en', 'ja', 'uk', 'ru'].flatMap(textFiles)]) {
    // The name below the project's folder, so that the hash does not depend on where that is.
    hash.update(`${file.slice(file.lastIndexOf(file.startsWith(WEB) ? WEB : '/ftl/'))}`.replace(WEB, ''));
    hash.update('\0').update(readFileSync(file)).update('\0');
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
