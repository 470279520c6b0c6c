// How the page looks, what it keeps, and how it forgets.
import { button, choice, el, field } from '../../dom';
import { keepTheme, keptTheme, type ThemeChoice } from '../../settings';
import { t } from '../../texts';
import type { App } from '../app';
import type { Settings } from '../model';
import { keepPack, packFile, readPackFile } from '../pack';
import { heading, small } from '../parts';
import { languageField } from './first';
import { questionView, toggle } from './plans';

/** The screen. */
export function settingsView(app: App): HTMLElement {
  const { settings } = app.guide;
  const set = (part: Partial<Settings>) => {
    app.guide.setSettings(part);
    app.draw();
  };
  const themes = choice(
    ['system', 'light', 'dark'].map((one) => [one, t(`page-theme-${one}`)]),
    keptTheme(),
    (theme) => {
      keepTheme(theme as ThemeChoice);
      app.draw();
    },
  );
  themes.dataset.field = 'theme';
  const names = choice(
    ['ways', 'notes'].map((one) => [one, t(`guide-name-${one}`)]),
    settings.name,
    (name) => {
      set({ name: name as Settings['name'] });
      useName(name);
    },
  );
  names.dataset.field = 'name';
  return el(
    'div',
    { class: 'settings-screen' },
    heading(t('guide-settings')),
    languageField(app),
    field(t('page-theme'), themes),
    toggle(t('guide-contrast'), settings.hasContrast, (hasContrast) => set({ hasContrast }), 'contrast'),
    toggle(
      t('guide-frugal'),
      settings.isFrugal,
      (isFrugal) => set({ isFrugal }),
      'frugal',
      t('guide-frugal-help'),
    ),
    toggle(t('guide-easy'), settings.isEasy, (isEasy) => set({ isEasy }), 'easy', t('guide-easy-help')),
    el('h2', {}, t('guide-who')),
    questionView(app),
    app.guide.slower > 1
      ? el(
          'p',
          { class: 'note' },
          t('guide-slower'),
          ' ',
          button(t('guide-forget-pace'), () => forgetPace(app), { class: 'link' }),
        )
      : null,
    el('h2', {}, t('guide-hidden-head')),
    toggle(
      t('guide-hidden'),
      settings.isHidden,
      (isHidden) => set({ isHidden }),
      'hidden',
      t('guide-hidden-help'),
    ),
    field(t('guide-called'), names, t('guide-called-help')),
    el('h2', {}, t('guide-remembered')),
    placesView(app),
    el('h2', {}, t('guide-stored')),
    storedView(app),
    el('h2', {}, t('guide-forget-head')),
    el('p', { class: 'help' }, t('guide-forget-help')),
    button(t('guide-forget-all'), () => void forget(app), { class: 'danger wide', 'data-action': 'forget' }),
  );
}

function forgetPace(app: App): void {
  app.guide.forgetPace();
  app.draw();
}

/** The name under which it is installed. */
export function useName(name: string): void {
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `./guide-${name}.webmanifest`);
  document.querySelector('link[rel=icon]')?.setAttribute('href', `./guide-${name}.svg`);
}

function placesView(app: App): HTMLElement {
  const { remembered } = app.guide;
  if (remembered.length === 0) return el('p', { class: 'help' }, t('guide-none-remembered'));
  return el(
    'ul',
    { class: 'places' },
    ...remembered.map(({ name }) =>
      el(
        'li',
        {},
        el('span', {}, name),
        button(
          t('guide-forget-place', { name }),
          () => {
            app.guide.forgetPlace(name);
            app.draw();
          },
          { class: 'link' },
        ),
      ),
    ),
  );
}

function storedView(app: App): HTMLElement {
  const { pack, store } = app.guide;
  const bytes = pack?.manifest.files.reduce((sum, file) => sum + file.len, 0) ?? 0;
  const told = el('p', { class: 'help', role: 'status' });
  const input = el('input', {
    type: 'file',
    'data-field': 'pack-file',
    onchange: () => void openFile(app, input.files?.[0] ?? null, told),
  });
  return el(
    'div',
    { class: 'stored' },
    el(
      'p',
      {},
      pack
        ? t('guide-stored-size', { place: app.guide.city?.name ?? '', megabytes: (bytes / 1e6).toFixed(1) })
        : t('guide-no-city'),
    ),
    store.isLasting ? null : el('p', { class: 'problem' }, t('guide-store-fails')),
    el(
      'div',
      { class: 'doing' },
      small(
        'check',
        t('guide-load-again'),
        () =>
          void app.guide
            .fetchCity()
            .then((isDone) => told.replaceChildren(t(isDone ? 'guide-loaded' : 'guide-load-failed'))),
      ),
      pack ? small('phone', t('guide-save-file'), () => saveFile(app)) : null,
    ),
    field(t('guide-open-file'), input),
    told,
  );
}

function saveFile(app: App): void {
  if (!app.guide.pack) return;
  const url = URL.createObjectURL(packFile(app.guide.pack));
  el('a', { href: url, download: 'ways.pack' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function openFile(app: App, file: File | null, told: HTMLElement): Promise<void> {
  if (!file) return;
  try {
    const pack = await readPackFile(new Uint8Array(await file.arrayBuffer()));
    if (!(await app.guide.take(pack))) throw new Error('not taken');
    await keepPack(app.guide.store, pack);
    told.replaceChildren(t('guide-loaded'));
  } catch {
    told.replaceChildren(t('guide-file-refused'));
  }
}

/** One tap. */
async function forget(app: App): Promise<void> {
  await app.guide.forgetAll();
  location.replace(location.pathname);
}
