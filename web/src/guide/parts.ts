// Parts that several screens are made of.
import {
  accessRemark,
  answerInWords,
  lateInWords,
  remarkOn,
  shelterTitle,
  zeroInWords,
  zeroRemarks,
} from '../answers';
import type { Plan } from '../api';
import { button, el } from '../dom';
import { lengthInWords, timeInWords } from '../measure';
import { ANSWER_SIGNS, pill } from '../plans/panel';
import { t } from '../texts';
import type { App } from './app';
import { arrow, pictogram } from './pictograms';
import { day, easy, OLD_PACK, signsOf, unixNow } from './words';

/** A heading that takes the focus when a screen is opened. */
export function heading(words: string): HTMLElement {
  return el('h1', { tabindex: -1 }, words);
}

/** A large button with a pictogram. */
export function big(sign: string, words: string, press: () => void, css = ''): HTMLElement {
  return el(
    'button',
    { type: 'button', class: `big ${css}`, 'data-key': `${sign}-${css}`, onclick: press },
    pictogram(sign),
    el('span', {}, words),
  );
}

/** A button in a row of others. */
export function small(sign: string, words: string, press: () => void, css = 'quiet'): HTMLElement {
  return el(
    'button',
    { type: 'button', class: `small ${css}`, 'data-key': `${sign}-${css}-${words}`, onclick: press },
    pictogram(sign),
    el('span', {}, words),
  );
}

/** What to do in simple words, with its pictograms, where a late answer is shown. */
export function easyOrder(app: App): HTMLElement | null {
  const what = app.planned?.route.late?.answer.do;
  if (!what) return null;
  const words = easy(what);
  const signs = signsOf(what);
  if (!app.guide.settings.isEasy && signs.length === 0) return null;
  return el(
    'div',
    { class: 'easy' },
    el('span', { class: 'signs' }, ...signs.map((sign) => pictogram(sign))),
    app.guide.settings.isEasy && words ? el('p', {}, words) : null,
  );
}

/** A number to be read from afar: its units stand small beside it. */
export function figure(words: string): HTMLElement {
  const parts = words.split(/(\d+(?:[.,]\d+)?)/).filter(Boolean);
  return el('b', {}, ...parts.map((part) => (/\d/.test(part) ? part : el('small', {}, part))));
}

/** The answer in one block: minutes needed and left, which shelter, the next turn; `action`: what is pressed. */
export function answerBlock(app: App, action: HTMLElement | null = null): HTMLElement {
  const { planned, guide } = app;
  if (!guide.city) return cityBlock(app);
  if (!guide.origin()) return startBlock(app);
  if (app.refusal)
    return el('section', { class: 'block' }, el('p', { class: 'problem' }, app.refusal), changeStart(app));
  if (!planned)
    return el('section', { class: 'block', 'aria-busy': 'true' }, el('p', {}, t('guide-working')));
  const { route, first } = planned;
  const zero = zeroInWords(route);
  const letter = 'plan' in first ? first.plan : null;
  const plan =
    route.plans.find((one) => one.plan === letter) ??
    (first.kind === 'here' ? null : (route.plans[0] ?? null));
  const isRunning = guide.ruling().what !== 'none';
  return el(
    'section',
    { class: `block ${'answer' in first ? (first.answer ?? '') : first.kind}`, 'data-first': first.kind },
    // Plan 0 comes first, always.
    zero
      ? el(
          'div',
          { class: 'line-zero' },
          el('span', { class: 'badge badge-zero', 'aria-hidden': 'true' }, '0'),
          el(
            'div',
            {},
            el('p', {}, zero),
            ...zeroRemarks(route).map((remark) => el('p', { class: 'remark' }, remark)),
          ),
        )
      : null,
    plan ? planBlock(app, plan, first.kind, isRunning) : null,
    route.plans.length === 0 && route.plan_0.inside !== 'known'
      ? el('p', {}, route.none ?? t('none-on-foot'))
      : null,
    action,
    startLine(app),
  );
}

