// A place for everyone: who gets one, what one place more is worth, what each locked door costs. A table and
// signs on the map, each leading to the other.
import type { FeatureCollection } from 'geojson';
import { type Assigned, getAssigned, type Load, type Place, type Question } from '../api';
import { announce, button, el } from '../dom';
import { signSwatch } from '../map/legend';
import { timeInWords } from '../measure';
import { number, t } from '../texts';
import { problem } from './problem';
import { table } from './tables';

/** What a sign on the map tells of a shelter. */
const LAYERS = ['load', 'price', 'lose'] as const;
type Layer = (typeof LAYERS)[number];

/** The table's columns: the head's text and the number that it is sorted by. */
const COLUMNS: [string, (one: Load) => number, (value: number, answer: Assigned) => string][] = [
  ['page-everyone-places', (one) => one.places, (value) => (value > 0 ? number(value) : '–')],
  ['page-everyone-load', (one) => one.load, (value) => number(value)],
  ['page-everyone-price', (one) => one.price_ds, priceInWords],
  ['page-everyone-lose', (one) => one.lose, (value) => number(value)],
  ['page-everyone-longer', (one) => one.longer, (value) => number(value)],
];
const LOAD = 1;
/** Where people are left out, a place more may be one for somebody: that is no walking time. */
function priceInWords(price: number, { left_without_shelter: left, no_place_ds: none }: Assigned): string {
  if (left > 0 && price >= none / 2) return t('page-everyone-instead');
  return price > 0 ? timeInWords(price) : '–';
}

/** At most so many rows; the worst of the column that is sorted by. */
const MOST_ROWS = 200;

/** What this part needs of the rest of the page. */
export interface EveryoneOutside {
  question: () => Question;
  /** The token of what is closed by hand. */
  session: () => string | null;
  draw: (signs: FeatureCollection | null) => void;
  ring: (place: Place) => void;
  selectShelter: (id: string) => void;
}

/** Places for everyone. */
export class EveryonePart {
  readonly element = el('div', { class: 'everyone' });
  private readonly result = el('div', {});
  /** What holds the table. */
  private box = el('div', {});
  private readonly placesEach = el('input', { type: 'number', id: 'places-each', min: 1, max: 250000 });
  private readonly peopleEach = el('input', { type: 'number', id: 'people-each', min: 1, max: 1000000 });
  private layer: Layer = 'load';
  private sorted = LOAD;
  private isRising = false;
  /** The shelter whose row is marked; it has one, however the table is sorted. */
  private marked: string | null = null;
  private answer: Assigned | null = null;
  private hasAsked = false;
  /** Answers that come late must not take the place of later ones. */
  private asking = 0;
  private waiting: AbortController | null = null;

  constructor(private readonly outside: EveryoneOutside) {
    const field = (words: string, input: HTMLInputElement) =>
      el('div', { class: 'field' }, el('label', { for: input.id }, t(words)), input);
    const submit = (event: Event) => {
      event.preventDefault();
      void this.ask();
    };
    this.element.append(
      el('p', { class: 'help' }, t('page-everyone-help')),
      el(
        'form',
        { onsubmit: submit },
        el(
          'details',
          { class: 'more' },
          el('summary', {}, t('page-more-options')),
          el(
            'div',
            { class: 'pair' },
            field('page-everyone-places-each', this.placesEach),
            field('page-everyone-people-each', this.peopleEach),
          ),
        ),
        el('button', { type: 'submit', class: 'main', 'data-action': 'everyone' }, t('page-everyone-count')),
      ),
      this.result,
    );
  }

  /** Something else is asked or closed: what was counted before is counted anew, if anything was. */
  async again(): Promise<void> {
    if (this.hasAsked) await this.ask();
  }

  /** Draws the signs; again where the map was taken for something else meanwhile. */
  draw(): void {
    this.outside.draw(this.answer ? signs(this.answer, this.layer) : null);
  }

  private async ask(): Promise<void> {
    const asking = ++this.asking;
    // The server need not go on with what nobody will see.
    this.waiting?.abort();
    this.waiting = new AbortController();
    const { signal } = this.waiting;
    this.hasAsked = true;
    // What was counted for another question must not stand on the map meanwhile.
    this.answer = null;
    this.draw();
    this.result.replaceChildren(el('p', {}, t('page-counting')));
    const each = (input: HTMLInputElement) => (input.valueAsNumber > 0 ? input.valueAsNumber : null);
    try {
      const [places, people] = [each(this.placesEach), each(this.peopleEach)];
      const { question, session } = this.outside;
      const answer = await getAssigned(question(), session(), places, people, signal);
      if (asking !== this.asking) return;
      this.answer = answer;
      this.show(answer);
      this.draw();
    } catch (error) {
      if (asking === this.asking) this.result.replaceChildren(problem(error));
    }
  }

