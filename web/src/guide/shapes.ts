// What the engine on this device is asked and answers, as types: `docs/phone-api.md` is the contract.
// Times ending in `_ds` are tenths of a second, moments are seconds since 1970.
import type { InTime, Place, Plans, Source } from '../api';

/** The city that is open. */
export interface City {
  name: string;
  built: number | null;
  /** The newest date of a source: `2014-01-29`. */
  date: string | null;
  counts: Record<string, number>;
  sources: Source[];
  walkers: string[];
  default_walker: string;
  hazards: string[];
  siren: string;
  shaking: string;
  /** West, south, east, north. */
  bbox: [number, number, number, number] | null;
  attribution: string[];
  warnings: string[];
  has_doorsteps: boolean;
}

/** A position of the device, with what it says of its own precision. */
export interface Fix extends Place {
  accuracy_m: number;
  /** When it was taken. */
  made: number;
}

/** A place that somebody asked this device to remember. */
export interface Remembered extends Place {
  name: string;
}

/** Where a start comes from. */
export type StartBy = 'poster' | 'tap' | 'search' | 'position' | 'remembered';

/** Where somebody starts. */
export interface Start extends Place {
  by: StartBy;
  /** In words, as they are confirmed. */
  words: string;
  isConfirmed: boolean;
}

/** Who walks, and under which circumstances. */
export interface Profile {
  walker: string | null;
  isNight: boolean;
  floor: number;
  hasPets: boolean;
  /** The hazard that is planned for; `null`: the commonest of the city. */
  hazard: string | null;
}

/** Against which clock a plan is judged. */
export interface AlertClock {
  issued?: number;
  impact_at?: number | null;
  now: number;
}

/** How an alert is shown. */
export type Shown =
  | 'warning'
  | 'no-longer-confirmed'
  | 'past'
  | 'unconfirmed'
  | 'hold'
  | 'cancelled'
  | 'cleared';

/** What is heard when it is first shown. */
export type Tone = 'none' | 'attention' | 'drill' | 'alarm';

/** A message, as the engine judged it. */
export interface Alert {
  name: string;
  world: 'live' | 'drill' | 'lab';
  drill: boolean;
  shown: Shown;
  tone: Tone;
  stage: string;
  hazard: string | null;
  standing: string;
  second_awaited: boolean;
  concerns: boolean;
  why: 'here' | 'at-start' | 'at-poster' | 'at-remembered' | 'where-are-you' | 'may-be-you' | 'elsewhere';
  /** The number of the remembered place that it touches. */
  remembered: number | null;
  place_unknown: boolean;
  issued: number;
  impact_at: number | null;
  expires: number | null;
  left_ds: number | null;
  alert: AlertClock | null;
  order: string;
  late: string | null;
  headline: string;
  description: string;
  instruction: string;
  language: string | null;
  area: string;
  sender: string;
  notes: string[];
  reason: string | null;
}

/** What is in force. */
export interface InForce {
  now: number;
  digest: string;
  ring_relays?: string[];
  ruling: number | null;
  position: string;
  contact: { age_s: number | null; is_lost: boolean };
  alerts: Alert[];
}

/** What became of documents. */
export interface Trusted {
  now: number;
  scope: string;
  ring: { epoch: number; n: number } | null;
  ring_age: 'fresh' | 'late' | 'old' | 'too-old' | 'none';
  relays: string[];
  /** Addresses that the ring names; nobody else is asked. */
  ring_relays?: string[];
  decisions: {
    name: string | null;
    kind: string | null;
    verdict: string;
    code: string | null;
    kept: boolean;
  }[];
}

/** What is told on the first screen. */
export type First =
  | { kind: 'here'; answer: InTime }
  | { kind: 'plan'; plan: string; answer: InTime | null }
  | { kind: 'only-if-outside'; plan: string; answer: InTime }
  | { kind: 'late' }
  | { kind: 'none' };

/** A step of a way, where the engine says more than its words. */
export interface Step {
  words: string;
  turn: string | null;
  metres: number | null;
  lat: number | null;
  lon: number | null;
}

/** Plans of one start. */
export interface Planned {
  route: Plans;
  time: { left_ds: number | null; whole_ds: number | null; ran_out: boolean } | null;
  first: First;
  in_words: string[];
  spoken: string[];
  alternatives: string[];
  closed_by_word: { shelter: string; state: string; danger: boolean; issued: number }[];
  steps?: Record<string, Step[]>;
}

/** Something that was found by its name. */
export interface Found extends Place {
  kind: string;
  name: string;
  street: string | null;
  metres: number | null;
}

/** A place in words. */
export interface Confirmed extends Place {
  inside_region: boolean;
  street: string | null;
  crossing: string | null;
  near: { name: string; metres: number; direction: string } | null;
  words: string;
}

/** Whether the plan that is walked is kept. */
export interface Switch {
  do: 'keep' | 'switch' | 'late';
  because: string;
  to?: string;
  plans: Planned | null;
}

/** Ground to draw: lines of longitude and latitude in turn, in units of 1e-7 degrees. */
export interface Ground {
  /** What lies in an even number of rings is a hole. */
  areas: { kind: string; rings: number[][] }[];
  streets: { kind: string; name: string; line: number[] }[];
  shelters: {
    id: string;
    name: string | null;
    lat: number;
    lon: number;
    standing: string;
    offered: boolean;
  }[];
}

/** A refusal of the engine. */
export class EngineFault extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** The engine: what is decided or computed is decided and computed there. */
export interface Engine {
  open(files: Record<string, Uint8Array>): Promise<City>;
  /** An answer, or an `EngineFault`. */
  ask<T>(question: { verb: string; [member: string]: unknown }): Promise<T>;
}
