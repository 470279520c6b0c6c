// What the desk's program says by a code, in the officer's language. Each list of codes has sentences of
// its own: the same word means one thing of a document and another of a signature.
import { maybe, t } from '../texts';
import type { Said } from './shapes';
import { list } from './words';

/** Values that are codes themselves, and the sentences for them. */
const NAMED: Record<string, string> = { parts: 'part', reasons: 'area' };

/** The sentences of each list. */
const FAMILIES: Record<Said['family'], (code: string) => string> = {
  refusal: (code) => `desk-refusal-${code}`,
  signature: (code) => `desk-signature-${code}`,
  note: (code) => `desk-note-${code}`,
  fault: (code) => `desk-fault-${code}`,
  error: (code) => `desk-error-${code}`,
  file: (code) => `desk-file-${code}`,
};

/** The sentence for a code; the program's own in English where there is none. */
export function told(said: Said): { words: string; isOurs: boolean } {
  const words = maybe(FAMILIES[said.family](said.code), filled(said.values));
  return words === null ? { words: said.words, isOurs: false } : { words, isOurs: true };
}

function filled(values: Said['values']): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(name, value)]));
}

function inWords(name: string, value: string): string {
  const family = NAMED[name];
  if (family === 'part') return list(value.split(' ').map((part) => t(`desk-part-${part}`)));
  if (family === 'area')
    return list(value.split(' ').map((reason) => maybe(`desk-area-${reason}`) ?? t('desk-area-other')));
  if (name === 'hazard') return maybe(`hazard-${value}`) ?? value;
  return value;
}
