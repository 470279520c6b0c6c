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
  /** `null` where no region is open, or nobody has counted. */
  people: number | null;
}

/** A person or a feed that an order signed ahead can name. */
export interface Holder {
  id: string;
  name: string;
  feed: boolean;
  me: boolean;
}

/** Something that the program says: a code, for which the page has a sentence. */
export interface Said {
  code: string;
  /** Which list of sentences the code is of. */
  family: 'refusal' | 'signature' | 'note' | 'fault' | 'error' | 'file';
  /** The sentence in English. */
  words: string;
  /** Figures, fields, bytes; may be empty. */
  detail: string;
  /** What a sentence is filled with. */
  values: Record<string, string>;
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
  /** Who can be named in an order signed ahead. */
  holders: Holder[];
  /** The longest hours of an order for persons and for feeds, and the longest alert, in minutes. */
  arming: { person: number; feed: number; alert: number } | null;
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
  /** `null` where nobody has counted. */
  people: number | null;
  is_guess: boolean;
  shelters: number;
  /** People beyond the chosen ground that the ground of the message reaches. */
  spill: number | null;
}

/** An order signed ahead: who may raise alerts alone. */
export interface Order {
  who: string[];
  is_mine: boolean;
  /** By id. */
  zones: string[];
  templates: string[];
  from: number;
  until: number;
  /** The longest life of an alert under it, in seconds. */
  life: number;
}

/** Who sends a message, as it stands in the bytes. */
export interface Sender {
  id: string;
  name: string | null;
  web: string | null;
  contact: string | null;
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
  | 'armed'
  | 'armed-later'
  | 'void'
  | 'refused';

/** A message of the folder. */
export interface Item {
  /** What the program calls it: its type and its name. */
  key: string;
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
  /** By id, as the statement names them. */
  zones: string[];
  area: MultiPolygon | null;
  reach: Reach | null;
  sender: Sender | null;
  /** What an order signed ahead says. */
  order: Order | null;
  /** The order that an alert is raised under. */
  arming: string | null;
  /** `null` where not even the statement can be read. */
  issued: number | null;
  expires: number | null;
  impact_at: number | null;
  targets: string[];
  state: State;
  until: number | null;
  /** The message that ended, replaced or holds it. */
  by: string | null;
  refusal: Said | null;
  notes: Said[];
  signers: Signer[];
  /** Why signatures of the envelope do not count. */
  faults: Said[];
  needed: number;
  /** Whether the person of this desk has signed. */
  mine: boolean;
  can: ('sign' | 'cancel' | 'clear' | 'update' | 'raise' | 'void' | 'discard')[];
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
  /** The order that it is raised under. */
  arming: string | null;
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
  problems: Said[];
  place: string;
  area: MultiPolygon | null;
  reach: Reach | null;
  until: number;
  forms: { language: string; forms: Form[] }[];
}

/** What an officer asks for ahead. */
export interface ArmWish {
  who: string[];
  zones: string[];
  templates: string[];
  minutes: number;
  life_minutes: number;
}
