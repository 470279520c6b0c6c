// The map of the desk: the ground of alerts on the city, and ground that is being drawn.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapOf, StyleSpecification } from 'maplibre-gl';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { RegionInfo } from '../api';
import { boundsOf } from '../map/city-map';
import type { Theme } from '../map/colours';
import { ground } from '../map/colours';
import { style as cityStyle } from '../map/style';
import type { Corner } from './place';
import type { Item, ZoneFacts } from './shapes';

maplibregl.setWorkerUrl(new URL(workerUrl, import.meta.url).href);

const SOURCES = ['zones', 'grounds', 'drawing'] as const;
type SourceName = (typeof SOURCES)[number];
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** How far an arrow key moves the map, in pixels; with Shift four times as far. */
const STEP = 30;

/** What a map is made of. */
export interface Setting {
  region: RegionInfo | null;
  theme: Theme;
  help: string;
  /** Somebody clicked, or pressed Enter: where, and on which zone. */
  choose: (corner: Corner, zone: string | null) => void;
}

/** The colours of a ground: real, practised, called into question. */
function colours(theme: Theme) {
  return theme === 'light'
    ? { live: '#b00020', drill: '#6a1b9a', hold: '#7a5200', draft: '#0b4fb3', zone: '#3d4654' }
    : { live: '#ff6b6b', drill: '#d9a3ff', hold: '#ffd266', draft: '#8ab4ff', zone: '#b6c0cf' };
}

/** A map of grounds. */
export class DeskMap {
  private readonly map: MapOf;
  private readonly data: Record<SourceName, FeatureCollection> = {
    zones: NOTHING,
    grounds: NOTHING,
    drawing: NOTHING,
  };
  private isReady = false;
  private theme: Theme;
  private readonly region: RegionInfo | null;

  constructor(
    private readonly box: HTMLElement,
    { region, theme, help, choose }: Setting,
  ) {
    this.theme = theme;
    this.region = region;
    const bounds = region ? boundsOf(region) : null;
    this.map = new maplibregl.Map({
      container: box,
      style: deskStyle(theme, region !== null),
      ...(bounds ? { bounds, fitBoundsOptions: { padding: 16 } } : {}),
      maxZoom: 19.5,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      keyboard: false,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    const canvas = this.map.getCanvas();
    canvas.setAttribute('aria-label', help);
    canvas.style.cursor = 'crosshair';
    const chosen = (at: maplibregl.LngLat) => choose([at.lat, at.lng], this.zoneAt(this.map.project(at)));
    canvas.addEventListener('keydown', (event) => this.pressed(event, chosen));
    this.map.on('click', (event) => chosen(event.lngLat));
    this.map.on('style.load', () => {
      addHatching(this.map, this.theme);
      this.isReady = true;
      for (const name of SOURCES) this.put(name, this.data[name]);
    });
    const settle = () => {
      box.dataset.settled = 'yes';
      box.dataset.ground = this.drawnBox().join(',');
    };
    this.map.on('idle', settle);
    this.map.on('error', settle);
  }

  private fill(name: SourceName, data: FeatureCollection): void {
    // The board is drawn anew all the time, the map only where it has changed.
    const isSame = this.data[name] === data || JSON.stringify(this.data[name]) === JSON.stringify(data);
    if (isSame) return;
    this.put(name, data);
  }

  private put(name: SourceName, data: FeatureCollection): void {
    this.data[name] = data;
    delete this.box.dataset.settled;
    if (this.isReady) (this.map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  }

  private zoneAt(point: maplibregl.Point): string | null {
    if (!this.isReady) return null;
    const id: unknown = this.map.queryRenderedFeatures(point, { layers: ['zones'] })[0]?.properties.id;
    return typeof id === 'string' ? id : null;
  }

  /** Arrow keys move the map below the cross in its middle, Enter chooses what is there. */
  private pressed(event: KeyboardEvent, chosen: (at: maplibregl.LngLat) => void): void {
    const far = event.shiftKey ? STEP * 4 : STEP;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-far, 0],
      ArrowRight: [far, 0],
      ArrowUp: [0, -far],
      ArrowDown: [0, far],
    };
    const move = moves[event.key];
    if (move) this.map.panBy(move, { duration: 0 });
    else if (event.key === '+' || event.key === '=') this.zoom(1);
    else if (event.key === '-') this.zoom(-1);
    else if (event.key === 'Enter') chosen(this.map.getCenter());
    else return;
    event.preventDefault();
  }

  /** Other colours. */
  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.isReady = false;
    this.map.setStyle(deskStyle(theme, this.region !== null), { diff: false });
  }

