// Times, names and digests in words.
import { language, number, t } from '../texts';
import type { Item, Reach, Text } from './shapes';

let offsetMinutes = 0;

/** From now on times are those of the place's clocks, as they stand in the messages: not the browser's. */
export function useOffset(minutes: number): void {
  offsetMinutes = minutes;
}

/** A time moved so that its UTC looks like the place's clocks. */
const moved = (unix: number) => new Date((unix + offsetMinutes * 60) * 1000);

/** A time of day; with its day where that is not today's. */
export function clock(unix: number, now: number): string {
  const at = moved(unix);
  const isToday = at.toISOString().slice(0, 10) === moved(now).toISOString().slice(0, 10);
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language(), {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(at);
}

/** A day. */
export function date(unix: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(moved(unix));
}

/** A length of time: seconds below a minute and a half, minutes below two hours, then hours. */
export function span(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 90) return t('time-seconds', { seconds: whole });
  if (whole < 7200) return t('time-minutes', { minutes: Math.floor(whole / 60) });
  return t('desk-hours', { hours: Math.floor(whole / 3600) });
}

/** A length of time that was chosen: exactly. */
export function minutesInWords(minutes: number): string {
  if (minutes >= 120 && minutes % 60 === 0) return t('desk-hours', { hours: minutes / 60 });
  return t('time-minutes', { minutes });
}

/** A list as a sentence has it. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}

/** Four words of a digest. */
export function fourWords(words: readonly string[]): string {
  return words.join(' · ');
}

/** The text in the reader's language, or the first that there is. */
export function textOf(item: Item): Text | null {
  return item.texts.find((text) => text.language.split('-')[0] === language()) ?? item.texts[0] ?? null;
}

/** People and shelters inside, in words. */
export function reachInWords(reach: Reach | null): string {
  if (!reach) return t('desk-people-unknown');
  const shelters = t('desk-shelters', { shelters: reach.shelters });
  if (reach.people === null) return `${t('desk-people-nobody')}, ${shelters}`;
  const people = t('desk-people', { people: reach.people });
  return `${people}${reach.is_guess ? ` (${t('desk-people-guess')})` : ''}, ${shelters}`;
}

/** Who is reached beyond the chosen ground; nothing where that is nobody, or nobody has counted. */
export function spillInWords(reach: Reach | null): string | null {
  return reach?.spill ? t('desk-spill', { people: reach.spill }) : null;
}

/** A number that was typed, in any of the usual forms of thousands; `null` if it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s ,.'’]/gu, '');
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null;
}

/** A number as it is to be typed again. */
export const people = (count: number) => number(count);
