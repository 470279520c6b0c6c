// The texts of hinan, one module a language: `import texts from 'texts:ja'` is every .ftl file of
// that language that the planner's page needs, one after the other; `'desk-texts:ja'` is every one that
// the officers' desk needs, `'guide-texts:ja'` those of the residents' guide. They are the files that the command and the server read too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the texts are. */
export const TEXTS = fileURLToPath(new URL('../../crates/hinan-texts/ftl', import.meta.url));

/** What is left out: of the page what only the command and the desk say, of the desk the rest. */
const LEFT_OUT = {
  page: new Set([
    'up.ftl',
    'report.ftl',
    'poster.ftl',
    'alert.ftl',
    'alert-forms.ftl',
    'desk.ftl',
    'guide.ftl',
  ]),
  desk: new Set([
    'up.ftl',
    'report.ftl',
    'poster.ftl',
    'coverage.ftl',
    'plans.ftl',
    'way.ftl',
    'notices.ftl',
    'guide.ftl',
  ]),
  guide: new Set(['up.ftl', 'report.ftl', 'poster.ftl', 'coverage.ftl', 'desk.ftl']),
};

/** The files of a language that the page (or the `desk`, or the `guide`) needs, in the order of their names. */
export function textFiles(language, face = 'page') {
  const folder = `${TEXTS}/${language}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl') && !LEFT_OUT[face].has(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The plugin for Vite. Comments are for translators: the page is served without them. */
export function texts() {
  const ours = /^\0?(?:(desk|guide)-)?texts:(.+)$/;
  return {
    name: 'texts',
    resolveId: (id) => (ours.test(id) && !id.startsWith('\0') ? `\0${id}` : null),
    load(id) {
      const [, face, language] = id.startsWith('\0') ? (id.match(ours) ?? []) : [];
      if (language === undefined) return null;
      const files = textFiles(language, face);
      for (const file of files) this.addWatchFile(file);
      const whole = files.map((file) => readFileSync(file, 'utf8')).join('\n');
      return `export default ${JSON.stringify(whole.replaceAll(/^#.*\n/gm, ''))};`;
    },
  };
}