function planBlock(app: App, plan: Plan, kind: string, isRunning: boolean): HTMLElement {
  const needed = plan.total_ds ?? plan.time_ds;
  const left = app.planned?.route.budget?.time_ds ?? null;
  const isLate = kind === 'late' || plan.answer === 'late';
  const remarks = [
    remarkOn(plan),
    accessRemark(plan.access),
    app.guide.profile.hasPets && plan.pets === 'no' ? t('guide-pets-no') : null,
    app.guide.profile.hasPets && plan.pets !== 'no' && plan.pets !== 'yes' ? t('guide-pets-unknown') : null,
  ];
  return el(
    'div',
    { class: 'block-plan', 'data-plan': plan.plan, 'data-shelter': plan.shelter },
    kind === 'only-if-outside' ? el('p', { class: 'lead' }, t('guide-only-outside')) : null,
    isLate ? el('p', { class: 'lead' }, t('guide-nearest-late')) : null,
    el(
      'h2',
      {},
      el('span', { class: 'badge badge-0', 'aria-hidden': 'true' }, plan.plan),
      el('span', { class: 'only-read' }, `${t('page-plan', { letter: plan.plan })}: `),
      shelterTitle(plan, plan.shelter),
    ),
    el(
      'p',
      { class: 'figures-line' },
      el('span', { class: 'figure' }, figure(timeInWords(needed)), el('span', {}, t('guide-needed'))),
      isRunning
        ? el(
            'span',
            { class: 'figure left' },
            el('b', { 'data-left': '', role: 'timer' }),
            el('span', {}, t('guide-left')),
          )
        : left === null
          ? null
          : el('span', { class: 'figure' }, figure(timeInWords(left)), el('span', {}, t('guide-there-is'))),
      plan.metres === null
        ? null
        : el(
            'span',
            { class: 'figure' },
            figure(lengthInWords(plan.metres)),
            el('span', {}, t('guide-length')),
          ),
    ),
    plan.answer
      ? el(
          'p',
          { class: `judged ${plan.answer}` },
          left === null
            ? pill(plan.answer)
            : el('span', { class: 'sign', 'aria-hidden': 'true' }, ANSWER_SIGNS[plan.answer]),
          left === null ? null : el('span', {}, answerInWords(plan.answer, needed, left)),
        )
      : null,
    ...remarks.map((remark) => (remark ? el('p', { class: 'remark' }, remark) : null)),
    isLate ? null : nextTurn(app, plan),
  );
}

/** The next turn: its words, and its arrow beside them where the engine says it. */
function nextTurn(app: App, plan: Plan): HTMLElement | null {
  const [words] = plan.way;
  if (!words) return null;
  const turn = app.planned?.steps?.[plan.plan]?.[0]?.turn;
  return el(
    'p',
    { class: 'next' },
    el('span', {}, el('b', {}, t('guide-next')), ' ', words),
    turn ? arrow(turn) : null,
  );
}

function cityBlock(app: App): HTMLElement {
  const { guide } = app;
  if (guide.loaded !== null || guide.fault === null) {
    const percent = Math.floor((guide.loaded ?? 0) * 100);
    return el(
      'section',
      { class: 'block', 'aria-busy': 'true' },
      el('p', {}, t('guide-loading', { percent })),
      el('progress', { max: 100, value: percent, 'aria-label': t('guide-loading', { percent }) }),
    );
  }
  return el(
    'section',
    { class: 'block' },
    el('p', { class: 'problem' }, t('guide-no-city')),
    button(t('guide-load-again'), () => void guide.fetchCity(), { class: 'main' }),
    button(t('guide-open-file'), () => app.go('settings'), { class: 'quiet' }),
  );
}

function startBlock(app: App): HTMLElement {
  return el(
    'section',
    { class: 'block' },
    app.isElsewhere ? el('p', { class: 'problem' }, t('page-error-outside')) : null,
    el('p', { class: 'lead' }, t('guide-where')),
    big('start', t('guide-choose-start'), () => app.go('start'), 'main'),
    el('p', { class: 'help' }, t('guide-places-stay')),
  );
}

function changeStart(app: App): HTMLElement {
  return small('start', t('guide-change-start'), () => app.go('start'));
}

/** From where, in words: so that a wrong start is seen. */
export function startLine(app: App): HTMLElement | null {
  const origin = app.guide.origin();
  if (!origin) return null;
  const words = origin.words || t('guide-at-position');
  return el(
    'div',
    { class: 'from-line' },
    el('p', {}, t('guide-from', { start: words })),
    origin.isConfirmed
      ? null
      : el(
          'button',
          { type: 'button', class: 'quiet', 'data-key': 'confirm', onclick: () => app.guide.confirmStart() },
          t('guide-yes-here'),
        ),
    el(
      'button',
      { type: 'button', class: 'link', 'data-key': 'change', onclick: () => app.go('start') },
      t('guide-change-start'),
    ),
  );
}

/** How old the streets and shelters are; old ones say so on every plan (rule 16). */
export function ageLine(app: App): HTMLElement | null {
  const { built, city } = app.guide;
  if (!city) return null;
  if (built === null) return el('p', { class: 'note' }, t('guide-data-undated'));
  const date = day(built);
  return unixNow() - built > OLD_PACK
    ? el('p', { class: 'note' }, t('guide-data-old', { date }))
    : el('p', { class: 'age' }, t('guide-data-of', { date }));
}

/** The late answer, where there is one, as the first words of a screen. */
export function lateWords(app: App): string | null {
  const { planned } = app;
  if (!planned) return null;
  if (planned.first.kind !== 'late' && planned.first.kind !== 'only-if-outside') return null;
  const late = lateInWords({ ...planned.route, any_in_time: false });
  return late?.words ?? null;
}
