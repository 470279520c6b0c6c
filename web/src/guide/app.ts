// Puts the screens up: which one is seen, what takes over, what is drawn anew and when.
import { announce, el, statusElement } from '../dom';
import { keptTheme, themeOf } from '../settings';
import { direction, language, t } from '../texts';
import { Live, LOST_AFTER } from './live';
import type { Guide } from './model';
import { pictogram } from './pictograms';
import { alarmView, orderOf } from './screens/alarm';
import { bedsideView } from './screens/bedside';
import { cardsView } from './screens/cards';
import { firstView } from './screens/first';
import { homeView } from './screens/home';
import { moreView } from './screens/more';
import { plansScreen } from './screens/plans';
import { selfTestView } from './screens/selftest';
import { settingsView } from './screens/settings';
import { shareView } from './screens/share';
import { startView } from './screens/start';
import { touristView } from './screens/tourist';
import { walkView } from './screens/walk';
import type { Planned } from './shapes';
import { Awake, pulse, say, Tones } from './voice';
import { Ways } from './ways';
import { running, spokenTime, unixNow } from './words';

/** A page of the guide. */
export type Screen =
  | 'now'
  | 'plans'
  | 'cards'
  | 'more'
  | 'start'
  | 'walk'
  | 'share'
  | 'bedside'
  | 'selftest'
  | 'settings'
  | 'tourist'
  | 'first';

const VIEWS: Record<Screen, (app: App) => HTMLElement> = {
  now: (app) => (app.guide.ruling().what === 'none' ? homeView(app) : alarmView(app)),
  plans: plansScreen,
  cards: cardsView,
  more: moreView,
  start: startView,
  walk: walkView,
  share: shareView,
  bedside: bedsideView,
  selftest: selfTestView,
  settings: settingsView,
  tourist: touristView,
  first: firstView,
};
/** Drawn anew whenever something changes; the others hold what somebody types. */
const LIVELY: Screen[] = ['now', 'plans', 'walk', 'bedside', 'cards', 'more'];
const TABS: [Screen, string][] = [
  ['now', 'siren'],
  ['plans', 'map'],
  ['cards', 'car'],
  ['more', 'settings'],
];
/** How often plans are judged anew while a clock runs, in milliseconds. */
const AGAIN = 10_000;

/** The page. */
export class App {
  screen: Screen = 'now';
  /** The part of a screen that is shown, as a card. */
  part: string | null = null;
  planned: Planned | null = null;
  /** Why there are no plans, where something was asked for. */
  refusal: string | null = null;
  /** A poster was scanned that is not of this city. */
  isElsewhere = false;
  /** When those were judged, in milliseconds. */
  private plannedAt = 0;
  private plannedFor = '';
  private plannedMatter = '';
  private built = '';
  private ruled = '';
  readonly tones = new Tones();
  readonly awake = new Awake();
  readonly live: Live;
  readonly ways: Ways;
  private readonly main = el('main', { class: 'guide-main', id: 'main', tabindex: -1 });

