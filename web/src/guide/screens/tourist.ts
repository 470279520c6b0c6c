// The core sentences in the languages of those who visit, to read and to show to others.
import { choice, el, field } from '../../dom';
import { direction, t } from '../../texts';
import type { App } from '../app';
import { heading, small } from '../parts';
import { pictogram } from '../pictograms';
import sentences from '../tourist.json';
import { canSpeak, say } from '../voice';

const LANGUAGES = sentences as Record<string, { name: string; words: string[] }>;
/** What each sentence is about, in their order. */
export const SIGNS = [
  'siren',
  'inside',
  'top-floor',
  'up-now',
  'away',
  'drop',
  'lift',
  'phone',
  'untold',
  'map',
];

let chosen: string | null = null;

/** The screen. */
export function touristView(app: App): HTMLElement {
  const wanted = navigator.languages.map((tag) =>
    tag.startsWith('zh') ? (/TW|HK|Hant/.test(tag) ? 'zh-Hant' : 'zh-Hans') : (tag.split('-')[0] ?? ''),
  );
  const tag = chosen ?? wanted.find((one) => one in LANGUAGES) ?? Object.keys(LANGUAGES)[0] ?? '';
  const words = LANGUAGES[tag]?.words ?? [];
  const select = choice(
    Object.entries(LANGUAGES).map(([one, { name }]) => [one, name]),
    tag,
    (one) => {
      chosen = one;
      app.drawScreen();
    },
  );
  select.dataset.field = 'tourist';
  select.dataset.key = 'tourist';
  select.id = 'guide-tourist';
  return el(
    'div',
    { class: 'tourist' },
    heading(t('guide-other-languages')),
    field(t('page-language'), select),
    el(
      'ul',
      { class: 'sentences', lang: tag, dir: direction(tag) },
      ...words.map((one, index) => el('li', {}, pictogram(SIGNS[index] ?? 'untold'), el('span', {}, one))),
    ),
    canSpeak(tag) ? small('speak', t('guide-speak'), () => say(words, tag)) : null,
    el('p', { class: 'help' }, t('guide-tourist-help')),
  );
}
