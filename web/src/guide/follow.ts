// Where on a way somebody is, by a position: which turn comes next, how far it is, how far off the way.
import type { Place } from '../api';
import type { Step } from './shapes';
import { METRES_A_DEGREE } from './view';

/** A turn counts as taken once it lies so far behind, in metres. */
const BEHIND = 8;
/** Farther from the way than this, and farther than the position is unsure, nobody is on it. */
const OFF = 40;

/** Where somebody is on a way. */
export interface Whereabouts {
  /** The number of the step that comes next. */
  step: number;
  /** Metres until it begins. */
  metres: number;
  /** Metres beside the way; `null` while on it. */
  off: number | null;
}

interface Nearest {
  /** Metres from the beginning of the way. */
  along: number;
  /** Metres beside it. */
  beside: number;
}

/** The next turn for a position; `null` where the way has no line or its steps have no places. */
export function whereabouts(
  line: number[][],
  steps: Step[],
  at: Place & { accuracy_m: number },
): Whereabouts | null {
  const here = nearest(line, at, 0);
  if (!here || steps.length === 0) return null;
  let from = 0;
  const begins = steps.map(({ lat, lon }) => {
    // Ways may come by the same place twice: each step begins after the one before.
    if (lat !== null && lon !== null) from = nearest(line, { lat, lon }, from)?.along ?? from;
    return from;
  });
  const ahead = begins.findIndex((along) => along > here.along - BEHIND);
  const step = ahead < 0 ? steps.length - 1 : ahead;
  const isOff = here.beside > Math.max(OFF, at.accuracy_m * 1.5);
  return {
    step,
    metres: Math.max(0, (begins[step] ?? 0) - here.along),
    off: isOff ? here.beside : null,
  };
}

/** The place of a line next to another place, not before so many metres along it. */
function nearest(line: number[][], at: Place, from: number): Nearest | null {
  const squeeze = Math.cos((at.lat * Math.PI) / 180);
  const flat = ([lon = 0, lat = 0]: number[]): [number, number] => [
    (lon - at.lon) * squeeze * METRES_A_DEGREE,
    (lat - at.lat) * METRES_A_DEGREE,
  ];
  let best: Nearest | null = null;
  let walked = 0;
  for (let index = 1; index < line.length; index++) {
    const [ax, ay] = flat(line[index - 1] ?? []);
    const [bx, by] = flat(line[index] ?? []);
    const long = Math.hypot(bx - ax, by - ay);
    const first = long > 0 ? Math.min(1, Math.max(0, (from - walked) / long)) : 0;
    const part =
      long > 0 ? Math.min(1, Math.max(first, -(ax * (bx - ax) + ay * (by - ay)) / (long * long))) : 0;
    const beside = Math.hypot(ax + (bx - ax) * part, ay + (by - ay) * part);
    if (walked + long >= from && (!best || beside < best.beside))
      best = { along: walked + long * part, beside };
    walked += long;
  }
  return best;
}
