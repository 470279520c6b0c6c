// The officers' desk: what goes on, what waits for a signature, what is new. Everything that is shown
// of a message was read from its exact bytes by the program on this machine.
import '../style/page.css';
import '../style/desk.css';
import { Refusal } from '../api';
import { announce, button, choice, el, field, statusElement } from '../dom';
import { announceFonts } from '../fonts';
import {
  keepLanguage,
  keepTheme,
  keptLanguage,
  keptTheme,
  onSystemTheme,
  type ThemeChoice,
  themeOf,
} from '../settings';
import { direction, isLanguage, LANGUAGES, type Loaders, language, speak, t } from '../texts';
import { DeskApi, takeToken } from './api';
import { ArmForm } from './arm-form';
import { boardView, isOnMap, titleOf } from './board';
import type { DeskMap } from './desk-map';
import { DraftForm } from './draft-form';
import { reviewView } from './review';
import type { Board, Item, Review, Setup, World } from './shapes';
import { clock, date, useOffset } from './words';

const TEXTS: Loaders = {
  en: () => import('desk-texts:en'),
  ja: () => import('desk-texts:ja'),
  uk: () => import('desk-texts:uk'),
  ru: () => import('desk-texts:ru'),
};

/** How long to wait after a failure before the program is asked again, in milliseconds. */
const AGAIN = 1000;

/** What the panel shows. */
type View =
  | { name: 'now' }
  | { name: 'draft'; form: DraftForm; world: World }
  | { name: 'arm'; form: ArmForm }
  | { name: 'review'; review: Review }
  | { name: 'cancel'; item: Item };

class DeskPage {
  private theme: ThemeChoice = keptTheme();
  private view: View = { name: 'now' };
  private map: DeskMap | null = null;
  private readonly mapBox = el('div', { class: 'map' });
  private readonly panel = el('div', { class: 'panel desk-panel', id: 'desk', tabindex: -1 });
  /** Says which world what is shown belongs to, as long as it is shown. */
  private readonly banner = el('p', { class: 'banner' });
  private readonly contact = el('p', { class: 'contact', role: 'status' });
  /** The server's clock less ours, in seconds. */
  private ahead = 0;
  private lastRead = Date.now() / 1000;
  private isCut = false;

