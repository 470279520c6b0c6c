// The texts of hinan, one module a language: `import texts from 'texts:ja'` is every .ftl file of
// that language, one after the other. They are the files that the command and the server read too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the texts are. */
export const TEXTS = fileURLToPath(new URL('../../crates/hinan-texts/ftl', import.meta.url));

/** What only the command says. */
const NOT_ON_THE_PAGE = new Set(['up.ftl']);

/** The files of a language that the page needs, in the order of their names. */
export function textFiles(language) {
  const folder = `${TEXTS}/${language}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl') && !NOT_ON_THE_PAGE.has(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The plugin for Vite. Comments are for translators: the page is served without them. */
export function texts() {
  const prefix = 'texts:';
  return {
    name: 'texts',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const files = textFiles(id.slice(prefix.length + 1));
      for (const file of files) this.addWatchFile(file);
      const whole = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      return `export default ${JSON.stringify(whole.replaceAll(/^#.*\n/gm, ''))};`;
    },
  };
}
