// The way, a turn at a time: as words, an arrow, a voice. For the real thing and to try it once.
import { shelterTitle } from '../../answers';
import { announce, button, el } from '../../dom';
import { lengthInWords, timeInWords } from '../../measure';
import { t } from '../../texts';
import type { App } from '../app';
import { type Whereabouts, whereabouts } from '../follow';
import type { Walk } from '../model';
import { ageLine, figure, heading, small } from '../parts';
import { arrow } from '../pictograms';
import type { Fix, Step, Switch } from '../shapes';
import { canSpeak, pulse, say } from '../voice';
import { unixNow } from '../words';

let following: number | null = null;
/** Where on the way the last position is. */
let where: Whereabouts | null = null;
let advice: { words: string; switched: Switch } | null = null;
let learned: string | null = null;

/** The screen. */
export function walkView(app: App): HTMLElement {
  const { walk } = app.guide;
  if (!walk) return doneView(app);
  const plan = walk.planned.route.plans.find((one) => one.plan === walk.plan);
  const steps = plan?.way ?? [];
  const step = Math.min(walk.step, Math.max(0, steps.length - 1));
  const turn = walk.planned.steps?.[walk.plan]?.[step]?.turn ?? null;
  const isReal = !walk.isDrill;
  const ahead = following !== null && where?.step === step ? where : null;
  return el(
    'div',
    { class: `walk ${walk.isDrill ? 'drill' : ''}` },
    el(
      'div',
      { class: 'column' },
      walk.isDrill ? el('p', { class: 'band' }, t('guide-drill-band')) : null,
      el(
        'p',
        { class: 'kicker' },
        t('guide-to', { name: plan ? shelterTitle(plan, plan.shelter) : walk.shelter }),
      ),
      el(
        'div',
        { class: 'turn' },
        el(
          'div',
          {},
          el(
            'p',
            { class: 'help' },
            t('guide-step', { step: step + 1, steps: steps.length }),
            ahead && ahead.metres > 0
              ? el('b', {}, ` · ${t('guide-in-length', { length: lengthInWords(ahead.metres) })}`)
              : null,
          ),
          heading(steps[step] ?? t('guide-arrived')),
        ),
        turn ? arrow(turn) : null,
        steps[step + 1]
          ? el('p', { class: 'then-turn' }, t('guide-then', { words: steps[step + 1] ?? '' }))
          : null,
      ),
      where?.off && following !== null
        ? el('p', { class: 'note' }, t('guide-off-way', { length: lengthInWords(where.off) }))
        : null,
      advice ? adviceView(app) : null,
      el(
        'div',
        { class: 'doing' },
        step < steps.length - 1
          ? button(t('guide-next-step'), () => toStep(app, step + 1, steps), {
              class: 'main wide',
              'data-key': 'next',
            })
          : button(t('guide-inside'), () => arrive(app), { class: 'main wide', 'data-key': 'inside' }),
        step > 0
          ? button(t('guide-step-back'), () => toStep(app, step - 1, steps), {
              class: 'quiet',
              'data-key': 'prev',
            })
          : null,
        canSpeak() ? small('speak', t('guide-speak'), () => say([steps[step] ?? ''])) : null,
        following === null ? small('start', t('guide-follow'), () => follow(app)) : null,
      ),
      el(
        'p',
        { class: 'figures-line' },
        el(
          'span',
          { class: 'figure' },
          el('b', { 'data-walked': '', role: 'timer' }),
          el('span', {}, t('guide-walked')),
        ),
        el(
          'span',
          { class: 'figure' },
          figure(timeInWords(walk.time_ds)),
          el('span', {}, t('guide-planned')),
        ),
        isReal
          ? el(
              'span',
              { class: 'figure left' },
              el('b', { 'data-left': '', role: 'timer' }),
              el('span', {}, t('guide-left')),
            )
          : null,
      ),
      el(
        'details',
        { class: 'more' },
        el('summary', { 'data-key': 'steps' }, t('page-the-way')),
        el(
          'ol',
          { class: 'steps' },
          ...steps.map((words, index) => el('li', { 'aria-current': index === step ? 'step' : null }, words)),
        ),
      ),
      el(
        'div',
        { class: 'doing' },
        small('untold', t('guide-door-closed'), () => void closed(app)),
        button(t('guide-end-walk'), () => leave(app), { class: 'link', 'data-key': 'end-walk' }),
      ),
      ageLine(app),
    ),
    el('div', { class: 'map-slot', 'data-slot': 'ways' }),
  );
}

function toStep(app: App, step: number, steps: string[], before = ''): void {
  app.guide.stepTo(step);
  pulse('turn');
  const words = [before, steps[step] ?? ''].filter(Boolean).join(': ');
  announce(words);
  say([words]);
}

function stopFollowing(): void {
  if (following !== null) navigator.geolocation.clearWatch(following);
  following = null;
  where = null;
}

function leave(app: App): void {
  stopFollowing();
  advice = null;
  app.guide.endWalk();
  app.go('now');
}

