// Tables of numbers: of coverage, and of before and after.
import { hazardName, walkerName } from '../answers';
import type { CoverageCase, Tally } from '../api';
import { el } from '../dom';
import { timeInWords } from '../measure';
import { number, t } from '../texts';

/** A table with a caption; the first cell of every row is its head. */
export function table(
  caption: string,
  heads: (string | Node)[],
  rows: (string | Node)[][],
  css = '',
): HTMLElement {
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: css },
      el('caption', {}, caption),
      el(
        'thead',
        {},
        el('tr', {}, ...heads.map((head) => (head === '' ? el('td', {}) : el('th', { scope: 'col' }, head)))),
      ),
      el(
        'tbody',
        {},
        ...rows.map(([first, ...rest]) =>
          el('tr', {}, el('th', { scope: 'row' }, first), ...rest.map((cell) => el('td', {}, cell))),
        ),
      ),
    ),
  );
}

/** Share as a whole percentage, rounded down: nobody is counted in who is not. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  return number(Math.floor((part / whole) * 100) / 100, { style: 'percent' });
}

/** What a case is called. */
export function caseName(one: CoverageCase): string {
  const at = one.at ? `, ${one.at.replace('T', ' ')}` : '';
  return `${hazardName(one.hazard)}, ${walkerName(one.walker)}${at}`;
}

const FATES = ['late', 'no way', 'unknown', 'elsewhere'] as const;

function ofFate(tally: Tally, fate: (typeof FATES)[number]): number {
  const by = (name: string) => tally.by_fate[name] ?? 0;
  if (fate === 'no way') return by('out-of-reach');
  if (fate === 'elsewhere') return by('no-street') + by('forbidden');
  return by(fate);
}

/** The heads above `tallyCells`. */
export function tallyHeads(): string[] {
  const rest = ['outside', 'late', 'no-way', 'unknown', 'elsewhere'].map((one) => t(`coverage-${one}`));
  return [t('coverage-in-time'), t('page-in-time-share'), ...rest];
}

/** In time, share, outside, late, no way, unknown, elsewhere. */
export function tallyNumbers(tally: Tally): number[] {
  return [
    tally.in_time,
    tally.by_fate['only-if-already-outside'] ?? 0,
    ...FATES.map((fate) => ofFate(tally, fate)),
  ];
}

/** The numbers of a tally as cells. */
export function tallyCells(tally: Tally): string[] {
  const [inTime = 0, ...rest] = tallyNumbers(tally).map((value) => number(value));
  return [String(inTime), share(tally.in_time, tally.total), ...rest.map(String)];
}

/** The time that there is in a case. */
export function thereIs(one: CoverageCase): string {
  if (one.least_budget_ds === null) return t('coverage-no-limit');
  const [least, most] = [one.least_budget_ds, one.most_budget_ds ?? one.least_budget_ds].map(timeInWords);
  return least === most ? (least ?? '') : `${least} – ${most}`;
}

/** Before, after, and the difference with its sign. */
export function beforeAfter(before: Tally, after: Tally): HTMLElement {
  const signed = (value: number) => number(value, { signDisplay: 'exceptZero' });
  const [was, is] = [tallyNumbers(before), tallyNumbers(after)];
  const heads = tallyHeads().filter((_, index) => index !== 1);
  const rows = heads.map((head, index) => {
    const [old = 0, now = 0] = [was[index], is[index]];
    return [head, number(old), number(now), signed(now - old)];
  });
  return table(t('page-changed'), ['', t('page-before'), t('page-after'), t('page-change')], rows, 'numbers');
}
