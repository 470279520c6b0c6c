// Districts that people are counted by: from a file, or those that the server was started with.
import type { FeatureCollection, Position } from 'geojson';
import { getDistricts, type Place } from '../api';
import { el } from '../dom';
import { number, t } from '../texts';
import { share } from './tables';

/** A file larger than this is refused. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Degrees are sent to a decimetre: more is of no use to who counts doorsteps, and takes room. */
const DIGITS = 1e6;

/** What districts need of the rest of the page. */
export interface DistrictsOutside {
  draw: (districts: FeatureCollection | null) => void;
  show: (places: Place[]) => void;
  /** What is asked now. */
  parameters: () => string;
  /** Counts again. */
  count: () => Promise<void>;
}

/** Districts, and the field for a file of them. */
export class Districts {
  readonly element: HTMLElement;
  /** Those of a file; `null`: those of the server, if any. */
  own: FeatureCollection | null = null;
  private readonly note = el('p', { class: 'help', role: 'status' });
  private shapes: FeatureCollection | null = null;

  constructor(private readonly outside: DistrictsOutside) {
    const input = el('input', {
      type: 'file',
      id: 'districts',
      accept: '.geojson,.json,application/geo+json',
      class: 'file',
    });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void this.read(file);
    });
    this.element = el(
      'div',
      { class: 'drop' },
      el('label', { for: input.id }, t('page-districts-help')),
      input,
      this.note,
    );
  }

  /** Takes a file of districts and counts by them. */
  async read(file: File): Promise<void> {
    try {
      if (file.size > MOST_BYTES)
        throw new Error(t('page-file-too-large', { megabytes: MOST_BYTES / 1024 / 1024 }));
      const read: unknown = JSON.parse(await file.text(), shorter);
      if (!isCollection(read)) throw new Error(t('page-file-no-geojson'));
      this.own = read;
      this.note.textContent = `${file.name}: ${number(read.features.length)}`;
      await this.outside.count();
    } catch (error) {
      this.note.textContent = `${file.name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** They were counted: draws them, each with its share. */
  async counted(): Promise<void> {
    const file = await getDistricts('geojson', this.outside.parameters(), this.own);
    const shapes = JSON.parse(await file.text()) as FeatureCollection;
    for (const { properties } of shapes.features) {
      if (!properties) continue;
      const { name, district, in_time, total } = properties;
      properties.name = name || district || '';
      properties.share = share(Number(in_time), Number(total));
    }
    this.shapes = shapes;
    this.draw();
  }

  /** Draws them; again where the map was taken for something else meanwhile. */
  draw(): void {
    this.outside.draw(this.shapes);
  }

  /** Moves the map to one of them. */
  show(id: string): void {
    const shape = this.shapes?.features.find((one) => String(one.properties?.district) === id);
    if (!shape || shape.geometry.type === 'GeometryCollection') return;
    const corners = places(shape.geometry.coordinates);
    if (corners.length > 0) this.outside.show(corners);
  }
}

type Nested = Position | Nested[];

function places(nested: Nested): Place[] {
  const [lon, lat] = nested;
  if (typeof lon === 'number') return typeof lat === 'number' ? [{ lat, lon }] : [];
  return (nested as Nested[]).flatMap(places);
}

function shorter(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * DIGITS) / DIGITS : value;
}

function isCollection(value: unknown): value is FeatureCollection {
  return typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features);
}
