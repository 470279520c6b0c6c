// Alerts: fetched from beside the page and from relays that the ring names, handed to the engine as
// they came. What is believed the engine decides; nothing here looks into a message.
import type { Guide } from './model';
import { base64, filesFor } from './pack';
import type { InForce, Tone, Trusted } from './shapes';
import { unixNow } from './words';

/** How often is asked, in milliseconds: at rest, while something goes on, and after failures at most. */
const AT_REST = 20_000;
const WATCHFUL = 5_000;
const SLOWEST = 60_000;
/** Files of one look, and bytes of one file: a hostile host must not fill or stall a phone. */
const MOST_FILES = 400;
const MOST_BYTES = 16 << 20;
const PATIENCE = 10_000;
/** Without a word for so long contact is lost, in seconds. */
export const LOST_AFTER = 120;

interface Index {
  bundle: string | null;
  messages: { envelope: string; cap: string | null }[];
  active: string[];
}

/** Follows alerts. */
export class Live {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  /** What was handed in already, by its address and mark. */
  private readonly seen = new Map<string, string>();
  private readonly heartbeats = new Map<string, { active: string; arrived: number }>();
  /** Addresses that the ring names. */
  private relays: string[] = [];
  private isLooking = false;
  private readonly sounded = new Set<string>();

  constructor(
    private readonly guide: Guide,
    private readonly sound: (tone: Tone, isDrill: boolean) => void,
  ) {}

  /** Begins with what the pack and this device know, then looks again and again. */
  async begin(): Promise<void> {
    for (const name of (await this.guide.store.get<string[]>('values', 'sounded')) ?? [])
      this.sounded.add(name);
    await this.recall();
    await this.judge();
    await this.look();
  }

  /** The clock as the engine wants it. */
  private clock(): Record<string, unknown> {
    const relays = [...this.heartbeats.values()].map(({ active, arrived }) => ({
      active,
      age: Math.round((performance.now() - arrived) / 1000),
    }));
    const built = this.guide.pack?.manifest.built;
    return { device: unixNow(), ...(built ? { built } : {}), relays };
  }

  /** Root and ring of the pack, then what this device kept. */
  private async recall(): Promise<void> {
    const { engine, pack, store } = this.guide;
    if (!pack) return;
    const [root, ...roots] = filesFor(pack, 'root').map(base64);
    const rings = filesFor(pack, 'ring').map(base64);
    try {
      const kept = await store.get<string>('values', 'trust');
      if (kept) await engine.ask({ verb: 'state_import', state: kept, clock: this.clock() });
      this.guide.hasTrust = kept !== null;
    } catch {
      // Damaged: begun anew from the pack.
    }
    if (!root) return;
    const scope =
      (await store.get<string>('values', 'scope')) ?? pack.manifest.scope ?? (await scopeOf(root));
    try {
      await engine.ask<Trusted>({ verb: 'trust_begin', scope, root, clock: this.clock() });
      await this.receive({ roots, rings });
      // The first scope that was met is the one that counts: another pack cannot change whom to believe.
      await store.put('values', 'scope', scope);
      this.guide.hasTrust = true;
    } catch (error) {
      console.warn(error);
    }
  }

  private async receive(documents: Record<string, unknown>): Promise<void> {
    const trusted = await this.guide.engine.ask<Trusted>({
      verb: 'receive',
      ...documents,
      clock: this.clock(),
    });
    this.relays = relaysOf(trusted.ring_relays);
    if ((trusted.relays?.length ?? 0) > 0) this.guide.confirmed = unixNow();
    const { state } = await this.guide.engine.ask<{ state: string }>({ verb: 'state_export' });
    await this.guide.store.put('values', 'trust', state);
  }

  /** Looks once, and again after a while. */
  async look(): Promise<boolean> {
    if (this.isLooking) return false;
    this.isLooking = true;
    if (this.timer) clearTimeout(this.timer);
    const { guide } = this;
    const reached = await Promise.all(
      ['alerts/', ...this.relays.map(folderOf)].map((base) => this.lookAt(base)),
    );
    const isReached = reached.includes(true);
    // Heartbeats count anew with every look: how fresh they are the engine says.
    if (this.heartbeats.size > 0) await this.handIn({ messages: [] });
    guide.failing = isReached ? null : (guide.failing ?? guide.fetched ?? guide.began);
    if (isReached) {
      guide.fetched = unixNow();
      void guide.store.put('values', 'fetched', guide.fetched);
    }
    this.failures = isReached ? 0 : this.failures + 1;
    await this.judge();
    this.isLooking = false;
    const wait = guide.ruling().what !== 'none' ? WATCHFUL : guide.settings.isFrugal ? SLOWEST : AT_REST;
    this.timer = setTimeout(
      () => void this.look(),
      Math.min(SLOWEST, wait * 2 ** Math.min(4, this.failures)),
    );
    return isReached;
  }

