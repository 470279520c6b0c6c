// What the guide knows and what follows from it: which screen must be seen, from where, for which
// hazard, against which clock. Draws nothing and fetches nothing but the city; nothing leaves this device.
import type { Place } from '../api';
import { language } from '../texts';
import { base64, digestOf, hasNews, hostedPack, keepPack, keptPack, type Pack, statementOf } from './pack';
import type {
  Alert,
  AlertClock,
  City,
  Confirmed,
  Engine,
  Fix,
  Found,
  Ground,
  InForce,
  Planned,
  Profile,
  Remembered,
  Start,
  StartBy,
  Switch,
} from './shapes';
import type { Store } from './store';
import type { Box } from './view';
import { unixNow } from './words';

/** What somebody told the page: no alert and no network is needed for it. */
export interface Told {
  kind: 'siren' | 'shaking' | 'untold';
  /** When; kept, so that opening the page again starts no new clock. */
  at: number;
  /** The hazard, where somebody said it. */
  hazard: string | null;
}

/** A walk that goes on. */
export interface Walk {
  plan: string;
  shelter: string;
  started: number;
  step: number;
  isDrill: boolean;
  /** How long the plan said that it takes, in tenths of a second. */
  time_ds: number;
  /** The plans that it began with: a way does not change under somebody's feet. */
  planned: Planned;
}

/** How the page looks and behaves. */
export interface Settings {
  isEasy: boolean;
  isHidden: boolean;
  isFrugal: boolean;
  hasContrast: boolean;
  hasReadFirst: boolean;
  name: 'ways' | 'notes';
}

/** What must be seen before anything else. */
export type Ruling = { what: 'alert'; alert: Alert } | { what: 'told'; told: Told } | { what: 'none' };

const FIRST_PROFILE: Profile = { walker: null, isNight: false, floor: 0, hasPets: false, hazard: null };
const FIRST_SETTINGS: Settings = {
  isEasy: false,
  isHidden: false,
  isFrugal: false,
  hasContrast: false,
  hasReadFirst: false,
  name: 'ways',
};
/** How long a position is worth anything, in seconds (rule 8). */
const FIX_LASTS = 300;
/** After a day nobody means any more what they told the page, in seconds. */
const TOLD_LASTS = 86_400;
/** Hazards that sirens are for. */
const SIRENS = ['air-raid', 'tsunami', 'flood', 'chemical', 'fire', 'volcano'];
const SITUATIONS = { siren: 'siren', shaking: 'shaking', untold: 'unknown' } as const;
/** Plans that are asked for, so that B and C can be spread (rule 6). */
const ASKED = 5;
const SHOWN = 3;

