// Names that run from right to left, in sentences of either direction. Without walls around them the
// numbers that follow would be drawn inside of the name: "5 min" of a Hebrew street would not be its
// minutes any more.

const RTL = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const HAS_RTL = new RegExp(`[${RTL}]`, 'u');
const FIRST_LETTER = /\p{L}/u;
/** What stands between walls, or a name with whatever joins its words. */
const PARTS = new RegExp(`\u2068([^\u2069]*)\u2069|[${RTL}](?:[^\\p{L}\\p{N}]*[${RTL}])*['"׳״]?`, 'gu');

/** A part of a text. */
export interface Part {
  text: string;
  isApart: boolean;
}

/** Puts walls around a name that runs from right to left, for a sentence it is filled into. */
export function walled(name: string): string {
  return HAS_RTL.test(name) ? `\u2068${name}\u2069` : name;
}

/** A text in parts: names from right to left are to be kept apart from the rest. */
export function apart(text: string): Part[] {
  if (!HAS_RTL.test(text)) return [{ text, isApart: false }];
  // A name as such: its house number belongs to it.
  const first = FIRST_LETTER.exec(text)?.[0] ?? '';
  if (HAS_RTL.test(first) && !text.includes('\u2068')) return [{ text, isApart: true }];
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(PARTS)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), isApart: false });
    parts.push({ text: found[1] ?? found[0], isApart: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isApart: false });
  return parts;
}
