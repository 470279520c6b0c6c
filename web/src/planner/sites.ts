// Where new shelters should be: a table and numbered signs on the map, each leading to the other, and what each number of them
// comes to.
import type { FeatureCollection } from 'geojson';
import {
  type Candidates,
  getSites,
  type Objective,
  type Place,
  type Question,
  type Site,
  type SitePlaces,
  type Sites,
} from '../api';
import { announce, button, choice, el } from '../dom';
import { timeInWords } from '../measure';
import { number, t } from '../texts';
import { stepsDrawing } from './drawings';
import { problem } from './problem';
import { table } from './tables';

const OBJECTIVES: Objective[] = ['cover', 'median', 'center'];
const CANDIDATES: Candidates[] = ['nodes', 'osm'];
/** The texts of an answer: of time alone, and where places are counted. */
const ANSWERS: Record<Objective, [string, string]> = {
  cover: ['page-sites-answer-cover', 'page-sites-answer-cover-places'],
  median: ['page-sites-answer-median', 'page-sites-answer-median-places'],
  center: ['page-sites-answer-center', 'page-sites-answer-center'],
};
const CURVES: [string, string] = ['page-sites-curve', 'page-sites-curve-places'];
/** No shelter holds more. */
const MOST_PLACES = 250_000;

/** What this part needs of the rest of the page. */
export interface SitesOutside {
  question: () => Question;
  /** The token of what is closed by hand. */
  session: () => string | null;
  draw: (signs: FeatureCollection | null) => void;
  ring: (place: Place) => void;
}

/** New shelters. */
export class SitesPart {
  readonly element = el('div', { class: 'everyone sites' });
  private readonly result = el('div', {});
  private readonly many = el('input', {
    type: 'number',
    id: 'sites-new',
    min: 1,
    max: 100,
    value: '5',
    required: true,
  });
  private readonly counts = el('input', { type: 'checkbox', id: 'sites-capacitated' });
  private readonly holds = el('input', {
    type: 'number',
    id: 'sites-places',
    min: 1,
    max: MOST_PLACES,
    value: '500',
    required: true,
  });
  private readonly each = el('input', { type: 'number', id: 'sites-places-each', min: 1, max: MOST_PLACES });
  private readonly reserve = el('input', {
    type: 'number',
    id: 'sites-reserve',
    min: 0,
    max: 99,
    value: '0',
  });
  private objective: Objective = 'cover';
  private candidates: Candidates = 'nodes';
  private answer: Sites | null = null;
  private hasAsked = false;
  /** Answers that come late must not take the place of later ones. */
  private asking = 0;
  private waiting: AbortController | null = null;

  constructor(private readonly outside: SitesOutside) {
    const field = (words: string, input: HTMLElement) =>
      el('div', { class: 'field' }, el('label', { for: input.id }, t(words)), input);
    const named = <T extends string>(all: T[], now: T, id: string, set: (one: T) => void) => {
      const words = all.map((one): [string, string] => [one, t(`page-sites-${one}`)]);
      const select = choice(words, now, (one) => set(one as T));
      select.id = id;
      return select;
    };
    const submit = (event: Event) => {
      event.preventDefault();
      void this.ask();
    };
    const places = el(
      'div',
      { hidden: true },
      el(
        'div',
        { class: 'pair' },
        field('page-sites-places', this.holds),
        field('page-sites-places-each', this.each),
        field('page-sites-reserve', this.reserve),
      ),
    );
    const showPlaces = () => {
      places.hidden = !this.counts.checked;
      // What is not seen must not keep the form from being sent.
      for (const input of [this.holds, this.each, this.reserve]) input.disabled = places.hidden;
    };
    this.counts.addEventListener('change', showPlaces);
    showPlaces();
    this.element.append(
      el('p', { class: 'help' }, t('page-sites-help')),
      el(
        'form',
        { onsubmit: submit },
        el(
          'div',
          { class: 'pair' },
          field('page-sites-new', this.many),
          field(
            'page-sites-objective',
            named(OBJECTIVES, this.objective, 'sites-objective', (one) => {
              this.objective = one;
            }),
          ),
        ),
        field(
          'page-sites-candidates',
          named(CANDIDATES, this.candidates, 'sites-candidates', (one) => {
            this.candidates = one;
          }),
        ),
        el('label', { class: 'check' }, this.counts, el('span', {}, t('page-sites-capacitated'))),
        places,
        el('button', { type: 'submit', class: 'main', 'data-action': 'sites' }, t('page-sites-find')),
      ),
      this.result,
    );
  }

  /** Something else is asked or closed: what was found before is looked for anew, if anything was. */
  async again(): Promise<void> {
    if (this.hasAsked) await this.ask();
  }

  /** Draws the signs; again where the map was taken for something else meanwhile. */
  draw(): void {
    this.outside.draw(this.answer ? siteSigns(this.answer.sites) : null);
  }

