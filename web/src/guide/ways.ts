// A small map without tiles: streets and water from the engine, the ways of the plans, where somebody
// starts. Panned and zoomed by fingers, mouse or keys; a tap chooses a place. Words stand beside it.
import type { Place, Plans } from '../api';
import { el } from '../dom';
import { t } from '../texts';
import type { Ground } from './shapes';

const METRES_A_DEGREE = 111_320;
/** Widths that the map shows at least and at most, in metres. */
const NEAREST = 120;
const FARTHEST = 60_000;
/** How far a finger may slip and still tap, in pixels. */
const SLIP = 8;

/** What is drawn. */
export interface Drawn {
  start: Place | null;
  answer: Plans | null;
  /** The letter of the plan that is walked, the others step back. */
  chosen: string | null;
}

type Draw = (box: [number, number, number, number]) => Promise<Ground | null>;

/** The map. */
export class Ways {
  readonly element: HTMLElement;
  private readonly canvas = el('canvas', { tabindex: 0, role: 'application' });
  private middle: Place = { lat: 0, lon: 0 };
  /** Metres across the canvas. */
  private across = 1500;
  private ground: Ground | null = null;
  private groundBox: [number, number, number, number] | null = null;
  private asked = 0;
  private drawn: Drawn = { start: null, answer: null, chosen: null };
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
    new ResizeObserver(() => this.paint()).observe(this.canvas);
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
        this.choose?.(this.placeAt(event.offsetX, event.offsetY));
    };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoom(event.deltaY > 0 ? 1.25 : 0.8);
      },
      { passive: false },
    );
    canvas.addEventListener('keydown', (event) => this.pressed(event));
  }

  private moved(event: PointerEvent): void {
    const was = this.pointers.get(String(event.pointerId));
    if (!was) return;
    const now = { x: event.offsetX, y: event.offsetY };
    const [dx, dy] = [now.x - was.x, now.y - was.y];
    if (!this.hasMoved && Math.hypot(dx, dy) < SLIP) return;
    this.hasMoved = true;
    const other = [...this.pointers].find(([name]) => name !== String(event.pointerId))?.[1];
    if (other) {
      const before = Math.hypot(was.x - other.x, was.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      if (before > 0 && after > 0) this.across = limited((this.across * before) / after);
    } else this.pan(-dx, -dy);
    this.pointers.set(String(event.pointerId), now);
    this.paint();
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
    if (move) this.pan(...move);
    else if (event.key === '+' || event.key === '=') this.zoom(0.7);
    else if (event.key === '-') this.zoom(1.4);
    else if (event.key === 'Enter') this.choose?.(this.middle);
    else return;
    event.preventDefault();
    this.paint();
  }

  private zoom(factor: number): void {
    this.across = limited(this.across * factor);
    this.paint();
  }

  private get metresAPixel(): number {
    return this.across / Math.max(1, this.canvas.clientWidth);
  }

  private get squeeze(): number {
    return Math.max(0.05, Math.cos((this.middle.lat * Math.PI) / 180));
  }

  private pan(x: number, y: number): void {
    const scale = this.metresAPixel / METRES_A_DEGREE;
    const lon = this.middle.lon + (x * scale) / this.squeeze;
    this.middle = { lat: Math.max(-85, Math.min(85, this.middle.lat - y * scale)), lon };
  }

  private placeAt(x: number, y: number): Place {
    const scale = this.metresAPixel / METRES_A_DEGREE;
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    return {
      lat: this.middle.lat - (y - h / 2) * scale,
      lon: this.middle.lon + ((x - w / 2) * scale) / this.squeeze,
    };
  }

  private spot(lat: number, lon: number): [number, number] {
    const scale = METRES_A_DEGREE / this.metresAPixel;
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    return [w / 2 + (lon - this.middle.lon) * this.squeeze * scale, h / 2 - (lat - this.middle.lat) * scale];
  }

  /** Shows a place, so many metres across. */
  look(place: Place, across: number): void {
    this.middle = place;
    this.across = limited(across);
    this.paint();
  }

  /** Draws other plans and moves so that they are seen. */
  show(drawn: Drawn): void {
    this.drawn = drawn;
    const places: [number, number][] = drawn.start ? [[drawn.start.lon, drawn.start.lat]] : [];
    for (const line of drawn.answer?.lines?.features ?? []) {
      if (drawn.chosen && line.properties?.plan !== drawn.chosen) continue;
      for (const [lon, lat] of line.geometry?.coordinates ?? [])
        if (lon !== undefined && lat !== undefined) places.push([lon, lat]);
    }
    if (places.length > 0) {
      const lons = places.map(([lon]) => lon);
      const lats = places.map(([, lat]) => lat);
      const span = (list: number[]) => [Math.min(...list), Math.max(...list)] as const;
      const [[west, east], [south, north]] = [span(lons), span(lats)];
      this.middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
      const wide = (east - west) * this.squeeze * METRES_A_DEGREE;
      const high = (north - south) * METRES_A_DEGREE;
      const shape = this.canvas.clientHeight > 0 ? this.canvas.clientWidth / this.canvas.clientHeight : 1;
      this.across = limited(Math.max(250, wide * 1.35, high * 1.5 * shape));
    }
    this.paint();
  }

  private box(margin: number): [number, number, number, number] {
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    const a = this.placeAt(-w * margin, h * (1 + margin));
    const b = this.placeAt(w * (1 + margin), -h * margin);
    return [a.lon, a.lat, b.lon, b.lat];
  }

  /** Asks for ground only where what is there does not reach. */
  private async fetchGround(): Promise<void> {
    const [west, south, east, north] = this.box(0);
    const have = this.groundBox;
    const isHeld =
      have &&
      have[0] <= west &&
      have[1] <= south &&
      have[2] >= east &&
      have[3] >= north &&
      have[2] - have[0] < (east - west) * 6;
    if (isHeld || east <= west) return;
    const wanted = this.box(0.7);
    this.groundBox = wanted;
    const mine = ++this.asked;
    const ground = await this.ask(wanted);
    if (mine !== this.asked || !ground) return;
    this.ground = ground;
    this.paint();
  }

  private paint(): void {
    const { canvas } = this;
    const [w, h] = [canvas.clientWidth, canvas.clientHeight];
    if (w === 0 || h === 0) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    canvas.width = w * ratio;
    canvas.height = h * ratio;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.scale(ratio, ratio);
    pen.lineCap = pen.lineJoin = 'round';
    const css = getComputedStyle(this.element);
    const colour = (name: string) => css.getPropertyValue(name).trim();
    pen.fillStyle = colour('--ground');
    pen.fillRect(0, 0, w, h);
    this.paintGround(pen, colour);
    this.paintWays(pen, colour);
    if (this.drawn.start) this.paintStart(pen, colour);
    void this.fetchGround();
  }

  private trace(pen: CanvasRenderingContext2D, line: number[]): void {
    pen.beginPath();
    for (let at = 0; at + 1 < line.length; at += 2) {
      const [x, y] = this.spot((line[at + 1] ?? 0) / 1e7, (line[at] ?? 0) / 1e7);
      if (at === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }

  private paintGround(pen: CanvasRenderingContext2D, colour: (name: string) => string): void {
    const { ground } = this;
    if (!ground) return;
    const fills: Record<string, string> = {
      water: '--water',
      park: '--park',
      green: '--park',
      building: '--building',
      forbidden: '--forbidden',
    };
    for (const { kind, ring } of ground.areas) {
      const fill = fills[kind];
      if (!fill) continue;
      pen.fillStyle = colour(fill);
      this.trace(pen, ring);
      pen.fill();
    }
    const near = Math.max(1.2, Math.min(7, 9 / this.metresAPixel));
    for (const isEdge of [true, false])
      for (const { kind, line } of ground.streets) {
        const isPath = /path|steps|foot|track|crossing|corridor/.test(kind);
        if (isPath && isEdge) continue;
        pen.strokeStyle = colour(isEdge ? '--street-edge' : isPath ? '--path' : '--street');
        pen.lineWidth = isPath ? Math.max(0.8, near / 3) : isEdge ? near + 1.5 : near;
        this.trace(pen, line);
        pen.stroke();
      }
    this.paintNames(pen, colour);
  }

  /** Names along streets, where they fit and are not there twice. */
  private paintNames(pen: CanvasRenderingContext2D, colour: (name: string) => string): void {
    if (this.metresAPixel > 3) return;
    pen.font = `12px "Noto Sans", "Noto Sans JP", system-ui, sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 3;
    const taken: [number, number][] = [];
    const said = new Set<string>();
    for (const { name, line } of this.ground?.streets ?? []) {
      if (!name || said.has(name) || line.length < 4) continue;
      const at = Math.floor(line.length / 4) * 2;
      const [ax, ay] = this.spot((line[at - 1] ?? 0) / 1e7, (line[at - 2] ?? 0) / 1e7);
      const [bx, by] = this.spot((line[at + 1] ?? 0) / 1e7, (line[at] ?? 0) / 1e7);
      const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
      const isSeen =
        x > 40 && y > 20 && x < this.canvas.clientWidth - 40 && y < this.canvas.clientHeight - 20;
      if (!isSeen || taken.some(([tx, ty]) => Math.abs(tx - x) < 100 && Math.abs(ty - y) < 26)) continue;
      taken.push([x, y]);
      said.add(name);
      let angle = Math.atan2(by - ay, bx - ax);
      if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
      pen.save();
      pen.translate(x, y);
      pen.rotate(angle);
      pen.strokeStyle = colour('--ground');
      pen.strokeText(name, 0, 0);
      pen.fillStyle = colour('--soft-ink');
      pen.fillText(name, 0, 0);
      pen.restore();
    }
  }

  private paintWays(pen: CanvasRenderingContext2D, colour: (name: string) => string): void {
    const lines = this.drawn.answer?.lines?.features ?? [];
    const letters = (this.drawn.answer?.plans ?? []).map((plan) => plan.plan);
    // The best is drawn last, on top.
    for (const line of [...lines].reverse()) {
      const letter = String(line.properties?.plan ?? '');
      const index = letters.indexOf(letter);
      const places = line.geometry?.coordinates ?? [];
      if (index < 0 || places.length === 0) continue;
      const isAside = this.drawn.chosen !== null && letter !== this.drawn.chosen;
      const flat = places.flatMap(([lon, lat]) => [(lon ?? 0) * 1e7, (lat ?? 0) * 1e7]);
      pen.globalAlpha = isAside ? 0.35 : 1;
      pen.setLineDash([]);
      pen.strokeStyle = colour('--ground');
      pen.lineWidth = 9;
      this.trace(pen, flat);
      pen.stroke();
      pen.strokeStyle = colour(`--line-${index}`);
      pen.lineWidth = 5.5;
      pen.setLineDash([[], [11, 7], [2, 8]][index] ?? []);
      this.trace(pen, flat);
      pen.stroke();
      pen.setLineDash([]);
      const [lon = 0, lat = 0] = places.at(-1) ?? [];
      this.paintPin(pen, this.spot(lat, lon), letter, colour(`--line-${index}`), colour('--on-line'));
      pen.globalAlpha = 1;
    }
  }

  private paintPin(
    pen: CanvasRenderingContext2D,
    [x, y]: [number, number],
    letter: string,
    fill: string,
    ink: string,
  ): void {
    pen.beginPath();
    pen.arc(x, y - 22, 14, Math.PI * 0.8, Math.PI * 0.2);
    pen.lineTo(x, y);
    pen.closePath();
    pen.fillStyle = fill;
    pen.strokeStyle = ink;
    pen.lineWidth = 2;
    pen.fill();
    pen.stroke();
    pen.fillStyle = ink;
    pen.font = 'bold 15px "Noto Sans", system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(letter, x, y - 22);
  }

  private paintStart(pen: CanvasRenderingContext2D, colour: (name: string) => string): void {
    if (!this.drawn.start) return;
    const [x, y] = this.spot(this.drawn.start.lat, this.drawn.start.lon);
    pen.beginPath();
    pen.arc(x, y, 9, 0, 2 * Math.PI);
    pen.fillStyle = colour('--paper');
    pen.strokeStyle = colour('--ink');
    pen.lineWidth = 4;
    pen.fill();
    pen.stroke();
  }

  /** Colours have changed. */
  repaint(): void {
    this.paint();
  }
}

const limited = (across: number) => Math.max(NEAREST, Math.min(FARTHEST, across));
