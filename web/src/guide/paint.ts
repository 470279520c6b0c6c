// Draws the small map: quiet ground, streets and their names, shelters, the ways of the plans on top,
// where somebody starts and where the device says that it is.
import type { Place, Plans } from '../api';
import type { Fix, Ground } from './shapes';
import type { View } from './view';

const LETTERS = '"Noto Sans", "Noto Sans JP", "Noto Sans Hebrew", system-ui, sans-serif';
const FILLS: Record<string, string> = {
  water: '--water',
  park: '--park',
  building: '--building',
  forbidden: '--forbidden',
};
/** How wide a street is beside an ordinary one. */
const WIDTHS: Record<string, number> = {
  road: 1.5,
  main: 1.45,
  street: 1,
  square: 0.9,
  service: 0.55,
  foot: 0.35,
  steps: 0.35,
};
const isPath = (kind: string) => kind === 'foot' || kind === 'steps';

/** What is drawn. */
export interface Drawn {
  start: Place | null;
  fix?: Fix | null;
  answer: Plans | null;
  /** The letter of the plan that is walked, the others step back. */
  chosen: string | null;
}

/** A pen on a map. */
export class Painter {
  /** Boxes that letters have taken, in pixels: left, top, right, bottom. */
  private taken: [number, number, number, number][] = [];

  constructor(
    private readonly pen: CanvasRenderingContext2D,
    private readonly view: View,
    private readonly colour: (name: string) => string,
    /** The size of a letter that the reader is used to, in pixels. */
    private readonly size: number,
  ) {
    pen.lineCap = pen.lineJoin = 'round';
  }

  paint(ground: Ground | null, drawn: Drawn): void {
    const { pen, view } = this;
    pen.fillStyle = this.colour('--ground');
    pen.fillRect(0, 0, view.width, view.height);
    if (ground) {
      this.areas(ground);
      this.streets(ground);
      this.shelters(ground, drawn);
    }
    this.ways(drawn);
    if (drawn.fix) this.fix(drawn.fix);
    if (drawn.start) this.start(drawn.start);
    if (ground) this.names(ground);
    this.scale();
  }

