// Everything else.
import { el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { ageLine, big, heading } from '../parts';

/** The screen. */
export function moreView(app: App): HTMLElement {
  return el(
    'div',
    { class: 'more-screen' },
    heading(t('guide-tab-more')),
    el(
      'div',
      { class: 'grid' },
      big('start', t('guide-change-start'), () => app.go('start'), 'tile'),
      big('bed', t('guide-bedside'), () => app.go('bedside'), 'tile'),
      big('check', t('guide-selftest'), () => app.go('selftest'), 'tile'),
      big('share', t('guide-share'), () => app.go('share'), 'tile'),
      big('world', t('guide-other-languages'), () => app.go('tourist'), 'tile'),
      big('settings', t('guide-settings'), () => app.go('settings'), 'tile'),
      big('untold', t('guide-first-title'), () => app.go('first'), 'tile'),
    ),
    el(
      'section',
      { class: 'sources' },
      el('h2', {}, t('page-attribution')),
      ageLine(app),
      el('ul', {}, ...(app.guide.city?.attribution ?? []).map((words) => el('li', {}, words))),
      ...(app.guide.city?.warnings ?? []).map((words) => el('p', { class: 'note' }, words)),
      el('p', { class: 'help' }, t('page-not-for-emergency')),
      el('p', { class: 'help' }, t('page-not-reviewed')),
    ),
  );
}
