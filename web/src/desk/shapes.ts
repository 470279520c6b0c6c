// What the desk's program answers, as types. Everything about a message comes from the bytes that
// are signed; the page computes nothing of it.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { RegionInfo } from '../api';

/** The three worlds, which never mix. */
export type World = 'live' | 'drill' | 'lab';

/** A zone that can be named. */
export interface ZoneFacts {
  id: string;
  name: string;
  /** `null` where no region is open. */
  people: number | null;
}

/** A hazard and a stage that there are sentences for. */
export interface Template {
  id: string;
  hazard: string;
  stage: string;
}

/** What a desk is: who signs here, with what. */
export interface Setup {
  /** The person of the ring; `null` where this desk's key is in no ring. */
  person: string | null;
  world: 'live' | 'lab';
  ring: { n: number; expires: number } | null;
  region: RegionInfo | null;
  zones: FeatureCollection<Polygon | MultiPolygon | null, ZoneFacts>;
  templates: Template[];
  /** Pairs that there are no sentences for, and why. */
  refused: { hazard: string; stage: string; why: string }[];
  languages: string[];
  /** Minutes that the clocks of the place are ahead of UTC. */
  offset_minutes: number;
  /** The longest life in minutes, by stage; tsunamis by themselves. */
  life: Record<string, number>;
  /** From so many people on their number is typed again. */
  retype_from: number;
  /** How long after an alert one officer may put it on hold, in seconds; `null`: never alone. */
  solo_cancel: number | null;
}

/** The text of one language, as it stands in the bytes. */
export interface Text {
  language: string;
  headline: string;
  description: string;
  instruction: string;
}

/** A form of a text and how much of its room it takes. */
export interface Form {
  form: string;
  text: string;
  used: number;
  most: number | null;
  alphabet: string | null;
}

/** Whom it concerns; `null` where no region is open. */
export interface Reach {
  people: number;
  is_guess: boolean;
  shelters: number;
  /** People beyond the chosen ground that the ground of the message reaches. */
  spill: number;
}

/** Who signed, once a person. */
export interface Signer {
  person: string;
  /** Keys of this person that signed. */
  keys: number;
}

/** What a message is worth now. */
export type State =
  | 'draft'
  | 'pending'
  | 'in-force'
  | 'on-hold'
  | 'unconfirmed'
  | 'lapsed'
  | 'superseded'
  | 'cancelled'
  | 'cleared'
  | 'blocked'
  | 'cut-short'
  | 'acting'
  | 'stored'
  | 'powerless'
  | 'refused';

/** A message of the folder. */
export interface Item {
  /** SHA-256 of the statement. */
  name: string;
  words: string[];
  kind: string;
  world: World;
  hazard: string | null;
  stage: string | null;
  template: string | null;
  texts: Text[];
  place: string;
  area: MultiPolygon | null;
  reach: Reach | null;
  /** `null` where not even the statement can be read. */
  issued: number | null;
  expires: number | null;
  impact_at: number | null;
  targets: string[];
  state: State;
  until: number | null;
  /** The message that ended, replaced or holds it. */
  by: string | null;
  /** The code and the sentence of a refusal, for operators. */
  refusal: { code: string; words: string } | null;
  notes: { code: string; words: string }[];
  signers: Signer[];
  /** Why signatures of the envelope do not count. */
  faults: { code: string; words: string }[];
  needed: number;
  /** Whether the person of this desk has signed. */
  mine: boolean;
  can: ('sign' | 'cancel' | 'clear' | 'update' | 'discard')[];
  cap: { sha256: string; len: number } | null;
}

/** A file that is none of ours, or is not believed. */
export interface RefusedFile {
  file: string;
  code: string;
  words: string;
}

/** The folder, at one time. */
export interface Board {
  version: string;
  now: number;
  /** The digest of what goes on, in words. */
  active: string[];
  items: Item[];
  refused: RefusedFile[];
}

/** One message with everything. */
export interface Review {
  item: Item;
  forms: { language: string; forms: Form[] }[];
}

/** What an officer asks for. */
export interface Wish {
  world: World;
  template: string;
  target: string | null;
  zones: string[];
  /** Corners as `[lat, lon]` in degrees. */
  polygon: [number, number][];
  place: string;
  minutes: number;
  impact_minutes: number | null;
  languages: string[];
}

/** What a wish would come to. */
export interface Preview {
  /** Why no draft can be made of it; none: it can. */
  problems: string[];
  place: string;
  area: MultiPolygon | null;
  reach: Reach | null;
  until: number;
  forms: { language: string; forms: Form[] }[];
}
