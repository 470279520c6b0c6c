// Pictograms, drawn for this page: strokes on a square of 24, in the colour of the text. They stand
// beside words, never instead of them.
import { svg } from '../dom';

const SHAPES: Record<string, string> = {
  siren: 'M6 19v-5a6 6 0 0 1 12 0v5M4 21h16M12 4V2M5 6.5 3.6 5M19 6.5 20.4 5M12 19v-5',
  shaking: 'M3 20h18M7 20V10l5-4 5 4v10M2 9l2 2-2 2 2 2M22 9l-2 2 2 2-2 2M11 14l2 2-2 2',
  untold: 'M9 9a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.4M12 17.5v.5M12 2.5 22 20H2Z',
  car: 'M4 17v-4l2-5h12l2 5v4zM4 13h16M7 17v2M17 17v2M7.5 15h1M15.5 15h1',
  bus: 'M5 17V5h14v12zM5 11h14M8 17v2M16 17v2M8 14.5h.5M15.5 14.5h.5M12 5v6',
  metro: 'M6 17V7a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v10zM6 11h12M8 17l-2 4M16 17l2 4M9 14h.5M14.5 14h.5',
  lift: 'M5 3h14v18H5zM12 3v18M8 10l1-2 1 2M14 14l1 2 1-2',
  bridge:
    'M2 16h20M4 16V8M20 16V8M4 9c4 6 12 6 16 0M8 16v-3M12 16v-2.5M16 16v-3M2 20c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0',
  beach: 'M2 19c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 8 0M11 15 8 6M3 9c1-4 8-6 11-2-4 0-8 1-11 2Z',
  field:
    'M3 20h18M6 20c0-3 1-5 1-8M12 20c0-4 0-6 0-10M18 20c0-3-1-5-1-8M7 12l-2-2M7 12l2-2M12 10l-2-2M12 10l2-2M17 12l-2-2M17 12l2-2',
  'top-floor': 'M6 21V9h12v12M4 10l8-7 8 7M9 13h2M13 13h2M9 17h2M13 17h2',
  children:
    'M8 6.5a2 2 0 1 0 0-.1M5 21v-6l-1-3 4-2 4 2-1 3v6M17 11.5a1.6 1.6 0 1 0 0-.1M14.5 21v-4l-.6-2 3-1.4 3 1.4-.6 2v4',
  wheelchair: 'M10 5.5a1.5 1.5 0 1 0 0-.1M10 8v5h6l3 5M10 10h4M8 11a5 5 0 1 0 7 6',
  after: 'M3 21h18M6 21V9l4 3V6l4 4M14 10v11M18 21v-6l-2-2M4 5l2 1M20 5l-2 1M12 2v1',
  drop: 'M3 20h18M5 20v-9h14v9M9 20c0-3 2-4 4-4h3M8.5 15a1.5 1.5 0 1 0 0-.1',
  'up-now': 'M4 20h4v-4h4v-4h4V8h4M14 4h6v6',
  inside: 'M4 21V4h12v17M16 21h4M9 12h8M14 9l3 3-3 3',
  away: 'M3 12h13M12 7l5 5-5 5M20 4v16',
  walk: 'M13 4.5a1.5 1.5 0 1 0 0-.1M10 21l2-6-2-3 1-5 3 3 3 1M12 15l3 2 1 4M11 8 8 10v3',
  start:
    'M12 21c5-6 7-8.5 7-11.5A7 7 0 0 0 5 9.500C5 12.500 7 15 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5',
  share: 'M12 15V3M8 7l4-4 4 4M6 11H4v10h16V11h-2',
  settings: 'M4 7h10M18 7h2M16 5v4M4 17h2M10 17h10M8 15v4M4 12h4M12 12h8M10 10v4',
  bed: 'M3 18V7M3 14h18v4M21 14v-2a3 3 0 0 0-3-3h-8v5M6.500 11.500a1.500 1.500 0 1 0 0-.1',
  speak: 'M4 10v4h4l5 4V6L8 10zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  check: 'M4 12l5 5L20 6',
  world: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  phone: 'M7 2h10v20H7zM11 19h2',
};

/** A pictogram; words beside it say the same. */
export function pictogram(name: string, css = 'pictogram'): SVGElement {
  return svg(
    'svg',
    { class: css, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[name] ?? '' }),
  );
}

/** Directions of the sky, in degrees from north. */
const SKY = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];
/** Turns, as somebody who walks sees them. */
const TURNS: Record<string, string> = {
  straight: 'M12 21V4M6 10l6-6 6 6',
  left: 'M18 21v-7a4 4 0 0 0-4-4H4M10 4l-6 6 6 6',
  right: 'M6 21v-7a4 4 0 0 1 4-4h10M14 4l6 6-6 6',
  round: 'M7 21V9a5 5 0 0 1 10 0v11M12 15l5 5 5-5',
};

/** The arrow of a turn; none where a step has no direction. One of the sky stands in a compass. */
export function arrow(turn: string): SVGElement | null {
  const sky = SKY.indexOf(turn);
  const shape = sky < 0 ? TURNS[turn] : 'M12 17V8M8.5 11.500l3.500-3.500 3.500 3.500';
  if (turn === 'in' || turn === 'to-entrance') return pictogram('inside', 'arrow');
  if (!shape) return null;
  const compass = 'M12 1.500v2.500M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0Z';
  return svg(
    'svg',
    { class: `arrow ${sky < 0 ? '' : 'sky'}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    sky < 0 ? null : svg('path', { class: 'compass', d: compass }),
    svg('path', { d: shape, ...(sky > 0 ? { transform: `rotate(${sky * 45} 12 12)` } : {}) }),
  );
}
