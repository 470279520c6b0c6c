// What goes on, and what waits for a signature: cards, the most urgent first. An empty board never
// says that there is no danger.
import { button, el } from '../dom';
import { maybe, t } from '../texts';
import { told } from './codes';
import type { Board, Item, Said, Setup } from './shapes';
import { clock, fourWords, list, reachInWords, span, textOf } from './words';

/** What a card can lead to. */
export interface Ways {
  open: (item: Item) => void;
  cancel: (item: Item) => void;
  clear: (item: Item) => void;
  update: (item: Item) => void;
  /** Raises an alert under an order signed ahead. */
  raise: (item: Item) => void;
  void: (item: Item) => void;
}

/** The sections of the board, in their order. */
const SECTIONS: [id: string, states: Item['state'][]][] = [
  ['awaiting', ['draft', 'pending']],
  ['in-force', ['in-force']],
  ['on-hold', ['on-hold']],
  ['unconfirmed', ['unconfirmed']],
  ['lapsed', ['lapsed']],
  ['armed', ['armed', 'armed-later']],
];

/** States that go on and are no ground of an alert. */
const NOT_ON_MAP = new Set(['lapsed', 'armed', 'armed-later']);

/** States that are told unfolded. */
const GOES_ON = new Set<string>(SECTIONS.flatMap(([, states]) => states));

/** Whether a message belongs onto the map of what goes on. */
export function isOnMap(item: Item): boolean {
  return GOES_ON.has(item.state) && !NOT_ON_MAP.has(item.state) && item.order === null;
}

/** The board. */
export function boardView(board: Board, setup: Setup, ways: Ways): HTMLElement {
  const all = board.items;
  const sections = SECTIONS.map(([id, states]) => {
    const items = all.filter((item) => states.includes(item.state));
    return items.length === 0 ? null : section(id, items, board, setup, ways);
  });
  const ended = all.filter((item) => !GOES_ON.has(item.state) && item.state !== 'refused');
  // An order signed ahead is no alert.
  const isNothing = !all.some((item) => GOES_ON.has(item.state) && item.order === null);
  return el(
    'div',
    { class: 'board' },
    isNothing
      ? el('p', { class: 'nothing' }, t('desk-nothing', { time: clock(board.now, board.now) }))
      : null,
    ...sections,
    refusedView(board, setup, ways),
    ended.length > 0
      ? el(
          'details',
          { class: 'ended' },
          el('summary', {}, `${t('desk-ended')} (${ended.length})`),
          el('div', { class: 'cards' }, ...ended.map((item) => card(item, board, setup, ways))),
        )
      : null,
    el(
      'p',
      { class: 'digest-line' },
      t('desk-active-digest', { words: fourWords(board.active) }),
      ' ',
      el('span', { class: 'help' }, t('desk-active-help')),
    ),
  );
}

function section(id: string, items: Item[], board: Board, setup: Setup, ways: Ways): HTMLElement {
  return el(
    'section',
    { class: `section ${id}`, 'aria-labelledby': `section-${id}` },
    el('h2', { id: `section-${id}` }, `${t(`desk-${id}`)} (${items.length})`),
    el('div', { class: 'cards' }, ...items.map((item) => card(item, board, setup, ways))),
  );
}

function refusedView(board: Board, setup: Setup, ways: Ways): HTMLElement | null {
  const items = board.items.filter((item) => item.state === 'refused');
  if (items.length + board.refused.length === 0) return null;
  const file = (name: string, code: string, words: string) => {
    const family = maybe(`desk-file-${code}`) === null ? 'refusal' : 'file';
    const said: Said = { family, code, words, detail: '', values: {} };
    return el('li', { 'data-code': code }, el('code', {}, name), ' ', ...saidView(said));
  };
  return el(
    'section',
    { class: 'section refused', 'aria-labelledby': 'section-refused' },
    el('h2', { id: 'section-refused' }, `${t('desk-refused')} (${items.length + board.refused.length})`),
    el('p', { class: 'help' }, t('desk-refused-help')),
    el('div', { class: 'cards' }, ...items.map((item) => card(item, board, setup, ways))),
    el('ul', {}, ...board.refused.map((one) => file(one.file, one.code, one.words))),
  );
}

/** How a world and a state look; the drill differs by stripes, not by colour alone. */
export function lookOf(item: Item): string {
  return `world-${item.world} state-${item.state}`;
}

