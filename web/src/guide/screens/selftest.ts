// What works on this very device, tried now. What cannot be known is said to be unknown.
import { button, el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { faultsOf } from '../pack';
import { heading } from '../parts';
import { canSpeak } from '../voice';

type Outcome = 'works' | 'fails' | 'unknown';

/** The screen; every line is filled in as its trial ends. */
export function selfTestView(app: App): HTMLElement {
  const list = el('ul', { class: 'trials' });
  for (const [name, trial] of TRIALS) {
    const line = el('li', { 'data-trial': name }, el('span', {}, t(`guide-trial-${name}`)), el('b', {}, '…'));
    list.append(line);
    void trial(app)
      .catch((): Outcome => 'unknown')
      .then((outcome) => {
        line.dataset.outcome = outcome;
        line.querySelector('b')?.replaceChildren(t(`guide-trial-is-${outcome}`));
      });
  }
  return el(
    'div',
    { class: 'selftest' },
    heading(t('guide-selftest')),
    el('p', { class: 'help' }, t('guide-selftest-help')),
    list,
    button(t('guide-hear-tone'), () => void app.tones.unlock().then(() => app.tones.play('attention')), {
      class: 'quiet',
    }),
    button(t('guide-load-again'), () => void repair(app), { class: 'quiet' }),
    button(t('guide-try-again'), () => app.go('selftest'), { class: 'quiet' }),
  );
}

const yes = (isSo: boolean): Outcome => (isSo ? 'works' : 'fails');

const TRIALS: [string, (app: App) => Promise<Outcome>][] = [
  ['engine', async ({ guide }) => yes(guide.city !== null)],
  ['files', async ({ guide }) => yes((await faultsOf(guide.store)).length === 0)],
  ['store', async ({ guide }) => yes(guide.store.isLasting)],
  ['lasting', async () => ('storage' in navigator ? yes(await navigator.storage.persisted()) : 'unknown')],
  [
    'offline',
    async () => {
      if (!('serviceWorker' in navigator)) return 'fails';
      const worker = await navigator.serviceWorker.getRegistration();
      return yes(worker?.active !== null && worker?.active !== undefined);
    },
  ],
  ['trust', async ({ guide }) => yes(guide.hasTrust)],
  ['contact', async (app) => yes(!app.isLost() && app.guide.fetched !== null)],
  ['sound', async ({ tones }) => yes(tones.isUnlocked)],
  ['voice', async () => yes(canSpeak())],
  ['vibration', async () => ('vibrate' in navigator ? 'unknown' : 'fails')],
  ['awake', async () => yes('wakeLock' in navigator)],
];

/** Fetches whatever is missing or damaged. */
async function repair(app: App): Promise<void> {
  navigator.serviceWorker?.controller?.postMessage('check');
  await navigator.storage?.persist?.().catch(() => false);
  await app.guide.fetchCity();
  app.go('selftest');
}