  /** The zones that can be named, with the chosen ones marked; none where none are to be chosen. */
  setZones(
    zones: FeatureCollection<Polygon | MultiPolygon | null, ZoneFacts> | null,
    chosen: string[],
  ): void {
    const features = (zones?.features ?? []).flatMap((zone) =>
      zone.geometry
        ? [
            {
              ...zone,
              geometry: zone.geometry,
              properties: { ...zone.properties, chosen: chosen.includes(zone.properties.id) },
            },
          ]
        : [],
    );
    this.fill('zones', { type: 'FeatureCollection', features });
  }

  /** The ground of messages. */
  setGrounds(items: readonly Pick<Item, 'area' | 'world' | 'state'>[]): void {
    const features = items.flatMap(({ area, world, state }): Feature<MultiPolygon>[] =>
      area ? [{ type: 'Feature', geometry: area, properties: { look: lookOf(world, state) } }] : [],
    );
    this.fill('grounds', { type: 'FeatureCollection', features });
  }

  /** The box around the grounds that the map has drawn, in its pixels; for tests. */
  private drawnBox(): number[] {
    const drawn = this.isReady ? this.map.queryRenderedFeatures({ layers: ['grounds'] }) : [];
    const box = new maplibregl.LngLatBounds();
    for (const { geometry } of drawn) {
      const polygons =
        geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : geometry.type === 'Polygon'
            ? [geometry.coordinates]
            : [];
      for (const [lon, lat] of polygons.flat(2))
        if (lon !== undefined && lat !== undefined) box.extend([lon, lat]);
    }
    if (box.isEmpty()) return [];
    const [southWest, northEast] = [
      this.map.project(box.getSouthWest()),
      this.map.project(box.getNorthEast()),
    ];
    return [southWest.x, southWest.y, northEast.x, northEast.y].map(Math.round);
  }

  /** Ground that is being drawn. */
  setDrawing(corners: readonly Corner[]): void {
    const points = corners.map(([lat, lon]) => [lon, lat]);
    const features: Feature[] = points.map((coordinates) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: {},
    }));
    const closed = points.length > 2 ? [...points, points[0] ?? []] : points;
    if (points.length > 1)
      features.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: closed },
        properties: {},
      });
    if (points.length > 2)
      features.push({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [closed] },
        properties: {},
      });
    this.fill('drawing', { type: 'FeatureCollection', features });
  }

  /** Moves so that these grounds are seen. */
  show(areas: readonly MultiPolygon[]): void {
    const bounds = new maplibregl.LngLatBounds();
    for (const ring of areas.flatMap((area) => area.coordinates.flat()))
      for (const [lon, lat] of ring) if (lon !== undefined && lat !== undefined) bounds.extend([lon, lat]);
    if (bounds.isEmpty()) return;
    this.move(bounds, 60);
  }

  /** Shows the whole region. */
  showAll(): void {
    const bounds = this.region ? boundsOf(this.region) : null;
    if (bounds) this.move(bounds, 16);
  }

  private move(bounds: maplibregl.LngLatBoundsLike, padding: number): void {
    delete this.box.dataset.settled;
    this.map.fitBounds(bounds, { padding, maxZoom: 16, animate: false });
    // Also where nothing moves there is an end to wait for.
    this.map.triggerRepaint();
  }

  zoom(by: number): void {
    this.map.zoomTo(this.map.getZoom() + by, { duration: 0 });
  }

  resize(): void {
    this.map.resize();
  }
}

