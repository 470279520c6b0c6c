import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faces } from '../src/fonts';
import { bestLanguage, bundleOf, direction, LANGUAGES } from '../src/texts';
import { textFiles } from '../tools/texts.mjs';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const whole = (tag: string): string =>
  textFiles(tag)
    .map((file: string) => readFileSync(file, 'utf8'))
    .join('\n');

it('has every sentence that the page says, in every language', () => {
  const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${SRC}/${name}`, 'utf8'))
    .join('\n');
  const ids = new Set(
    [
      ...code.matchAll(
        /['"]((?:page|answer|plan|late|coverage|picture|budget|clock|start|zero|route|none|source)-[a-z0-9-]+)['"]/g,
      ),
    ].map((found) => found[1] ?? ''),
  );
  // Names of classes and elements look like ids of sentences.
  const notSentences = new Set([
    'plan-zero',
    'late-lead',
    'late-words',
    'plans-of-planner',
    'source-layer',
    'coverage-within',
    'coverage-at',
    'clock-behind',
  ]);
  for (const tag of Object.keys(LANGUAGES)) {
    const bundle = bundleOf(tag, whole(tag));
    const missing = [...ids].filter((id) => !notSentences.has(id) && !bundle.hasMessage(id));
    expect(missing, tag).toEqual([]);
  }
});

it('has every sentence of the guide, in every language', () => {
  const code = readdirSync(`${SRC}/guide`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${SRC}/guide/${name}`, 'utf8'))
    .join('\n');
  const calls = [...code.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g), ...code.matchAll(/'(guide-[a-z0-9-]+)'/g)];
  // Names of classes and files look like ids of sentences.
  const notSentences = new Set(['guide-main', 'guide-head', 'guide-name', 'guide-tabs', 'guide-tourist']);
  for (const tag of Object.keys(LANGUAGES)) {
    const texts = textFiles(tag, 'guide').map((file: string) => readFileSync(file, 'utf8'));
    const bundle = bundleOf(tag, texts.join('\n'));
    const missing = new Set(calls.map((found) => found[1] ?? '').filter((id) => !bundle.hasMessage(id)));
    for (const name of notSentences) missing.delete(name);
    expect([...missing], tag).toEqual([]);
  }
});

it('embeds the letters of every Japanese sentence', () => {
  const covered = new Set<number>();
  for (const face of faces().filter((one) => one.family === 'Noto Sans JP')) {
    for (const range of face.range.split(',')) {
      const [from = 0, to = from] = range
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      for (let code = from; code <= to; code++) covered.add(code);
    }
  }
  const guide = textFiles('ja', 'guide').map((file: string) => readFileSync(file, 'utf8'));
  const said = [whole('ja'), ...guide].join('\n').replaceAll(/^#.*$/gm, '');
  const missing = [...new Set(said)].filter(
    (sign) => (sign.codePointAt(0) ?? 0) > 0x2fff && !covered.has(sign.codePointAt(0) ?? 0),
  );
  expect(missing).toEqual([]);
});

it('chooses the first language that it speaks', () => {
  expect(bestLanguage(['de-DE', 'ja-JP', 'en'])).toBe('ja');
  expect(bestLanguage([])).toBe('en');
  expect(direction('he-IL')).toBe('rtl');
  expect(direction('uk')).toBe('ltr');
});
