// An alert, a drill, or what somebody told the page: what to do stands first, then the answer.
import { hazardName } from '../../answers';
import { button, el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { ageLine, answerBlock, big, easyOrder, heading, lateWords, small } from '../parts';
import type { Alert } from '../shapes';
import { kindInWords, timeOfDay, touchInWords } from '../words';

/** What is told first: the order, then what it means. */
export function orderOf(app: App): string[] {
  const ruling = app.guide.ruling();
  if (ruling.what === 'none') return [];
  if (ruling.what === 'told') return toldOrder(app, ruling.told.kind);
  const { alert } = ruling;
  const word = alert.drill ? `${t('alert-drill-word')}: ` : '';
  const late = alert.shown === 'warning' ? lateWords(app) : null;
  // Who cannot reach a shelter is not told to go to one in the next line.
  return [`${word}${late ?? alert.order}`, late ? '' : instructionOf(alert)].filter(Boolean);
}

function instructionOf(alert: Alert): string {
  if (alert.shown === 'hold') return t('alert-hold-do');
  if (alert.shown === 'no-longer-confirmed') return t('alert-lapsed-do');
  return alert.instruction || alert.late || '';
}

function toldOrder(app: App, kind: 'siren' | 'shaking' | 'untold'): string[] {
  if (kind === 'shaking')
    return [t('alert-order-earthquake-take-cover'), t('alert-do-earthquake-take-cover')];
  const hazard = app.guide.hazard() ?? 'untold';
  const late = lateWords(app);
  // Earthquakes have no order to go anywhere; nobody can say one for what nobody can tell.
  if (hazard === 'untold') return [t('late-untold-inner-room-above-ground')];
  const first = hazard.split('+')[0] ?? hazard;
  return late ? [late] : [t(`alert-order-${first}-take-cover`), t(`alert-do-${first}-take-cover`)];
}

/** The whole screen. */
export function alarmView(app: App): HTMLElement {
  const ruling = app.guide.ruling();
  if (ruling.what === 'told') return toldView(app);
  if (ruling.what === 'none') return el('div', {});
  const { alert } = ruling;
  const [order = '', more] = orderOf(app);
  const look = alert.drill ? 'drill' : alert.shown;
  const others = [...app.guide.alertsHere(), ...app.guide.alertsElsewhere()].filter((one) => one !== alert);
  return el(
    'article',
    { class: `alarm ${look}`, 'data-look': look, 'data-hazard': alert.hazard },
    alert.drill ? drillBand() : null,
    el(
      'section',
      { class: 'top' },
      el(
        'p',
        { class: 'kicker' },
        kindInWords(alert),
        ' · ',
        el('time', {}, t('guide-issued', { time: timeOfDay(alert.issued) })),
      ),
      orderHeading(order),
      alert.shown === 'warning' ? easyOrder(app) : null,
      more ? el('p', { class: 'instruction' }, more) : null,
    ),
    alert.drill ? el('p', { class: 'instruction' }, t('alert-drill-do')) : null,
    alert.second_awaited ? el('p', { class: 'note' }, t('alert-second-awaited')) : null,
    alert.notes.includes('clock-behind') ? el('p', { class: 'note' }, t('guide-clock-behind')) : null,
    alert.shown === 'warning' ? answerBlock(app, walkButton(app)) : null,
    alert.shown === 'warning' ? mapBeside(app) : null,
    doing(app),
    el(
      'section',
      { class: 'about' },
      el('p', {}, whyInWords(app, alert)),
      // On hold, or confirmed by nobody: its old order would send people out.
      alert.instruction && more !== alert.instruction && alert.shown === 'warning'
        ? el('p', {}, t('guide-message', { words: alert.instruction }))
        : null,
      alert.area ? el('p', {}, t('guide-area', { place: alert.area })) : null,
      alert.sender ? el('p', {}, t('guide-sender', { sender: alert.sender })) : null,
      el('p', {}, t('guide-until-word')),
    ),
    ageLine(app),
    others.length > 0 ? otherAlerts(app, others) : null,
    alert.drill ? drillBand() : null,
  );
}

/** Where there is room for it, the ways stand beside the words. */
function mapBeside(app: App): HTMLElement | null {
  const hasWays = app.planned && app.planned.first.kind !== 'late' && app.planned.route.plans.length > 0;
  return hasWays ? el('div', { class: 'map-slot beside', 'data-slot': 'ways' }) : null;
}

/** A long order is read, a short one seen. */
function orderHeading(order: string): HTMLElement {
  const one = heading(order);
  const isWide = /[\u3040-\u30ff\u4e00-\u9fff]/.test(order);
  one.classList.toggle('long', order.length > (isWide ? 24 : 60));
  return one;
}

function drillBand(): HTMLElement {
  return el('p', { class: 'band' }, t('alert-drill-word'));
}

function whyInWords(app: App, alert: Alert): string {
  const place = app.guide.remembered[alert.remembered ?? -1]?.name ?? '';
  return touchInWords(alert.why, place);
}

function toldView(app: App): HTMLElement {
  const ruling = app.guide.ruling();
  if (ruling.what !== 'told') return el('div', {});
  const { told } = ruling;
  const [order = '', more] = orderOf(app);
  const others = [...app.guide.alertsHere(), ...app.guide.alertsElsewhere()];
  const hazard = app.guide.hazard() ?? 'untold';
  return el(
    'article',
    { class: 'alarm told', 'data-look': 'told', 'data-hazard': hazard },
    el(
      'section',
      { class: 'top' },
      el('p', { class: 'kicker' }, t(`guide-told-${told.kind}`, { time: timeOfDay(told.at) })),
      orderHeading(order),
      told.kind === 'shaking' ? null : easyOrder(app),
      more ? el('p', { class: 'instruction' }, more) : null,
    ),
    told.kind === 'shaking' ? afterShaking(app) : null,
    answerBlock(app, walkButton(app)),
    mapBeside(app),
    doing(app),
    told.kind === 'shaking' ? null : whatItIs(app),
    el(
      'section',
      { class: 'about' },
      el('p', {}, t('guide-told-no-alert')),
      el('p', {}, t('guide-until-word')),
      button(t('guide-told-end'), () => app.guide.endTold(), { class: 'quiet', 'data-key': 'end' }),
      button(t('guide-told-mistake'), () => app.guide.endTold(), { class: 'link', 'data-key': 'mistake' }),
    ),
    ageLine(app),
    others.length > 0 ? otherAlerts(app, others) : null,
  );
}

/** What comes after the shaking: up, where a wave may follow. */
function afterShaking(app: App): HTMLElement {
  const mayFlood = (app.guide.hazard() ?? '').includes('tsunami');
  return el(
    'section',
    { class: 'then' },
    el('h2', {}, t('guide-after-shaking')),
    el('p', { class: 'lead' }, t(mayFlood ? 'late-tsunami-high-ground' : 'guide-after-shaking-out')),
  );
}

/** What the siren is for, for those who know. */
function whatItIs(app: App): HTMLElement {
  const hazard = app.guide.hazard();
  return el(
    'fieldset',
    { class: 'what' },
    el('legend', {}, t('guide-what-is-it')),
    el(
      'div',
      { class: 'chips' },
      ...[...app.guide.sirenHazards(), 'untold'].map((one) =>
        button(hazardName(one), () => app.guide.tellHazard(one), {
          class: 'chip',
          'data-key': `hazard-${one}`,
          'aria-pressed': String(one === hazard),
        }),
      ),
    ),
  );
}

/** The one thing to press: the way, where there is one to go. */
function walkButton(app: App): HTMLElement | null {
  const { planned } = app;
  if (app.guide.walk) return big('walk', t('guide-walk-on'), () => app.go('walk'), 'main');
  const canWalk =
    planned?.route.plans.length && planned.first.kind !== 'late' && planned.first.kind !== 'here';
  if (!planned || !canWalk) return null;
  const ruling = app.guide.ruling();
  const isDrill = ruling.what === 'alert' && ruling.alert.drill;
  const letter = 'plan' in planned.first ? planned.first.plan : 'A';
  const begin = () => {
    app.guide.beginWalk(planned, letter, isDrill);
    app.go('walk');
  };
  return big('walk', t('guide-walk-now'), begin, 'main');
}

/** What else can be done from here. */
function doing(app: App): HTMLElement {
  return el(
    'div',
    { class: 'doing' },
    small('speak', t('guide-speak'), () => app.readAloud()),
    small('map', t('guide-all-plans'), () => app.go('plans')),
    small('car', t('guide-where-now'), () => app.go('cards')),
    small('world', t('guide-other-languages'), () => app.go('tourist')),
  );
}

/** Everything else that goes on: nothing is hidden, what is elsewhere comes last. */
export function otherAlerts(app: App, alerts: Alert[]): HTMLElement {
  return el(
    'section',
    { class: 'others' },
    el('h2', {}, t('guide-more-alerts')),
    el(
      'ul',
      {},
      ...alerts.map((alert) =>
        el(
          'li',
          { class: `other ${alert.drill ? 'drill' : alert.shown}`, 'data-shown': alert.shown },
          el(
            'p',
            { class: 'kicker' },
            alert.drill ? `${t('alert-drill-word')} · ` : '',
            kindInWords(alert),
            ` · ${timeOfDay(alert.issued)}`,
          ),
          el('p', { class: 'lead' }, alert.order),
          alert.shown === 'unconfirmed'
            ? el('p', {}, t('guide-unconfirmed-do'))
            : el('p', {}, instructionOf(alert)),
          el('p', { class: 'help' }, whyInWords(app, alert), alert.area ? ` · ${alert.area}` : ''),
        ),
      ),
    ),
  );
}
