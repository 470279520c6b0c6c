// The planner's view: who is in time, what changes when a door closes, what is wrong with the data.
import type { FeatureCollection, MultiLineString } from 'geojson';
import { hazardName, remarkOn, shelterTitle, walkerName } from '../answers';
import {
  type Cases,
  type Closures,
  type Coverage,
  type CoverageCase,
  getCoverage,
  getWhatIf,
  members,
  type Place,
  type Question,
  query,
  type RegionInfo,
  type ShelterFeature,
  type WhatIf,
} from '../api';
import { announce, button, el } from '../dom';
import type { Theme } from '../map/colours';
import { readSeconds, timeInWords } from '../measure';
import { factsView } from '../plans/panel';
import { number, t } from '../texts';
import { AuditPart } from './audit';
import { comparison, SecondMap } from './compare';
import { Districts } from './districts';
import { bandsDrawing, bandWords, curveDrawing, curveSample, MOST_CURVES } from './drawings';
import { EveryonePart } from './everyone';
import { districtExports, exportLinks } from './exports';
import { problem } from './problem';
import { SitesPart } from './sites';
import { beforeAfter, caseName, table, tallyCells, tallyHeads, thereIs } from './tables';

/** What the planner's view needs of the rest of the page. */
export interface Outside {
  region: RegionInfo;
  theme: () => Theme;
  question: () => Question;
  /** The map follows a case of the table. */
  ask: (question: Partial<Question>) => void;
  shelters: () => ShelterFeature[];
  /** The map and the plans follow what is closed. */
  closed: (closed: Closed) => void;
  /** Where the plans of the place that was clicked are shown. */
  plans: HTMLElement;
  /** Rings one place on the map. */
  ring: (place: Place) => void;
  /** Moves the map so that all these places are seen. */
  show: (places: Place[]) => void;
  drawFindings: (places: { number: number; place: Place }[]) => void;
  drawDistricts: (districts: FeatureCollection | null) => void;
  drawEveryone: (signs: FeatureCollection | null) => void;
  drawSites: (signs: FeatureCollection | null) => void;
}

/** What is closed by hand. */
export interface Closed {
  shelters: ReadonlySet<string>;
  streets: MultiLineString | null;
  /** The token by which the server knows it. */
  session: string | null;
}

const NOTHING_CLOSED: Closed = { shelters: new Set(), streets: null, session: null };

/** The planner's view. */
export class PlannerPanel {
  readonly element: HTMLElement;
  private readonly selection = el('div', { class: 'selection' });
  private readonly changes = el('div', { class: 'changes' });
  private readonly form = el('div', {});
  private readonly counted = el('div', { class: 'counted', 'aria-live': 'polite' });
  private readonly compared = el('div', { class: 'part' });
  private readonly secondMap: SecondMap;
  private readonly audit: AuditPart;
  private readonly districts: Districts;
  private readonly everyone: EveryonePart;
  private readonly sites: SitesPart;
  private readonly closures = {
    close: new Set<string>(),
    open: new Set<string>(),
    ways: new Map<string, string>(),
  };
  private session: string | null = null;
  private readonly cases: Cases;
  private hasCounted = false;
  /** Answers that come late must not take the place of later ones. */
  private changing = 0;
  private counting = 0;

  constructor(private readonly outside: Outside) {
    const { hazard, walker } = outside.question();
    this.cases = { hazard: hazard ? [hazard] : [], walker: [walker], at: [], within_s: null };
    this.secondMap = new SecondMap(outside.theme, outside.question);
    this.audit = new AuditPart({
      draw: outside.drawFindings,
      ring: outside.ring,
      selectShelter: (id) => this.selectShelter(id),
    });
    this.districts = new Districts({
      draw: outside.drawDistricts,
      show: outside.show,
      parameters: () => this.parameters(),
      count: () => this.count(),
    });
    this.everyone = new EveryonePart({
      question: outside.question,
      session: () => this.session,
      draw: outside.drawEveryone,
      ring: outside.ring,
      selectShelter: (id) => this.selectShelter(id),
    });
    this.sites = new SitesPart({
      question: outside.question,
      session: () => this.session,
      draw: outside.drawSites,
      ring: outside.ring,
    });
    this.element = el(
      'div',
      { class: 'planner' },
      this.selection,
      section('page-changed', this.changes),
      el('details', { class: 'more plans-here' }, el('summary', {}, t('page-plans')), outside.plans),
      section('page-coverage', this.form, this.counted),
      section('page-everyone', this.everyone.element),
      section('page-sites', this.sites.element),
      outside.region.compare ? section('page-compare', this.compared, this.secondMap.element) : null,
      section('page-districts', this.districts.element),
      section('page-audit', this.audit.element),
      section(
        'page-export',
        exportLinks(() => this.parameters()),
      ),
    );
    this.form.append(this.coverageForm());
    this.showChanges(null);
  }

