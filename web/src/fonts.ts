// The letters of the page and of the map, from files of our own. A browser fetches only the files
// whose characters it draws.

import ranges from '@fontsource/noto-sans/unicode.json';
import japaneseRanges from '@fontsource/noto-sans-jp/unicode.json';

type Files = Record<string, string>;

const LATIN = import.meta.glob<string>(
  '/node_modules/@fontsource/noto-sans/files/noto-sans-{latin,latin-ext,cyrillic,cyrillic-ext,greek}-{400,600}-normal.woff2',
  { query: '?url', import: 'default', eager: true },
) as Files;

// Slices 35 and 44 hold words like "moat" and "fence"; slices 60 to 119 hold the more frequent kanji; what the page itself says is covered (tested), rarer
// characters of a map come from the machine.
const JAPANESE = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-{35,44}-400-normal.woff2',
    '/node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-[6-9][0-9]-400-normal.woff2',
    '/node_modules/@fontsource/noto-sans-jp/files/noto-sans-jp-1[01][0-9]-400-normal.woff2',
  ],
  { query: '?url', import: 'default', eager: true },
) as Files;

const HEBREW = import.meta.glob<string>(
  '/node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2',
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
) as Files;

/** A file of letters. */
export interface Face {
  family: string;
  weight: string;
  url: string;
  range: string;
}

/** Every file of letters, with the characters that it holds. */
export function faces(): Face[] {
  const found: Face[] = [];
  for (const [file, url] of Object.entries(LATIN)) {
    const [, subset, weight] = /noto-sans-([a-z-]+)-(\d+)-normal/.exec(file) ?? [];
    const range = (ranges as Record<string, string>)[subset ?? ''];
    if (weight && range) found.push({ family: 'Noto Sans', weight, url, range });
  }
  for (const [file, url] of Object.entries(JAPANESE)) {
    const [, slice] = /noto-sans-jp-(\d+)-400/.exec(file) ?? [];
    const range = (japaneseRanges as Record<string, string>)[`[${slice}]`];
    if (range) found.push({ family: 'Noto Sans JP', weight: '400', url, range });
  }
  for (const url of Object.values(HEBREW)) {
    found.push({ family: 'Noto Sans Hebrew', weight: '400', url, range: 'U+0590-05FF,U+FB1D-FB4F' });
  }
  return found;
}

/** Tells the browser where the letters of the page are. */
export function announceFonts(): void {
  for (const { family, weight, url, range } of faces()) {
    const source = `url("${url}") format("woff2")`;
    document.fonts.add(new FontFace(family, source, { weight, unicodeRange: range, display: 'swap' }));
  }
}

/** The letters of the map's labels, by the name of a font: regular and semibold. */
export function mapFonts(): Record<string, { url: string; 'unicode-range': string[] }[]> {
  const of = (weights: string[]) =>
    faces()
      .filter((face) => face.family !== 'Noto Sans' || weights.includes(face.weight))
      .map((face) => ({
        url: new URL(face.url, document.baseURI).href,
        'unicode-range': face.range.split(',').map((one) => one.trim()),
      }));
  return { 'Noto Sans Regular': of(['400']), 'Noto Sans Semibold': of(['600']) };
}
