// Which hazard, who walks, and what else counts.
import { hazardName, walkerName } from '../answers';
import type { Question, RegionInfo } from '../api';
import { choice, el, field } from '../dom';
import { readSeconds } from '../measure';
import { t } from '../texts';

/** The walker that nobody is slower than on average: the default (rule 2). */
const CAREFUL_WALKER = 'older';

/** The question that the page opens with. */
export function firstQuestion(region: RegionInfo): Question {
  const walker = region.walkers.includes(CAREFUL_WALKER)
    ? CAREFUL_WALKER
    : (region.walkers[0] ?? CAREFUL_WALKER);
  return {
    hazard: region.hazards[0] ?? null,
    walker,
    floor: 0,
    delay_s: null,
    within_s: null,
    queue_s: null,
    inside: null,
    at: null,
  };
}

/** The hazards that can be chosen: those with a shelter first, then two at once, then "I cannot tell". */
export function hazardOptions(region: RegionInfo): [string, string][] {
  const pairs = ['earthquake+tsunami', 'air-raid+chemical'].filter((pair) =>
    pair.split('+').every((one) => region.hazards.includes(one)),
  );
  const all = [...region.hazards, ...pairs, 'untold'].map((one): [string, string] => [one, hazardName(one)]);
  return [...all, ['', t('page-hazard-any')]];
}

/** The form for a question; `set` is called with every part that changes. */
export function questionForm(
  region: RegionInfo,
  question: Question,
  set: (part: Partial<Question>) => void,
): HTMLElement {
  const hazard = choice(hazardOptions(region), question.hazard ?? '', (value) =>
    set({ hazard: value || null }),
  );
  const walkers = region.walkers.map((one): [string, string] => [one, walkerName(one)]);
  const walker = choice(walkers, question.walker, (value) => set({ walker: value }));
  hazard.dataset.field = 'hazard';
  walker.dataset.field = 'walker';
  return el(
    'form',
    { class: 'question', onsubmit: (event: Event) => event.preventDefault() },
    el('div', { class: 'pair' }, field(t('page-hazard'), hazard), field(t('page-walker'), walker)),
    el(
      'details',
      { class: 'more' },
      el('summary', {}, t('page-more-options')),
      el(
        'div',
        { class: 'pair' },
        floorField(question, set),
        secondsField('delay_s', 'page-delay', '30 s', question, set),
      ),
      el(
        'div',
        { class: 'pair' },
        secondsField('queue_s', 'page-queue', '0 s', question, set),
        secondsField('within_s', 'page-within', t('page-within-default'), question, set),
      ),
      el('div', { class: 'pair' }, insideField(question, set), hourField(question, set)),
    ),
  );
}

type Set = (part: Partial<Question>) => void;

function floorField(question: Question, set: Set): HTMLElement {
  const input = el('input', {
    type: 'number',
    min: -20,
    max: 120,
    step: 1,
    value: question.floor,
    inputmode: 'numeric',
    'data-field': 'floor',
  });
  input.addEventListener('change', () => {
    input.setAttribute('aria-invalid', String(!input.checkValidity()));
    if (input.checkValidity()) set({ floor: Math.trunc(Number(input.value)) || 0 });
  });
  return field(t('page-floor'), input, t('page-floor-help'));
}

function secondsField(
  name: 'delay_s' | 'queue_s' | 'within_s',
  label: string,
  empty: string,
  question: Question,
  set: Set,
): HTMLElement {
  const input = el('input', {
    type: 'text',
    value: question[name] === null ? '' : `${question[name]} s`,
    placeholder: empty,
    'data-field': name,
  });
  input.addEventListener('change', () => {
    const seconds = input.value.trim() === '' ? null : readSeconds(input.value);
    const isWrong = input.value.trim() !== '' && seconds === null;
    input.setAttribute('aria-invalid', String(isWrong));
    if (!isWrong) set({ [name]: seconds });
  });
  return field(t(label), input, t('page-time-help'));
}

/** Whether this building has a shelter of its own, for those who know better than the lists. */
function insideField(question: Question, set: Set): HTMLElement {
  const options = ['listed', 'known', 'unknown', 'none'].map((one): [string, string] => [
    one === 'listed' ? '' : one,
    t(`page-inside-${one}`),
  ]);
  const input = choice(options, question.inside ?? '', (value) =>
    set({ inside: (value || null) as Question['inside'] }),
  );
  input.dataset.field = 'inside';
  return field(t('page-inside'), input);
}

function hourField(question: Question, set: Set): HTMLElement {
  const input = el('input', { type: 'datetime-local', value: question.at ?? '', 'data-field': 'at' });
  input.addEventListener('change', () => set({ at: input.value || null }));
  return field(t('page-at'), input, t('page-at-now'));
}
