// A plan handed on without a server: as text, as a link whose place stays behind the #, as a code.
import { planLines } from '../../answers';
import { button, el, svg } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { heading } from '../parts';
import { qrCode } from '../qr';
import { day } from '../words';

/** The screen. */
export function shareView(app: App): HTMLElement {
  const origin = app.guide.origin();
  if (!origin || !app.planned) return el('div', {}, heading(t('guide-share')), el('p', {}, t('guide-where')));
  // About ten metres: enough for an entrance.
  const at = `${origin.lat.toFixed(4)},${origin.lon.toFixed(4)}`;
  const link = new URL(`guide.html#at=${at}`, document.baseURI).href;
  const { built } = app.guide;
  const text = [
    t('guide-from', { start: origin.words || at }),
    // Not the engine's lines: B and C are those of this doorstep here.
    ...planLines(app.planned.route),
    built ? t('guide-data-of', { date: day(built) }) : t('guide-data-undated'),
  ].join('\n');
  const told = el('p', { class: 'help', role: 'status' });
  const copy = (words: string) =>
    void navigator.clipboard
      .writeText(words)
      .then(() => told.replaceChildren(t('guide-copied')))
      .catch(() => told.replaceChildren(t('guide-copy-failed')));
  return el(
    'div',
    { class: 'share' },
    heading(t('guide-share')),
    el('p', { class: 'note' }, t('guide-share-says')),
    el('pre', { class: 'shared-text', tabindex: 0 }, text),
    el(
      'div',
      { class: 'doing' },
      'share' in navigator
        ? button(
            t('guide-share-text'),
            () => void navigator.share({ text: `${text}\n${link}` }).catch(() => {}),
            { class: 'main' },
          )
        : null,
      button(t('guide-copy-text'), () => copy(text), { class: 'quiet' }),
      button(t('guide-copy-link'), () => copy(link), { class: 'quiet' }),
    ),
    told,
    codeView(link),
  );
}

function codeView(link: string): HTMLElement | null {
  const rows = qrCode(link);
  if (!rows) return null;
  const size = rows.length + 8;
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : [])))
    .join('');
  return el(
    'figure',
    { class: 'code' },
    svg(
      'svg',
      {
        viewBox: `0 0 ${size} ${size}`,
        role: 'img',
        'aria-label': t('guide-code'),
        'shape-rendering': 'crispEdges',
        'data-link': link,
      },
      svg('rect', { width: size, height: size, fill: '#fff' }),
      svg('path', { d: path, fill: '#000' }),
    ),
    el('figcaption', {}, t('guide-code')),
  );
}