  /** Fetches what is new in one place. `false`: it cannot be reached. */
  private async lookAt(base: string): Promise<boolean> {
    if (navigator.onLine === false) return false;
    let index: Index;
    try {
      index = readIndex(JSON.parse(new TextDecoder().decode(await bytesOf(`${base}index.json`))));
    } catch {
      return false;
    }
    // Each by itself: one that is broken or missing hides no other.
    const fresh = async (name: string): Promise<string | null> => {
      try {
        const bytes = await bytesOf(base + name);
        const mark = `${bytes.length}-${await digest(bytes)}`;
        if (this.seen.get(base + name) === mark) return null;
        this.seen.set(base + name, mark);
        return base64(bytes);
      } catch {
        return null;
      }
    };
    if (index.bundle) {
      const bundle = await fresh(index.bundle);
      if (bundle) await this.handIn({ bundle });
    }
    for (const { envelope, cap } of index.messages) {
      const read = await fresh(envelope);
      if (!read) continue;
      const message = cap ? await bytesOf(base + cap).then(base64, () => null) : null;
      // Without its message nothing can be said of it: asked for again at the next look.
      if (cap && message === null) this.seen.delete(base + envelope);
      await this.handIn({ messages: [{ envelope: read, ...(message ? { cap: message } : {}) }] });
    }
    for (const name of index.active) {
      const active = await fresh(name);
      if (active) this.heartbeats.set(base + name, { active, arrived: performance.now() });
    }
    return true;
  }

  private async handIn(documents: Record<string, unknown>): Promise<void> {
    try {
      await this.receive(documents);
      this.guide.hasTrust = true;
    } catch (error) {
      // Without trust nothing is believed, and all is read again once there is some; what cannot be read is nothing.
      if (!this.guide.hasTrust) this.seen.clear();
      console.warn(error);
    }
  }

  /** Asks the engine what is in force for the places of this device. */
  async judge(): Promise<void> {
    const { guide } = this;
    if (!guide.hasTrust) return guide.changed();
    const place = (at: { lat: number; lon: number } | null) => (at ? { lat: at.lat, lon: at.lon } : null);
    try {
      guide.inForce = await guide.engine.ask<InForce>({
        verb: 'alerts',
        clock: this.clock(),
        lang: document.documentElement.lang || 'en',
        utc_offset_minutes: -new Date().getTimezoneOffset(),
        ...(guide.walker() ? { walker: guide.walker() } : {}),
        where: {
          fix: guide.fix,
          before: guide.fixBefore,
          start: guide.start?.isConfirmed ? place(guide.start) : null,
          poster: place(guide.poster),
          remembered: guide.remembered.map(({ lat, lon }) => ({ lat, lon })),
        },
        last_contact: guide.fetched,
      });
      this.relays = relaysOf(guide.inForce.ring_relays);
      this.soundWhatIsNew();
    } catch (error) {
      console.warn(error);
    }
    guide.changed();
  }

  /** Each message sounds once, when it is first shown. */
  private soundWhatIsNew(): void {
    const { guide } = this;
    for (const alert of guide.alertsHere()) {
      const mark = `${alert.name} ${alert.shown}`;
      if (alert.tone === 'none' || this.sounded.has(mark)) continue;
      // A clock that jumps makes a message that was heard one from a time to come: nothing new.
      if (alert.shown === 'unconfirmed' && this.sounded.has(`${alert.name} warning`)) continue;
      this.sounded.add(mark);
      this.sound(alert.tone, alert.drill);
    }
    void guide.store.put('values', 'sounded', [...this.sounded].slice(-200));
  }
}

/** Relays that are asked at one look. */
const MOST_RELAYS = 16;

/** Whether an address is one that a ring may name: a host by itself, over a connection that nobody reads. */
export const isRelay = (relay: string) =>
  /^https:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?\/?$/i.test(relay);

const relaysOf = (named: string[] | undefined) => (named ?? []).filter(isRelay).slice(0, MOST_RELAYS);

/** The folder of alerts of a relay that the ring names, asked for nothing but its files. */
const folderOf = (relay: string) => `${relay.replace(/\/$/, '')}/alerts/`;

/** Reads an index of alerts; what does not look like one is nothing. */
export function readIndex(read: unknown): Index {
  const { bundle, files, messages, active } = (read ?? {}) as Record<string, unknown>;
  const isName = (name: unknown): name is string =>
    typeof name === 'string' && name.length <= 200 && /^[\w][\w.-]*(\/[\w][\w.-]*)*$/.test(name);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_FILES) : []);
  const named = list(files).filter(isName);
  const pairs = list(messages).flatMap((one) => {
    const { envelope, cap } = (one ?? {}) as Record<string, unknown>;
    return isName(envelope) ? [{ envelope, cap: isName(cap) ? cap : null }] : [];
  });
  // A folder of alerts as it stands: an envelope and its CAP message share their name.
  const loose = named
    .filter((name) => name.endsWith('.dsse.json') && !/(^|\/)(root|ring|active)/.test(name))
    .map((envelope) => {
      const cap = envelope.replace(/\.dsse\.json$/, '.cap.xml');
      return { envelope, cap: named.includes(cap) ? cap : null };
    });
  return {
    bundle: isName(bundle) ? bundle : null,
    messages: [...pairs, ...loose],
    active: [...list(active).filter(isName), ...named.filter((name) => /(^|\/)active/.test(name))],
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const answer = await fetch(path, {
    cache: 'no-cache',
    referrerPolicy: 'no-referrer',
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > MOST_BYTES) throw new Error(`${path}: too large`);
  return bytes;
}

async function digest(bytes: Uint8Array): Promise<string> {
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return base64(found);
}

/** What everything under a root belongs to: the digest of its payload. */
async function scopeOf(root: string): Promise<string> {
  const { payload } = JSON.parse(atob(root)) as { payload: string };
  const bytes = Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0));
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...found].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
