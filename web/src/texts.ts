// The sentences, in the language that the reader chose.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { walled } from './bidi';

/** The languages of the page, as their speakers call them. */
export const LANGUAGES = { en: 'English', ja: '日本語', uk: 'Українська', ru: 'Русский' } as const;

/** A language of the page. */
export type Language = keyof typeof LANGUAGES;

/** Languages that are written from right to left; none has texts yet, the page is ready for them. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Where the texts of each language come from. */
export type Loaders = Record<Language, () => Promise<{ default: string }>>;

const LOADERS: Loaders = {
  en: () => import('texts:en'),
  ja: () => import('texts:ja'),
  uk: () => import('texts:uk'),
  ru: () => import('texts:ru'),
};

/** What a sentence is filled with. */
export type Arguments = Record<string, FluentVariable>;

let bundles: FluentBundle[] = [];
let current: Language = 'en';

/** Whether there are texts in that language. */
export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The language of the page now. */
export function language(): Language {
  return current;
}

/** The direction of writing: `ltr` or `rtl`. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Of the languages that a browser asks for the first that there are texts in. */
export function bestLanguage(wanted: readonly string[]): Language {
  const tags = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return tags.find(isLanguage) ?? 'en';
}

/** Makes a bundle of texts; for `speak` and for tests. */
export function bundleOf(tag: string, texts: string): FluentBundle {
  // Marks of direction only where a name runs the other way: see `maybe`.
  const bundle = new FluentBundle(tag, { useIsolating: false });
  bundle.addResource(new FluentResource(texts));
  return bundle;
}

/** Loads a language, and English for what it lacks. */
export async function speak(tag: Language, loaders: Loaders = LOADERS): Promise<void> {
  const tags: Language[] = tag === 'en' ? ['en'] : [tag, 'en'];
  const texts = await Promise.all(tags.map((one) => loaders[one]()));
  bundles = tags.map((one, index) => bundleOf(one, texts[index]?.default ?? ''));
  current = tag;
}

/** Uses these bundles; for tests. */
export function speakFrom(given: FluentBundle[]): void {
  bundles = given;
}

/** The sentence `id`, or nothing where no language has it. */
export function maybe(id: string, values?: Arguments): string | null {
  for (const bundle of bundles) {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern) return bundle.formatPattern(pattern, values ? inWalls(values) : null, []);
  }
  return null;
}

function inWalls(values: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? walled(value) : value]),
  );
}

/** The sentence `id`. One that is missing shows its name: better seen than silent. */
export function t(id: string, values?: Arguments): string {
  return maybe(id, values) ?? id;
}

/** A number as the reader writes it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(current, options).format(value);
}
