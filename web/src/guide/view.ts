// The piece of the city that a small map shows: which pixel is which place.
import type { Place } from '../api';

export const METRES_A_DEGREE = 111_320;
/** Widths that the map shows at least and at most, in metres. */
const NEAREST = 120;
const FARTHEST = 60_000;

/** Longitudes and latitudes: west, south, east, north. */
export type Box = [number, number, number, number];

/** What is seen: a middle, and so many metres from side to side. */
export class View {
  middle: Place = { lat: 0, lon: 0 };
  width = 1;
  height = 1;
  private metres = 1500;

  get across(): number {
    return this.metres;
  }

  set across(metres: number) {
    this.metres = Math.max(NEAREST, Math.min(FARTHEST, metres));
  }

  get metresAPixel(): number {
    return this.metres / Math.max(1, this.width);
  }

  /** How much shorter a degree of longitude is than one of latitude. */
  private get squeeze(): number {
    return Math.max(0.05, Math.cos((this.middle.lat * Math.PI) / 180));
  }

  spot(lat: number, lon: number): [number, number] {
    const scale = METRES_A_DEGREE / this.metresAPixel;
    return [
      this.width / 2 + (lon - this.middle.lon) * this.squeeze * scale,
      this.height / 2 - (lat - this.middle.lat) * scale,
    ];
  }

  placeAt(x: number, y: number): Place {
    const scale = this.metresAPixel / METRES_A_DEGREE;
    return {
      lat: this.middle.lat - (y - this.height / 2) * scale,
      lon: this.middle.lon + ((x - this.width / 2) * scale) / this.squeeze,
    };
  }

  pan(x: number, y: number): void {
    const { lat, lon } = this.placeAt(this.width / 2 + x, this.height / 2 + y);
    this.middle = { lat: Math.max(-85, Math.min(85, lat)), lon };
  }

  /** Zooms so that what lies under a pixel stays there. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const under = this.placeAt(x, y);
    this.across *= factor;
    const [nowX, nowY] = this.spot(under.lat, under.lon);
    this.pan(nowX - x, nowY - y);
  }

  /** Moves so that these places are seen, with room around them. */
  fit(places: Place[]): void {
    if (places.length === 0) return;
    const span = (list: number[]) => [Math.min(...list), Math.max(...list)] as const;
    const [south, north] = span(places.map(({ lat }) => lat));
    const [west, east] = span(places.map(({ lon }) => lon));
    this.middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
    const wide = (east - west) * this.squeeze * METRES_A_DEGREE;
    const high = (north - south) * METRES_A_DEGREE;
    this.across = Math.max(250, wide * 1.35, (high * 1.6 * this.width) / this.height);
  }

  /** What is seen, and `margin` of it beyond each side. */
  box(margin: number): Box {
    const a = this.placeAt(-this.width * margin, this.height * (1 + margin));
    const b = this.placeAt(this.width * (1 + margin), -this.height * margin);
    return [a.lon, a.lat, b.lon, b.lat];
  }

  /** How much is drawn, as the engine counts it: roads, streets, all that is walked, houses too. */
  get detail(): number {
    const { metresAPixel } = this;
    if (metresAPixel > 20) return 0;
    if (metresAPixel > 6) return 1;
    return metresAPixel > 1.2 ? 2 : 3;
  }
}