  private trace(line: number[]): void {
    const { pen, view } = this;
    for (let at = 0; at + 1 < line.length; at += 2) {
      const [x, y] = view.spot((line[at + 1] ?? 0) / 1e7, (line[at] ?? 0) / 1e7);
      if (at === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }

  private areas(ground: Ground): void {
    for (const { kind, rings } of ground.areas) {
      const fill = FILLS[kind];
      if (!fill) continue;
      this.pen.beginPath();
      for (const ring of rings) {
        this.trace(ring);
        this.pen.closePath();
      }
      this.pen.fillStyle = this.colour(fill);
      this.pen.fill('evenodd');
    }
  }

  private streets(ground: Ground): void {
    const { pen } = this;
    const wide = Math.max(1.3, Math.min(12, 10 / this.view.metresAPixel));
    const stroke = (kind: string, line: number[], isEdge: boolean) => {
      const width = Math.max(isPath(kind) ? 1 : 0.8, wide * (WIDTHS[kind] ?? 0.8));
      pen.setLineDash(isPath(kind) ? (kind === 'steps' ? [2, 2] : [5, 3]) : []);
      pen.strokeStyle = this.colour(isEdge ? '--street-edge' : isPath(kind) ? '--path' : '--street');
      pen.lineWidth = isEdge ? width + 1.6 : width;
      pen.beginPath();
      this.trace(line);
      pen.stroke();
    };
    // The coarse come first and are drawn last, on top; edges below all of them.
    const backwards = [...ground.streets].reverse();
    for (const { kind, line } of backwards) if (!isPath(kind)) stroke(kind, line, true);
    for (const { kind, line } of backwards) stroke(kind, line, false);
    pen.setLineDash([]);
  }

  /** Other shelters, small: what is not offered now is hollow. */
  private shelters(ground: Ground, drawn: Drawn): void {
    const { pen, view } = this;
    if (view.metresAPixel > 12) return;
    const planned = new Set((drawn.answer?.plans ?? []).map(({ shelter }) => shelter));
    for (const { id, lat, lon, offered } of ground.shelters) {
      if (planned.has(id)) continue;
      const [x, y] = view.spot(lat, lon);
      const half = view.metresAPixel > 4 ? 3 : 5;
      pen.beginPath();
      pen.roundRect(x - half, y - half, 2 * half, 2 * half, 2);
      pen.fillStyle = this.colour(offered ? '--line-0' : '--ground');
      pen.strokeStyle = this.colour(offered ? '--on-line' : '--soft-ink');
      pen.lineWidth = 1.5;
      pen.fill();
      pen.stroke();
    }
  }

  private isFree(box: [number, number, number, number]): boolean {
    const [left, top, right, bottom] = box;
    if (left < 4 || top < 4 || right > this.view.width - 4 || bottom > this.view.height - 4) return false;
    return !this.taken.some(([l, t, r, b]) => left < r && right > l && top < b && bottom > t);
  }

  /** Names along streets: where a straight piece is long enough, once each, over nothing else. */
  private names(ground: Ground): void {
    const { pen, view } = this;
    if (view.metresAPixel > 8) return;
    const size = this.size * 0.75;
    pen.font = `${size}px ${LETTERS}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 3.5;
    const said = new Map<string, [number, number]>();
    for (const { kind, name, line } of ground.streets) {
      if (!name || (view.metresAPixel > 3 && kind !== 'main' && kind !== 'road')) continue;
      const place = this.longestPiece(line);
      const width = pen.measureText(name).width;
      if (!place || place.length < width * 0.8) continue;
      const { x, y } = place;
      const before = said.get(name);
      if (before && Math.hypot(before[0] - x, before[1] - y) < 500) continue;
      const angle = upright(place.angle);
      const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
      const [across, down] = [(width * cos + size * sin) / 2 + 4, (width * sin + size * cos) / 2 + 3];
      const box: [number, number, number, number] = [x - across, y - down, x + across, y + down];
      if (!this.isFree(box)) continue;
      this.taken.push(box);
      said.set(name, [x, y]);
      pen.save();
      pen.translate(x, y);
      pen.rotate(angle);
      pen.strokeStyle = this.colour('--ground');
      pen.strokeText(name, 0, 0);
      pen.fillStyle = this.colour('--street-name');
      pen.fillText(name, 0, 0);
      pen.restore();
    }
  }

  /** The middle, direction and length of the longest piece of a line that is seen, in pixels. */
  private longestPiece(line: number[]): { x: number; y: number; angle: number; length: number } | null {
    let best: { x: number; y: number; angle: number; length: number } | null = null;
    const at = (index: number) => this.view.spot((line[index + 1] ?? 0) / 1e7, (line[index] ?? 0) / 1e7);
    for (let index = 0; index + 3 < line.length; index += 2) {
      const [ax, ay] = at(index);
      // Pieces that go on straight count as one.
      let end = index + 2;
      let [bx, by] = at(end);
      const first = Math.atan2(by - ay, bx - ax);
      while (end + 3 < line.length) {
        const [cx, cy] = at(end + 2);
        if (Math.abs(turned(Math.atan2(cy - by, cx - bx) - first)) > 0.2) break;
        [bx, by] = [cx, cy];
        end += 2;
      }
      const seen = cut([ax, ay], [bx, by], this.view.width, this.view.height);
      if (!seen) continue;
      const [[px, py], [qx, qy]] = seen;
      const length = Math.hypot(qx - px, qy - py);
      if (!best || length > best.length)
        best = { x: (px + qx) / 2, y: (py + qy) / 2, angle: Math.atan2(qy - py, qx - px), length };
    }
    return best;
  }

  private ways(drawn: Drawn): void {
    const { pen, view } = this;
    const lines = drawn.answer?.lines?.features ?? [];
    const letters = (drawn.answer?.plans ?? []).map((plan) => plan.plan);
    const pins: (() => void)[] = [];
    // The best is drawn last, on top.
    for (const line of [...lines].reverse()) {
      const letter = String(line.properties?.plan ?? '');
      const index = letters.indexOf(letter);
      const places = line.geometry?.coordinates ?? [];
      if (index < 0 || places.length === 0) continue;
      const isAside = drawn.chosen !== null && letter !== drawn.chosen;
      const flat = places.flatMap(([lon, lat]) => [(lon ?? 0) * 1e7, (lat ?? 0) * 1e7]);
      pen.globalAlpha = isAside ? 0.35 : 1;
      this.stroke(flat, this.colour('--way-edge'), 9, []);
      this.stroke(flat, this.colour(`--line-${index}`), 5.5, [[], [11, 7], [2, 8]][index] ?? []);
      pen.globalAlpha = 1;
      const [lon = 0, lat = 0] = places.at(-1) ?? [];
      const spot = view.spot(lat, lon);
      pins.push(() => {
        pen.globalAlpha = isAside ? 0.5 : 1;
        this.pin(spot, letter, this.colour(`--line-${index}`), this.colour('--on-line'));
        pen.globalAlpha = 1;
      });
    }
    for (const pin of pins) pin();
  }

  private stroke(flat: number[], colour: string, width: number, dash: number[]): void {
    const { pen } = this;
    pen.beginPath();
    this.trace(flat);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.stroke();
    pen.setLineDash([]);
  }

  private pin([x, y]: [number, number], letter: string, fill: string, ink: string): void {
    const { pen } = this;
    this.taken.push([x - 16, y - 38, x + 16, y + 2]);
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
    pen.font = `bold 15px ${LETTERS}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(letter, x, y - 22);
  }

  private dot([x, y]: [number, number], radius: number, fill: string, edge: string, width: number): void {
    const { pen } = this;
    this.taken.push([x - radius, y - radius, x + radius, y + radius]);
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fillStyle = fill;
    pen.strokeStyle = edge;
    pen.lineWidth = width;
    pen.fill();
    pen.stroke();
  }

  private start(start: Place): void {
    this.dot(this.view.spot(start.lat, start.lon), 9, this.colour('--paper'), this.colour('--ink'), 4);
  }

  /** Where the device says that it is, and how surely. */
  private fix(fix: Fix): void {
    const { pen, view } = this;
    const spot = view.spot(fix.lat, fix.lon);
    const radius = fix.accuracy_m / view.metresAPixel;
    if (radius > 12) {
      pen.beginPath();
      pen.arc(...spot, Math.min(radius, 4000), 0, 2 * Math.PI);
      pen.globalAlpha = 0.15;
      pen.fillStyle = this.colour('--accent');
      pen.fill();
      pen.globalAlpha = 1;
    }
    this.dot(spot, 8, this.colour('--accent'), this.colour('--paper'), 3);
  }

  /** A bar of a round length, so that near and far can be told. */
  private scale(): void {
    const { pen, view } = this;
    const most = view.metresAPixel * 90;
    const power = 10 ** Math.floor(Math.log10(most));
    const metres = ([5, 2, 1].find((part) => part * power <= most) ?? 1) * power;
    const long = metres / view.metresAPixel;
    const [x, y] = [12, view.height - 12];
    pen.strokeStyle = this.colour('--ground');
    pen.lineWidth = 5;
    pen.strokeRect(x, y, long, 0);
    pen.strokeStyle = this.colour('--soft-ink');
    pen.lineWidth = 2;
    pen.strokeRect(x, y, long, 0);
    const words = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
    pen.font = `${this.size * 0.7}px ${LETTERS}`;
    pen.textAlign = 'start';
    pen.textBaseline = 'alphabetic';
    pen.strokeStyle = this.colour('--ground');
    pen.lineWidth = 3;
    pen.strokeText(words, x, y - 6);
    pen.fillStyle = this.colour('--soft-ink');
    pen.fillText(words, x, y - 6);
  }
}

/** An angle between minus and plus half a turn. */
const turned = (angle: number) => Math.atan2(Math.sin(angle), Math.cos(angle));

/** The same direction, with letters the right way up. */
const upright = (angle: number) => (Math.abs(angle) > Math.PI / 2 ? turned(angle + Math.PI) : angle);

type Spot = [number, number];

/** The part of a piece that lies in the window; `null` where none does. */
function cut([ax, ay]: Spot, [bx, by]: Spot, width: number, height: number): [Spot, Spot] | null {
  let [from, to] = [0, 1];
  const [dx, dy] = [bx - ax, by - ay];
  for (const [step, room] of [
    [-dx, ax],
    [dx, width - ax],
    [-dy, ay],
    [dy, height - ay],
  ] as Spot[]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  if (from >= to) return null;
  return [
    [ax + dx * from, ay + dy * from],
    [ax + dx * to, ay + dy * to],
  ];
}
