// What the colours and signs of the map mean.
import { el, svg } from '../dom';
import { t } from '../texts';
import { type Look, looks, type Theme } from './colours';

/** The words for classes 0 to 12 of a doorstep: bands of three minutes, then what has no minutes. */
export function classWords(): string[] {
  const bands = Array.from({ length: 9 }, (_, band) => {
    if (band === 0) return t('page-band-first', { minutes: 3 });
    if (band === 8) return t('page-band-over', { minutes: 24 });
    return t('page-band', { from: band * 3, to: band * 3 + 3 });
  });
  return [...bands, t('page-no-way'), t('page-unknown'), t('page-forbidden'), t('page-own-building')];
}

/** The sign of a class. */
export function swatch(look: Look): SVGElement {
  const shapes = {
    disc: () => svg('circle', { cx: 8, cy: 8, r: 6, fill: look.colour, class: 'edge' }),
    ring: () => svg('circle', { cx: 8, cy: 8, r: 5, fill: 'none', stroke: look.colour, 'stroke-width': 2.4 }),
    cross: () =>
      svg('path', {
        d: 'M3.5 3.5l9 9m0-9l-9 9',
        stroke: look.colour,
        'stroke-width': 2.6,
        'stroke-linecap': 'round',
      }),
    square: () => svg('rect', { x: 3, y: 3, width: 10, height: 10, fill: look.colour, class: 'edge' }),
  };
  return svg('svg', { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, shapes[look.shape]());
}

function shelterSwatch(standing: string): SVGElement {
  const outline = {
    official: () => svg('rect', { x: 2, y: 2, width: 12, height: 12, rx: 3, class: 'official' }),
    mapped: () => svg('circle', { cx: 8, cy: 8, r: 6, class: 'mapped' }),
    candidate: () => svg('path', { d: 'M8 1.5 14.5 8 8 14.5 1.5 8z', class: 'candidate' }),
  }[standing];
  return svg(
    'svg',
    { class: 'swatch sign', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    outline?.() ?? null,
  );
}

/** The sign of a shelter with room or full, or of people without a place. */
export function signSwatch(kind: 'room' | 'full' | 'without'): SVGElement {
  return svg(
    'svg',
    { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('circle', { cx: 8, cy: 8, r: kind === 'without' ? 4 : 6.5, class: `people-${kind}` }),
  );
}

function findingSwatch(): SVGElement {
  return svg(
    'svg',
    { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: 'M8 2 15 14H1z', class: 'finding' }),
  );
}

function closedSwatch(): SVGElement {
  return svg(
    'svg',
    { class: 'swatch', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: 'M0 8h16', class: 'closed' }),
    svg('path', { d: 'M1 8h14', class: 'closed-bars' }),
  );
}

/** The legend, folded on small screens. */
export function legend(theme: Theme, isOpen: boolean): HTMLElement {
  const all = looks(theme);
  const words = classWords();
  const line = (sign: SVGElement, text: string) => el('li', {}, sign, text);
  return el(
    'details',
    { class: 'legend', open: isOpen },
    el('summary', {}, t('page-legend')),
    el('p', {}, t('page-legend-minutes')),
    el('ul', { class: 'bands' }, ...all.map((look, index) => line(swatch(look), words[index] ?? ''))),
    el(
      'ul',
      {},
      ...['official', 'mapped', 'candidate'].map((one) => line(shelterSwatch(one), t(`page-shelter-${one}`))),
      el('li', { class: 'planner-only' }, findingSwatch(), t('page-finding')),
      el('li', { class: 'planner-only' }, closedSwatch(), t('page-shelter-closed')),
    ),
  );
}
