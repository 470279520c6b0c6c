// The plans of one start: what to do where nothing is in time, plan 0, then A, B, C.
import {
  AT_ONCE_PART,
  accessRemark,
  answerInWords,
  arrivalInWords,
  clockInWords,
  factsInWords,
  GO_PART,
  hazardName,
  lateInWords,
  remarkOn,
  shelterTitle,
  shortAnswer,
  sourceInWords,
  startInWords,
  walkerName,
  zeroInWords,
  zeroRemarks,
} from '../answers';
import type { InTime, Plan, Plans, ShelterFacts } from '../api';
import { el, svg } from '../dom';
import { PLAN_LINES } from '../map/colours';
import { lengthInWords, timeInWords } from '../measure';
import { t } from '../texts';

/** The panel's content for an answer. */
export function plansView(answer: Plans): HTMLElement {
  const late = lateInWords(answer);
  const clock = clockInWords(answer);
  const arrival = arrivalInWords(answer);
  return el(
    'div',
    { class: 'plans' },
    // First of all: it must not have to be searched for.
    late ? lateView(late) : null,
    el('p', { class: 'case' }, `${hazardName(answer.hazard)} · ${walkerName(answer.walker)}`),
    el('p', { class: 'start' }, t('route-from', { start: startInWords(answer.from) })),
    clock ? el('p', { class: 'clock' }, clock) : null,
    answer.from.isolated ? el('p', { class: 'note' }, t('route-isolated')) : null,
    arrival ? el('p', { class: 'note arrival' }, arrival) : null,
    zeroView(answer),
    answer.plans.length > 0 && answer.from.nearer_to_edge_than_to_any_shelter
      ? el('p', { class: 'note' }, t('route-edge'))
      : null,
    answer.plans.length === 0 ? noneView(answer) : null,
    ...answer.plans.map((plan, index) => planView(plan, index, answer)),
    ...answer.warnings.map((words) => el('p', { class: 'note' }, words)),
  );
}

function lateView(late: { lead: string | null; words: string }): HTMLElement {
  return el(
    'section',
    { class: 'late', 'aria-label': t('page-what-to-do') },
    late.lead ? el('p', { class: 'late-lead' }, late.lead) : null,
    el('p', { class: 'late-words' }, late.words),
  );
}

function noneView(answer: Plans): HTMLElement {
  return el(
    'section',
    { class: 'card none' },
    el('h3', {}, t('page-no-plans')),
    el('p', {}, answer.none ?? t('none-on-foot')),
  );
}

function zeroView(answer: Plans): HTMLElement | null {
  const words = zeroInWords(answer);
  if (!words) return null;
  const judged = answer.plan_0.answer;
  return el(
    'section',
    { class: 'card zero' },
    el('span', { class: 'badge badge-zero', 'aria-hidden': 'true' }, '0'),
    el('h3', { class: 'only-read' }, t('page-plan-zero')),
    el('p', {}, words),
    judged ? pill(judged) : null,
    ...zeroRemarks(answer).map((remark) => el('p', { class: 'remark' }, remark)),
  );
}

/** A sign for each answer, so that none is told by colour alone. */
export const ANSWER_SIGNS: Record<InTime, string> = {
  go: '➜',
  'go-at-once': '»',
  'only-if-already-outside': '◑',
  late: '✕',
};

/** The answer as a label with a sign. */
export function pill(answer: InTime): HTMLElement {
  return el(
    'span',
    { class: `pill ${answer}` },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, ANSWER_SIGNS[answer]),
    ` ${shortAnswer(answer)}`,
  );
}

/** The line of a plan as the map draws it. */
function lineSample(index: number): SVGElement {
  const dash = PLAN_LINES[index]?.dash;
  const attributes = { class: `line line-${index}`, x1: 3, y1: 5, x2: 41, y2: 5 };
  return svg(
    'svg',
    { class: 'line-sample', viewBox: '0 0 44 10', 'aria-hidden': 'true' },
    svg('line', {
      ...attributes,
      ...(dash ? { 'stroke-dasharray': index === 1 ? '9 5.5' : dash.map((part) => part * 5).join(' ') } : {}),
    }),
  );
}

function planView(plan: Plan, index: number, answer: Plans): HTMLElement {
  const title = shelterTitle(plan, plan.shelter);
  const remarks = [remarkOn(plan), accessRemark(plan.access)];
  const length = plan.metres === null ? '' : lengthInWords(plan.metres);
  const heading = el(
    'h3',
    { id: `plan-${plan.plan}` },
    el('span', { class: `badge badge-${index}`, 'aria-hidden': 'true' }, plan.plan),
    el('span', { class: 'only-read' }, `${t('page-plan', { letter: plan.plan })}: `),
    el('span', { class: 'name' }, title),
  );
  return el(
    'article',
    {
      class: `card plan ${plan.answer ?? ''}`,
      'aria-labelledby': heading.id,
      'data-plan': plan.plan,
      'data-shelter': plan.shelter,
    },
    heading,
    el(
      'div',
      { class: 'figures' },
      el(
        'span',
        { class: 'minutes', 'data-minutes': plan.minutes },
        el('b', {}, String(plan.minutes)),
        ` ${t('page-minutes', { minutes: plan.minutes })}`,
      ),
      el('span', { class: 'length' }, length, lineSample(index)),
      plan.answer ? pill(plan.answer) : null,
    ),
    againstTheClock(plan, answer),
    ...remarks.map((remark) => (remark ? el('p', { class: 'remark' }, remark) : null)),
    wayView(plan, index === 0 && plan.answer !== 'late'),
    factsView(plan),
  );
}

/** How much of the time there is a plan needs, with the marks of "go" and "go at once". */
function againstTheClock(plan: Plan, answer: Plans): HTMLElement | null {
  if (!answer.budget || plan.total_ds === null || !plan.answer) return null;
  const left = answer.budget.time_ds;
  const words = t('answer-needed', {
    needed: timeInWords(plan.total_ds),
    left: timeInWords(left),
    answer: answerInWords(plan.answer, plan.total_ds, left),
  });
  // Of 300 units of width 240 are the time there is, so that what is late can be seen to be.
  const at = (part: number) => Math.min(300, part * 240);
  const tick = (part: number, css: string) =>
    svg('line', { class: css, x1: at(part), x2: at(part), y1: 0, y2: 14 });
  return el(
    'div',
    { class: 'against' },
    svg(
      'svg',
      {
        class: `bar ${plan.answer}`,
        viewBox: '0 0 300 14',
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      },
      svg('rect', { class: 'all', x: 0, y: 4, width: 240, height: 6 }),
      svg('rect', { class: 'needed', x: 0, y: 4, width: at(plan.total_ds / left), height: 6 }),
      tick(GO_PART, 'tick'),
      tick(AT_ONCE_PART, 'tick'),
      tick(1, 'end'),
    ),
    el('p', { class: 'needs' }, words),
  );
}

function wayView(plan: Plan, isOpen: boolean): HTMLElement {
  return el(
    'details',
    { class: 'way', open: isOpen },
    el('summary', {}, t('page-the-way')),
    el('ol', { class: 'steps' }, ...plan.way.map((step) => el('li', {}, step))),
  );
}

/** What is known of a shelter, unknown shown as unknown. */
export function factsView(facts: ShelterFacts, isOpen = false): HTMLElement {
  return el(
    'details',
    { class: 'facts', open: isOpen },
    el('summary', {}, t('page-facts')),
    el('ul', {}, ...factsInWords(facts).map((line) => el('li', {}, line))),
    el('p', { class: 'source' }, t('plan-source', { source: sourceInWords(facts) })),
  );
}
