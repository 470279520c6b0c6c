// What the server answers, as types, and how it is asked. Places go into bodies only, never into an
// address: addresses end up in logs and histories.
import type { Feature, FeatureCollection, LineString, MultiLineString, Point } from 'geojson';
import { language } from './texts';

/** A place in degrees. */
export interface Place {
  lat: number;
  lon: number;
}

/** A file that the region was made of. */
export interface Source {
  role: string;
  file: string;
  format: string;
  date: string | null;
  licence?: string | null;
  attribution?: string | null;
  rows?: number;
  records?: number;
  complaints?: number;
}

/** What a region is. */
export interface RegionInfo {
  name: string;
  bounds: { min: { lat_e7: number; lon_e7: number }; max: { lat_e7: number; lon_e7: number } } | null;
  walkers: string[];
  hazards: string[];
  people: { is_guess?: boolean; at_doorsteps?: number };
  sources: Source[];
  attribution: string[];
  warnings: string[];
  compare: { name: string } | null;
  /** How many districts people are counted by, as the server was told. */
  districts: number;
}

/** One of four answers (rule 2 of the rules of safety). */
export type InTime = 'go' | 'go-at-once' | 'only-if-already-outside' | 'late';

/** What is known of a shelter; `null` and `unknown` are shown as unknown. */
export interface ShelterFacts {
  name: string | null;
  address: string | null;
  kind: string | null;
  standing: 'official' | 'mapped' | 'candidate';
  status: string;
  hours: string | null;
  access: string;
  wheelchair: string;
  pets: string;
  capacity: number | null;
  area_m2?: number | null;
  good_for: string[];
  underground: string;
  checked: string | null;
  note?: string | null;
  source: { file: string; format: string; date: string | null; row: number | null } | null;
}

/** A shelter on the map. */
export interface ShelterProperties extends ShelterFacts {
  id: string;
  offered: boolean;
  reason: string | null;
}

/** Plan A, B, C. */
export interface Plan extends ShelterFacts {
  plan: string;
  shelter: string;
  remark: string | null;
  time_ds: number;
  minutes: number;
  metres: number | null;
  total_ds: number | null;
  answer: InTime | null;
  late_by_ds: number | null;
  way: string[];
}

/** What to do, as data and in words. */
export interface Order {
  answer: { danger: string; do: string };
  words: string;
}

/** Answer to "which shelter, which way". */
export interface Plans {
  from: {
    lat: number;
    lon: number;
    metres_to_street: number;
    street: string | null;
    /** What to name to close that street. */
    way?: string | null;
    isolated: boolean;
    nearer_to_edge_than_to_any_shelter: boolean;
    forbidden: boolean;
  };
  walker: string;
  hazard: string | null;
  budget: { time_ds: number; from: string; zone: { id: string; name: string } | null } | null;
  start_ds: number | null;
  plan_0: {
    inside: 'known' | 'unknown' | 'none';
    shelter: string | null;
    name: string | null;
    remark: string | null;
    access: string | null;
    total_ds: number | null;
    answer: InTime | null;
    may_be_unstated: boolean;
  };
  plans: Plan[];
  none: string | null;
  on_arrival: Order | null;
  late: Order | null;
  any_in_time: boolean;
  attribution: string[];
  warnings: string[];
  lines?: FeatureCollection<LineString | null>;
}

/** People (or doorsteps) by what their plans come to. */
export interface Tally {
  total: number;
  in_time: number;
  by_fate: Record<string, number>;
  bands_3min: number[];
  median_ds: number | null;
  worst_ds: number | null;
}

/** One hazard, walker and hour. */
export interface CoverageCase {
  hazard: string | null;
  walker: string;
  at: string | null;
  counted: string;
  all: Tally;
  curve: number[];
  curve_step_ds: number;
  least_budget_ds: number | null;
  most_budget_ds: number | null;
  start_ds: number | null;
  shelters: number;
  shelters_offered: number;
  districts: { id: string; name: string; tally: Tally }[];
}

/** The answer of coverage. */
export interface Coverage {
  cases: CoverageCase[];
  warnings: string[];
  people: { is_guess?: boolean };
}