function lookOf(world: string, state: string): string {
  if (world !== 'live') return 'drill';
  if (state === 'draft' || state === 'pending') return 'draft';
  return state === 'in-force' ? 'live' : 'hold';
}

const LOOKS = ['live', 'drill', 'hold', 'draft'] as const;

/** Stripes that run each their own way, so that grounds are told apart without colours. */
function addHatching(map: MapOf, theme: Theme): void {
  const all = colours(theme);
  for (const look of LOOKS) {
    const image = stripes(all[look], look);
    const name = `hatch-${look}`;
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
  }
}

function stripes(colour: string, look: (typeof LOOKS)[number]): ImageData | null {
  const size = look === 'drill' ? 32 : 24;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.globalAlpha = 0.16;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, size, size);
  pen.globalAlpha = look === 'live' ? 0 : 0.4;
  pen.strokeStyle = colour;
  pen.lineWidth = look === 'drill' ? 8 : 3;
  const leans = look === 'drill' ? 1 : -1;
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift, leans > 0 ? size : 0);
    pen.lineTo(shift + size, leans > 0 ? 0 : size);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}

function deskStyle(theme: Theme, hasRegion: boolean): StyleSpecification {
  const city = cityStyle(theme, '', null);
  const empty = { type: 'geojson' as const, data: NOTHING };
  const sourceOf = (layer: LayerSpecification) => ('source' in layer ? String(layer.source) : '');
  // The ground and the city itself; whatever else the planner's map has is not here.
  const isHere = (layer: LayerSpecification) =>
    sourceOf(layer) === '' || (hasRegion && sourceOf(layer) === 'city');
  const base = city.layers.filter(isHere);
  // Grounds lie below the names.
  const names = base.filter((layer) => layer.type === 'symbol');
  const rest = base.filter((layer) => layer.type !== 'symbol');
  const sources = Object.entries(city.sources).filter(([name]) => name === 'city' && hasRegion);
  return {
    ...city,
    sources: { ...Object.fromEntries(sources), zones: empty, grounds: empty, drawing: empty },
    layers: [...rest, ...groundLayers(theme), ...names, ...zoneNames(theme)],
  };
}

function groundLayers(theme: Theme): LayerSpecification[] {
  const all = colours(theme);
  const colour = ['match', ['get', 'look'], ...LOOKS.flatMap((look) => [look, all[look]]), all.live];
  const isChosen = ['==', ['get', 'chosen'], true];
  return [
    {
      id: 'zones',
      type: 'fill',
      source: 'zones',
      paint: { 'fill-color': all.draft, 'fill-opacity': ['case', isChosen, 0.12, 0.03] },
    },
    {
      id: 'zone-edges',
      type: 'line',
      source: 'zones',
      paint: { 'line-color': all.zone, 'line-width': ['case', isChosen, 3, 1.4], 'line-dasharray': [3, 2] },
    },
    {
      id: 'grounds',
      type: 'fill',
      source: 'grounds',
      paint: { 'fill-pattern': ['concat', 'hatch-', ['get', 'look']] },
    },
    {
      id: 'ground-edges',
      type: 'line',
      source: 'grounds',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 3.5 },
    },
    {
      id: 'drawing',
      type: 'fill',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': all.draft, 'fill-opacity': 0.25 },
    },
    {
      id: 'drawing-edges',
      type: 'line',
      source: 'drawing',
      paint: { 'line-color': all.draft, 'line-width': 3 },
    },
    {
      id: 'drawing-corners',
      type: 'circle',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 6,
        'circle-color': ground(theme).paper,
        'circle-stroke-color': all.draft,
        'circle-stroke-width': 3,
      },
    },
  ] as LayerSpecification[];
}

function zoneNames(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  return [
    {
      id: 'zone-names',
      type: 'symbol',
      source: 'zones',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Noto Sans Semibold'],
        'text-size': 14,
        'text-max-width': 8,
      },
      paint: { 'text-color': c.label, 'text-halo-color': c.halo, 'text-halo-width': 2 },
    },
  ];
}
