// What is signed, as it stands in the bytes, and the place to sign it.
import { announce, button, el, field } from '../dom';
import { LANGUAGES, t } from '../texts';
import {
  kindWords,
  lookOf,
  orderRows,
  refusalLine,
  saidView,
  signatureLine,
  stateLines,
  titleOf,
  worldBadge,
} from './board';
import type { Board, Form, Item, Review, Setup } from './shapes';
import { clock, fourWords, people, reachInWords, readNumber, span, spillInWords } from './words';

/** What a review can lead to. */
export interface Steps {
  sign: (passphrase: string, people: number | null) => Promise<void>;
  discard: () => Promise<void>;
  back: () => void;
}

/** The whole review. */
export function reviewView(review: Review, board: Board, setup: Setup, steps: Steps): HTMLElement {
  const { item } = review;
  return el(
    'div',
    {
      class: `review ${lookOf(item)}`,
      'data-key': item.key,
      'data-name': item.name,
      'data-state': item.state,
    },
    button(t('desk-back'), steps.back, { class: 'link', 'data-action': 'back' }),
    el('p', { class: 'over' }, worldBadge(item), el('span', { class: 'kind' }, kindWords(item))),
    el('h2', { class: 'verb', tabindex: -1, id: 'review-title' }, titleOf(item)),
    el('p', { class: 'help' }, t('desk-review-help')),
    item.arming ? el('p', { class: 'armed-note' }, t('desk-armed-note')) : null,
    facts(item, board, setup),
    el(
      'div',
      { class: 'four' },
      el('h3', {}, t('desk-four-words')),
      el('p', { class: 'big-words', translate: 'no' }, fourWords(item.words)),
      el('p', { class: 'help' }, t('desk-four-words-help')),
    ),
    texts(review),
    signForm(item, setup, steps),
    el('p', { class: 'help whole-digest' }, `${t('desk-digest')}: `, el('code', {}, item.name)),
  );
}

function facts(item: Item, board: Board, setup: Setup): HTMLElement {
  const { now } = board;
  const message: [string, (Node | string)[]][] = [
    [t('desk-danger'), [item.hazard ? t(`hazard-${item.hazard}`) : '?']],
    [t('desk-how-near'), [item.stage ? t(`alert-stage-${item.stage}`) : '?']],
    [t('desk-place'), [item.place || '?']],
    [t('desk-concerned'), concerned(item)],
    [t('desk-sender'), senderRows(item)],
    ...underOrder(item, board),
  ];
  const isMessage = item.cap !== null;
  const rows: [string, (Node | string)[]][] = [
    [t('desk-kind'), [kindWords(item)]],
    ...(isMessage ? message : []),
    ...orderRows(item, setup).map(([name, words]): [string, string[]] => [name, [words]]),
    ...aboutOrders(item, board),
    [t('desk-time'), [timeWords(item, now)]],
    [t('desk-state'), stateLines(item, board).map((words) => el('div', {}, words))],
    [t('desk-signatures'), [signatureLine(item)]],
  ];
  const list = el('dl', { class: 'facts-of' });
  for (const [name, value] of rows) list.append(el('dt', {}, name), el('dd', {}, ...value));
  const notes = item.notes.map((note) =>
    el(
      'p',
      { class: note.family === 'fault' ? 'problem' : 'note', 'data-code': note.code },
      ...saidView(note),
    ),
  );
  return el('div', {}, list, refusalLine(item), ...notes);
}

function concerned(item: Item): Node[] {
  const spill = spillInWords(item.reach);
  return [
    el('div', { class: 'reach' }, reachInWords(item.reach)),
    ...(spill ? [el('div', { class: 'spill' }, spill)] : []),
  ];
}

/** Who sends it, as receivers read it: nobody signs an address unseen. */
function senderRows({ sender }: Item): Node[] {
  const words = [sender?.name, sender?.id, sender?.web, sender?.contact];
  return words.flatMap((one) => (one ? [el('div', { translate: 'no' }, one)] : []));
}

function underOrder(item: Item, board: Board): [string, string[]][] {
  if (!item.arming) return [];
  const order = board.items.find((one) => one.key === item.arming);
  return [[t('desk-under-order'), [order ? fourWords(order.words) : item.arming]]];
}

/** The orders that are called back. */
function aboutOrders(item: Item, board: Board): [string, string[]][] {
  if (item.cap !== null) return [];
  return item.targets.map((name) => {
    const order = board.items.find((one) => one.name === name);
    return [t('desk-kind-arming'), [order ? fourWords(order.words) : name]];
  });
}

function timeWords(item: Item, now: number): string {
  if (item.issued === null) return '?';
  const from = clock(item.order?.from ?? item.issued, now);
  const { order } = item;
  if (order) {
    const length = span(order.until - order.from);
    return t('desk-time-span', { from, to: clock(order.until, now), length });
  }
  const first =
    item.expires === null
      ? t('desk-issued-only', { time: from })
      : t('desk-time-span', { from, to: clock(item.expires, now), length: span(item.expires - item.issued) });
  return item.impact_at === null
    ? first
    : `${first}; ${t('desk-arrives', { time: clock(item.impact_at, now) })}`;
}