/** Something wrong with the data. */
export interface Finding {
  kind: string;
  what: string;
  name: string | null;
  shelter: string | null;
  lat: number | null;
  lon: number | null;
  file: string | null;
  row: number | null;
  people_only: number;
  people_served: number;
}

/** What changes when doors and streets close or open. */
export interface WhatIf {
  changed: {
    people: number;
    people_in_time_no_more: number;
    people_now_in_time: number;
    doorsteps: number;
    lose_every_shelter: number;
    later: number;
    added_median_ds: number | null;
    added_worst_ds: number | null;
  };
  before: Tally;
  after: Tally;
  /** The streets that are closed, for the map. */
  closed_streets: MultiLineString;
  session: string;
}

/** What is asked about: who walks from what. */
export interface Question {
  hazard: string | null;
  walker: string;
  floor: number;
  delay_s: number | null;
  within_s: number | null;
  /** Seconds to wait at the shelter's door. */
  queue_s: number | null;
  /** Whether this building is a shelter; `null`: as the lists say. */
  inside: 'known' | 'unknown' | 'none' | null;
  at: string | null;
}

/** The server's refusal, in its own words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(path, body, signal);
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as T;
}

function send(path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return fetch(path, {
    ...init,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    referrerPolicy: 'no-referrer',
    ...(signal ? { signal } : {}),
  });
}

async function refusalOf(response: Response): Promise<Refusal> {
  const answer: unknown = await response.json().catch(() => null);
  return new Refusal(response.status, wordsOf(answer) ?? response.statusText);
}

function wordsOf(problem: unknown): string | null {
  if (typeof problem !== 'object' || problem === null) return null;
  const { detail, title } = problem as { detail?: unknown; title?: unknown };
  if (typeof detail === 'string' && detail) return detail;
  return typeof title === 'string' ? title : null;
}

/** The part of an address behind the question mark; what is `null` is left out. */
export function query(values: Record<string, string | number | null | readonly string[]>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const one of value) pairs.append(name, one);
    else if (value !== null && value !== '') pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return text ? `?${text}` : '';
}

/** A question without the empty members, and without what concerns one building only. */
export function members(question: Question): Record<string, string | number> {
  const { inside: _, ...asked } = question;
  const said = Object.entries(asked).filter(
    ([name, value]) => value !== null && value !== '' && !(name === 'floor' && value === 0),
  );
  return Object.fromEntries(said) as Record<string, string | number>;
}

/** Which of two cities: the one that is served, or the one it is compared with. */
export type Which = 'compare' | null;

export const getRegion = (city: Which = null) => ask<RegionInfo>(`/v1/region${query({ city })}`);

export const getShelters = (question: Question, city: Which = null) =>
  ask<FeatureCollection<Point | null, ShelterProperties>>(
    `/v1/shelters${query({ hazard: question.hazard, at: question.at, city, language: language() })}`,
  );

export const getPlans = (from: Place, question: Question, whatif: string | null, signal: AbortSignal) =>
  ask<Plans>(
    '/v1/route',
    {
      from,
      ...members(question),
      ...(question.inside ? { inside: question.inside } : {}),
      language: language(),
      ...(whatif ? { whatif } : {}),
    },
    signal,
  );

/** Cases to count: every combination of these. */
export interface Cases {
  hazard: string[];
  walker: string[];
  at: string[];
  within_s: number | null;
}

/** What of a question holds for every case alike. */
export function circumstances({ floor, delay_s, queue_s }: Question) {
  return { floor: floor || null, delay_s, queue_s };
}

export const getCoverage = (
  cases: Cases,
  question: Question,
  districts: FeatureCollection | null,
  city: Which,
  whatif: string | null = null,
) => {
  const path = `/v1/coverage${query({ ...cases, ...circumstances(question), city, whatif })}`;
  return districts ? ask<Coverage>(path, { districts }) : ask<Coverage>(path);
};

/** Districts with what was counted of each, as a file; those of the server where none are given. */
export async function getDistricts(
  form: string,
  parameters: string,
  districts: FeatureCollection | null,
): Promise<Blob> {
  const response = await send(
    `/v1/export/districts.${form}${parameters}`,
    districts ? { districts } : undefined,
  );
  if (!response.ok) throw await refusalOf(response);
  return response.blob();
}

