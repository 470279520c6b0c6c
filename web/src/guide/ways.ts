// A small map without tiles: streets and water from the engine, the ways of the plans, where somebody
// starts. Panned and zoomed by fingers, mouse or keys; a tap chooses a place. Words stand beside it.
import type { Place } from '../api';
import { el } from '../dom';
import { t } from '../texts';
import { type Drawn, Painter } from './paint';
import type { Ground } from './shapes';
import { type Box, View } from './view';

/** How far a finger may slip and still tap, in pixels. */
const SLIP = 8;

type Draw = (box: Box, detail: number) => Promise<Ground | null>;

/** The map. */
export class Ways {
  readonly element: HTMLElement;
  private readonly canvas = el('canvas', { tabindex: 0, role: 'application' });
  private readonly view = new View();
  private ground: Ground | null = null;
  /** What the ground that is there, or on its way, reaches over. */
  private held: { box: Box; detail: number } | null = null;
  private isAsking = false;
  private drawn: Drawn = { start: null, answer: null, chosen: null };
  private shown = '';
  /** Somebody moved it: it stays as they left it, until other plans come. */
  private isOwn = false;
  private frame = 0;
  private readonly pointers = new Map<string, { x: number; y: number }>();
  private hasMoved = false;

  constructor(
    private readonly ask: Draw,
    private readonly choose: ((place: Place) => void) | null,
  ) {
    const zoom = (words: string, sign: string, factor: number) =>
      el(
        'button',
        { type: 'button', 'aria-label': words, title: words, onclick: () => this.zoom(factor) },
        sign,
      );
    this.canvas.setAttribute('aria-label', t(choose ? 'guide-map-choose-help' : 'guide-map-help'));
    this.element = el(
      'div',
      { class: `ways ${choose ? 'choosing' : ''}` },
      this.canvas,
      choose ? el('span', { class: 'ways-cross', 'aria-hidden': 'true' }) : null,
      el(
        'div',
        { class: 'ways-tools' },
        zoom(t('page-zoom-in'), '+', 0.6),
        zoom(t('page-zoom-out'), '−', 1.6),
      ),
    );
    new ResizeObserver(() => this.resized()).observe(this.canvas);
    this.listen();
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.pointers.set(String(event.pointerId), { x: event.offsetX, y: event.offsetY });
      if (this.pointers.size === 1) this.hasMoved = false;
    });
    canvas.addEventListener('pointermove', (event) => this.moved(event));
    const up = (event: PointerEvent) => {
      const was = this.pointers.get(String(event.pointerId));
      this.pointers.delete(String(event.pointerId));
      if (was && event.type === 'pointerup' && !this.hasMoved && this.pointers.size === 0)
        this.choose?.(this.view.placeAt(event.offsetX, event.offsetY));
    };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoom(event.deltaY > 0 ? 1.25 : 0.8, event.offsetX, event.offsetY);
      },
      { passive: false },
    );
    canvas.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** One finger moves; two zoom around what lies between them, and move. */
  private moved(event: PointerEvent): void {
    const was = this.pointers.get(String(event.pointerId));
    if (!was) return;
    const now = { x: event.offsetX, y: event.offsetY };
    if (!this.hasMoved && Math.hypot(now.x - was.x, now.y - was.y) < SLIP) return;
    this.hasMoved = true;
    const other = [...this.pointers].find(([name]) => name !== String(event.pointerId))?.[1];
    if (other) {
      const before = Math.hypot(was.x - other.x, was.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      this.view.pan((was.x - now.x) / 2, (was.y - now.y) / 2);
      if (before > 0 && after > 0)
        this.view.zoom(before / after, (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else this.view.pan(was.x - now.x, was.y - now.y);
    this.pointers.set(String(event.pointerId), now);
    this.isOwn = true;
    this.repaint();
  }

  private pressed(event: KeyboardEvent): void {
    const far = event.shiftKey ? 160 : 40;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-far, 0],
      ArrowRight: [far, 0],
      ArrowUp: [0, -far],
      ArrowDown: [0, far],
    };
    const move = moves[event.key];
    if (move) {
      this.view.pan(...move);
      this.isOwn = true;
    } else if (event.key === '+' || event.key === '=') this.zoom(0.7);
    else if (event.key === '-') this.zoom(1.4);
    else if (event.key === '0') this.fit();
    else if (event.key === 'Enter') this.choose?.(this.view.middle);
    else return;
    event.preventDefault();
    this.repaint();
  }

  private zoom(factor: number, x?: number, y?: number): void {
    this.view.zoom(factor, x, y);
    this.isOwn = true;
    this.repaint();
  }

  private resized(): void {
    const { view, canvas } = this;
    const isFirst = view.width <= 1;
    if (canvas.clientWidth === 0 || canvas.clientHeight === 0) return;
    [view.width, view.height] = [canvas.clientWidth, canvas.clientHeight];
    if (isFirst || !this.isOwn) this.fit();
    this.repaint();
  }

  /** Shows a place, so many metres across. */
  look(place: Place, across: number): void {
    this.view.middle = place;
    this.view.across = across;
    this.isOwn = true;
    this.repaint();
  }

  /** Draws other plans and moves so that they are seen; the same ones leave the map as it was moved. */
  show(drawn: Drawn): void {
    this.drawn = drawn;
    const lines = (drawn.answer?.lines?.features ?? []).map((line) => line.geometry?.coordinates.at(-1));
    const shown = JSON.stringify([drawn.start, drawn.chosen, lines]);
    if (shown !== this.shown) {
      this.shown = shown;
      this.isOwn = false;
      this.fit();
    }
    this.repaint();
  }

  private fit(): void {
    const { start, answer, chosen } = this.drawn;
    const places: Place[] = start ? [start] : [];
    for (const line of answer?.lines?.features ?? []) {
      if (chosen && line.properties?.plan !== chosen) continue;
      for (const [lon, lat] of line.geometry?.coordinates ?? [])
        if (lon !== undefined && lat !== undefined) places.push({ lat, lon });
    }
    this.view.fit(places);
  }

  /** Asks for ground only where what is there does not reach, one piece at a time. */
  private async fetchGround(): Promise<void> {
    const { view, held } = this;
    const [west, south, east, north] = view.box(0);
    const isHeld =
      held &&
      held.detail === view.detail &&
      held.box[0] <= west &&
      held.box[1] <= south &&
      held.box[2] >= east &&
      held.box[3] >= north &&
      held.box[2] - held.box[0] < (east - west) * 6;
    if (isHeld || this.isAsking || east <= west || view.width <= 1) return;
    this.isAsking = true;
    this.held = { box: view.box(0.6), detail: view.detail };
    const ground = await this.ask(this.held.box, this.held.detail);
    this.isAsking = false;
    if (!ground) return;
    this.ground = ground;
    this.element.dataset.streets = String(ground.streets.length);
    this.repaint();
  }

  /** Draws anew with the next frame: colours, places or plans have changed. */
  repaint(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { canvas, view } = this;
    if (canvas.clientWidth === 0 || canvas.clientHeight === 0) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [w, h] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const css = getComputedStyle(this.element);
    const colours = new Map<string, string>();
    const colour = (name: string) => {
      const known = colours.get(name) ?? css.getPropertyValue(name).trim();
      colours.set(name, known);
      return known;
    };
    new Painter(pen, view, colour, Number.parseFloat(css.fontSize) || 16).paint(this.ground, this.drawn);
    void this.fetchGround();
  }
}