  constructor(
    private readonly api: DeskApi,
    private readonly setup: Setup,
    private board: Board,
  ) {
    onSystemTheme(() => this.setTheme(this.theme));
    this.read(board);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.view.name !== 'now') this.showNow(true);
    });
  }

  /** Draws everything in the language of now. */
  draw(): void {
    document.documentElement.lang = language();
    document.documentElement.dir = direction(language());
    document.title = t('desk-title');
    document.body.dataset.world = this.setup.world;
    document.body.replaceChildren(
      el('a', { class: 'skip', href: '#desk' }, t('desk-skip')),
      this.head(),
      el('main', {}, this.mapArea(), this.panel),
      statusElement(),
    );
    if (this.view.name === 'draft' || this.view.name === 'arm') this.view = { name: 'now' };
    this.show();
    this.map?.resize();
  }

  private head(): HTMLElement {
    const tags = Object.entries(LANGUAGES) as [string, string][];
    const languages = choice(tags, language(), (tag) => void this.setLanguage(tag));
    const themes = ['system', 'light', 'dark'].map((one): [string, string] => [one, t(`page-theme-${one}`)]);
    const colours = choice(themes, this.theme, (theme) => this.setTheme(theme as ThemeChoice));
    languages.dataset.field = 'language';
    colours.dataset.field = 'theme';
    const { person, ring } = this.setup;
    const now = Date.now() / 1000 + this.ahead;
    const isOver = ring !== null && ring.expires < now;
    return el(
      'header',
      {},
      this.banner,
      el(
        'div',
        { class: 'bar' },
        el('h1', { class: 'brand' }, el('span', { class: 'logo', 'aria-hidden': 'true' }), 'hinan desk'),
        this.tabs(),
        el(
          'div',
          { class: 'who' },
          person === null
            ? el('p', { class: 'problem' }, t('desk-key-unknown'))
            : el('p', {}, t('desk-signs-for', { person })),
          ring === null
            ? null
            : el(
                'p',
                { class: isOver ? 'problem' : 'help' },
                isOver
                  ? t('desk-ring-expired', { date: date(ring.expires) })
                  : t('desk-ring-until', { number: ring.n, date: date(ring.expires) }),
              ),
        ),
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
    const go = (name: string, press: () => void) =>
      button(t(`desk-tab-${name}`), press, { 'data-go': name, class: `go-${name}` });
    const live: World = this.setup.world;
    return el(
      'nav',
      { class: 'tabs', 'aria-label': t('page-menu') },
      go('now', () => this.showNow(true)),
      go('warn', () => this.startDraft(live, null)),
      // A laboratory has no public to practise with.
      live === 'live' ? go('drill', () => this.startDraft('drill', null)) : null,
      go('arm', () => this.startArm()),
    );
  }

  private mapArea(): HTMLElement {
    const tool = (sign: string, id: string, press: () => void) =>
      button(sign, press, { 'aria-label': t(id), title: t(id) });
    return el(
      'section',
      { class: 'map-area', 'aria-label': t('page-map') },
      this.mapBox,
      el('div', { class: 'cross', 'aria-hidden': 'true' }),
      el(
        'div',
        { class: 'map-tools' },
        tool('+', 'page-zoom-in', () => this.map?.zoom(1)),
        tool('−', 'page-zoom-out', () => this.map?.zoom(-1)),
        tool('⤢', 'page-show-all', () => this.map?.showAll()),
      ),
      el(
        'div',
        { class: 'map-foot' },
        el('p', { class: 'credit' }, (this.setup.region?.attribution ?? []).join(' · ')),
      ),
    );
  }

  /** Loads the map; the desk works without it. */
  async openMap(): Promise<void> {
    try {
      const { DeskMap } = await import('./desk-map');
      this.map = new DeskMap(this.mapBox, {
        region: this.setup.region,
        theme: themeOf(this.theme),
        help: t('desk-map-help'),
        choose: (corner, zone) => {
          if (this.view.name === 'draft') this.view.form.chosen(corner, zone);
          if (this.view.name === 'arm' && zone !== null) this.view.form.chosen(zone);
        },
      });
    } catch (error) {
      console.warn(error);
      this.mapBox.replaceChildren(el('p', { class: 'problem' }, t('page-error-map')));
    }
    this.showOnMap(true);
  }

  /** Follows the folder for as long as the page is open. */
  async follow(): Promise<void> {
    for (;;) {
      try {
        const board = await this.api.board(this.board.version);
        const isNew = board.version !== this.board.version;
        this.read(board);
        this.setCut(false);
        if (isNew) this.changed();
        else this.tick();
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) return this.lost();
        this.setCut(true);
        await new Promise((later) => setTimeout(later, AGAIN));
      }
    }
  }

  private read(board: Board): void {
    this.board = board;
    this.lastRead = Date.now() / 1000;
    this.ahead = board.now - this.lastRead;
  }

  private setCut(isCut: boolean): void {
    const now = this.now();
    this.contact.classList.toggle('cut', isCut);
    const time = clock(this.lastRead + this.ahead, now);
    const words = t(isCut ? 'desk-no-contact' : 'desk-read', { time });
    if (isCut && !this.isCut) announce(words);
    this.isCut = isCut;
    this.contact.textContent = words;
  }

  private lost(): void {
    this.panel.prepend(el('p', { class: 'problem', role: 'alert' }, t('desk-error-token')));
  }

  private now(): number {
    return Date.now() / 1000 + this.ahead;
  }

  /** The folder is another: redrawn, but never below the hands of somebody who types. */
  private changed(): void {
    const waiting = this.board.items.filter((item) => item.can.includes('sign'));
    if (waiting[0]) announce(`${t('desk-awaiting')}: ${waiting.map(titleOf).join('; ')}`);
    if (this.view.name === 'now') this.show();
    if (this.view.name === 'review') void this.refreshReview(this.view.review);
  }

  private async refreshReview(before: Review): Promise<void> {
    try {
      const review = await this.api.review(before.item.key);
      if (this.view.name !== 'review' || this.view.review.item.key !== review.item.key) return;
      const isSame = JSON.stringify(review.item) === JSON.stringify(before.item);
      if (isSame) return;
      const typed = this.panel.querySelector<HTMLInputElement>('[data-field=passphrase]')?.value ?? '';
      if (typed !== '' && review.item.can.includes('sign')) return;
      this.view = { name: 'review', review };
      this.show();
    } catch {
      // Gone, or no contact: what is shown stays, and the line above says since when it is old.
    }
  }

  /** Ages go on, without a redraw that would take the focus away. */
  private tick(): void {
    const isIdle = !this.panel.contains(document.activeElement) || document.activeElement === this.panel;
    if (this.view.name === 'now' && isIdle) this.show();
    else this.setCut(this.isCut);
  }

  private show(): void {
    const focused = document.activeElement instanceof HTMLElement ? focusKey(document.activeElement) : null;
    const { view } = this;
    document.body.dataset.view = view.name;
    document.body.dataset.drafts = view.name === 'draft' ? view.world : '';
    const drafts = view.name === 'draft' ? (view.world === 'drill' ? 'drill' : 'warn') : '';
    const current = view.name === 'now' || view.name === 'arm' ? view.name : drafts;
    for (const tab of document.querySelectorAll<HTMLElement>('[data-go]')) {
      if (tab.dataset.go === current) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    this.showWorld();
    const scrolled = this.panel.scrollTop;
    this.panel.replaceChildren(this.contact, this.body());
    this.panel.scrollTop = scrolled;
    this.setCut(this.isCut);
    if (focused) this.panel.querySelector<HTMLElement>(focused)?.focus();
    this.showOnMap(false);
  }

  /** Live and drill are never on one screen without a word, but for the board, whose cards say it each. */
  private showWorld(): void {
    const { view } = this;
    const shown =
      view.name === 'draft'
        ? view.world
        : view.name === 'review'
          ? view.review.item.world
          : view.name === 'cancel'
            ? view.item.world
            : this.setup.world;
    const isBoard = view.name === 'now' && shown === 'live';
    const words = { live: 'desk-live', drill: 'desk-drill-note', lab: 'desk-lab' }[shown];
    this.banner.className = `banner ${isBoard ? 'board' : shown}`;
    this.banner.replaceChildren(
      ...(isBoard ? [] : [el('b', {}, t(words)), ' ']),
      el('span', {}, t('page-not-reviewed')),
    );
  }

  private body(): HTMLElement {
    const { view } = this;
    switch (view.name) {
      case 'now':
        return boardView(this.board, this.setup, {
          open: (item) => void this.openReview(item.key),
          cancel: (item) => this.go({ name: 'cancel', item }),
          clear: (item) => void this.openDrafted(() => this.api.clear(item.key)),
          update: (item) => this.startDraft(item.world, item),
          raise: (item) => this.startDraft(item.world, null, item),
          void: (item) => void this.openDrafted(() => this.api.void(item.key)),
        });
      case 'draft':
      case 'arm':
        return view.form.element;
      case 'review':
        return reviewView(view.review, this.board, this.setup, {
          sign: async (passphrase, people) => {
            const review = await this.api.sign(view.review.item.key, passphrase, people);
            this.go({ name: 'review', review });
            announce(
              t('desk-signed-done', { state: review.item.signers.map((one) => one.person).join(', ') }),
            );
          },
          discard: async () => {
            await this.api.discard(view.review.item.key);
            announce(t('desk-discarded'));
            this.showNow(true);
          },
          back: () => this.showNow(true),
        });
      case 'cancel':
        return this.cancelView(view.item);
    }
  }

  private cancelView(item: Item): HTMLElement {
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const reason = (name: 'error' | 'withdrawn') =>
      button(
        '',
        () => {
          this.openDrafted(() => this.api.cancel(item.key, name)).catch((error: unknown) => {
            problem.hidden = false;
            problem.textContent = error instanceof Error ? error.message : String(error);
          });
        },
        { class: 'reason', 'data-reason': name },
      );
    const [error, withdrawn] = [reason('error'), reason('withdrawn')];
    error.replaceChildren(el('b', {}, t('desk-cancel-error')), el('span', {}, t('desk-cancel-error-help')));
    withdrawn.replaceChildren(
      el('b', {}, t('desk-cancel-withdrawn')),
      el('span', {}, t('desk-cancel-withdrawn-help')),
    );
    const { solo_cancel: solo } = this.setup;
    const isInTime = solo !== null && this.now() - (item.issued ?? 0) <= solo;
    return el(
      'div',
      { class: `review world-${item.world}` },
      button(t('desk-back'), () => this.showNow(true), { class: 'link' }),
      el(
        'h2',
        { class: 'verb', id: 'cancel-title', tabindex: -1 },
        `${t('desk-cancel-title')}: ${titleOf(item)}`,
      ),
      el('p', {}, t(isInTime ? 'desk-cancel-help' : 'desk-cancel-help-late')),
      el('div', { class: 'reasons' }, error, withdrawn),
      problem,
    );
  }

  private go(view: View): void {
    this.view = view;
    this.panel.scrollTop = 0;
    this.show();
    this.panel.scrollTop = 0;
    this.panel.querySelector<HTMLElement>('.verb')?.focus();
    this.showOnMap(true);
  }

  private showNow(isToFocus: boolean): void {
    this.view = { name: 'now' };
    this.show();
    this.panel.scrollTop = 0;
    if (isToFocus) this.panel.focus();
    this.showOnMap(true);
  }

  private startArm(): void {
    const form = new ArmForm({
      setup: this.setup,
      changed: () => this.showOnMap(false),
      draft: async (wish) => this.go({ name: 'review', review: await this.api.arm(wish) }),
    });
    this.go({ name: 'arm', form });
  }

  private startDraft(world: World, target: Item | null, order: Item | null = null): void {
    const form = new DraftForm({
      setup: this.setup,
      world,
      target,
      order,
      changed: () => this.showOnMap(false),
      preview: (wish, signal) => this.api.preview(wish, signal),
      draft: async (wish) => this.go({ name: 'review', review: await this.api.draft(wish) }),
    });
    this.go({ name: 'draft', form, world });
  }

  private async openReview(key: string): Promise<void> {
    await this.openDrafted(() => this.api.review(key));
  }

  private async openDrafted(ask: () => Promise<Review>): Promise<void> {
    try {
      this.go({ name: 'review', review: await ask() });
    } catch (error) {
      if (this.view.name === 'cancel') throw error;
      const words = error instanceof Error ? error.message : String(error);
      this.panel.prepend(el('p', { class: 'problem', role: 'alert' }, words));
    }
  }

  private showOnMap(isToMove: boolean): void {
    const { map, view } = this;
    if (!map) return;
    const isByZone = view.name === 'arm' || (view.name === 'draft' && view.form.mode === 'zones');
    map.setZones(
      isByZone ? this.setup.zones : null,
      view.name === 'draft' || view.name === 'arm' ? view.form.zones : [],
    );
    map.setDrawing(view.name === 'draft' && view.form.mode === 'drawn' ? view.form.corners : []);
    const grounds = this.grounds();
    map.setGrounds(grounds);
    const areas = grounds.flatMap(({ area }) => (area ? [area] : []));
    if (isToMove && view.name !== 'draft' && view.name !== 'arm') {
      if (areas.length > 0) map.show(areas);
      else map.showAll();
    }
  }

  private grounds(): Pick<Item, 'area' | 'world' | 'state'>[] {
    const { view } = this;
    if (view.name === 'review') return [view.review.item];
    if (view.name === 'cancel') return [view.item];
    if (view.name === 'arm') return [];
    if (view.name === 'draft') {
      const area = view.form.preview?.area ?? null;
      return area ? [{ area, world: view.world, state: 'draft' }] : [];
    }
    return this.board.items.filter(isOnMap);
  }

  private async setLanguage(tag: string): Promise<void> {
    if (!isLanguage(tag)) return;
    await speak(tag, TEXTS);
    keepLanguage(tag);
    this.draw();
    this.showOnMap(true);
    document.querySelector<HTMLElement>('[data-field=language]')?.focus();
  }

  setTheme(theme: ThemeChoice): void {
    this.theme = theme;
    keepTheme(theme);
    document.documentElement.dataset.theme = themeOf(theme);
    this.map?.setTheme(themeOf(theme));
  }
}

/** What finds an element again after a redraw. */
function focusKey(element: HTMLElement): string | null {
  const { action, field: name } = element.dataset;
  if (name) return `[data-field="${name}"]`;
  const card = element.closest<HTMLElement>('[data-key]')?.dataset.key;
  return action && card ? `[data-key="${card}"] [data-action="${action}"]` : null;
}

async function open(): Promise<void> {
  announceFonts();
  document.documentElement.dataset.theme = themeOf(keptTheme());
  await speak(keptLanguage(), TEXTS);
  document.documentElement.lang = language();
  try {
    const token = takeToken();
    if (token === null) throw new Error(t('desk-error-token'));
    const api = new DeskApi(token);
    const [setup, board] = await Promise.all([api.setup(), api.board(null)]);
    useOffset(setup.offset_minutes);
    const page = new DeskPage(api, setup, board);
    page.draw();
    void page.follow();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    await page.openMap();
  } catch (error) {
    const isStranger = error instanceof Refusal && (error.status === 403 || error.status === 404);
    const words = isStranger ? t('desk-error-token') : error instanceof Error ? error.message : String(error);
    document.body.replaceChildren(
      el(
        'main',
        { class: 'alone' },
        el('h1', {}, t('desk-title')),
        el('p', { class: 'problem', role: 'alert' }, words),
      ),
    );
  }
}

void open();
