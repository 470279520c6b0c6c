// Nothing is known to go on. That is never told as good news: when somebody last confirmed it is.
import { hazardName } from '../../answers';
import { el } from '../../dom';
import { t } from '../../texts';
import type { App } from '../app';
import { ageLine, answerBlock, big, heading, small } from '../parts';
import { otherAlerts } from './alarm';
import { SITUATIONS } from './cards';

/** The screen. */
export function homeView(app: App): HTMLElement {
  const { guide } = app;
  const hazard = guide.hazard();
  const others = [...guide.alertsHere(), ...guide.alertsElsewhere()];
  return el(
    'div',
    { class: 'home' },
    el(
      'section',
      { class: 'tell' },
      heading(t('guide-what-happens')),
      big('siren', t('guide-siren'), () => tell(app, 'siren'), 'siren'),
      big('shaking', t('guide-shaking'), () => tell(app, 'shaking'), 'shaking'),
      big('untold', t('guide-untold'), () => tell(app, 'untold'), 'untold'),
    ),
    el(
      'section',
      { class: 'known' },
      el('p', { class: 'contact-long contact' }),
      el('p', { class: 'help' }, t(guide.hasTrust || !guide.city ? 'guide-silence' : 'guide-no-sender-help')),
      others.length > 0 ? otherAlerts(app, others) : null,
    ),
    el(
      'section',
      { class: 'now-plan' },
      el('h2', {}, hazard ? t('guide-plan-for', { hazard: hazardName(hazard) }) : t('page-plans')),
      answerBlock(app),
      guide.origin() && app.planned
        ? el(
            'div',
            { class: 'doing' },
            small('map', t('guide-all-plans'), () => app.go('plans')),
            app.planned.route.plans[0]
              ? small('walk', t('guide-drill-walk'), () => {
                  if (!app.planned) return;
                  guide.beginWalk(app.planned, 'A', true);
                  app.go('walk');
                })
              : null,
            small('share', t('guide-share'), () => app.go('share')),
          )
        : null,
      ageLine(app),
    ),
    el(
      'section',
      {},
      el('h2', {}, t('guide-where-now')),
      el(
        'div',
        { class: 'grid' },
        ...SITUATIONS.map((one) => big(one, t(`guide-card-${one}`), () => app.go('cards', one), 'tile')),
      ),
    ),
  );
}

function tell(app: App, kind: 'siren' | 'shaking' | 'untold'): void {
  app.guide.tell(kind);
  app.go('now');
}
