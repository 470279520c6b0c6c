// The curve and the bands of coverage as drawings. Each stands beside a table with the same numbers.
import type { CoverageCase } from '../api';
import { svg } from '../dom';
import { looks, type Theme } from '../map/colours';
import { classWords } from '../map/legend';
import { number, t } from '../texts';

/** Curves are told apart by dashes, not by colours alone. */
const DASHES = ['', '9 4', '2 4', '12 3 2 3', '5 2', '14 5'];

/** How many curves one drawing takes. */
export const MOST_CURVES = DASHES.length;

const WIDTH = 520;
const HEIGHT = 260;
const ROOM = { left: 52, right: 14, top: 12, bottom: 40 };

/** A round step for `ticks` or a few more marks up to `most`. */
export function roundStep(most: number, ticks: number): number {
  const rough = Math.max(most, 1e-9) / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
}

/** Where a curve stops to rise but for the last hundredth: the rest would squeeze what matters. */
export function enough(curve: number[]): number {
  const last = curve.at(-1) ?? 0;
  const index = curve.findIndex((value) => value >= last * 0.99);
  return index < 0 ? curve.length : index + 1;
}

/** Who is in a shelter after how many minutes, a curve a case. */
export function curveDrawing(
  cases: CoverageCase[],
  words: string[],
  title = t('picture-curve-people'),
): SVGElement {
  const shown = cases.slice(0, MOST_CURVES);
  const step = (shown[0]?.curve_step_ds ?? 100) / 600;
  const minutes = Math.max(5, ...shown.map((one) => enough(one.curve) * step));
  const people = Math.max(1, ...shown.map((one) => one.all.total));
  const x = (value: number) => ROOM.left + (value / minutes) * (WIDTH - ROOM.left - ROOM.right);
  const y = (value: number) => HEIGHT - ROOM.bottom - (value / people) * (HEIGHT - ROOM.top - ROOM.bottom);
  const drawing = frame(title, HEIGHT);
  for (let at = 0; at <= people; at += roundStep(people, 4)) {
    drawing.append(
      svg('line', { class: 'grid', x1: ROOM.left, x2: WIDTH - ROOM.right, y1: y(at), y2: y(at) }),
      svg(
        'text',
        { x: ROOM.left - 8, y: y(at) + 4, 'text-anchor': 'end' },
        number(at, { notation: 'compact' }),
      ),
    );
  }
  for (let at = 0; at <= minutes; at += Math.max(1, roundStep(minutes, 6))) {
    drawing.append(
      svg('text', { x: x(at), y: HEIGHT - ROOM.bottom + 18, 'text-anchor': 'middle' }, number(at)),
    );
  }
  drawing.append(
    svg('text', { x: (ROOM.left + WIDTH) / 2, y: HEIGHT - 4, 'text-anchor': 'middle' }, t('picture-across')),
  );
  const budget = shown[0]?.least_budget_ds;
  if (budget && budget / 600 <= minutes) {
    const at = x(budget / 600);
    drawing.append(svg('line', { class: 'budget', x1: at, x2: at, y1: ROOM.top, y2: HEIGHT - ROOM.bottom }));
  }
  for (const [index, one] of shown.entries()) {
    const points = one.curve.slice(0, Math.ceil(minutes / step) + 1);
    // Nobody comes after the last, and nobody leaves: the curve goes on to the end.
    const rest = points.length > 0 ? `L${x(minutes)} ${y(points.at(-1) ?? 0).toFixed(1)}` : '';
    const path = points
      .map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at * step).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
    drawing.append(
      svg(
        'path',
        { class: `curve curve-${index}`, d: path + rest, 'stroke-dasharray': DASHES[index] ?? '' },
        svg('title', {}, words[index] ?? ''),
      ),
    );
  }
  return drawing;
}

/** How many are in time with none, one, two, ... of something, a bar each, out of all. */
export function stepsDrawing(values: number[], all: number, title: string): SVGElement {
  const most = Math.max(1, all);
  const drawing = frame(title, HEIGHT);
  const y = (value: number) => HEIGHT - ROOM.bottom - (value / most) * (HEIGHT - ROOM.top - ROOM.bottom);
  for (let at = 0; at <= most; at += roundStep(most, 4)) {
    drawing.append(
      svg('line', { class: 'grid', x1: ROOM.left, x2: WIDTH - ROOM.right, y1: y(at), y2: y(at) }),
      svg(
        'text',
        { x: ROOM.left - 8, y: y(at) + 4, 'text-anchor': 'end' },
        number(at, { notation: 'compact' }),
      ),
    );
  }
  const width = (WIDTH - ROOM.left - ROOM.right) / values.length;
  const every = Math.max(1, roundStep(values.length, 12));
  for (const [index, value] of values.entries()) {
    const x = ROOM.left + index * width;
    drawing.append(
      svg(
        'rect',
        {
          class: 'band edge step',
          x: x + width * 0.12,
          width: width * 0.76,
          y: y(value),
          height: y(0) - y(value),
        },
        svg('title', {}, `${number(index)}: ${number(value)}`),
      ),
    );
    if (index % every === 0)
      drawing.append(
        svg(
          'text',
          { x: x + width / 2, y: HEIGHT - ROOM.bottom + 18, 'text-anchor': 'middle' },
          number(index),
        ),
      );
  }
  drawing.append(
    svg(
      'text',
      { x: (ROOM.left + WIDTH) / 2, y: HEIGHT - 4, 'text-anchor': 'middle' },
      t('page-sites-across'),
    ),
  );
  return drawing;
}

/** The line of a curve, for the key beside the table. */
export function curveSample(index: number): SVGElement {
  return svg(
    'svg',
    { class: 'line-sample', viewBox: '0 0 44 10', 'aria-hidden': 'true' },
    svg('line', {
      class: `curve curve-${index}`,
      x1: 0,
      x2: 44,
      y1: 5,
      y2: 5,
      'stroke-dasharray': DASHES[index] ?? '',
    }),
  );
}

/** People by minutes, a bar a band; the last is what has no time. */
export function bandsDrawing(one: CoverageCase, theme: Theme): SVGElement {
  const bands = one.all.bands_3min;
  const most = Math.max(1, ...bands);
  const row = 24;
  const words = bandWords(bands.length);
  const colours = looks(theme);
  const drawing = frame(t('picture-bands', { place: '' }).replace(/^[:\s]+/, ''), bands.length * row + 4);
  for (const [index, value] of bands.entries()) {
    const y = index * row + 4;
    const width = (value / most) * (WIDTH - 250);
    drawing.append(
      svg('text', { x: 152, y: y + 13, 'text-anchor': 'end' }, words[index] ?? ''),
      svg('rect', {
        class: 'band edge',
        x: 160,
        y,
        width: Math.max(width, value > 0 ? 1 : 0),
        height: row - 7,
        rx: 2,
        fill: (index < 9 ? colours[index] : colours[10])?.colour ?? '',
      }),
      svg('text', { x: 168 + width, y: y + 13 }, number(value)),
    );
  }
  return drawing;
}

/** The words for the bands of coverage: nine, then what has no time. */
export function bandWords(count: number): string[] {
  return Array.from({ length: count }, (_, band) =>
    band < 9 ? (classWords()[band] ?? '') : t('band-no-time'),
  );
}

function frame(words: string, height: number): SVGElement {
  return svg('svg', {
    class: 'drawing',
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: 'img',
    'aria-label': words,
  });
}