  /** Called when the view is shown: counts once by itself. */
  shown(): void {
    this.audit.draw();
    this.districts.draw();
    this.everyone.draw();
    this.sites.draw();
    if (this.hasCounted) return;
    this.hasCounted = true;
    void this.count();
    void this.audit.load(this.outside.question());
    if (this.outside.region.compare) void this.secondMap.open();
  }

  /** Another hazard, walker or hour: what was said of the one before must not stay. */
  asked(before: Question): void {
    const now = this.outside.question();
    const isFollowing = this.followForm(before, now);
    if (!this.hasCounted) return;
    if (this.hasClosures()) void this.change();
    if (now.hazard !== before.hazard || now.walker !== before.walker) void this.audit.load(now);
    const others = ['floor', 'delay_s', 'queue_s'] as const;
    if (isFollowing || others.some((one) => now[one] !== before[one])) void this.count();
    void this.everyone.again();
    void this.sites.again();
    void this.secondMap.ask();
  }

  /** As long as nobody chose cases of their own, the one that is counted is the one that is asked. */
  private followForm(before: Question, now: Question): boolean {
    const { hazard, walker } = this.cases;
    const was = before.hazard ? [before.hazard] : [];
    const isSame = hazard.join() === was.join() && walker.join() === before.walker;
    if (!isSame || (now.hazard === before.hazard && now.walker === before.walker)) return false;
    hazard.splice(0, hazard.length, ...(now.hazard ? [now.hazard] : []));
    walker.splice(0, walker.length, now.walker);
    this.form.replaceChildren(this.coverageForm());
    return true;
  }

  /** Other colours. */
  dress(): void {
    this.secondMap.dress();
  }

  /** Lets go of what would go on drawing. */
  remove(): void {
    this.secondMap.remove();
  }

  /** A sign of the map was clicked. */
  chooseFinding(number: number): void {
    this.audit.choose(number);
  }

  /** A numbered sign of the map was clicked. */
  chooseSite(rank: number): void {
    this.sites.choose(rank);
  }

  /** A file was dropped somewhere on the page. */
  readDistricts(file: File): void {
    void this.districts.read(file);
  }

  /** Folds what was selected; whether there was anything. */
  deselect(): boolean {
    const isOpen = this.selection.hasChildNodes();
    this.selection.replaceChildren();
    return isOpen;
  }

  /** What is asked now, closures included, as the part of an address behind the question mark. */
  private parameters(): string {
    return query({ ...members(this.outside.question()), whatif: this.session });
  }

  /** A circle of people at a shelter leads to its row. */
  chooseLoad(id: string): void {
    this.selectShelter(id);
    this.everyone.lead(id);
  }

  /** Shows a shelter, with the button that closes it. */
  selectShelter(id: string): void {
    const shelter = this.outside.shelters().find((one) => one.properties.id === id);
    if (!shelter) return;
    const facts = shelter.properties;
    this.everyone.mark(id);
    const isShut = ['closed', 'full', 'defunct'].includes(facts.status);
    const title = shelterTitle(facts, id);
    const remark = remarkOn(facts);
    const isClosed = this.closures.close.has(id) || (isShut && !this.closures.open.has(id));
    this.select(
      title,
      remark ? el('p', { class: 'remark' }, remark) : null,
      facts.offered ? null : el('p', { class: 'note' }, facts.reason ?? t('not-offered-untold')),
      button(t(isClosed ? 'page-open-shelter' : 'page-close-shelter'), () => this.flip(id, isShut), {
        class: 'main',
        'data-action': 'flip',
      }),
      factsView(facts),
    );
  }