/** Follows the device's position: asked for with this touch, kept for as long as the walk. */
function follow(app: App): void {
  if (!('geolocation' in navigator)) {
    announce(t('guide-locate-failed'));
    return;
  }
  following = navigator.geolocation.watchPosition(
    ({ coords }) => {
      const fix = {
        lat: coords.latitude,
        lon: coords.longitude,
        accuracy_m: Math.ceil(coords.accuracy),
        made: unixNow(),
      };
      app.guide.setFix(fix);
      followTo(app, fix);
      void reconsider(app);
    },
    ({ code, PERMISSION_DENIED }) => {
      // Under a bridge there is none for a while: it is waited for, the steps stand as they were.
      where = null;
      if (code !== PERMISSION_DENIED) return;
      stopFollowing();
      announce(t('guide-locate-failed'));
      app.drawScreen();
    },
    { enableHighAccuracy: true, maximumAge: 5000 },
  );
  app.drawScreen();
}

/** Turns to the step that comes next from here. Off the way the last one stands, and that is said. */
function followTo(app: App, at: Fix): void {
  const { walk } = app.guide;
  const way = walk ? stepsOf(walk) : null;
  where = way ? whereabouts(way.line, way.steps, at) : null;
  if (!walk || !where || where.off !== null || where.step === walk.step) return;
  const length = lengthInWords(where.metres);
  toStep(app, where.step, way?.words ?? [], where.metres > 0 ? t('guide-in-length', { length }) : '');
}

/** The line and the steps of the plan that is walked. */
function stepsOf({ planned, plan }: Walk): { line: number[][]; steps: Step[]; words: string[] } {
  const line = planned.route.lines?.features.find((one) => one.properties?.plan === plan);
  return {
    line: (line?.geometry?.coordinates ?? []) as number[][],
    steps: planned.steps?.[plan] ?? [],
    words: planned.route.plans.find((one) => one.plan === plan)?.way ?? [],
  };
}

/** Asks the engine whether the plan is kept; what it says is shown with its reason. */
export async function reconsider(app: App): Promise<void> {
  const at = app.guide.freshFix();
  try {
    const switched = await app.guide.switchPlan(at);
    if (!switched || switched.do === 'keep') advice = null;
    else advice = { words: t(switched.do === 'late' ? 'guide-switch-late' : 'guide-switch'), switched };
    if (advice) {
      announce(advice.words);
      pulse('attention');
    }
  } catch {
    // The way stands as it was.
  }
  app.drawScreen();
}

/** The door is locked: the nearest other, judged anew from here. Nobody is told to stand at a door. */
async function closed(app: App): Promise<void> {
  const { guide } = app;
  if (!guide.walk) return;
  const plan = guide.walk.planned.route.plans.find((one) => one.plan === guide.walk?.plan);
  const line = guide.walk.planned.route.lines?.features.find((one) => one.properties?.plan === plan?.plan);
  const [lon, lat] = line?.geometry?.coordinates.at(-1) ?? [];
  const fix = guide.freshFix();
  const at = fix ?? (lat !== undefined && lon !== undefined ? { lat, lon } : null);
  const switched = await guide.switchPlan(at, [guide.walk.shelter])?.catch(() => null);
  advice =
    switched && switched.do !== 'keep'
      ? { words: t(switched.do === 'late' ? 'guide-switch-late' : 'guide-switch'), switched }
      : null;
  app.drawScreen();
}

function adviceView(app: App): HTMLElement | null {
  if (!advice) return null;
  const { words, switched } = advice;
  const to = switched.plans?.route.plans.find((one) => one.shelter === switched.to);
  const late = switched.plans?.route.late?.words;
  return el(
    'section',
    { class: 'advice', role: 'alert' },
    el('p', { class: 'lead' }, words),
    switched.do === 'late' && late ? el('p', { class: 'late-words' }, late) : null,
    to ? el('p', {}, shelterTitle(to, to.shelter), ' · ', timeInWords(to.time_ds)) : null,
    to && switched.plans
      ? button(
          t('guide-go-there'),
          () => {
            const { plans } = switched;
            advice = null;
            if (plans) app.guide.beginWalk(plans, to.plan, app.guide.walk?.isDrill ?? false);
          },
          { class: 'main wide', 'data-key': 'switch' },
        )
      : null,
  );
}

/** Inside: what was timed may make plans slower, never faster. */
function arrive(app: App): void {
  const { walk } = app.guide;
  stopFollowing();
  if (!walk) return;
  const took = Date.now() / 1000 - walk.started;
  learned = null;
  if (walk.isDrill) {
    const before = app.guide.slower;
    const after = app.guide.learn(took, walk.time_ds);
    learned = t(after > before ? 'guide-learned' : 'guide-learned-same', {
      took: timeInWords(Math.round(took * 10)),
      planned: timeInWords(walk.time_ds),
    });
  }
  advice = null;
  app.guide.endWalk();
}

function doneView(app: App): HTMLElement {
  return el(
    'div',
    { class: 'walk' },
    heading(t('guide-arrived')),
    learned ? el('p', { class: 'lead' }, learned) : null,
    app.guide.ruling().what === 'none' ? null : el('p', {}, t('guide-until-word')),
    button(t('guide-to-start'), () => app.go('now'), { class: 'main wide' }),
  );
}
