// What plans and hazards are called, and what a plan comes to. Pure: from the answer of the server
// to sentences.
import type { InTime, Order, Plans, ShelterFacts } from './api';
import { lengthInWords, placeInWords, timeInWords } from './measure';
import { maybe, t } from './texts';

/** Where a plan is "go" and where "go at once" ends, as parts of the time that there is (rule 2). */
export const GO_PART = 0.7;
export const AT_ONCE_PART = 0.9;

/** `air raid + chemical`; without a hazard any. */
export function hazardName(hazard: string | null): string {
  if (!hazard) return t('page-hazard-any');
  return hazard
    .split('+')
    .map((one) => maybe(`hazard-${one}`) ?? one)
    .reduce((first, second) => t('hazard-and', { first, second }));
}

/** `older person, at night`. */
export function walkerName(walker: string): string {
  const night = walker.endsWith('-night');
  const name = maybe(`walker-${night ? walker.slice(0, -6) : walker}`) ?? walker;
  return night ? t('walker-night', { walker: name }) : name;
}

/** What a kind of shelter is called, as far as the texts know it. */
export function kindName(kind: string | null): string {
  if (!kind) return t('kind-unknown');
  return maybe(`kind-${kind.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`) ?? kind;
}

/** What to call a shelter: name, address, or kind and id, as an id alone says nothing. */
export function shelterTitle(facts: ShelterFacts, id: string): string {
  return facts.name ?? facts.address ?? (facts.kind ? `${kindName(facts.kind)} ${id}` : id);
}

/** What must be said of a shelter that no official list names. */
export function remarkOn(facts: ShelterFacts): string | null {
  if (facts.standing === 'official') return null;
  const remark = t(`remark-${facts.standing}`, { kind: kindName(facts.kind) });
  return t(facts.standing === 'candidate' ? 'plan-note-unfit' : 'plan-note', { remark });
}

/** A plan against the clock, short: for a label. */
export function shortAnswer(answer: InTime): string {
  const ids: Record<InTime, string> = {
    go: 'page-in-time',
    'go-at-once': 'page-go-at-once',
    'only-if-already-outside': 'page-only-if-outside',
    late: 'page-late',
  };
  return t(ids[answer]);
}

/** A plan against the clock, as the command says it. */
export function answerInWords(answer: InTime, total: number, left: number): string {
  switch (answer) {
    case 'go':
      // Rounded down: what is to spare must not be promised too large.
      return t('answer-go', { spare: timeInWords(Math.floor(Math.max(0, left - total) / 10) * 10) });
    case 'late':
      return total > left ? t('answer-late-by', { late: timeInWords(total - left) }) : t('answer-late');
    default:
      return t(`answer-${answer}`);
  }
}

/** What to do where nothing is in time; `null` where something is, or no time was asked about. */
export function lateInWords(answer: Plans): { lead: string | null; words: string } | null {
  if (!answer.budget || answer.any_in_time) return null;
  const lead =
    answer.plans.length > 0
      ? t('late-no-shelter', { left: timeInWords(answer.budget.time_ds), order: '' }).trim()
      : null;
  return { lead, words: answer.late ? orderInWords(answer.late) : t('late-no-hazard') };
}

function orderInWords(order: Order): string {
  return maybe(`late-${order.answer.danger}-${order.answer.do}`) ?? order.words;
}

/** What to do once inside, where being inside is not enough. */
export function arrivalInWords(answer: Plans): string | null {
  const getsInside = answer.plans.length > 0 || answer.plan_0.inside === 'known';
  if (!answer.on_arrival || !getsInside) return null;
  return t('late-on-arrival', { order: orderInWords(answer.on_arrival) });
}

/** How much time there is, where that comes from, and what of it is gone before the first step. */
export function clockInWords(answer: Plans): string | null {
  if (!answer.budget) return null;
  const from = maybe(`budget-${answer.budget.from}`) ?? answer.budget.from;
  const time = timeInWords(answer.budget.time_ds);
  const zone = answer.budget.zone?.name;
  const clock = zone ? t('clock-alert-zone', { time, from, zone }) : t('clock-alert', { time, from });
  // A start that cannot be reached: stairs that this walker does not manage.
  if (answer.start_ds !== null && answer.start_ds >= 0x7fff_ffff) return t('clock-stairs', { clock });
  if (answer.start_ds) return t('clock-start', { clock, start: timeInWords(answer.start_ds) });
  return t('clock-end', { clock });
}