  /** Shows a street, with the button that closes it. */
  selectStreet(id: string, name: string | null): void {
    const isClosed = this.closures.ways.has(id);
    const flip = () => {
      if (!this.closures.ways.delete(id)) this.closures.ways.set(id, name ?? `${t('start-unnamed')} (${id})`);
      this.selectStreet(id, name);
      void this.change();
    };
    this.select(
      name ?? t('start-unnamed'),
      button(t(isClosed ? 'page-open-street' : 'page-close-street'), flip, {
        class: 'main',
        'data-action': 'flip',
      }),
    );
  }

  private select(title: string, ...content: (Node | null)[]): void {
    const heading = el('h3', { tabindex: -1 }, title);
    this.selection.replaceChildren(
      el(
        'section',
        { class: 'card selected' },
        heading,
        ...content,
        button(t('page-close'), () => this.deselect(), { class: 'quiet' }),
      ),
    );
    announce(title);
  }

  private flip(id: string, isShut: boolean): void {
    const set = isShut ? this.closures.open : this.closures.close;
    if (!set.delete(id)) set.add(id);
    this.selectShelter(id);
    void this.change();
  }

  private closuresNow(): Closures {
    const { close, open, ways } = this.closures;
    return { close: [...close].sort(), open: [...open].sort(), close_ways: [...ways.keys()].sort() };
  }

  private hasClosures(): boolean {
    const { close, open, ways } = this.closures;
    return close.size + open.size + ways.size > 0;
  }

  /** The tables tell of the city as it is closed now, as the map does. */
  private async countOthers(session: string | null): Promise<void> {
    const isNew = session !== this.session;
    this.session = session;
    if (isNew) void this.everyone.again();
    if (isNew) void this.sites.again();
    if (isNew && this.hasCounted) await this.count();
  }

