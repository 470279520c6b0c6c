// The guide: what residents hold. Opens with what this device keeps, asks its own host for the city once,
// and for alerts again and again; sends nothing to anybody.
import '../style/page.css';
import '../style/guide.css';
import { announceFonts } from '../fonts';
import { keptLanguage, onSystemTheme } from '../settings';
import { speak, t } from '../texts';
import { App } from './app';
import { Module } from './engine';
import { Guide } from './model';
import { keptFile } from './pack';
import { useName } from './screens/settings';
import { inWords } from './screens/start';
import { Store } from './store';
import { TEXTS } from './texts';

/** The engine's file beside the page, where the pack does not name one. */
const ENGINE = 'hinan.wasm';
const HOUR = 3_600_000;

async function begin(): Promise<void> {
  announceFonts();
  const [store] = await Promise.all([Store.open(), speak(keptLanguage(), TEXTS)]);
  const guide = new Guide(store, new Module(() => engineBytes(store)));
  await guide.recall();
  useName(guide.settings.name);
  const poster = takePoster();
  const app = new App(guide);
  onSystemTheme(() => app.draw());
  if (!guide.settings.hasReadFirst && guide.ruling().what === 'none' && !poster) app.screen = 'first';
  app.draw();
  keepPage();
  await guide.openCity();
  if (!guide.city) {
    // No network yet: what is kept is followed meanwhile. Whom to believe and where a poster hangs the city says.
    app.changedWhole();
    await app.live.begin();
    await guide.opened;
  }
  if (poster) await usePoster(app, poster);
  app.changedWhole();
  await app.live.begin();
  await guide.refreshCity();
  setInterval(() => void guide.refreshCity(), HOUR);
}

/** The engine as this device keeps it, else the host's. */
async function engineBytes(store: Store): Promise<ArrayBuffer> {
  const kept = await keptFile(store, 'engine');
  if (kept) return kept.slice().buffer as ArrayBuffer;
  const answer = await fetch(ENGINE, { referrerPolicy: 'no-referrer', credentials: 'omit' });
  if (!answer.ok) throw new Error(`${ENGINE}: ${answer.status}`);
  return answer.arrayBuffer();
}

type Poster = { lat: number; lon: number } | { doorstep: string };

/** What a poster's code says behind the #; it is taken out of the address at once. */
function takePoster(): Poster | null {
  const said = new URLSearchParams(location.hash.slice(1));
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  const [lat, lon, ...rest] = (said.get('at') ?? '').split(',').map(Number);
  const isPlace =
    lat !== undefined &&
    lon !== undefined &&
    rest.length === 0 &&
    Math.abs(lat) <= 90 &&
    Math.abs(lon) <= 180;
  if (said.has('at') && isPlace) return { lat, lon };
  const doorstep = said.get('door');
  return doorstep && doorstep.length <= 200 ? { doorstep } : null;
}

/** Starts at a poster: its plan is shown at once, and whether that is right is asked beside it. */
async function usePoster(app: App, poster: Poster): Promise<void> {
  try {
    const found = await app.guide.confirm(poster);
    if (found.inside_region) app.guide.begin(found, 'poster', inWords(found, t('guide-poster')), false);
    else app.isElsewhere = true;
  } catch {
    // A torn poster, or one of another city: said, and the start is asked for.
    app.isElsewhere = true;
  }
}

/** Keeps the page itself for when there is no network, and asks that it is not thrown away. */
function keepPage(): void {
  navigator.serviceWorker
    ?.register('./guide-sw.js', { scope: './' })
    .catch((error: unknown) => console.warn(error));
  void navigator.storage?.persist?.().catch(() => false);
}

void begin();