  private async ask(): Promise<void> {
    const asking = ++this.asking;
    // The server need not go on with what nobody will see.
    this.waiting?.abort();
    this.waiting = new AbortController();
    const { signal } = this.waiting;
    this.hasAsked = true;
    // What was found for another question must not stand on the map meanwhile.
    this.answer = null;
    this.draw();
    this.result.replaceChildren(el('p', {}, t('page-counting')));
    const asked = {
      new: this.many.valueAsNumber,
      objective: this.objective,
      candidates: this.candidates,
      ...this.places(),
    };
    try {
      const answer = await getSites(this.outside.question(), this.outside.session(), asked, signal);
      if (asking !== this.asking) return;
      this.answer = answer;
      this.show(answer);
      this.draw();
    } catch (error) {
      if (asking === this.asking) this.result.replaceChildren(problem(error));
    }
  }

  /** How places are counted; nothing where they are not. */
  private places(): SitePlaces | null {
    if (!this.counts.checked) return null;
    const each = this.each.valueAsNumber;
    const reserve = this.reserve.valueAsNumber;
    return {
      capacitated: true,
      site_places: this.holds.valueAsNumber,
      ...(each ? { places_each: each } : {}),
      ...(reserve ? { reserve: `${reserve}%` } : {}),
    };
  }

  private show(answer: Sites): void {
    const { objective, people, value_now, value, without, beyond_all } = answer;
    const said = valueInWords(objective);
    const which = answer.capacitated ? 1 : 0;
    const id = ANSWERS[objective][which];
    const words =
      objective === 'cover'
        ? t(id, { now: value_now, people, after: value, sites: answer.new })
        : t(id, { now: said(value_now), after: said(value), without });
    announce(words);
    const notes = [
      answer.optimal ? t('page-sites-proven') : t('page-sites-bound', { bound: said(answer.bound) }),
      answer.places_now === undefined ? null : t('page-sites-places-now', { places: answer.places_now }),
      objective === 'cover' && answer.hazard === null && answer.within_ds === null
        ? t('page-sites-any-time')
        : null,
      answer.people_are_counted ? null : t('page-everyone-starts'),
      beyond_all > 0 ? t('page-sites-beyond', { people: beyond_all }) : null,
    ].filter((note) => note !== null);
    this.result.replaceChildren(
      el('p', { class: 'headline' }, words),
      ...notes.map((note) => el('p', { class: 'note' }, note)),
      objective === 'cover'
        ? stepsDrawing(
            answer.curve.map((point) => point.value),
            people,
            t(CURVES[which]),
          )
        : '',
      this.rows(answer),
    );
  }

  private rows({ objective, sites, curve }: Sites): HTMLElement {
    const said = valueInWords(objective);
    return table(
      t('page-sites'),
      [t('page-sites-place'), t(`page-sites-adds-${objective}`), t(`page-sites-then-${objective}`)],
      sites.map((site) => [
        button(`${number(site.rank)}. ${siteName(site)}`, () => this.choose(site.rank), {
          class: 'link',
          'data-site': site.rank,
        }),
        said(site.adds),
        said(curve[site.rank]?.value ?? 0),
      ]),
      'numbers',
    );
  }

  /** A site was chosen in the table or on the map. */
  choose(rank: number): void {
    const site = this.answer?.sites.find((one) => one.rank === rank);
    if (!site) return;
    for (const head of this.result.querySelectorAll<HTMLElement>('tbody button')) {
      const row = head.closest('tr');
      if (head.dataset.site === String(rank)) {
        row?.setAttribute('aria-current', 'true');
        head.focus({ preventScroll: true });
        head.scrollIntoView({ block: 'nearest' });
      } else row?.removeAttribute('aria-current');
    }
    if (site.lat !== null && site.lon !== null) this.outside.ring({ lat: site.lat, lon: site.lon });
  }
}

/** Where a site is: its name, its place, or its id. */
function siteName({ name, lat, lon, node }: Site): string {
  if (name) return name;
  return lat !== null && lon !== null ? `${lat.toFixed(5)}, ${lon.toFixed(5)}` : node;
}

/** Values as the objective counts: people, hours of walking, a time. */
function valueInWords(objective: Objective): (value: number) => string {
  if (objective === 'cover') return (value) => number(value);
  if (objective === 'center') return timeInWords;
  // People x tenths of a second.
  return (value) => t('page-sites-hours', { hours: number(Math.round(value / 36_000)) });
}

/** Signs of new shelters, numbered, as large as what they add. */
export function siteSigns(sites: Site[]): FeatureCollection {
  const most = Math.max(1, ...sites.map(({ adds }) => adds));
  return {
    type: 'FeatureCollection',
    features: sites.flatMap(({ rank, lat, lon, adds }) =>
      lat === null || lon === null
        ? []
        : [
            {
              type: 'Feature' as const,
              geometry: { type: 'Point' as const, coordinates: [lon, lat] },
              properties: { rank, size: Math.sqrt(Math.max(0, adds) / most) },
            },
          ],
    ),
  };
}