/** The texts of every language; what is drawn from the bytes first, the lengths behind. */
function texts({ item, forms }: Review): HTMLElement {
  const block = item.texts.map((text) =>
    el(
      'article',
      { class: 'text', lang: text.language, 'data-language': text.language },
      el('h4', { lang: '' }, languageName(text.language)),
      el('p', { class: 'headline' }, text.headline),
      el('p', {}, text.description),
      el('p', { class: 'instruction' }, text.instruction),
    ),
  );
  if (block.length === 0) return el('div', {});
  return el(
    'section',
    { class: 'texts' },
    el('h3', {}, t('desk-texts')),
    ...block,
    forms.length > 0 ? el('details', {}, el('summary', {}, t('desk-form-all')), formsView(forms)) : null,
  );
}

/** The forms of the channels with their lengths, by language. */
export function formsView(forms: { language: string; forms: Form[] }[], only?: Form['form'][]): HTMLElement {
  const row = (form: Form) =>
    el(
      'div',
      { class: 'form-of', 'data-form': form.form },
      el(
        'p',
        { class: 'form-head', lang: '' },
        el('b', {}, t(`desk-form-${form.form}`)),
        form.most === null
          ? null
          : el(
              'span',
              { class: 'help' },
              t('desk-length', { used: form.used, most: form.most, alphabet: form.alphabet ?? '' }),
            ),
      ),
      el('p', {}, form.text),
    );
  return el(
    'div',
    { class: 'forms' },
    ...forms.map((one) =>
      el(
        'article',
        { class: 'text', lang: one.language },
        el('h4', { lang: '' }, languageName(one.language)),
        ...one.forms.filter(({ form }) => !only || only.includes(form)).map(row),
      ),
    ),
  );
}

/** A language as its speakers call it. */
export function languageName(tag: string): string {
  return (LANGUAGES as Record<string, string>)[tag.split('-')[0] ?? ''] ?? tag;
}

function signForm(item: Item, setup: Setup, steps: Steps): HTMLElement {
  if (!item.can.includes('sign')) {
    const why = item.mine ? t('desk-already') : setup.person === null ? t('desk-key-unknown') : null;
    return el(
      'div',
      { class: 'sign' },
      why ? el('p', { class: 'note' }, why) : null,
      discardButton(item, steps),
    );
  }
  // Where nobody has counted there is no number to type.
  const count = item.reach?.people ?? 0;
  const warns = item.kind === 'alert' || item.kind === 'update';
  const retypes = item.world === 'live' && warns && count >= setup.retype_from;
  const typed = retypes
    ? el('input', {
        type: 'text',
        inputmode: 'numeric',
        autocomplete: 'off',
        required: true,
        'data-field': 'people',
      })
    : null;
  const passphrase = el('input', {
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'data-field': 'passphrase',
  });
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const submit = el(
    'button',
    { type: 'submit', class: 'main sign-button', 'data-action': 'sign' },
    t('desk-sign-as', { what: titleOf(item) }),
  );
  const complain = (words: string, input: HTMLInputElement) => {
    problem.textContent = words;
    problem.hidden = false;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  };
  const send = async () => {
    problem.hidden = true;
    for (const input of [typed, passphrase]) input?.removeAttribute('aria-invalid');
    const number = typed ? readNumber(typed.value) : null;
    if (typed && number !== count) return complain(t('desk-retype-wrong'), typed);
    if (passphrase.value === '') return complain(t('desk-passphrase'), passphrase);
    const words = passphrase.value;
    passphrase.value = '';
    submit.disabled = true;
    submit.textContent = t('desk-signing');
    announce(t('desk-signing'));
    try {
      await steps.sign(words, number);
    } catch (error) {
      submit.disabled = false;
      submit.textContent = t('desk-sign-as', { what: titleOf(item) });
      complain(error instanceof Error ? error.message : String(error), passphrase);
    }
  };
  return el(
    'form',
    {
      class: 'sign',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void send();
      },
    },
    item.world === 'drill' ? el('p', { class: 'drill-note' }, t('desk-drill-note')) : null,
    item.kind === 'clear' ? el('p', {}, t('desk-clear-help')) : null,
    typed ? field(t('desk-retype'), typed, t('desk-retype-help', { people: people(count) })) : null,
    field(t('desk-passphrase'), passphrase, t('desk-passphrase-help')),
    problem,
    submit,
    discardButton(item, steps),
  );
}

function discardButton(item: Item, steps: Steps): HTMLElement | null {
  if (!item.can.includes('discard')) return null;
  return button(t('desk-discard'), () => void steps.discard(), { class: 'quiet', 'data-action': 'discard' });
}