  private async change(): Promise<void> {
    const changing = ++this.changing;
    if (!this.hasClosures()) {
      if (this.session) void this.countOthers(null);
      this.outside.closed(NOTHING_CLOSED);
      return this.showChanges(null);
    }
    this.changes.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const now = this.closuresNow();
      const answer = await getWhatIf(now, this.outside.question());
      if (changing !== this.changing) return;
      void this.countOthers(answer.session);
      this.outside.closed({
        shelters: new Set(now.close),
        streets: answer.closed_streets,
        session: answer.session,
      });
      const words = changeInWords(answer.changed);
      announce(words);
      this.showChanges(
        el(
          'div',
          { class: 'part' },
          el('p', { class: 'headline' }, words),
          ...changesInWords(answer.changed).map((line) => el('p', { class: 'changed' }, line)),
          beforeAfter(answer.before, answer.after),
        ),
      );
    } catch (error) {
      if (changing === this.changing) this.showChanges(problem(error));
    }
  }

  private showChanges(result: HTMLElement | null): void {
    const { close, open, ways } = this.closures;
    const name = (id: string) => {
      const shelter = this.outside.shelters().find((one) => one.properties.id === id);
      return shelter ? shelterTitle(shelter.properties, id) : id;
    };
    const undo = (words: string, action: string, forget: () => void) =>
      el(
        'li',
        {},
        words,
        ' ',
        button(
          t(action),
          () => {
            forget();
            void this.change();
          },
          { class: 'quiet' },
        ),
      );
    const list = [
      ...[...close].map((id) => undo(name(id), 'page-open-shelter', () => close.delete(id))),
      ...[...open].map((id) => undo(name(id), 'page-close-shelter', () => open.delete(id))),
      ...[...ways].map(([id, street]) => undo(street, 'page-open-street', () => ways.delete(id))),
    ];
    if (list.length === 0) {
      this.changes.replaceChildren(el('p', { class: 'help' }, t('page-changed-help')));
      return;
    }
    const reset = button(
      t('page-reset'),
      () => {
        for (const one of [close, open, ways]) one.clear();
        this.selection.replaceChildren();
        void this.change();
      },
      { class: 'quiet' },
    );
    this.changes.replaceChildren(
      ...(result ? [result] : []),
      el('ul', { class: 'closures' }, ...list),
      reset,
    );
  }

  private coverageForm(): HTMLElement {
    const { region } = this.outside;
    const within = el('input', {
      type: 'text',
      id: 'coverage-within',
      placeholder: t('page-within-default'),
    });
    const hour = el('input', { type: 'datetime-local', id: 'coverage-at' });
    const submit = (event: Event) => {
      event.preventDefault();
      this.cases.within_s = readSeconds(within.value);
      this.cases.at = hour.value ? [hour.value] : [];
      void this.count();
    };
    const walkers = region.walkers.map((one): [string, string] => [one, walkerName(one)]);
    const hazards = region.hazards.map((one): [string, string] => [one, hazardName(one)]);
    return el(
      'form',
      { class: 'cases', onsubmit: submit },
      el(
        'details',
        { class: 'more' },
        el('summary', {}, t('page-more-options')),
        checks(t('page-hazard'), hazards, this.cases.hazard),
        checks(t('page-walker'), walkers, this.cases.walker),
        el(
          'div',
          { class: 'pair' },
          el('div', { class: 'field' }, el('label', { for: within.id }, t('page-within')), within),
          el('div', { class: 'field' }, el('label', { for: hour.id }, t('page-at')), hour),
        ),
        el('button', { type: 'submit', class: 'main' }, t('page-count')),
      ),
    );
  }

  private async count(): Promise<void> {
    const counting = ++this.counting;
    this.counted.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const question = this.outside.question();
      const asked = [getCoverage(this.cases, question, this.districts.own, null, this.session)];
      // The second city answers the same question.
      if (this.outside.region.compare) asked.push(getCoverage(this.cases, question, null, 'compare'));
      const [first, second] = await Promise.all(asked);
      if (!first || counting !== this.counting) return;
      this.showCoverage(first, second ?? null);
      if (first.cases.some((one) => one.districts.length > 0)) await this.districts.counted();
    } catch (error) {
      if (counting === this.counting) this.counted.replaceChildren(problem(error));
    }
  }

  private showCoverage(coverage: Coverage, second: Coverage | null): void {
    const { region } = this.outside;
    const unit = t(`unit-${coverage.cases[0]?.counted ?? 'people'}`);
    const pictures = el('div', {});
    const show = (one: CoverageCase) => {
      pictures.replaceChildren(...this.picturesOf(coverage.cases, one));
      this.compare(one, second);
      this.outside.ask({ hazard: one.hazard, walker: one.walker, at: one.at, within_s: this.cases.within_s });
      if (one.districts.length > 0) void this.districts.counted();
    };
    const rows = coverage.cases.map((one, index) => [
      el(
        'span',
        { class: 'case-name' },
        index < MOST_CURVES ? curveSample(index) : null,
        button(caseName(one), () => show(one), { class: 'link' }),
      ),
      thereIs(one),
      ...tallyCells(one.all),
    ]);
    const heads = [t('coverage-case'), t('coverage-there-is'), ...tallyHeads()];
    const caption = (name: string) => `${name}: ${unit}`;
    const besides = this.besides();
    this.counted.replaceChildren(
      table(caption(region.name), heads, rows, 'numbers'),
      el('p', { class: 'help' }, t('coverage-key')),
      besides ? el('p', { class: 'help' }, besides) : '',
      coverage.people.is_guess ? el('p', { class: 'note' }, t('coverage-guess')) : '',
      pictures,
    );
    const [first] = coverage.cases;
    if (!first) return;
    pictures.replaceChildren(...this.picturesOf(coverage.cases, first));
    this.compare(first, second);
  }

  /** What a resident's form says besides hazard and walker, as it counts here too. */
  private besides(): string | null {
    const { floor, delay_s, queue_s } = this.outside.question();
    const time = (label: string, seconds: number | null) =>
      seconds === null ? null : `${t(label)}: ${timeInWords(seconds * 10)}`;
    const parts = [
      floor === 0 ? null : `${t('page-floor')}: ${number(floor)}`,
      time('page-delay', delay_s),
      time('page-queue', queue_s),
    ].filter(Boolean);
    return parts.length > 0 ? t('page-also-counted', { what: parts.join(' · ') }) : null;
  }

  /** The same case of the second city; where it has none, nothing is compared. */
  private compare(one: CoverageCase, second: Coverage | null): void {
    const { region } = this.outside;
    const other = second?.cases.find((case_) => caseName(case_) === caseName(one));
    this.compared.replaceChildren(
      ...(other && region.compare ? comparison(one, other, [region.name, region.compare.name]) : []),
    );
  }

  private picturesOf(cases: CoverageCase[], one: CoverageCase): HTMLElement[] {
    const words = bandWords(one.all.bands_3min.length);
    const parts = [
      el(
        'figure',
        {},
        curveDrawing(cases, cases.map(caseName)),
        el(
          'figcaption',
          {},
          [
            t('picture-curve-people'),
            one.least_budget_ds ? t('picture-budget', { time: thereIs(one) }) : null,
          ]
            .filter(Boolean)
            .join('; '),
        ),
      ),
      el(
        'figure',
        {},
        bandsDrawing(one, this.outside.theme()),
        el(
          'figcaption',
          {},
          t('coverage-by-minutes', { unit: t(`unit-${one.counted}`), case: caseName(one) }),
        ),
      ),
      el(
        'details',
        { class: 'more' },
        el('summary', {}, t('page-as-table')),
        table(
          t('picture-bands', { place: caseName(one) }),
          [t('picture-minutes'), t(`unit-${one.counted}`)],
          one.all.bands_3min.map((value, index) => [words[index] ?? '', number(value)]),
          'numbers',
        ),
        table(
          t('picture-curve', { place: caseName(one) }),
          [t('picture-minutes'), t(`unit-${one.counted}`)],
          curveRows(one),
          'numbers',
        ),
      ),
    ];
    const districts = one.districts.map((district) => [
      button(district.name || district.id || '–', () => this.districts.show(district.id), { class: 'link' }),
      ...tallyCells(district.tally),
    ]);
    if (districts.length > 0)
      parts.unshift(
        el(
          'div',
          { class: 'districts' },
          table(
            t('coverage-districts', { case: caseName(one) }),
            [t('coverage-district'), ...tallyHeads()],
            districts,
            'numbers',
          ),
          districtExports(() => this.parameters(), this.districts.own),
        ),
      );
    return parts;
  }
}

