// Times, ages and answers of the guide in words. Times of day are the device's own clock's.
import { AT_ONCE_PART, GO_PART, hazardName } from '../answers';
import type { InTime } from '../api';
import { language, maybe, t } from '../texts';
import type { Alert } from './shapes';

/** How old a pack may be before every plan says so (rule 16), in seconds. */
export const OLD_PACK = 90 * 86_400;

/** Seconds since 1970, of the device's clock. */
export const unixNow = () => Math.floor(Date.now() / 1000);

/** `14:02`; with its day where that is another. */
export function timeOfDay(unix: number, now = unixNow()): string {
  const [at, today] = [new Date(unix * 1000), new Date(now * 1000)];
  const isToday = at.toDateString() === today.toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language(), {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** A day, with its year: ages of data are read by it. */
export function day(unix: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(unix * 1000));
}

/** `7:40`, for a clock that runs; never below nothing. */
export function running(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A running clock for those who listen. */
export function spokenTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 90) return t('time-seconds', { seconds: whole });
  return t('time-minutes', { minutes: Math.floor(whole / 60) });
}

/** The four answers (rule 2): what is needed against what is left, in tenths of a second. */
export function judged(total: number, left: number): InTime {
  if (total <= left * GO_PART) return 'go';
  if (total <= left * AT_ONCE_PART) return 'go-at-once';
  return total <= left ? 'only-if-already-outside' : 'late';
}

/** Why an alert is shown to this device; `name`: of the remembered place. */
export function touchInWords(why: Alert['why'], name: string): string {
  return why === 'at-remembered' ? t('guide-why-at-remembered', { name }) : t(`guide-why-${why}`);
}

/** Every reason that there is; their sentences are asked for by these names. */
export const REASONS: Alert['why'][] = [
  'here',
  'at-start',
  'at-poster',
  'at-remembered',
  'where-are-you',
  'may-be-you',
  'elsewhere',
];

/** What an alert is, before what it says. */
export function kindInWords(alert: Alert): string {
  const kinds: Record<string, string> = {
    warning: 'alert-kind-alert',
    hold: 'alert-kind-hold',
    unconfirmed: 'guide-unconfirmed',
    'no-longer-confirmed': 'alert-kind-lapsed',
    cancelled: 'guide-cancelled',
    cleared: 'alert-kind-clear',
  };
  const stage = maybe(`alert-stage-${alert.stage}`);
  const hazard = alert.hazard ? hazardName(alert.hazard) : null;
  const kind = t(kinds[alert.shown] ?? 'alert-kind-alert');
  return [kind, hazard, alert.shown === 'warning' ? stage : null].filter(Boolean).join(' · ');
}

/** What to do, in few and simple words, where they are written for it. */
export function easy(what: string): string | null {
  return maybe(`easy-${what}`);
}

/** Pictograms of what to do, by its name in the answers. */
const SIGNS: [string, string[]][] = [
  ['inner-room', ['inside', 'drop']],
  ['lie-down', ['away', 'drop']],
  ['drop-cover-hold', ['drop']],
  ['open-ground', ['away']],
  ['highest-floor', ['up-now', 'top-floor']],
  ['high-ground', ['up-now']],
  ['upstairs-away-from-slope', ['up-now', 'inside']],
  ['sideways', ['away', 'up-now']],
  ['keep-going', ['away', 'walk']],
  ['middle-or-cellar', ['inside']],
  ['into-building', ['inside']],
  ['upstairs-sealed', ['inside', 'up-now']],
  ['upwind', ['away', 'up-now']],
  ['inner-room-above-ground', ['inside', 'up-now']],
  ['into-building-upstairs', ['inside', 'up-now']],
];

/** The pictograms of an order. */
export function signsOf(what: string): string[] {
  return SIGNS.find(([name]) => name === what)?.[1] ?? [];
}