/** The word of the drill, or of the laboratory, where it is one. */
export function worldBadge(item: { world: string }): HTMLElement | null {
  if (item.world === 'live') return null;
  return el(
    'span',
    { class: `world-badge ${item.world}` },
    item.world === 'drill' ? t('alert-drill-word') : 'LAB',
  );
}

/** One message. */
function card(item: Item, board: Board, setup: Setup, ways: Ways): HTMLElement {
  const text = textOf(item);
  const about = item.targets
    .map((name) => board.items.find((one) => one.name === name))
    .flatMap((one) => (one ? [titleOf(one)] : []));
  return el(
    'article',
    {
      class: `message ${lookOf(item)}`,
      'data-key': item.key,
      'data-name': item.name,
      'data-state': item.state,
      'data-kind': item.kind,
    },
    el(
      'p',
      { class: 'over' },
      worldBadge(item),
      // Where nothing can be read, its kind is all there is for a title.
      titleOf(item) === kindWords(item) ? null : el('span', { class: 'kind' }, kindWords(item)),
      stagePill(item),
    ),
    el('h3', text ? { lang: text.language } : {}, titleOf(item)),
    item.arming ? el('p', { class: 'armed-note' }, t('desk-armed-note')) : null,
    ...orderLines(item, setup),
    item.place ? el('p', { class: 'where' }, `${item.place} · ${reachInWords(item.reach)}`) : null,
    about.length > 0 ? el('p', { class: 'about' }, t('desk-about', { what: about.join('; ') })) : null,
    ...stateLines(item, board).map((words) => el('p', { class: 'clockline' }, words)),
    signatureLine(item),
    refusalLine(item),
    el('p', { class: 'words' }, fourWords(item.words)),
    actions(item, ways),
  );
}

/** The headline of a message; of an order who may raise what; else what it is. */
export function titleOf(item: Item): string {
  const { order } = item;
  if (order) return `${list(order.who)}: ${list(order.templates.map(templateInWords))}`;
  return textOf(item)?.headline || kindWords(item);
}

/** What a message does, in words. */
export function kindWords(item: Item): string {
  return maybe(`alert-kind-${item.kind}`) ?? maybe(`desk-kind-${item.kind}`) ?? t('desk-kind-other');
}

function stagePill(item: Item): HTMLElement | null {
  const isWarning = item.kind === 'alert' || item.kind === 'update';
  if (!item.stage || !isWarning) return null;
  return el('span', { class: `stage stage-${item.stage}` }, t(`alert-stage-${item.stage}`));
}

/** What the clock says about a message. */
export function stateLines(item: Item, board: Pick<Board, 'now' | 'items'>): string[] {
  const { now } = board;
  if (item.issued === null) return stateWords(item, board);
  const time = clock(item.issued, now);
  const ago = span(now - item.issued);
  const isDraft = item.state === 'draft' || item.state === 'pending';
  const issued =
    item.issued > now + 120
      ? t('desk-issued-ahead', { time })
      : t(isDraft ? 'desk-drafted' : 'desk-issued', { time, ago });
  return [issued, ...stateWords(item, board)];
}

function stateWords(item: Item, { now, items }: Pick<Board, 'now' | 'items'>): string[] {
  const until = item.until ?? item.expires;
  const values = until === null ? null : { time: clock(until, now), left: span(until - now) };
  const by = items.find((one) => one.name === item.by);
  const words = by ? fourWords(by.words) : (item.by?.slice(0, 8) ?? '');
  switch (item.state) {
    case 'in-force':
    case 'unconfirmed':
      return values ? [t('desk-until', values)] : [];
    case 'on-hold':
      return values ? [t('desk-hold-until', values)] : [];
    case 'lapsed':
      return values ? [t('desk-lapsed-since', { time: values.time })] : [];
    case 'superseded':
      return [t('desk-replaced-by', { words })];
    case 'cancelled':
    case 'cleared':
    case 'blocked':
      return [t('desk-final'), t('desk-ended-by', { words })];
    case 'cut-short':
      return [t('desk-drill-cut')];
    case 'armed':
      return [t('desk-armed-until', orderTimes(item, now))];
    case 'armed-later':
      return [t('desk-armed-from', { time: clock(item.order?.from ?? now, now) })];
    case 'void':
      return [t('desk-void-state')];
    default:
      return [];
  }
}