export const getAudit = (question: Question) =>
  ask<{ findings: Finding[] }>(
    `/v1/audit${query({ hazard: question.hazard, walker: question.walker, language: language() })}`,
  );

/** What is closed and opened by hand. */
export interface Closures {
  close: string[];
  open: string[];
  close_ways: string[];
}

export const getWhatIf = (closures: Closures, question: Question) =>
  ask<WhatIf>('/v1/whatif', { ...closures, ...members(question) });

/** A shelter, how full it is, and what its locked door costs. */
export interface Load {
  shelter: string;
  name: string;
  lat: number | null;
  lon: number | null;
  places: number;
  places_are_known: boolean;
  load: number;
  price_ds: number;
  lose: number;
  longer: number;
  longer_people_x_ds: number;
}

/** Who gets which place. */
export interface Assigned {
  people_are_counted: boolean;
  people: number;
  places: number;
  placed: number;
  left_without_shelter: number;
  /** Whether it is proven that nothing is better. */
  optimal: boolean;
  /** What having no place is taken to cost. */
  no_place_ds: number;
  norms: { source: string; milli_m2: number; shelters: number }[];
  /** Shelters of which nobody knows how many places they have. */
  unknown: number;
  shelters: Load[];
  without: { lat: number; lon: number; people: number }[];
}

/** The same as it comes: loads and prices apart, by shelter. */
interface AssignedAnswer extends Omit<Assigned, 'shelters'> {
  prices: Record<string, number>;
  loads: Record<string, number>;
  shelters: Omit<Load, 'load' | 'price_ds'>[];
}

export const getAssigned = async (
  question: Question,
  whatif: string | null,
  placesEach: number | null,
  peopleEach: number | null,
  signal: AbortSignal,
): Promise<Assigned> => {
  const body = {
    ...members(question),
    ...(whatif ? { whatif } : {}),
    ...(placesEach ? { places_each: placesEach } : {}),
    ...(peopleEach ? { people_each: peopleEach } : {}),
  };
  const { prices, loads, ...answer } = await ask<AssignedAnswer>('/v1/assign', body, signal);
  // A shelter that no street leads to is in neither.
  const shelters = answer.shelters.map((one) => ({
    ...one,
    load: loads[one.shelter] ?? 0,
    price_ds: prices[one.shelter] ?? 0,
  }));
  return { ...answer, shelters };
};

/** What is wanted of new shelters: most people in time, the least walking in all, the shortest longest walk. */
export type Objective = 'cover' | 'median' | 'center';
/** Where they may be: at any node of the streets, or where the map has what nobody has declared a shelter. */
export type Candidates = 'nodes' | 'osm';

/** A new shelter. */
export interface Site {
  rank: number;
  node: string;
  name?: string;
  /** What it adds to those before it, as the objective counts. */
  adds: number;
  lat: number | null;
  lon: number | null;
}

/** Where new shelters should be. */
export interface Sites {
  objective: Objective;
  hazard: string | null;
  within_ds: number | null;
  people: number;
  people_are_counted: boolean;
  new: number;
  value_now: number;
  value: number;
  /** No choice of as many has a better value. */
  bound: number;
  optimal: boolean;
  without: number;
  beyond_all: number;
  capacitated: boolean;
  /** Places in the shelters that are there, where places are counted. */
  places_now?: number;
  sites: Site[];
  curve: { value: number; without: number }[];
}

/** How places are counted: as the flags of `hinan site --capacitated`. */
export interface SitePlaces {
  capacitated: true;
  /** How many people a new site holds. */
  site_places: number;
  /** How many a shelter is taken to hold of which nobody knows. */
  places_each?: number;
  /** Share that is kept free in shelters that are there. */
  reserve?: string;
}

export const getSites = (
  question: Question,
  whatif: string | null,
  asked: { new: number; objective: Objective; candidates: Candidates } & Partial<SitePlaces>,
  signal: AbortSignal,
) => ask<Sites>('/v1/sites', { ...members(question), ...asked, ...(whatif ? { whatif } : {}) }, signal);

/** A shelter as the map has it. */
export type ShelterFeature = Feature<Point | null, ShelterProperties>;
