// All plans of the start: plan 0, A, B, C, with the map, and what is asked: who walks, from which danger.
import { hazardName, walkerName } from '../../answers';
import { choice, el, field } from '../../dom';
import { plansView } from '../../plans/panel';
import { t } from '../../texts';
import type { App } from '../app';
import { ageLine, answerBlock, heading, small, startLine } from '../parts';

/** The screen. */
export function plansScreen(app: App): HTMLElement {
  const { guide, planned } = app;
  return el(
    'div',
    { class: 'plans-screen' },
    el(
      'div',
      { class: 'column' },
      heading(t('page-plans')),
      questionView(app),
      planned ? startLine(app) : answerBlock(app),
    ),
    // On a phone between the words of the start and those of the plans, beside all of them on a desk.
    el('div', { class: 'map-slot', 'data-slot': 'ways' }),
    el(
      'div',
      { class: 'column rest' },
      planned ? el('h2', { class: 'only-read' }, t('guide-all-plans')) : null,
      planned ? plansView(planned.route) : null,
      planned && guide.slower > 1 ? el('p', { class: 'note' }, t('guide-slower')) : null,
      ageLine(app),
      planned
        ? el(
            'div',
            { class: 'doing' },
            ...planned.route.plans
              .filter((plan) => guide.ruling().what === 'none' || plan.answer !== 'late')
              .map((plan) =>
                small('walk', t('guide-walk-plan', { letter: plan.plan }), () => {
                  guide.beginWalk(planned, plan.plan, guide.ruling().what === 'none');
                  app.go('walk');
                }),
              ),
            small('share', t('guide-share'), () => app.go('share')),
          )
        : null,
      el('p', { class: 'credit-line' }, (guide.city?.attribution ?? []).join(' · ')),
    ),
  );
}

/** Who walks, from which danger. While something goes on the danger is what it is. */
export function questionView(app: App): HTMLElement {
  const { guide } = app;
  const { profile, city } = guide;
  const bases = (city?.walkers ?? []).filter((one) => !one.endsWith('-night'));
  const walkers = choice(
    bases.map((one) => [one, walkerName(one)]),
    profile.walker ?? city?.default_walker.replace(/-night$/, '') ?? '',
    (walker) => guide.setProfile({ walker }),
  );
  const hazards = choice(
    [...(city?.hazards ?? []), 'untold'].map((one) => [one, hazardName(one)]),
    guide.hazard() ?? '',
    (hazard) => guide.setProfile({ hazard }),
  );
  const floors = choice(
    Array.from({ length: 41 }, (_, floor) => [String(floor), String(floor)]),
    String(profile.floor),
    (floor) => guide.setProfile({ floor: Number(floor) }),
  );
  for (const [name, select] of Object.entries({ walkers, hazards, floors })) {
    select.dataset.field = name;
    select.dataset.key = name;
    select.id = `guide-${name}`;
  }
  return el(
    'details',
    { class: 'more question-box' },
    el(
      'summary',
      { 'data-key': 'question' },
      `${hazardName(guide.hazard())} · ${guide.walker() ? walkerName(guide.walker() ?? '') : ''} · ${t('guide-floor', { floor: profile.floor })}`,
    ),
    el(
      'div',
      { class: 'pair' },
      guide.ruling().what === 'none' ? field(t('page-hazard'), hazards) : null,
      field(t('page-walker'), walkers),
      field(t('page-floor'), floors, t('page-floor-help')),
    ),
    toggle(t('guide-night'), profile.isNight, (isNight) => guide.setProfile({ isNight }), 'night'),
    toggle(t('guide-pets'), profile.hasPets, (hasPets) => guide.setProfile({ hasPets }), 'pets'),
  );
}

/** A yes or no. */
export function toggle(
  words: string,
  isOn: boolean,
  set: (isOn: boolean) => void,
  key: string,
  help?: string,
): HTMLElement {
  const box = el('input', {
    type: 'checkbox',
    checked: isOn,
    'data-key': key,
    'data-field': key,
    onchange: () => set(box.checked),
  });
  return el(
    'div',
    { class: 'toggle' },
    el('label', {}, box, el('span', {}, words)),
    help ? el('p', { class: 'help' }, help) : null,
  );
}
