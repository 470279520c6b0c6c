// The planner's view: who is in time, what changes when a door closes, what is wrong with the data.
import type { FeatureCollection } from 'geojson';
import { hazardName, remarkOn, shelterTitle, walkerName } from '../answers';
import {
  type Cases,
  type Closures,
  type Coverage,
  type CoverageCase,
  type Finding,
  getAudit,
  getCoverage,
  getWhatIf,
  type Question,
  query,
  type RegionInfo,
  type ShelterFeature,
  type WhatIf,
} from '../api';
import { announce, button, el } from '../dom';
import type { Theme } from '../map/colours';
import { readSeconds } from '../measure';
import { factsView } from '../plans/panel';
import { number, t } from '../texts';
import { bandsDrawing, bandWords, curveDrawing, curveSample, MOST_CURVES } from './drawings';
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
  closed: (closed: ReadonlySet<string>, session: string | null) => void;
  /** Where the plans of the place that was clicked are shown. */
  plans: HTMLElement;
  showFinding: (place: { lat: number; lon: number } | null) => void;
}

/** At most so many findings are listed; all of them are in the export. */
const MOST_FINDINGS = 200;
/** A file of districts larger than this is refused. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The planner's view. */
export class PlannerPanel {
  readonly element: HTMLElement;
  private readonly selection = el('div', { class: 'selection' });
  private readonly changes = el('div', { class: 'changes' });
  private readonly counted = el('div', { class: 'counted', 'aria-live': 'polite' });
  private readonly audited = el('div', {});
  private readonly districtsNote = el('p', { class: 'help', role: 'status' });
  private readonly closures = {
    close: new Set<string>(),
    open: new Set<string>(),
    ways: new Map<string, string>(),
  };
  private districts: FeatureCollection | null = null;
  private readonly cases: Cases;
  private hasCounted = false;

  constructor(private readonly outside: Outside) {
    const { hazard, walker } = outside.question();
    this.cases = { hazard: hazard ? [hazard] : [], walker: [walker], at: [], within_s: null };
    this.element = el(
      'div',
      { class: 'planner' },
      this.selection,
      el(
        'details',
        { class: 'more plans-here', open: true },
        el('summary', {}, t('page-plans')),
        outside.plans,
      ),
      section('page-changed', this.changes),
      section('page-coverage', this.coverageForm(), this.counted),
      section('page-districts', this.districtsField()),
      section('page-audit', this.audited),
      section('page-export', this.exports()),
    );
    this.showChanges(null);
  }

  /** Called when the view is shown: counts once by itself. */
  shown(): void {
    if (this.hasCounted) return;
    this.hasCounted = true;
    void this.count();
    void this.audit();
  }

  /** Shows a shelter, with the button that closes it. */
  selectShelter(id: string): void {
    const shelter = this.outside.shelters().find((one) => one.properties.id === id);
    if (!shelter) return;
    const facts = shelter.properties;
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
      factsView(facts, true),
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
        button(t('page-close'), () => this.selection.replaceChildren(), { class: 'quiet' }),
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

  private async change(): Promise<void> {
    const now = this.closuresNow();
    if (now.close.length + now.open.length + now.close_ways.length === 0) {
      this.outside.closed(new Set(), null);
      return this.showChanges(null);
    }
    this.changes.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const answer = await getWhatIf(now, this.outside.question());
      this.outside.closed(new Set(now.close), answer.session);
      const words = changeInWords(answer.changed);
      announce(words);
      this.showChanges(
        el('div', {}, el('p', { class: 'headline' }, words), beforeAfter(answer.before, answer.after)),
      );
    } catch (error) {
      this.showChanges(problem(error));
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
    this.counted.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const asked = [getCoverage(this.cases, this.districts, null)];
      // The second city answers the same question.
      if (this.outside.region.compare) asked.push(getCoverage(this.cases, null, 'compare'));
      const [first, second] = await Promise.all(asked);
      if (first) this.showCoverage(first, second ?? null);
    } catch (error) {
      this.counted.replaceChildren(problem(error));
    }
  }

