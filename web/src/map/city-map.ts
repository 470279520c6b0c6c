// The map itself: draws the city, tells where somebody clicked. Knows no panels and no sentences.

import type { GeoJSONSource, LngLatBoundsLike, Map as MapOf, VectorTileSource } from 'maplibre-gl';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection, MultiLineString } from 'geojson';
import type { Place, RegionInfo, ShelterFeature, Which } from '../api';
import type { Theme } from './colours';
import { addIcons, shelterIcon } from './icons';
import { doorstepTiles, style } from './style';

maplibregl.setWorkerUrl(new URL(workerUrl, import.meta.url).href);

/** What lies where somebody clicked. */
export interface Clicked {
  place: Place;
  shelter: string | null;
  /** The number of a finding. */
  finding: number | null;
  /** The shelter whose circle of people it is. */
  load: string | null;
  /** The number of a new shelter. */
  site: number | null;
}

/** What a map is made of. */
export interface Setting {
  region: RegionInfo;
  /** Whose tiles. */
  city: Which;
  theme: Theme;
  /** What is asked of the doorsteps, see `setDoorsteps`. */
  doorsteps: string;
  /** What the map is, for those who do not see it. */
  help: string;
  choose: (clicked: Clicked) => void;
  /** How much of the start side lies below the panel, in pixels. */
  covered: number;
}

const SOURCES = [
  'shelters',
  'plans',
  'marks',
  'closed',
  'districts',
  'findings',
  'everyone',
  'sites',
] as const;
type SourceName = (typeof SOURCES)[number];

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** How wide the legend is, in pixels. */
const LEGEND = 250;
/** How far an arrow key moves the map, in pixels; with Shift four times as far. */
const STEP = 30;

/** A map of a city. */
export class CityMap {
  private readonly map: MapOf;
  private doorsteps = '';
  /** What those are an answer to that are drawn. */
  private drawnDoorsteps = '';
  private readonly data = Object.fromEntries(SOURCES.map((name) => [name, NOTHING])) as Record<
    SourceName,
    FeatureCollection
  >;
  private isReady = false;
  private theme: Theme;
  private readonly city: Which;
  private readonly choose: (clicked: Clicked) => void;

  constructor(
    private readonly box: HTMLElement,
    { region, city, theme, doorsteps, help, choose, covered }: Setting,
  ) {
    this.theme = theme;
    this.city = city;
    this.doorsteps = doorsteps;
    this.drawnDoorsteps = doorsteps;
    this.choose = choose;
    const bounds = boundsOf(region);
    this.map = new maplibregl.Map({
      container: box,
      style: style(theme, this.doorsteps, city),
      ...(bounds ? { bounds, fitBoundsOptions: { padding: this.padding(12, covered) } } : {}),
      minZoom: 8,
      maxZoom: 19.5,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      keyboard: false,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    });
    this.map.touchZoomRotate.disableRotation();
    const canvas = this.map.getCanvas();
    canvas.setAttribute('aria-label', help);
    canvas.addEventListener('keydown', (event) => this.pressed(event));
    this.map.on('click', (event) => this.clicked(event.point, event.lngLat));
    this.map.on('style.load', () => this.dress());
    this.map.on('mousemove', (event) => {
      const at = this.signAt(event.point);
      const isSign = at.shelter || at.load || at.finding !== null || at.site !== null;
      canvas.style.cursor = isSign ? 'pointer' : 'crosshair';
    });
    const settle = () => {
      box.dataset.settled = 'yes';
    };
    this.map.on('idle', settle);
    this.map.on('error', settle);
  }

  private dress(): void {
    addIcons(this.map, this.theme);
    this.isReady = true;
    for (const name of SOURCES) this.fill(name, this.data[name]);
  }

