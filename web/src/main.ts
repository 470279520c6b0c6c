// The page: which shelter, which way, how many minutes. Puts the panels and the map together.
import './style/page.css';
import type { FeatureCollection } from 'geojson';
import { plansInOneBreath } from './answers';
import {
  getPlans,
  getRegion,
  getShelters,
  members,
  type Place,
  type Plans,
  type Question,
  query,
  Refusal,
  type RegionInfo,
  type ShelterFeature,
} from './api';
import { announce, button, choice, el, field, statusElement } from './dom';
import { announceFonts } from './fonts';
import type { CityMap, Clicked } from './map/city-map';
import { legend } from './map/legend';
import { lengthInWords } from './measure';
import { firstQuestion, questionForm } from './page/question-form';
import { searchForm } from './page/search';
import { type Closed, PlannerPanel } from './planner/panel';
import { problem } from './planner/problem';
import { plansView } from './plans/panel';
import {
  keepLanguage,
  keepTheme,
  keptLanguage,
  keptTheme,
  onSystemTheme,
  type ThemeChoice,
  themeOf,
} from './settings';
import { direction, isLanguage, LANGUAGES, language, speak, t } from './texts';

type Tab = 'resident' | 'planner';

/** Below this width the panel lies under the map, not beside it. */
const NARROW = matchMedia('(max-width: 760px)');

class Page {
  private question: Question;
  private tab: Tab = 'resident';
  private theme: ThemeChoice = keptTheme();
  private map: CityMap | null = null;
  private readonly mapBox = el('div', { class: 'map' });
  private shelters: ShelterFeature[] = [];
  private closed: Closed = { shelters: new Set(), streets: null, session: null };
  private start: Place | null = null;
  private answer: Plans | null = null;
  private asking: AbortController | null = null;
  private plansBox = plansBox();
  private readonly formBox = el('div', {});
  private planner: PlannerPanel | null = null;
  private legendBox: HTMLElement = el('div', {});

  constructor(private readonly region: RegionInfo) {
    this.question = firstQuestion(region);
    onSystemTheme(() => this.setTheme(this.theme));
    addEventListener('beforeprint', () => this.toPaper());
    addEventListener('afterprint', () => {
      document.documentElement.dataset.theme = themeOf(this.theme);
    });
    document.addEventListener('keydown', (event) => this.pressed(event));
    this.takeFiles();
  }