  constructor(readonly guide: Guide) {
    this.ways = new Ways((box, detail) => guide.draw(box, detail), null);
    this.live = new Live(guide, (tone, isDrill) => this.sound(tone, isDrill));
    guide.onChange(() => this.changed());
    addEventListener('popstate', (event) =>
      this.show((event.state as { screen?: Screen } | null)?.screen ?? 'now', false),
    );
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      this.askAgain();
      void this.plan(true);
    });
    addEventListener('online', () => this.askAgain());
    setInterval(() => this.tick(), 1000);
    setInterval(() => void this.plan(true), AGAIN);
    // The first touch unlocks what may sound later.
    addEventListener('pointerdown', () => void this.tones.unlock(), { once: true });
  }

  /** Asks the host for what could not be had before: news of alerts, and the city where there is none. */
  private askAgain(): void {
    void this.live.look();
    this.guide.fetchMissingCity();
  }

  /** Goes to a screen. The address never changes: no place, no screen in a history that others read. */
  go(screen: Screen, part: string | null = null): void {
    this.part = part;
    history.pushState({ screen }, '');
    this.show(screen, true);
  }

  back(): void {
    if (history.state?.screen) history.back();
    else this.show('now', true);
  }

  private show(screen: Screen, isMoved: boolean): void {
    this.screen = screen;
    this.draw();
    scrollTo(0, 0);
    if (isMoved) document.querySelector<HTMLElement>('#main h1')?.focus();
  }

  /** Draws the frame and the screen, in the language and colours of now. */
  draw(): void {
    const { settings } = this.guide;
    const root = document.documentElement;
    root.lang = language();
    root.dir = direction(language());
    root.dataset.theme = settings.isFrugal ? 'dark' : themeOf(keptTheme());
    root.toggleAttribute('data-frugal', settings.isFrugal);
    root.toggleAttribute('data-contrast', settings.hasContrast);
    document.title = t(`guide-name-${settings.name}`);
    this.built = '';
    document.body.className = 'guide';
    document.body.replaceChildren(
      el('a', { class: 'skip', href: '#main' }, t('guide-skip')),
      this.head(),
      this.main,
      this.tabs(),
      statusElement(),
    );
    this.drawScreen();
  }

  private head(): HTMLElement {
    const isTab = TABS.some(([screen]) => screen === this.screen);
    return el(
      'header',
      { class: 'guide-head' },
      isTab
        ? el('span', { class: 'guide-name' }, t(`guide-name-${this.guide.settings.name}`))
        : el(
            'button',
            { type: 'button', class: 'guide-back', 'data-key': 'back', onclick: () => this.back() },
            t('guide-back'),
          ),
      el('span', { class: 'contact' }),
    );
  }

  private tabs(): HTMLElement {
    return el(
      'nav',
      { class: 'guide-tabs', 'aria-label': t('page-menu') },
      ...TABS.map(([screen, sign]) =>
        el(
          'button',
          {
            type: 'button',
            'data-key': `tab-${screen}`,
            'aria-current': screen === this.screen ? 'page' : null,
            onclick: () => this.go(screen),
          },
          pictogram(sign),
          el('span', {}, t(`guide-tab-${screen}`)),
        ),
      ),
    );
  }

  /** The city is there, or cannot be had. */
  changedWhole(): void {
    this.changed();
    if (!LIVELY.includes(this.screen)) this.drawScreen();
  }

  /** Something is known that was not. */
  private changed(): void {
    void this.plan(false);
    this.takeOver();
    if (LIVELY.includes(this.screen)) this.drawScreen();
    this.drawContact();
  }

  /** A new alert is seen at once, whatever was looked at. */
  private takeOver(): void {
    const ruling = this.guide.ruling();
    const name = ruling.what === 'alert' ? `${ruling.alert.name} ${ruling.alert.shown}` : ruling.what;
    if (name === this.ruled) return;
    const isFirst = this.ruled === '';
    this.ruled = name;
    document.body.dataset.ruling = ruling.what;
    if (ruling.what === 'none') return;
    if (ruling.what === 'alert') {
      announce(`${ruling.alert.drill ? t('alert-drill-word') : ''} ${ruling.alert.order}`);
      if (this.screen !== 'now') this.go('now');
      else if (!isFirst) document.querySelector<HTMLElement>('#main h1')?.focus();
    }
  }

  /** Draws the screen if it would look otherwise. */
  drawScreen(): void {
    const fresh = VIEWS[this.screen](this);
    const html = fresh.outerHTML;
    if (html === this.built) return;
    this.built = html;
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.key;
    const had = this.main.contains(document.activeElement);
    this.main.replaceChildren(fresh);
    this.main.dataset.screen = this.screen;
    document.body.dataset.screen = this.screen;
    const slot = fresh.querySelector('[data-slot=ways]');
    if (slot) {
      slot.append(this.ways.element);
      this.showWays();
    }
    if (had && focused) fresh.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    this.tick();
    this.drawContact();
  }

  /** What the map shows. */
  showWays(): void {
    const origin = this.guide.origin();
    const walk = this.screen === 'walk' ? this.guide.walk : null;
    this.ways.show({
      start: origin,
      fix: this.guide.freshFix(),
      answer: walk ? walk.planned.route : (this.planned?.route ?? null),
      chosen: walk?.plan ?? null,
    });
  }

  /** Asks for plans where the question is another, or again since time has passed. */
  async plan(isAgain: boolean): Promise<void> {
    const { guide } = this;
    const origin = guide.origin();
    const hazard = guide.hazard();
    const { now: _n, at: _a, alert, ...question } = guide.question(hazard) as Record<string, unknown>;
    const clock = alert ? { ...(alert as object), now: 0 } : null;
    const key = JSON.stringify([
      guide.pack?.text.length,
      guide.city?.name,
      origin?.lat,
      origin?.lon,
      question,
      clock,
      guide.slower,
      language(),
    ]);
    if (key === this.plannedFor && !(isAgain && clock)) return;
    if (!guide.city) return;
    this.plannedFor = key;
    // Minutes of another alert, clock or start are worse than none.
    const matter = JSON.stringify([hazard, clock, origin?.lat, origin?.lon]);
    if (matter !== this.plannedMatter) this.planned = null;
    this.plannedMatter = matter;
    if (!origin) {
      this.planned = null;
      this.refusal = null;
      return this.redrawLively();
    }
    try {
      const planned = await guide.plans(hazard);
      if (key !== this.plannedFor) return;
      this.planned = planned;
      this.plannedAt = Date.now();
      this.refusal = null;
    } catch (error) {
      if (key !== this.plannedFor) return;
      this.planned = null;
      this.refusal =
        (error as { code?: string }).code === 'place' ? t('guide-no-street') : t('guide-engine-fault');
    }
    this.redrawLively();
  }

  private redrawLively(): void {
    if (LIVELY.includes(this.screen)) this.drawScreen();
  }

  /** Seconds that are left now; `null` where no clock runs. */
  left(): number | null {
    const { planned } = this;
    if (!planned || this.guide.ruling().what === 'none') return null;
    const left = planned.time?.left_ds ?? planned.route.budget?.time_ds ?? null;
    return left === null ? null : Math.max(0, left / 10 - (Date.now() - this.plannedAt) / 1000);
  }

  /** Moves the running clocks; nothing is built anew for it. */
  private tick(): void {
    const left = this.left();
    for (const one of document.querySelectorAll<HTMLElement>('[data-left]')) {
      one.textContent = left === null ? '–' : running(left);
      one.setAttribute('aria-label', left === null ? '' : spokenTime(left));
    }
    const { walk } = this.guide;
    if (walk)
      for (const one of document.querySelectorAll<HTMLElement>('[data-walked]'))
        one.textContent = running(Date.now() / 1000 - walk.started);
    for (const one of document.querySelectorAll<HTMLElement>('[data-clock]')) {
      const now = new Date();
      one.textContent = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
    }
    this.drawContact();
  }

  private drawContact(): void {
    const words = this.contactInWords();
    for (const one of document.querySelectorAll('.contact'))
      if (one.textContent !== words) one.textContent = words;
    document.body.toggleAttribute('data-lost', this.isLost());
    if (this.screen === 'bedside') this.watchContact();
  }

  private lastCry = 0;

  /** By the bed, lost contact is heard, again every five minutes. */
  private watchContact(): void {
    if (!this.isLost() || !this.tones.isUnlocked || Date.now() - this.lastCry < 300_000) return;
    this.lastCry = Date.now();
    this.tones.play('lost');
    pulse('attention');
  }

  /** Whether nobody has confirmed for a while that nothing is known. */
  isLost(): boolean {
    const last = this.guide.fetched;
    return last === null ? this.guide.failing !== null : unixNow() - last > LOST_AFTER;
  }

  /** Silence is never a good sign: it has a time. */
  contactInWords(): string {
    const { guide } = this;
    const time = (unix: number) =>
      new Intl.DateTimeFormat(language(), {
        ...(unixNow() - unix > 64_800 ? { day: 'numeric', month: 'short' } : {}),
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(unix * 1000));
    if (!this.isLost() && guide.fetched !== null && guide.hasTrust) {
      const isConfirmed = guide.confirmed !== null && unixNow() - guide.confirmed <= LOST_AFTER;
      if (isConfirmed) return t('guide-confirmed', { time: time(guide.confirmed ?? 0) });
      return t('guide-looked', { time: time(guide.fetched) });
    }
    if (guide.fetched !== null && guide.hasTrust) return t('guide-no-contact', { time: time(guide.fetched) });
    if (!guide.hasTrust && guide.city) return t('guide-no-sender');
    return t('guide-no-contact', { time: time(guide.failing ?? guide.began) });
  }

  /** A message that is new: heard where a touch unlocked it, felt by its stage. */
  private sound(tone: 'none' | 'attention' | 'drill' | 'alarm', isDrill: boolean): void {
    if (isDrill && this.guide.settings.isHidden) return;
    pulse(tone);
    this.tones.play(tone);
  }

  /** Reads what stands on the screen first. */
  readAloud(): void {
    const ruling = this.guide.ruling();
    const words = ruling.what === 'none' ? [] : orderOf(this);
    const { planned } = this;
    say(
      [
        ...words,
        ...(planned && planned.first.kind === 'plan' ? [planned.in_words[0] ?? '', ...planned.spoken] : []),
      ].filter(Boolean),
    );
  }
}
