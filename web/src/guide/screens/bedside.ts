// For the night: the screen is kept on and dark, sound is unlocked, lost contact is heard.
import { button, el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { heading } from '../parts';

/** The screen. */
export function bedsideView(app: App): HTMLElement {
  const isOn = app.awake.isHeld && app.tones.isUnlocked;
  return el(
    'div',
    { class: `bedside ${isOn ? 'on' : ''}` },
    heading(t('guide-bedside')),
    el('p', { class: 'night-clock', 'data-clock': '', 'aria-hidden': 'true' }),
    el('p', { class: 'contact contact-long' }),
    isOn ? el('p', {}, t('guide-bedside-on')) : el('p', {}, t('guide-bedside-help')),
    el('p', { class: 'note' }, t('page-cannot-wake')),
    isOn
      ? button(t('guide-bedside-off'), () => void app.awake.letGo().then(() => app.go('more')), {
          class: 'quiet wide',
          'data-key': 'off',
        })
      : button(
          t('guide-bedside-start'),
          () =>
            void Promise.all([app.awake.hold(), app.tones.unlock()]).then(() => {
              app.tones.play('attention');
              app.drawScreen();
            }),
          { class: 'main wide', 'data-key': 'on' },
        ),
    app.tones.isUnlocked && !app.awake.isHeld ? el('p', { class: 'problem' }, t('guide-no-wake-lock')) : null,
  );
}