  private showCoverage(coverage: Coverage, second: Coverage | null): void {
    const { region } = this.outside;
    const unit = t(`unit-${coverage.cases[0]?.counted ?? 'people'}`);
    const pictures = el('div', {});
    const show = (one: CoverageCase) => {
      pictures.replaceChildren(...this.picturesOf(coverage.cases, one));
      this.outside.ask({ hazard: one.hazard, walker: one.walker, at: one.at, within_s: this.cases.within_s });
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
    this.counted.replaceChildren(
      table(caption(region.name), heads, rows, 'numbers'),
      second && region.compare
        ? table(
            caption(region.compare.name),
            heads,
            second.cases.map((one) => [caseName(one), thereIs(one), ...tallyCells(one.all)]),
            'numbers',
          )
        : '',
      el('p', { class: 'help' }, t('coverage-key')),
      coverage.people.is_guess ? el('p', { class: 'note' }, t('coverage-guess')) : '',
      pictures,
    );
    const [first] = coverage.cases;
    if (first) pictures.replaceChildren(...this.picturesOf(coverage.cases, first));
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
      district.name ?? district.id ?? '–',
      ...tallyCells(district.tally ?? district.all ?? one.all),
    ]);
    if (districts.length > 0)
      parts.push(
        table(
          t('coverage-districts', { case: caseName(one) }),
          [t('coverage-district'), ...tallyHeads()],
          districts,
          'numbers',
        ),
      );
    return parts;
  }

  private districtsField(): HTMLElement {
    const input = el('input', {
      type: 'file',
      id: 'districts',
      accept: '.geojson,.json,application/geo+json',
      class: 'file',
    });
    input.addEventListener('change', () => void this.readDistricts(input.files?.[0]));
    const box = el(
      'div',
      { class: 'drop' },
      el('label', { for: input.id }, t('page-districts-help')),
      input,
      this.districtsNote,
    );
    box.addEventListener('dragover', (event) => event.preventDefault());
    box.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.readDistricts(event.dataTransfer?.files[0]);
    });
    return box;
  }

  private async readDistricts(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      if (file.size > MOST_BYTES)
        throw new Error(t('page-file-too-large', { megabytes: MOST_BYTES / 1024 / 1024 }));
      const read: unknown = JSON.parse(await file.text());
      if (!isCollection(read)) throw new Error(t('page-file-no-geojson'));
      this.districts = read;
      this.districtsNote.textContent = `${file.name}: ${number(read.features.length)}`;
      await this.count();
    } catch (error) {
      this.districtsNote.textContent = `${file.name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private async audit(): Promise<void> {
    this.audited.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const { findings } = await getAudit(this.outside.question());
      const list = findings.slice(0, MOST_FINDINGS).map((one) => this.findingView(one));
      const none = el('p', { class: 'help' }, t('page-audit-none'));
      this.audited.replaceChildren(
        el('p', {}, t('page-audit-findings', { number: findings.length })),
        list.length > 0 ? el('ul', { class: 'findings' }, ...list) : none,
      );
    } catch (error) {
      this.audited.replaceChildren(problem(error));
    }
  }

  private findingView(finding: Finding): HTMLElement {
    const { lat, lon } = finding;
    const title = finding.name ?? finding.shelter ?? finding.file ?? '';
    const row = finding.file && finding.row ? `${finding.file}, ${finding.row}` : '';
    const show = () => {
      if (lat === null || lon === null) return;
      this.outside.showFinding({ lat, lon });
      if (finding.shelter) this.selectShelter(finding.shelter);
    };
    return el(
      'li',
      {},
      title ? el('b', {}, `${title}: `) : null,
      finding.what,
      finding.people_only > 0
        ? el('span', { class: 'cost' }, ` ${t('page-audit-costs', { people: finding.people_only })}`)
        : null,
      row && row !== title ? el('span', { class: 'help' }, ` (${row})`) : null,
      lat !== null && lon !== null
        ? button(t('page-show-on-map'), show, {
            class: 'link',
            'aria-label': `${t('page-show-on-map')}: ${title} ${finding.what}`,
          })
        : null,
    );
  }

  private exports(): HTMLElement {
    const forms = ['csv', 'geojson', 'gpkg', 'parquet'];
    const whats: [string, string][] = [
      ['doorsteps', t('unit-doorsteps')],
      ['shelters', t('page-shelter')],
      ['audit', t('page-audit')],
    ];
    const list = el('ul', { class: 'exports' });
    const draw = () => {
      const { hazard, walker, at, within_s } = this.outside.question();
      const asked = query({ hazard, walker, at, within_s });
      list.replaceChildren(
        ...whats.map(([what, words]) =>
          el(
            'li',
            {},
            el('b', {}, `${words}: `),
            ...forms.map((form) =>
              el(
                'a',
                {
                  href: `/v1/export/${what}.${form}${asked}`,
                  download: `${what}.${form}`,
                  title: t(`page-export-${form}`),
                },
                form.toUpperCase(),
              ),
            ),
          ),
        ),
      );
    };
    draw();
    list.addEventListener('pointerenter', draw);
    list.addEventListener('focusin', draw);
    return list;
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

function isCollection(value: unknown): value is FeatureCollection {
  return typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features);
}

/** A sentence for what went wrong. */
export function problem(error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return el('p', { class: 'problem', role: 'alert' }, t('page-error', { reason }));
}