/** Where somebody starts. */
export function startInWords(from: Plans['from']): string {
  const place = placeInWords(from);
  const street = from.street ?? t('start-unnamed');
  if (from.metres_to_street > 0)
    return t('start-off', { place, length: lengthInWords(from.metres_to_street), street });
  return from.street ? t('start-on', { place, street }) : place;
}

/** Plan 0, or nothing where there is nothing to say. */
export function zeroInWords(answer: Plans): string | null {
  const zero = answer.plan_0;
  if (zero.inside === 'none') return null;
  if (zero.inside === 'unknown') return answer.budget && zero.may_be_unstated ? t('zero-unknown') : null;
  const name = zero.name ?? zero.shelter;
  const what = name ? t('zero-shelter', { name }) : t('zero-building');
  if (!zero.answer || !answer.budget) return what;
  const judged = answerInWords(zero.answer, zero.total_ds ?? 0, answer.budget.time_ds);
  return t('answer-of', { what, answer: judged });
}

/** What must be said of plan 0: that no official list names it, and who may enter. */
export function zeroRemarks(answer: Plans): string[] {
  const { remark, access } = answer.plan_0;
  return [remark, accessRemark(access)].filter((words): words is string => words !== null);
}

/** That a door is not open to everybody. */
export function accessRemark(access: string | null): string | null {
  return access === 'private' || access === 'key' ? t(`access-${access}`) : null;
}

/** The facts of a shelter, one line each; unknown is said as unknown. */
export function factsInWords(facts: ShelterFacts): string[] {
  const listed = facts.good_for.map(hazardName);
  return [
    facts.address && facts.address !== facts.name ? facts.address : null,
    t(`status-${facts.status}`),
    facts.hours ? t('hours-known', { hours: facts.hours }) : t('hours-unknown'),
    t(`access-${facts.access}`),
    holds(facts),
    t(`wheelchair-${facts.wheelchair}`),
    maybe(`pets-${facts.pets}`),
    listed.length > 0 ? t('listed-known', { hazards: listed.join(', ') }) : t('listed-unknown'),
    facts.underground === 'yes' ? t('underground-yes') : null,
    facts.note || null,
  ].filter((line): line is string => line !== null);
}

function holds(facts: ShelterFacts): string {
  if (facts.capacity !== null) return t('capacity-known', { places: facts.capacity });
  if (facts.area_m2) return t('capacity-area', { area: facts.area_m2 });
  return t('capacity-unknown');
}

/** Who says that there is a shelter, and when it was said. */
export function sourceInWords(facts: ShelterFacts): string {
  if (!facts.source) return t('source-unknown');
  const { file, format, date } = facts.source;
  const source = date ? t('source-dated', { file, format, date }) : t('source-undated', { file, format });
  return facts.checked ? t('source-checked', { source, day: facts.checked }) : source;
}

/** A line for each plan, this building first. */
export function planLines(answer: Plans): string[] {
  const zero = zeroInWords(answer);
  const plans = answer.plans.map((plan) => {
    const title = shelterTitle(plan, plan.shelter);
    const words = t('plan-title', {
      letter: plan.plan,
      title,
      minutes: t('time-minutes', { minutes: plan.minutes }),
    });
    if (!plan.answer || !answer.budget) return words;
    return t('answer-of', {
      what: words,
      answer: answerInWords(plan.answer, plan.total_ds ?? 0, answer.budget.time_ds),
    });
  });
  return zero ? [zero, ...plans] : plans;
}

/** The plans in one breath, for those who listen. */
export function plansInOneBreath(answer: Plans): string {
  const late = lateInWords(answer);
  return [
    late?.lead,
    late?.words,
    ...planLines(answer),
    arrivalInWords(answer),
    answer.plans.length === 0 ? answer.none : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