  private fill(name: SourceName, data: FeatureCollection): void {
    this.data[name] = data;
    delete this.box.dataset.settled;
    if (this.isReady) (this.map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
    // A frame for certain: only after one does the map say that it is at rest.
    this.map.triggerRepaint();
  }

  private signAt(point: maplibregl.Point): Omit<Clicked, 'place'> {
    if (!this.isReady) return { shelter: null, finding: null, load: null, site: null };
    const near: [maplibregl.PointLike, maplibregl.PointLike] = [
      [point.x - 6, point.y - 6],
      [point.x + 6, point.y + 6],
    ];
    const layers = ['findings', 'shelters', 'everyone', 'sites'];
    const found = this.map.queryRenderedFeatures(near, { layers });
    const of = (layer: string) => found.find((one) => one.layer.id === layer)?.properties;
    // Where people are who have no place there are signs, too, and none of them is a shelter's.
    const sign = found.find((one) => one.layer.id === 'everyone' && one.properties.shelter);
    const [shelter, finding]: unknown[] = [of('shelters')?.id, of('findings')?.number];
    const load: unknown = sign?.properties.shelter;
    const site: unknown = of('sites')?.rank;
    return {
      shelter: typeof shelter === 'string' ? shelter : null,
      finding: typeof finding === 'number' ? finding : null,
      load: typeof load === 'string' ? load : null,
      site: typeof site === 'number' ? site : null,
    };
  }

  private clicked(point: maplibregl.Point, at: maplibregl.LngLat): void {
    this.choose({ place: { lat: at.lat, lon: at.lng }, ...this.signAt(point) });
  }

  /** Arrow keys move the map below the cross in its middle, Enter chooses what is there. */
  private pressed(event: KeyboardEvent): void {
    const far = event.shiftKey ? STEP * 4 : STEP;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-far, 0],
      ArrowRight: [far, 0],
      ArrowUp: [0, -far],
      ArrowDown: [0, far],
    };
    const move = moves[event.key];
    if (move) this.map.panBy(move, { duration: 0 });
    else if (event.key === '+' || event.key === '=') this.map.zoomTo(this.map.getZoom() + 1, { duration: 0 });
    else if (event.key === '-') this.map.zoomTo(this.map.getZoom() - 1, { duration: 0 });
    else if (event.key === 'Enter')
      this.clicked(this.map.project(this.map.getCenter()), this.map.getCenter());
    else return;
    event.preventDefault();
  }

  /** Other colours. */
  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.isReady = false;
    this.drawnDoorsteps = this.doorsteps;
    this.map.setStyle(style(theme, this.doorsteps, this.city), { diff: false });
  }

  /** Asks for the doorsteps of another question. */
  setDoorsteps(parameters: string): void {
    this.doorsteps = parameters;
    this.askForDoorsteps();
  }

  /** Other tiles only once those before are there: one that is asked for while it comes never arrives. */
  private askForDoorsteps(): void {
    if (this.doorsteps === this.drawnDoorsteps) return;
    delete this.box.dataset.settled;
    this.map.triggerRepaint();
    const source = this.map.getSource('doorsteps') as VectorTileSource | undefined;
    if (!source || !this.map.isSourceLoaded('doorsteps')) {
      this.map.once('idle', () => this.askForDoorsteps());
      return;
    }
    this.drawnDoorsteps = this.doorsteps;
    source.setTiles([doorstepTiles(this.doorsteps)]);
  }

  /** Doorsteps step back where a way is shown. */
  dimDoorsteps(isDim: boolean): void {
    if (!this.isReady) return;
    this.map.setPaintProperty('doorsteps', 'circle-opacity', isDim ? 0.35 : 0.92);
    this.map.setPaintProperty('doorsteps', 'circle-stroke-opacity', isDim ? 0.2 : 1);
    this.map.setPaintProperty('doorsteps-other', 'icon-opacity', isDim ? 0.35 : 1);
  }

  /** Draws the shelters; closed ones crossed out. */
  setShelters(shelters: ShelterFeature[], closed: ReadonlySet<string>): void {
    const order = ['candidate', 'mapped', 'official'];
    const features = shelters.flatMap(({ type, geometry, properties }) =>
      geometry
        ? [
            {
              type,
              geometry,
              properties: {
                id: properties.id,
                name: properties.name,
                standing: properties.standing,
                icon: shelterIcon(properties.standing, properties.offered, closed.has(properties.id)),
                order: order.indexOf(properties.standing),
              },
            },
          ]
        : [],
    );
    this.fill('shelters', { type: 'FeatureCollection', features });
  }

  /** Draws where somebody starts and the ways of the plans. */
  setPlans(from: Place | null, ways: FeatureCollection | null): void {
    const lines = (ways?.features ?? []).filter((way) => way.geometry !== null);
    this.fill('plans', { type: 'FeatureCollection', features: lines });
    const marks = from ? [mark(from, 'start', 9)] : [];
    for (const way of lines) {
      if (way.geometry.type !== 'LineString') continue;
      const [lon, lat] = way.geometry.coordinates.at(-1) ?? [];
      const letter = String(way.properties?.plan ?? '');
      if (lon !== undefined && lat !== undefined)
        marks.push(mark({ lat, lon }, `pin-${letter}`, -letter.charCodeAt(0)));
    }
    this.fill('marks', { type: 'FeatureCollection', features: marks });
    this.dimDoorsteps(lines.length > 0);
  }

  /** Draws the streets that were closed by hand. */
  setClosed(streets: MultiLineString | null): void {
    const feature = streets && { type: 'Feature' as const, geometry: streets, properties: {} };
    this.fill('closed', feature ? { type: 'FeatureCollection', features: [feature] } : NOTHING);
  }

  /** Draws the districts that people are counted by, each with its share in time. */
  setDistricts(districts: FeatureCollection | null): void {
    this.fill('districts', districts ?? NOTHING);
  }

  /** Draws loads, prices or losses of shelters, and where people are who have no place. */
  setEveryone(signs: FeatureCollection | null): void {
    this.fill('everyone', signs ?? NOTHING);
  }

  /** Draws where new shelters should be; their numbers come back with a click. */
  setSites(signs: FeatureCollection | null): void {
    this.fill('sites', signs ?? NOTHING);
  }

  /** Draws where the data are wrong; the numbers of the findings come back with a click. */
  setFindings(places: { number: number; place: Place }[]): void {
    const features = places.map(({ number, place }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [place.lon, place.lat] },
      properties: { number },
    }));
    this.fill('findings', { type: 'FeatureCollection', features });
  }

  /** Rings one place, as a finding. */
  ring(place: Place | null, covered: number): void {
    const others = this.data.marks.features.filter((one) => one.properties?.mark !== 'finding');
    this.fill('marks', {
      type: 'FeatureCollection',
      features: place ? [...others, mark(place, 'finding', 0)] : others,
    });
    if (place) this.show([place], covered, 17);
  }

  /** Moves so that all these places are seen. `start` is how much of the start side is covered. */
  show(places: Place[], start = 0, nearest = 17.5): void {
    const bounds = new maplibregl.LngLatBounds();
    for (const { lat, lon } of places) bounds.extend([lon, lat]);
    if (bounds.isEmpty()) return;
    const room = Math.min(this.box.clientWidth - start, this.box.clientHeight) / 6;
    const padding = this.padding(Math.max(24, Math.min(90, room)), start);
    // Pins stand above their places.
    this.map.fitBounds(bounds, { padding: { ...padding, top: padding.top + 24 }, maxZoom: nearest });
  }

  private padding(all: number, start: number): { top: number; bottom: number; left: number; right: number } {
    const isRtl = document.documentElement.dir === 'rtl';
    // The legend lies on the other side where there is room for both.
    const legend = start > 0 && this.box.clientWidth > 1100 ? LEGEND : 0;
    const [left, right] = isRtl ? [legend, start] : [start, legend];
    return { top: all, bottom: all, left: all + left, right: all + right };
  }

  /** The names of the streets that the map shows now. */
  streetsInView(): { name: string; place: Place }[] {
    if (!this.isReady) return [];
    const found = new Map<string, Place>();
    for (const street of this.map.querySourceFeatures('city', { sourceLayer: 'street' })) {
      const name: unknown = street.properties.name;
      if (typeof name !== 'string' || !name || found.has(name) || street.geometry.type !== 'LineString')
        continue;
      const line = street.geometry.coordinates;
      const [lon, lat] = line[Math.floor(line.length / 2)] ?? [];
      if (lon !== undefined && lat !== undefined) found.set(name, { lat, lon });
    }
    return [...found].map(([name, place]) => ({ name, place }));
  }

  zoom(by: number): void {
    this.map.zoomTo(this.map.getZoom() + by);
  }

  /** What is drawn now, as an address of a picture, for paper. */
  picture(covered: number): string {
    this.map.redraw();
    const drawn = this.map.getCanvas();
    const scale = drawn.width / Math.max(1, drawn.clientWidth);
    // What lies below panel and legend is beside the matter.
    const { left, right } = this.padding(0, covered);
    const paper = document.createElement('canvas');
    paper.width = Math.max(1, drawn.width - (left + right) * scale);
    paper.height = drawn.height;
    paper.getContext('2d')?.drawImage(drawn, -left * scale, 0);
    return paper.toDataURL('image/png');
  }

  /** Lets go of everything. */
  remove(): void {
    this.map.remove();
  }

  resize(): void {
    this.map.resize();
  }
}

function mark({ lat, lon }: Place, name: string, order: number): FeatureCollection['features'][number] {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { mark: name, order },
  };
}

/** The corners of a region for the map. */
export function boundsOf(region: RegionInfo): LngLatBoundsLike | null {
  if (!region.bounds) return null;
  const { min, max } = region.bounds;
  return [
    [min.lon_e7 / 1e7, min.lat_e7 / 1e7],
    [max.lon_e7 / 1e7, max.lat_e7 / 1e7],
  ];
}
