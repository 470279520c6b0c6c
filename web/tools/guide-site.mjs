// What of dist/ is the guide: the page for residents and everything that it may ever load. Writes
// `guide-files.json` (what `hinan pack` copies) and `guide-sw.js`, the service worker with the names of
// the files that it keeps, so that a new build is a new worker.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('..', import.meta.url));
/** The page itself. */
const PAGE = 'guide.html';
/** Files of public/ that belong to it: they keep their names. */
const isPublic = (name) => name.startsWith('guide-');

/** Chunks, styles and assets that can be reached from the page, by their names in dist/. */
function reachable(bundle) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name) || !bundle[name]) return;
    found.add(name);
    const chunk = bundle[name];
    if (chunk.type !== 'chunk') return;
    for (const other of [...chunk.imports, ...chunk.dynamicImports]) visit(other);
    for (const kind of ['importedCss', 'importedAssets'])
      for (const other of chunk.viteMetadata?.[kind] ?? []) visit(other);
    // Workers are made apart: their names stand in the code.
    for (const other of Object.keys(bundle))
      if (/worker/.test(other) && chunk.code.includes(other.split('/').at(-1))) visit(other);
  };
  const entry = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(PAGE),
  );
  if (entry) visit(entry.fileName);
  return [...found];
}

/** Letters that are kept from the start; others when they were drawn once. */
const isKeptFont = (name) => !name.endsWith('.woff2') || /noto-sans-(latin|cyrillic)-\d/.test(name);

/** Puts a value where the worker says that it belongs. */
function filled(worker, name, value) {
  const place = new RegExp(`/\\* ${name} \\*/ (\\[\\]|''|"")`);
  if (!place.test(worker)) throw new Error(`guide/sw.js has no place for its ${name}`);
  return worker.replace(place, JSON.stringify(value));
}

/** The plugin for Vite. */
export function guideSite() {
  return {
    name: 'guide-site',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const publicFiles = readdirSync(`${WEB}public`).filter(isPublic);
        const files = [PAGE, ...publicFiles, ...reachable(bundle)].sort();
        const kept = files.filter(isKeptFont);
        const worker = readFileSync(`${WEB}src/guide/sw.js`, 'utf8');
        const hash = createHash('sha256').update(worker);
        for (const name of kept) {
          const part = bundle[name];
          hash
            .update(name)
            .update(
              part
                ? (part.code ?? part.source)
                : publicFiles.includes(name)
                  ? readFileSync(`${WEB}public/${name}`)
                  : '',
            );
        }
        // The page's own text is written after this; its scripts are in the names.
        const source = filled(filled(worker, 'files', kept), 'version', hash.digest('hex').slice(0, 16));
        this.emitFile({ type: 'asset', fileName: 'guide-sw.js', source });
        const list = { page: PAGE, files: [...files, 'guide-sw.js'].sort() };
        this.emitFile({
          type: 'asset',
          fileName: 'guide-files.json',
          source: `${JSON.stringify(list, null, 2)}\n`,
        });
      },
    },
  };
}