  private show(answer: Assigned): void {
    const { people, placed, left_without_shelter: left } = answer;
    const words = t('page-everyone-answer', { placed, people, left });
    announce(words);
    const notes = [
      t(answer.optimal ? 'page-everyone-proven' : 'page-everyone-not-proven'),
      answer.people_are_counted ? null : t('page-everyone-starts'),
      answer.unknown > 0 ? t('page-everyone-unknown', { shelters: answer.unknown }) : null,
      ...answer.norms.map(({ shelters, milli_m2, source }) =>
        t('page-everyone-norm', { shelters, m2: number(milli_m2 / 1000), source }),
      ),
    ].filter((note) => note !== null);
    const rows = el('div', {});
    this.box = rows;
    const choices = LAYERS.map((layer) => {
      const box = el('input', { type: 'radio', name: 'everyone-layer', value: layer });
      box.checked = layer === this.layer;
      box.addEventListener('change', () => {
        this.layer = layer;
        this.draw();
      });
      return el('label', { class: 'check' }, box, t(`page-everyone-${layer}`));
    });
    this.result.replaceChildren(
      el('p', { class: 'headline' }, words),
      ...notes.map((note) => el('p', { class: 'note' }, note)),
      el(
        'fieldset',
        {},
        el('legend', {}, t('page-everyone-on-map')),
        el('div', { class: 'checks' }, ...choices),
      ),
      el(
        'ul',
        { class: 'signs' },
        ...(['room', 'full', 'without'] as const).map((kind) =>
          el('li', {}, signSwatch(kind), t(`page-everyone-sign-${kind}`)),
        ),
      ),
      rows,
      answer.shelters.length > MOST_ROWS
        ? el('p', { class: 'help' }, t('page-everyone-more', { number: answer.shelters.length - MOST_ROWS }))
        : '',
    );
    rows.replaceChildren(this.rows(answer, rows));
    if (this.marked) this.mark(this.marked);
  }

  private rows(answer: Assigned, box: HTMLElement): HTMLElement {
    const [, value] = COLUMNS[this.sorted] ?? COLUMNS[LOAD] ?? [];
    const way = this.isRising ? 1 : -1;
    const sorted = [...answer.shelters].sort((a, b) => (value ? way * (value(a) - value(b)) : 0));
    const isShown = (one: Load, rank: number) => rank < MOST_ROWS || one.shelter === this.marked;
    const heads = COLUMNS.map(([words], column) =>
      button(
        t(words),
        () => {
          this.isRising = this.sorted === column && !this.isRising;
          this.sorted = column;
          box.replaceChildren(this.rows(answer, box));
          if (this.marked) this.mark(this.marked);
          box.querySelectorAll<HTMLElement>('thead button')[column]?.focus();
        },
        { class: 'link' },
      ),
    );
    const made = table(
      t('page-everyone'),
      [t('page-everyone-shelter'), ...heads],
      sorted.filter(isShown).map((one) => [
        button(one.name || one.shelter, () => this.choose(one), {
          class: 'link',
          'data-shelter': one.shelter,
        }),
        ...COLUMNS.map(([, of, words]) => words(of(one), answer)),
      ]),
      'numbers',
    );
    const order = this.isRising ? 'ascending' : 'descending';
    made.querySelectorAll('thead th')[this.sorted + 1]?.setAttribute('aria-sort', order);
    return made;
  }

  /** A shelter was selected somewhere: its row says so. */
  mark(id: string): void {
    this.marked = id;
    for (const head of this.heads()) {
      const row = head.closest('tr');
      if (head.dataset.shelter === id) row?.setAttribute('aria-current', 'true');
      else row?.removeAttribute('aria-current');
    }
  }

  /** A sign on the map leads to its row. */
  lead(id: string): void {
    if (!this.answer?.shelters.some((one) => one.shelter === id)) return;
    this.marked = id;
    if (!this.heads().some((head) => head.dataset.shelter === id))
      this.box.replaceChildren(this.rows(this.answer, this.box));
    this.mark(id);
    const head = this.heads().find((one) => one.dataset.shelter === id);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: 'center' });
  }

  /** The heads of all rows. */
  private heads(): HTMLElement[] {
    return [...this.box.querySelectorAll<HTMLElement>('tbody button')];
  }

  private choose(one: Load): void {
    this.outside.selectShelter(one.shelter);
    if (one.lat !== null && one.lon !== null) this.outside.ring({ lat: one.lat, lon: one.lon });
  }
}

/** Signs of shelters (how large of 1, and in words) and of squares with people who have no place. */
export function signs(answer: Assigned, layer: Layer): FeatureCollection {
  const { shelters, without } = answer;
  const value = (one: Load) => (layer === 'load' ? one.load : layer === 'price' ? one.price_ds : one.lose);
  const words = (one: Load) => {
    if (layer === 'load') return `${number(one.load)} / ${one.places > 0 ? number(one.places) : '?'}`;
    if (value(one) === 0) return '';
    return layer === 'price' ? priceInWords(one.price_ds, answer) : number(one.lose);
  };
  const most = Math.max(1, ...shelters.map(value));
  const mostWithout = Math.max(1, ...without.map(({ people }) => people));
  const point = (lat: number, lon: number, properties: object) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    properties: { ...properties },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...without.map(({ lat, lon, people }) =>
        point(lat, lon, { kind: 'without', size: Math.sqrt(people / mostWithout), words: number(people) }),
      ),
      ...shelters.flatMap((one) =>
        one.lat === null || one.lon === null
          ? []
          : [
              point(one.lat, one.lon, {
                shelter: one.shelter,
                kind: one.places > 0 && one.load >= one.places ? 'full' : 'room',
                size: Math.sqrt(value(one) / most),
                words: words(one),
              }),
            ],
      ),
    ],
  };
}