function section(title: string, ...content: Node[]): HTMLElement {
  return el('section', { class: 'part' }, el('h2', {}, t(title)), ...content);
}

function checks(title: string, options: [string, string][], chosen: string[]): HTMLElement {
  const boxes = options.map(([value, words]) => {
    const box = el('input', { type: 'checkbox', value, checked: chosen.includes(value) });
    box.addEventListener('change', () => {
      const at = chosen.indexOf(value);
      if (box.checked && at < 0) chosen.push(value);
      if (!box.checked && at >= 0) chosen.splice(at, 1);
    });
    return el('label', { class: 'check' }, box, words);
  });
  return el('fieldset', {}, el('legend', {}, title), el('div', { class: 'checks' }, ...boxes));
}

function curveRows(one: CoverageCase): string[][] {
  const perMinute = Math.max(1, Math.round(600 / one.curve_step_ds));
  return one.curve.flatMap((value, index) =>
    index % perMinute === 0 ? [[number(index / perMinute), number(value)]] : [],
  );
}

/** From how many doorsteps the way grows longer, or ends. */
export function changesInWords(changed: WhatIf['changed']): string[] {
  const { later, lose_every_shelter: lose, added_median_ds: median, added_worst_ds: worst } = changed;
  const lines = [];
  if (later > 0 && median !== null && worst !== null)
    lines.push(
      t('page-changed-later', {
        doorsteps: later,
        median: timeInWords(median),
        worst: timeInWords(worst),
      }),
    );
  if (lose > 0) lines.push(t('page-changed-lose', { doorsteps: lose }));
  return lines;
}

/** Who gains and who loses a way in time: never the one against the other. */
export function changeInWords(changed: WhatIf['changed']): string {
  const { people_in_time_no_more: lost, people_now_in_time: gained } = changed;
  const parts = [
    lost > 0 ? t('page-lose', { people: lost }) : null,
    gained > 0 ? t('page-gain', { people: gained }) : null,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(' · ');
  return changed.people > 0 ? t('page-other-way', { people: changed.people }) : t('page-nothing-changes');
}