  /** Districts may be dropped anywhere. */
  private takeFiles(): void {
    document.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    document.addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.setTab('planner');
      this.planner?.readDistricts(file);
    });
  }

  /** Draws everything in the language of now. */
  draw(): void {
    document.documentElement.lang = language();
    document.documentElement.dir = direction(language());
    document.title = `${t('page-title')} · ${this.region.name}`;
    this.plansBox = plansBox();
    // What was closed is closed in the new words' panel no more.
    this.planner?.remove();
    this.follow({ shelters: new Set(), streets: null, session: null });
    this.planner = new PlannerPanel({
      region: this.region,
      theme: () => themeOf(this.theme),
      question: () => this.question,
      ask: (part) => {
        this.ask({ ...this.question, ...part });
        this.drawForm();
      },
      shelters: () => this.shelters,
      closed: (closed) => this.follow(closed),
      plans: el('div', { 'data-plans-of': 'planner' }),
      ring: (place) => this.map?.ring(place, this.covered()),
      show: (places) => this.map?.show(places, this.covered()),
      drawFindings: (places) => this.map?.setFindings(this.tab === 'planner' ? places : []),
      drawEveryone: (signs) => this.map?.setEveryone(this.tab === 'planner' ? signs : null),
      drawSites: (signs) => this.map?.setSites(this.tab === 'planner' ? signs : null),
      drawDistricts: (districts) => this.map?.setDistricts(this.tab === 'planner' ? districts : null),
    });
    document.body.replaceChildren(
      el('a', { class: 'skip', href: '#plans' }, t('page-skip-to-plans')),
      this.head(),
      el('main', {}, this.mapArea(), this.panels()),
      statusElement(),
    );
    this.setTab(this.tab);
    this.showAnswer();
    this.map?.resize();
  }

  private head(): HTMLElement {
    const tags = Object.entries(LANGUAGES) as [string, string][];
    const languages = choice(tags, language(), (tag) => void this.setLanguage(tag));
    const themes: [string, string][] = ['system', 'light', 'dark'].map((one) => [
      one,
      t(`page-theme-${one}`),
    ]);
    const colours = choice(themes, this.theme, (theme) => this.setTheme(theme as ThemeChoice));
    languages.dataset.field = 'language';
    colours.dataset.field = 'theme';
    return el(
      'header',
      {},
      el(
        'p',
        { class: 'banner' },
        el('b', {}, t('page-not-for-emergency')),
        ' ',
        el('span', {}, t('page-not-reviewed')),
      ),
      el(
        'div',
        { class: 'bar' },
        el('h1', { class: 'brand' }, el('span', { class: 'logo', 'aria-hidden': 'true' }), 'hinan'),
        this.tabs(),
        el(
          'div',
          { class: 'settings' },
          field(t('page-language'), languages),
          field(t('page-theme'), colours),
        ),
      ),
    );
  }

  private tabs(): HTMLElement {
    const tab = (name: Tab) =>
      button(t(`page-tab-${name}`), () => this.setTab(name), {
        role: 'tab',
        id: `tab-${name}`,
        'aria-controls': `panel-${name}`,
        'data-tab': name,
      });
    const list = el(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': t('page-menu') },
      tab('resident'),
      tab('planner'),
    );
    list.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const other: Tab = this.tab === 'resident' ? 'planner' : 'resident';
      this.setTab(other);
      document.getElementById(`tab-${other}`)?.focus();
    });
    return list;
  }

  private setTab(name: Tab): void {
    const was = this.tab;
    this.tab = name;
    document.body.dataset.tab = name;
    for (const one of ['resident', 'planner'] as const) {
      const isOn = one === name;
      const tab = document.getElementById(`tab-${one}`);
      tab?.setAttribute('aria-selected', String(isOn));
      tab?.setAttribute('tabindex', isOn ? '0' : '-1');
      document.getElementById(`panel-${one}`)?.toggleAttribute('hidden', !isOn);
    }
    document.querySelector(`[data-plans-of=${name}]`)?.append(this.plansBox);
    // The panel is wider there: what it hides comes out from under it.
    if (was !== name && !this.answer) this.showAll();
    if (name === 'planner') this.planner?.shown();
    else {
      this.map?.setFindings([]);
      this.map?.setDistricts(null);
      this.map?.setEveryone(null);
      this.map?.setSites(null);
      this.map?.ring(null, 0);
    }
  }

  private mapArea(): HTMLElement {
    const tools = el(
      'div',
      { class: 'map-tools' },
      button('+', () => this.map?.zoom(1), { 'aria-label': t('page-zoom-in'), title: t('page-zoom-in') }),
      button('−', () => this.map?.zoom(-1), { 'aria-label': t('page-zoom-out'), title: t('page-zoom-out') }),
      button('⤢', () => this.showAll(), { 'aria-label': t('page-show-all'), title: t('page-show-all') }),
    );
    this.drawLegend();
    return el(
      'section',
      { class: 'map-area', 'aria-label': t('page-map') },
      this.mapBox,
      el('div', { class: 'cross', 'aria-hidden': 'true' }),
      tools,
      el(
        'div',
        { class: 'map-foot' },
        this.legendBox,
        el('p', { class: 'credit' }, this.region.attribution.join(' · ')),
      ),
    );
  }

  private drawLegend(): void {
    const fresh = legend(themeOf(this.theme), !NARROW.matches);
    this.legendBox.replaceWith(fresh);
    this.legendBox = fresh;
  }

  private drawForm(): void {
    const form = questionForm(this.region, this.question, (part) => this.ask({ ...this.question, ...part }));
    this.formBox.replaceChildren(form);
  }

  private panels(): HTMLElement {
    this.drawForm();
    const known = { shelters: () => this.shelters, streets: () => this.map?.streetsInView() ?? [] };
    const resident = el(
      'div',
      { class: 'resident', id: 'panel-resident', role: 'tabpanel', 'aria-labelledby': 'tab-resident' },
      el(
        'div',
        { class: 'intro' },
        el('h2', { class: 'title' }, t('page-question')),
        el('p', { class: 'place' }, this.region.name),
        el('p', { class: 'lead' }, t('page-choose-start')),
      ),
      this.formBox,
      el('div', { 'data-plans-of': 'resident' }),
      searchForm(known, (place) => this.begin(place, true)),
      this.foot(),
    );
    const planner = el(
      'div',
      { id: 'panel-planner', role: 'tabpanel', 'aria-labelledby': 'tab-planner', hidden: true },
      el('h2', { class: 'title' }, t('page-place', { place: this.region.name })),
      this.planner?.element ?? null,
      this.foot(),
    );
    return el('div', { class: 'panel' }, resident, planner);
  }

  private foot(): HTMLElement {
    const sources = this.region.sources.map((source) =>
      el(
        'li',
        {},
        `${source.file} (${source.role}): `,
        source.date ? t('page-data-date', { date: source.date }) : t('page-data-date-unknown'),
      ),
    );
    return el(
      'footer',
      {},
      el('p', {}, t('page-cannot-wake')),
      ...this.region.warnings.map((words) => el('p', { class: 'note' }, words)),
      el('h2', {}, t('page-attribution')),
      el('ul', {}, ...this.region.attribution.map((words) => el('li', {}, words)), ...sources),
      el('h2', { class: 'screen-only' }, t('page-keyboard')),
      el(
        'ul',
        { class: 'screen-only' },
        ...['move', 'zoom', 'choose', 'search', 'close'].map((key) => el('li', {}, t(`page-key-${key}`))),
      ),
      button(t('page-print'), () => print(), { class: 'quiet' }),
    );
  }

  /** Loads the map and what it shows. The panel works without it. */
  async openMap(): Promise<void> {
    try {
      const { CityMap } = await import('./map/city-map');
      this.map = new CityMap(this.mapBox, {
        region: this.region,
        city: null,
        theme: themeOf(this.theme),
        doorsteps: this.doorstepParameters(),
        help: t('page-map-help'),
        choose: (clicked) => this.clicked(clicked),
        covered: this.covered(),
      });
    } catch (error) {
      console.warn(error);
      this.mapBox.replaceChildren(el('p', { class: 'problem' }, t('page-error-map')));
    }
    await this.loadShelters();
    if (this.answer) this.showOnMap(false);
  }

  private async loadShelters(): Promise<void> {
    try {
      this.shelters = (await getShelters(this.question)).features;
    } catch (error) {
      announce(t('page-error', { reason: error instanceof Error ? error.message : String(error) }));
    }
    this.map?.setShelters(this.shelters, this.closed.shelters);
  }

  private doorstepParameters(): string {
    return query({ ...members(this.question), whatif: this.closed.session });
  }

  private clicked(clicked: Clicked): void {
    if (this.tab === 'planner' && clicked.finding !== null) {
      this.planner?.chooseFinding(clicked.finding);
      return;
    }
    if (this.tab === 'planner' && clicked.site !== null) {
      this.planner?.chooseSite(clicked.site);
      return;
    }
    if (this.tab === 'planner' && clicked.shelter) {
      this.planner?.selectShelter(clicked.shelter);
      return;
    }
    if (this.tab === 'planner' && clicked.load) {
      this.planner?.chooseLoad(clicked.load);
      return;
    }
    this.begin(clicked.place, false);
  }

  /** Somebody starts here. */
  private begin(place: Place, isFar: boolean): void {
    this.start = place;
    this.map?.setPlans(place, null);
    if (isFar) this.map?.show([place], this.covered());
    void this.plan(true);
  }

  private ask(question: Question): void {
    const before = this.question;
    this.question = question;
    this.planner?.asked(before);
    this.map?.setDoorsteps(this.doorstepParameters());
    void this.loadShelters();
    if (this.start) void this.plan();
  }

  private follow(closed: Closed): void {
    if (closed.session === this.closed.session && !closed.session) return;
    this.closed = closed;
    this.map?.setShelters(this.shelters, closed.shelters);
    this.map?.setClosed(closed.streets);
    this.map?.setDoorsteps(this.doorstepParameters());
    if (this.start) void this.plan();
  }

  /** Asks for the plans; `isChosen`: of a place that was chosen this moment, not of another question. */
  private async plan(isChosen = false): Promise<void> {
    if (!this.start) return;
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.plansBox.setAttribute('aria-busy', 'true');
    try {
      this.answer = await getPlans(this.start, this.question, this.closed.session, asking.signal);
      this.showAnswer();
      const { way, street } = this.answer.from;
      if (isChosen && this.tab === 'planner' && way) this.planner?.selectStreet(way, street);
      // What a closure changes is said by the planner's view.
      if (isChosen || this.tab === 'resident') announce(plansInOneBreath(this.answer));
      this.showOnMap(isChosen || this.tab === 'resident');
    } catch (error) {
      if (asking.signal.aborted) return;
      this.answer = null;
      this.map?.setPlans(this.start, null);
      this.showProblem(error);
    } finally {
      if (this.asking === asking) this.plansBox.removeAttribute('aria-busy');
    }
  }

  private showAnswer(): void {
    document.body.classList.toggle('answered', this.answer !== null);
    const heading = el('h2', { tabindex: -1 }, t('page-plans'));
    this.plansBox.replaceChildren(
      ...(this.answer ? [heading, plansView(this.answer), this.clearButton()] : []),
    );
  }

  private showProblem(error: unknown): void {
    // A server that says no says why; no answer at all is another matter.
    const view =
      error instanceof Refusal
        ? el('p', { class: 'problem', role: 'alert' }, this.refusalInWords(error))
        : problem(error);
    this.plansBox.replaceChildren(view);
  }

  private refusalInWords(refusal: Refusal): string {
    const metres = /^no street .* within (\d+) m/.exec(refusal.message)?.[1];
    if (!metres || !this.start) return refusal.message;
    if (!holds(this.region, this.start)) return t('page-error-outside');
    return t('page-error-no-street', { length: lengthInWords(Number(metres)) });
  }

  private clearButton(): HTMLElement {
    return button(t('page-clear'), () => this.clear(), { class: 'quiet' });
  }

  private clear(): void {
    this.asking?.abort();
    this.start = null;
    this.answer = null;
    this.map?.setPlans(null, null);
    this.showAnswer();
  }

  private showOnMap(isToMove: boolean): void {
    const { answer, map } = this;
    if (!answer || !map) return;
    // The panel may just have taken room from the map.
    map.resize();
    map.setPlans(this.start, (answer.lines ?? null) as FeatureCollection | null);
    const line = (answer.lines?.features ?? []).flatMap((way) => way.geometry?.coordinates ?? []);
    const places = line.flatMap(([lon, lat]) =>
      lon === undefined || lat === undefined ? [] : [{ lat, lon }],
    );
    if (isToMove && this.start && places.length > 0) map.show([this.start, ...places], this.covered());
    // The map and the beginning of the plans together.
    if (isToMove && NARROW.matches) scrollTo({ top: 0 });
    if (isToMove) document.querySelector('.panel')?.scrollTo({ top: 0 });
  }

  private showAll(): void {
    const bounds = this.region.bounds;
    if (!bounds) return;
    const corner = ({ lat_e7, lon_e7 }: { lat_e7: number; lon_e7: number }) => ({
      lat: lat_e7 / 1e7,
      lon: lon_e7 / 1e7,
    });
    this.map?.show([corner(bounds.min), corner(bounds.max)], this.covered());
  }

  /** How much of the map's start side lies below the panel. */
  private covered(): number {
    return NARROW.matches ? 0 : (document.querySelector<HTMLElement>('.panel')?.offsetWidth ?? 0) + 16;
  }

  private async setLanguage(tag: string): Promise<void> {
    if (!isLanguage(tag)) return;
    await speak(tag);
    keepLanguage(tag);
    this.draw();
    // Reasons and the steps of the way are the server's words.
    void this.loadShelters();
    if (this.start) await this.plan();
    document.querySelector<HTMLElement>('[data-field=language]')?.focus();
  }

  setTheme(theme: ThemeChoice): void {
    this.theme = theme;
    keepTheme(theme);
    document.documentElement.dataset.theme = themeOf(theme);
    this.map?.setTheme(themeOf(theme));
    this.planner?.dress();
    this.drawLegend();
  }

  private pressed(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === 'Escape' && !isTyping && !(this.tab === 'planner' && this.planner?.deselect()))
      this.clear();
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    this.setTab('resident');
    document.querySelector<HTMLElement>('[data-field=search]')?.focus();
  }

  /** On paper everything is unfolded, and the map is a picture. */
  private toPaper(): void {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('.plans details')) one.open = true;
    // Paper is white.
    document.documentElement.dataset.theme = 'light';
    document.querySelector('.map-on-paper')?.remove();
    const picture = this.map?.picture(this.covered());
    if (picture)
      document
        .querySelector('main')
        ?.prepend(el('img', { class: 'map-on-paper', src: picture, alt: t('page-map') }));
  }
}

/** Whether a place lies within the corners of a region. */
function holds(region: RegionInfo, { lat, lon }: Place): boolean {
  if (!region.bounds) return true;
  const { min, max } = region.bounds;
  const isBetween = (value: number, least: number, most: number) =>
    value >= least / 1e7 && value <= most / 1e7;
  return isBetween(lat, min.lat_e7, max.lat_e7) && isBetween(lon, min.lon_e7, max.lon_e7);
}

function plansBox(): HTMLElement {
  return el('section', { id: 'plans', class: 'answer', 'aria-label': t('page-plans'), tabindex: -1 });
}

async function open(): Promise<void> {
  announceFonts();
  document.documentElement.dataset.theme = themeOf(keptTheme());
  // Both at once: nothing can be shown before either is there.
  const asked = getRegion();
  asked.catch(() => {});
  await speak(keptLanguage());
  try {
    const page = new Page(await asked);
    page.draw();
    // The words stand before the map, which is large, is read.
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    await page.openMap();
  } catch (error) {
    document.body.replaceChildren(
      el('main', { class: 'alone' }, el('h1', {}, t('page-question')), problem(error)),
    );
  }
}

void open();
