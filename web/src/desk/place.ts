// Ground that an officer draws: corners, and how they are typed.

/** A corner in degrees. */
export type Corner = [lat: number, lon: number];

/** The most corners of a drawn ground. */
export const MOST_CORNERS = 100;

const CORNER = /^([+-]?\d{1,2}(?:\.\d{1,12})?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d{1,12})?)$/;

/** Corners as text, a line each. */
export function written(corners: readonly Corner[]): string {
  return corners.map(([lat, lon]) => `${lat.toFixed(5)},${lon.toFixed(5)}`).join('\n');
}

/** Corners of a text; the number of the first line that is none, counted from 1. */
export function read(text: string): { corners: Corner[]; wrong: number | null } {
  const corners: Corner[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') continue;
    const found = CORNER.exec(words);
    const [lat, lon] = [Number(found?.[1]), Number(found?.[2])];
    if (!found || Math.abs(lat) > 90 || Math.abs(lon) > 180) return { corners, wrong: index + 1 };
    corners.push([lat, lon]);
  }
  return { corners: corners.slice(0, MOST_CORNERS), wrong: null };
}