/** Everything that the screens draw. */
export class Guide {
  pack: Pack | null = null;
  city: City | null = null;
  /** What is wrong with the city's files, where something is. */
  fault: unknown = null;
  /** How much of the files is here, while they come. */
  loaded: number | null = null;
  inForce: InForce | null = null;
  /** When alerts were last fetched, and since when that fails. */
  fetched: number | null = null;
  failing: number | null = null;
  /** When a relay of the ring last signed for what is in force. */
  confirmed: number | null = null;
  /** When this page first looked for alerts. */
  began = unixNow();
  hasTrust = false;
  profile: Profile = FIRST_PROFILE;
  settings: Settings = FIRST_SETTINGS;
  start: Start | null = null;
  poster: Place | null = null;
  remembered: Remembered[] = [];
  fix: Fix | null = null;
  fixBefore: Fix | null = null;
  told: Told | null = null;
  walk: Walk | null = null;
  /** How much slower than planned somebody walked a drill; never below one. */
  slower = 1;
  /** Kept once a city is open: at the first opening, or when the network is back. */
  readonly opened: Promise<void>;
  private hasOpened: () => void = () => {};
  private fetching: Promise<boolean> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly store: Store,
    readonly engine: Engine,
  ) {
    this.opened = new Promise((resolve) => {
      this.hasOpened = resolve;
    });
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Reads what this device kept. */
  async recall(): Promise<void> {
    const get = <T>(name: string) => this.store.get<T>('values', name);
    this.profile = { ...FIRST_PROFILE, ...(await get<Profile>('profile')) };
    this.settings = { ...FIRST_SETTINGS, ...(await get<Settings>('settings')) };
    this.start = await get<Start>('start');
    this.poster = await get<Place>('poster');
    this.remembered = (await get<Remembered[]>('remembered')) ?? [];
    this.told = await get<Told>('told');
    if (this.told && unixNow() - this.told.at > TOLD_LASTS) this.told = null;
    this.walk = await get<Walk>('walk');
    this.slower = Math.max(1, (await get<number>('slower')) ?? 1);
    this.fetched = await get<number>('fetched');
  }

  keep(name: string, value: unknown): void {
    if (value === null) void this.store.drop('values', name);
    else void this.store.put('values', name, value);
    this.changed();
  }

  /** Opens the city that is kept, else the one that the host has. */
  async openCity(): Promise<void> {
    const kept = await keptPack(this.store);
    if (kept && (await this.take(kept))) return;
    await this.fetchCity();
  }

  /** Fetches the host's city whole; the one before stays until the new one is open. Asked twice, it comes once. */
  fetchCity(): Promise<boolean> {
    this.fetching ??= this.fetchWhole().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  /** Fetches the city where none could be had before. */
  fetchMissingCity(): void {
    if (this.fault !== null && !this.city) void this.fetchCity();
  }

  private async fetchWhole(): Promise<boolean> {
    try {
      const pack = await hostedPack(this.store, this.pack, (share) => {
        this.loaded = share;
        this.changed();
      });
      this.loaded = null;
      // The engine comes out of the store: it has to be there before the city is opened.
      const isFirst = this.city === null;
      if (isFirst) await keepPack(this.store, pack);
      else if (!(await this.mayReplace(pack))) return false;
      if (!(await this.take(pack))) return false;
      if (!isFirst) await keepPack(this.store, pack);
      return true;
    } catch (error) {
      this.loaded = null;
      if (!this.city) this.fault = error;
      this.changed();
      return false;
    }
  }

  /** Whether a pack may replace the one that is held: the engine reads its signatures and its number. */
  private async mayReplace(pack: Pack): Promise<boolean> {
    const held = this.pack;
    if (!held || held.text === pack.text) return true;
    const bytes = (text: string) => new TextEncoder().encode(text);
    const envelope = await statementOf();
    const { name, epoch, n } = held.manifest;
    const wasSigned = (await this.store.get<boolean>('values', 'pack-is-signed')) ?? false;
    const answer = await this.engine.ask<{
      do: string;
      because: string | null;
      pack: { is_signed: boolean };
    }>({
      verb: 'pack_check',
      manifest: base64(bytes(pack.text)),
      ...(envelope ? { envelope: base64(envelope) } : {}),
      current: { name, epoch, n, sha256: await digestOf(bytes(held.text)), is_signed: wasSigned },
      files: pack.manifest.files.map(({ path, sha256, len }) => ({ path, sha256, len })),
      now: unixNow(),
    });
    if (answer.do !== 'take') {
      console.warn(`the pack is not taken: ${answer.because}`);
      return false;
    }
    await this.store.put('values', 'pack-is-signed', answer.pack.is_signed);
    return true;
  }

  /** Takes a pack if the engine opens it; where it does not, the one before stays open. */
  async take(pack: Pack): Promise<boolean> {
    try {
      this.city = await this.engine.open(pack.parts);
      this.pack = pack;
      this.fault = null;
      this.hasOpened();
      this.changed();
      return true;
    } catch (error) {
      if (!this.city) this.fault = error;
      this.changed();
      return false;
    }
  }

  /** Looks whether the host has another city, and takes it. */
  async refreshCity(): Promise<void> {
    if (this.pack && (await hasNews(this.pack))) await this.fetchCity();
  }

  /** When the city's data were made. */
  get built(): number | null {
    const date = this.city?.date ? Date.parse(`${this.city.date}T00:00:00Z`) / 1000 : null;
    return (
      this.pack?.manifest.built ?? this.city?.built ?? (date !== null && Number.isFinite(date) ? date : null)
    );
  }

  // What people tell

  tell(kind: Told['kind']): void {
    this.told = { kind, at: unixNow(), hazard: null };
    this.endWalk();
    this.keep('told', this.told);
  }

  /** Says what it is; the clock runs on. */
  tellHazard(hazard: string): void {
    if (!this.told) return;
    this.told = { ...this.told, hazard };
    this.keep('told', this.told);
  }

  endTold(): void {
    this.told = null;
    this.endWalk();
    this.keep('told', null);
  }

  /** What sirens may mean here, the commonest of the city first. */
  sirenHazards(): string[] {
    return (this.city?.hazards ?? SIRENS).filter((hazard) => SIRENS.includes(hazard));
  }

  // Where somebody starts

  begin(place: Place, by: StartBy, words: string, isConfirmed: boolean): void {
    this.start = { lat: place.lat, lon: place.lon, by, words, isConfirmed };
    if (by === 'poster') {
      this.poster = { lat: place.lat, lon: place.lon };
      this.keep('poster', this.poster);
    }
    this.endWalk();
    this.keep('start', this.start);
  }

  confirmStart(): void {
    if (!this.start) return;
    this.start = { ...this.start, isConfirmed: true };
    this.keep('start', this.start);
  }

  remember(name: string): void {
    if (!this.start) return;
    const others = this.remembered.filter((one) => one.name !== name);
    this.remembered = [...others, { name, lat: this.start.lat, lon: this.start.lon }].slice(-12);
    this.keep('remembered', this.remembered);
  }

  forgetPlace(name: string): void {
    this.remembered = this.remembered.filter((one) => one.name !== name);
    this.keep('remembered', this.remembered);
  }

  setFix(fix: Fix): void {
    this.fixBefore = this.fix;
    this.fix = fix;
    this.changed();
  }

  /** A position that is not too old. */
  freshFix(now = unixNow()): Fix | null {
    return this.fix && now - this.fix.made <= FIX_LASTS ? this.fix : null;
  }

  setProfile(part: Partial<Profile>): void {
    this.profile = { ...this.profile, ...part };
    this.keep('profile', this.profile);
  }

  setSettings(part: Partial<Settings>): void {
    this.settings = { ...this.settings, ...part };
    this.keep('settings', this.settings);
  }

  // What rules

  /** Alerts that concern this device. */
  alertsHere(): Alert[] {
    return (this.inForce?.alerts ?? []).filter((alert) => alert.concerns && alert.shown !== 'past');
  }

  alertsElsewhere(): Alert[] {
    return (this.inForce?.alerts ?? []).filter((alert) => !alert.concerns && alert.shown !== 'past');
  }

  /** What the screen must show first. A live alert outranks what was told, that outranks a drill. */
  ruling(): Ruling {
    const rules = (alert: Alert) => ['warning', 'hold', 'no-longer-confirmed'].includes(alert.shown);
    const here = this.alertsHere().filter(rules);
    const live = here.filter((alert) => alert.world === 'live');
    const first = live.find((alert) => alert.shown === 'warning') ?? live[0];
    if (first) return { what: 'alert', alert: first };
    if (this.told) return { what: 'told', told: this.told };
    // Who hides the guide is not given away by a drill; it stays in the list below.
    if (this.settings.isHidden) return { what: 'none' };
    const drill = here.find((alert) => alert.drill && alert.shown === 'warning');
    return drill ? { what: 'alert', alert: drill } : { what: 'none' };
  }

  /** The hazard that is planned for now. */
  hazard(): string | null {
    const ruling = this.ruling();
    if (ruling.what === 'alert') return ruling.alert.hazard ?? 'untold';
    if (ruling.what === 'none') return this.profile.hazard ?? this.city?.hazards[0] ?? null;
    const { kind, hazard } = ruling.told;
    if (hazard) return hazard;
    if (kind === 'untold') return 'untold';
    return (
      (kind === 'siren' ? this.city?.siren : this.city?.shaking) ??
      (kind === 'shaking' ? 'earthquake' : 'untold')
    );
  }

  /** Where a plan starts: what was chosen, else a fresh position, else a remembered place that an alert touches. */
  origin(): Start | null {
    if (this.start) return this.start;
    const fix = this.freshFix();
    if (fix) return { lat: fix.lat, lon: fix.lon, by: 'position', words: '', isConfirmed: false };
    const touched = this.alertsHere().find((alert) => alert.remembered !== null)?.remembered;
    const place = this.remembered[touched ?? -1] ?? null;
    return place ? { ...place, by: 'remembered', words: place.name, isConfirmed: false } : null;
  }

  /** The walker as the engine calls them; without a choice the slowest plausible. */
  walker(): string | null {
    const { walker, isNight } = this.profile;
    const known = this.city?.walkers ?? [];
    const base = walker ?? this.city?.default_walker.replace(/-night$/, '') ?? null;
    const night = base === null ? null : `${base}-night`;
    if (isNight && night && known.includes(night)) return night;
    return base !== null && known.includes(base) ? base : null;
  }

  /** A question without its start. */
  question(hazard: string | null): Record<string, unknown> {
    const ruling = this.ruling();
    const clock = this.clockOf(ruling);
    const isTold = ruling.what === 'told' && !ruling.told.hazard;
    return {
      ...(isTold && hazard === this.hazard() ? { situation: SITUATIONS[ruling.told.kind] } : { hazard }),
      ...(this.walker() ? { walker: this.walker() } : {}),
      ...(this.profile.floor ? { floor: this.profile.floor } : {}),
      ...(clock ? { alert: clock } : { now: this.now() }),
      // What was learned only ever slows: the engine refuses less than a thousand.
      ...(this.slower > 1 ? { slower_permille: Math.min(5000, Math.ceil(this.slower * 1000)) } : {}),
      at: localTime(this.now()),
      lang: language(),
    };
  }

  now(): number {
    return unixNow();
  }

  private clockOf(ruling: Ruling): AlertClock | null {
    if (ruling.what === 'told') return { issued: ruling.told.at, now: this.now() };
    if (ruling.what !== 'alert' || ruling.alert.shown !== 'warning') return null;
    const { issued, impact_at } = ruling.alert;
    return { issued, ...(impact_at === null ? {} : { impact_at }), now: this.now() };
  }

  /** Plans from here for a hazard; `null` without a start or a city. */
  async plans(hazard = this.hazard()): Promise<Planned | null> {
    const from = this.origin();
    if (!from || !this.city) return null;
    const planned = await this.engine.ask<Planned>({
      verb: 'plans',
      from: { lat: from.lat, lon: from.lon },
      k: ASKED,
      ...this.question(hazard),
    });
    return spread(planned);
  }

  search(words: string): Promise<{ found: Found[]; more: boolean }> {
    const near = this.start ?? this.freshFix();
    return this.engine.ask({
      verb: 'search',
      words,
      ...(near ? { near: { lat: near.lat, lon: near.lon } } : {}),
      most: 12,
    });
  }

  confirm(at: Place | { doorstep: string }): Promise<Confirmed> {
    return this.engine.ask({ verb: 'confirm', at, lang: language() });
  }

  /** Ground to draw, or nothing where the engine draws none. */
  draw([west, south, east, north]: Box, detail: number): Promise<Ground | null> {
    const walker = this.walker();
    return this.engine
      .ask<Ground>({
        verb: 'draw',
        bbox: { south, west, north, east },
        detail,
        at: localTime(this.now()),
        ...(walker ? { walker } : {}),
        ...(this.hazard() ? { hazard: this.hazard() } : {}),
      })
      .catch(() => null);
  }

  // Walking

  beginWalk(planned: Planned, letter: string, isDrill: boolean): void {
    const plan = planned.route.plans.find((one) => one.plan === letter);
    if (!plan) return;
    if (this.start && !this.start.isConfirmed) this.confirmStart();
    const started = Date.now() / 1000;
    this.walk = {
      plan: letter,
      shelter: plan.shelter,
      started,
      step: 0,
      isDrill,
      time_ds: plan.time_ds,
      planned,
    };
    this.keep('walk', this.walk);
  }

  stepTo(step: number): void {
    if (!this.walk) return;
    this.walk = { ...this.walk, step: Math.max(0, step) };
    this.keep('walk', this.walk);
  }

  endWalk(): void {
    if (!this.walk) return;
    this.walk = null;
    this.keep('walk', null);
  }

  /** Whether the plan that is walked is still the one to walk (rule 6). */
  switchPlan(at: Place | null, closed: string[] = []): Promise<Switch> | null {
    if (!this.walk) return null;
    const walked = Math.max(0, Math.round((Date.now() / 1000 - this.walk.started) * 10));
    return this.engine.ask<Switch>({
      verb: 'switch',
      walking: {
        shelter: this.walk.shelter,
        total_ds: this.walk.time_ds,
        walked_ds: Math.min(walked, this.walk.time_ds),
      },
      ...(at ? { at: { lat: at.lat, lon: at.lon } } : {}),
      question: { ...this.question(this.hazard()), ...(closed.length > 0 ? { closed } : {}) },
    });
  }

  /** Learns from a walk that was timed: only ever slower, as one good day promises nothing. */
  learn(took_s: number, planned_ds: number): number {
    const ratio = planned_ds > 0 ? (took_s * 10) / (planned_ds / this.slower) : 1;
    this.slower = Math.min(5, Math.max(this.slower, ratio, 1));
    this.keep('slower', this.slower);
    return this.slower;
  }

  forgetPace(): void {
    this.slower = 1;
    this.keep('slower', null);
  }

  /** Forgets everything that this device kept, the city too. */
  async forgetAll(): Promise<void> {
    await this.store.clear();
    try {
      localStorage.clear();
    } catch {
      // Nothing was kept.
    }
    for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
  }
}

/** A time as the place's clocks show it: `2026-11-22T03:00`. */
function localTime(unix: number): string {
  const at = new Date(unix * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Plan A, and behind it the others in this doorstep's own order, as the engine spreads them. */
export function spread(planned: Planned): Planned {
  const { plans, lines } = planned.route;
  const [first, ...others] = plans;
  if (!first) return planned;
  const wanted = planned.alternatives ?? [];
  const place = (letter: string) => (wanted.includes(letter) ? wanted.indexOf(letter) : wanted.length);
  const kept = [first, ...others.sort((a, b) => place(a.plan) - place(b.plan))].slice(0, SHOWN);
  const features = lines?.features.filter((line) => kept.some((plan) => plan.plan === line.properties?.plan));
  const letters = new Map(kept.map((plan, index) => [plan.plan, 'ABC'[index] ?? plan.plan]));
  const named = (letter: string) => letters.get(letter) ?? letter;
  const first_ =
    'plan' in planned.first ? { ...planned.first, plan: named(planned.first.plan) } : planned.first;
  const steps = Object.entries(planned.steps ?? {}).flatMap(([letter, list]) => {
    const name = letters.get(letter);
    return name ? [[name, list] as const] : [];
  });
  return {
    ...planned,
    ...(planned.steps ? { steps: Object.fromEntries(steps) } : {}),
    first: first_,
    route: {
      ...planned.route,
      plans: kept.map((plan) => ({ ...plan, plan: named(plan.plan) })),
      ...(lines && features
        ? {
            lines: {
              ...lines,
              features: features.map((line) => ({
                ...line,
                properties: { ...line.properties, plan: named(String(line.properties?.plan)) },
              })),
            },
          }
        : {}),
    },
  };
}
