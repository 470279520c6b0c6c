// What to do right there: one card a situation. They need no place, no network and no alert.
import { el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { big, heading, small } from '../parts';
import { pictogram } from '../pictograms';
import { canSpeak, hush, say } from '../voice';

/** Situations, each with a card. */
export const SITUATIONS = [
  'car',
  'bus',
  'metro',
  'lift',
  'bridge',
  'beach',
  'field',
  'top-floor',
  'children',
  'wheelchair',
  'after',
] as const;

/** All cards, or the one that was chosen. */
export function cardsView(app: App): HTMLElement {
  const one = SITUATIONS.find((name) => name === app.part);
  if (!one)
    return el(
      'div',
      { class: 'cards' },
      heading(t('guide-where-now')),
      el(
        'div',
        { class: 'grid' },
        ...SITUATIONS.map((name) => big(name, t(`guide-card-${name}`), () => app.go('cards', name), 'tile')),
      ),
      small('world', t('guide-other-languages'), () => app.go('tourist')),
    );
  const sentences = [t(`guide-do-first-${one}`), t(`guide-do-then-${one}`), t(`guide-do-last-${one}`)];
  return el(
    'article',
    { class: 'situation' },
    el('p', { class: 'sign-large' }, pictogram(one)),
    heading(t(`guide-card-${one}`)),
    el('ol', {}, ...sentences.map((words) => el('li', {}, words))),
    el(
      'div',
      { class: 'doing' },
      canSpeak() ? small('speak', t('guide-speak'), () => say(sentences)) : null,
      canSpeak() ? small('check', t('guide-hush'), hush) : null,
      small('car', t('guide-all-cards'), () => app.go('cards')),
    ),
  );
}
