// Times, lengths and places in words, rounded as the command rounds: what is needed up, what is to
// spare down, so that nobody is told less than the truth.
import type { Place } from './api';
import { t } from './texts';

/** A time in tenths of a second: `45 s`, `4 min 10 s`. */
export function timeInWords(ds: number): string {
  const seconds = Math.ceil(ds / 10);
  if (seconds < 90) return t('time-seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (seconds % 60 === 0) return t('time-minutes', { minutes });
  return t('time-minutes-seconds', { minutes, seconds: seconds % 60 });
}

/** A length in metres: to five metres, above a kilometre to a tenth of one. */
export function lengthInWords(metres: number): string {
  const whole = Math.ceil(metres);
  if (whole <= 30) return t('length-metres', { metres: whole });
  if (whole <= 995) return t('length-metres', { metres: Math.ceil(whole / 5) * 5 });
  return t('length-kilometres', { kilometres: (Math.ceil(whole / 100) / 10).toFixed(1) });
}

/** Whole minutes, never less than the truth. */
export function minutesUp(ds: number): number {
  return Math.ceil(ds / 600);
}

/** `60.17033,24.94101`: about a metre, what a person would copy. */
export function placeInWords(place: Place): string {
  return `${place.lat.toFixed(5)},${place.lon.toFixed(5)}`;
}

/** A place typed as `LAT,LON` (also with a space or a semicolon); `null` if it is none. */
export function readPlace(text: string): Place | null {
  const found = /^\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*$/.exec(text);
  if (!found) return null;
  const [lat, lon] = [Number(found[1]), Number(found[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** A time typed as `90`, `90s`, `5min` in seconds; `null` if it is none or more than a day. */
export function readSeconds(text: string): number | null {
  const found = /^\s*(\d{1,5})\s*(s|min)?\s*$/.exec(text);
  if (!found) return null;
  const seconds = Number(found[1]) * (found[2] === 'min' ? 60 : 1);
  return seconds <= 86_400 ? seconds : null;
}