/** Who signed, and whether that is enough. */
export function signatureLine(item: Item): HTMLElement {
  const names = item.signers.map((signer) => signer.person);
  const isEnough = item.signers.length >= item.needed;
  const said = names.length === 0 ? null : t('desk-signed-by', { people: list(names) });
  return el(
    'p',
    { class: `signed ${isEnough ? 'enough' : 'short'}` },
    el('b', { class: 'verdict' }, verdictWords(item, isEnough)),
    ' ',
    said ? `${said} ` : null,
    t('desk-signed-of', { signed: names.length, needed: item.needed }),
    ...item.signers
      .filter((signer) => signer.keys > 1)
      .map((signer) =>
        el('span', { class: 'note' }, t('desk-two-keys', { person: signer.person, keys: signer.keys })),
      ),
    ...item.faults.map((fault) =>
      el(
        'span',
        { class: 'note', 'data-code': fault.code },
        t('desk-not-counted', { reason: told(fault).words }),
      ),
    ),
  );
}

function verdictWords(item: Item, isEnough: boolean): string {
  if (item.state === 'refused') return t('desk-refused');
  if (isEnough) return t('desk-verified');
  return t(item.signers.length === 0 ? 'desk-awaited-first' : 'desk-awaited');
}

/** Why it is not believed, by its code. */
export function refusalLine(item: Item): HTMLElement | null {
  if (!item.refusal || item.refusal.code === 'second-person-awaited') return null;
  return el('p', { class: 'problem refusal', 'data-code': item.refusal.code }, ...saidView(item.refusal));
}

/** A code with its sentence in the officer's language, and what only who builds understands behind it. */
export function saidView(said: Said): (Node | string)[] {
  const { words, isOurs } = told(said);
  return [
    el('span', isOurs ? {} : { lang: 'en' }, words),
    ' ',
    el('span', { class: 'code', lang: 'en', translate: 'no' }, said.code),
    ...(said.detail ? [' ', el('span', { class: 'detail', lang: 'en' }, said.detail)] : []),
  ];
}

function orderTimes(item: Item, now: number): { time: string; left: string } {
  const until = item.order?.until ?? now;
  return { time: clock(until, now), left: span(until - now) };
}

/** Where alerts may be raised under an order, and for how long each. */
function orderLines(item: Item, setup: Setup): HTMLElement[] {
  // Who and what are its title.
  return orderRows(item, setup)
    .slice(2)
    .map(([name, words]) =>
      el('p', { class: 'order-line' }, el('span', { class: 'name' }, `${name}: `), words),
    );
}

/** What an order signed ahead says, with names. */
export function orderRows({ order }: Item, setup: Setup): [string, string][] {
  if (!order) return [];
  const zones = new Map(setup.zones.features.map(({ properties }) => [properties.id, properties.name]));
  return [
    [t('desk-who'), list(order.who)],
    [t('desk-which'), list(order.templates.map(templateInWords))],
    [t('desk-place'), list(order.zones.map((id) => zones.get(id) ?? id))],
    [t('desk-longest'), span(order.life)],
  ];
}

/** A template as people choose it: the danger and the order. */
export function templateInWords(id: string): string {
  const [hazard = '', stage = ''] = id.split('.');
  const order = maybe(`alert-order-${hazard}-${stage}`);
  return order === null ? id : `${t(`hazard-${hazard}`)}: ${order}`;
}

function actions(item: Item, ways: Ways): HTMLElement {
  const of = (words: string, way: (item: Item) => void, kind: string, action: string) =>
    button(words, () => way(item), { class: kind, 'data-action': action });
  const signs = item.can.includes('sign');
  return el(
    'div',
    { class: 'actions' },
    of(t(signs ? 'desk-review' : 'desk-open'), ways.open, signs ? 'main' : 'quiet', 'open'),
    item.can.includes('raise') ? of(t('desk-raise'), ways.raise, 'main', 'raise') : null,
    item.can.includes('void') ? of(t('desk-void'), ways.void, 'quiet', 'void') : null,
    item.can.includes('cancel') ? of(t('desk-cancel'), ways.cancel, 'quiet', 'cancel') : null,
    item.can.includes('clear') ? of(t('desk-clear'), ways.clear, 'quiet', 'clear') : null,
    item.can.includes('update') ? of(t('desk-update'), ways.update, 'quiet', 'update') : null,
  );
}
