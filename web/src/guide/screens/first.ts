// What the page cannot do, said before anybody relies on it.
import { button, choice, el, field } from '../../dom';
import { keepLanguage } from '../../settings';
import { isLanguage, LANGUAGES, language, speak, t } from '../../texts';
import type { App } from '../app';
import { heading } from '../parts';
import { TEXTS } from '../texts';
import { day } from '../words';

/** The screen. */
export function firstView(app: App): HTMLElement {
  const { city, built } = app.guide;
  return el(
    'article',
    { class: 'first' },
    languageField(app),
    heading(t('guide-first-title')),
    el(
      'ul',
      { class: 'cannot' },
      el('li', {}, el('b', {}, t('page-cannot-wake'))),
      el('li', {}, t('guide-first-sound')),
      el(
        'li',
        {},
        city && built
          ? t('guide-first-data', { place: city.name, date: day(built) })
          : t('guide-first-data-unknown'),
      ),
      el('li', {}, t('guide-first-official')),
      el('li', {}, t('guide-first-silence')),
    ),
    el('h2', {}, t('guide-first-can')),
    el(
      'ul',
      { class: 'can' },
      el('li', {}, t('guide-first-offline')),
      el('li', {}, t('guide-first-private')),
    ),
    button(
      t('guide-first-ok'),
      () => {
        app.guide.setSettings({ hasReadFirst: true });
        app.go('now');
      },
      { class: 'main wide', 'data-key': 'first-ok' },
    ),
    el('p', { class: 'help' }, t('page-not-reviewed')),
  );
}

/** Which language the page speaks. */
export function languageField(app: App): HTMLElement {
  const select = choice(Object.entries(LANGUAGES), language(), async (tag) => {
    if (!isLanguage(tag)) return;
    keepLanguage(tag);
    await speak(tag, TEXTS);
    app.draw();
    await app.live.judge();
  });
  select.dataset.field = 'language';
  return field(t('page-language'), select);
}
