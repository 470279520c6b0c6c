// Two cities side by side, or two states of one: numbers, curves, and the second map.
import {
  type CoverageCase,
  getRegion,
  getShelters,
  members,
  type Question,
  query,
  type RegionInfo,
} from '../api';
import { el } from '../dom';
import type { CityMap } from '../map/city-map';
import type { Theme } from '../map/colours';
import { timeInWords } from '../measure';
import { number, t } from '../texts';
import { curveDrawing, curveSample } from './drawings';
import { problem } from './problem';
import { caseName, table, tallyHeads, tallyNumbers } from './tables';

/** One case of both cities as a table, the second minus the first. */
export function comparison(one: CoverageCase, other: CoverageCase, names: [string, string]): HTMLElement[] {
  const head = (name: string, index: number) =>
    el('span', { class: 'case-name' }, curveSample(index), el('span', {}, name));
  return [
    table(
      `${t('page-compare')}: ${caseName(one)}`,
      ['', head(names[0], 0), head(names[1], 1), t('page-difference')],
      [...shares(one, other), ...times(one, other), ...counts(one, other)],
      'numbers',
    ),
    el(
      'figure',
      {},
      curveDrawing([inPercent(one), inPercent(other)], names, t('page-compare-curves')),
      el('figcaption', {}, t('page-compare-curves')),
    ),
  ];
}

function counts(one: CoverageCase, other: CoverageCase): string[][] {
  // Heads of two cities mean little side by side, but a planner of one city with two states wants them.
  const heads = tallyHeads().filter((_, index) => index !== 1);
  const [was, is] = [tallyNumbers(one.all), tallyNumbers(other.all)];
  return [
    ...heads.map((head, index) => row(head, was[index] ?? 0, is[index] ?? 0)),
    row(t('page-all'), one.all.total, other.all.total),
    row(t('page-offered'), one.shelters_offered, other.shelters_offered),
  ];
}

function row(head: string, one: number, other: number): string[] {
  return [head, number(one), number(other), signed(other - one)];
}

function shares(one: CoverageCase, other: CoverageCase): string[][] {
  const part = ({ all }: CoverageCase) => (all.total > 0 ? (all.in_time * 100) / all.total : null);
  const [was, is] = [part(one), part(other)];
  const words = (value: number | null) =>
    value === null ? '–' : number(Math.floor(value) / 100, { style: 'percent' });
  const difference =
    was === null || is === null
      ? '–'
      : signed(Math.round((is - was) * 10) / 10, { maximumFractionDigits: 1 });
  return [[t('page-in-time-share'), words(was), words(is), difference]];
}

function times(one: CoverageCase, other: CoverageCase): string[][] {
  const rows: [string, number | null, number | null][] = [
    [t('page-median'), one.all.median_ds, other.all.median_ds],
    [t('page-worst'), one.all.worst_ds, other.all.worst_ds],
  ];
  const words = (value: number | null) => (value === null ? '–' : timeInWords(value));
  return rows.map(([head, was, is]) => {
    if (was === null || is === null) return [head, words(was), words(is), '–'];
    const sign = is > was ? '+' : is < was ? '−' : '';
    return [head, words(was), words(is), `${sign}${timeInWords(Math.abs(is - was))}`];
  });
}

function signed(value: number, options: Intl.NumberFormatOptions = {}): string {
  return number(value, { ...options, signDisplay: 'exceptZero' });
}

/** A case with everybody as a hundred, so that cities of different size can be laid on each other. */
function inPercent(one: CoverageCase): CoverageCase {
  const whole = Math.max(1, one.all.total);
  return { ...one, curve: one.curve.map((value) => (value * 100) / whole), all: { ...one.all, total: 100 } };
}

/** The second city's map. */
export class SecondMap {
  readonly element = el('figure', { class: 'second' });
  private readonly box = el('div', { class: 'map' });
  private map: CityMap | null = null;
  private asked = 0;

  constructor(
    private readonly theme: () => Theme,
    private readonly question: () => Question,
  ) {}

  /** Draws the map, once, when it is first seen. */
  async open(): Promise<void> {
    if (this.element.hasChildNodes()) return;
    const credit = el('p', { class: 'help' });
    this.element.append(el('div', { class: 'second-map' }, this.box), credit);
    try {
      const [region, { CityMap }] = await Promise.all([getRegion('compare'), import('../map/city-map')]);
      this.map = new CityMap(this.box, this.setting(region));
      credit.textContent = region.attribution.join(' · ');
      await this.ask();
    } catch (error) {
      this.element.replaceChildren(problem(error));
    }
  }

  private setting(region: RegionInfo) {
    const help = t('page-place', { place: region.name });
    this.box.setAttribute('role', 'group');
    this.box.setAttribute('aria-label', help);
    return {
      region,
      city: 'compare' as const,
      theme: this.theme(),
      doorsteps: this.doorsteps(),
      help,
      choose: () => {},
      covered: 0,
    };
  }

  private doorsteps(): string {
    return query({ ...members(this.question()), city: 'compare' });
  }

  /** The question has changed. */
  async ask(): Promise<void> {
    if (!this.map) return;
    const question = this.question();
    const asked = ++this.asked;
    this.map.setDoorsteps(this.doorsteps());
    const { features } = await getShelters(question, 'compare');
    if (asked === this.asked) this.map.setShelters(features, new Set());
  }

  /** The colours have changed. */
  dress(): void {
    this.map?.setTheme(this.theme());
  }

  remove(): void {
    this.map?.remove();
    this.map = null;
  }
}
