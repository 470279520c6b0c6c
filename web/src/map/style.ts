// The style of the map: the region's own tiles, drawn with letters of our own. Nothing comes from
// elsewhere.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { query, type Which } from '../api';
import { mapFonts } from '../fonts';
import { ground, looks, PLAN_LINES, type Theme } from './colours';

/** Where the tiles of one of two cities are. */
function cityTiles(city: Which): string {
  return `${location.origin}/v1/tiles/{z}/{x}/{y}.mvt${query({ city })}`;
}

/** Where the doorsteps' tiles are; changes with the question. */
export function doorstepTiles(parameters: string): string {
  return `${location.origin}/v1/tiles/doorsteps/{z}/{x}/{y}.mvt${parameters}`;
}

// The classes of docs/tiles.md.
const MAJOR = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'road'];
const PATHS = ['path', 'pedestrian'];
/** Ways straight across a square: computed, nothing to see on the ground. */
const UNSEEN = 'square';

const grows = (...stops: [number, number | ExpressionSpecification][]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;

/** Tiles are made down to this zoom; nearer ones are cut out of them. */
const DEEPEST_TILE = 16;

/** The whole style for a theme. */
export function style(theme: Theme, doorsteps: string, city: Which): StyleSpecification {
  const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } };
  return {
    version: 8,
    'font-faces': mapFonts(),
    sources: {
      city: { type: 'vector', tiles: [cityTiles(city)], maxzoom: DEEPEST_TILE },
      doorsteps: { type: 'vector', tiles: [doorstepTiles(doorsteps)], maxzoom: DEEPEST_TILE },
      shelters: { ...empty, promoteId: 'id' },
      plans: empty,
      marks: empty,
      closed: empty,
      districts: empty,
      findings: empty,
      everyone: empty,
      sites: empty,
    },
    layers: [
      ...groundLayers(theme),
      ...streetLayers(theme),
      ...closedLayers(theme),
      ...doorstepLayers(theme),
      ...planLayers(theme),
      ...labelLayers(theme),
      ...everyoneLayers(theme),
      ...siteLayers(theme),
      ...markLayers(theme),
      ...districtLayers(theme),
    ],
  } as unknown as StyleSpecification;
}

function groundLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  return [
    { id: 'land', type: 'background', paint: { 'background-color': c.land } },
    {
      id: 'green',
      type: 'fill',
      source: 'city',
      'source-layer': 'green',
      paint: {
        'fill-color': [
          'match',
          ['get', 'class'],
          ['wood', 'scrub'],
          c.wood,
          ['sand', 'rock'],
          c.sand,
          c.green,
        ],
      },
    },
    {
      id: 'bare',
      type: 'fill',
      source: 'city',
      'source-layer': 'bare',
      paint: { 'fill-color': c.sand },
    },
    { id: 'water', type: 'fill', source: 'city', 'source-layer': 'water', paint: { 'fill-color': c.water } },
    {
      id: 'waterway',
      type: 'line',
      source: 'city',
      'source-layer': 'waterway',
      paint: { 'line-color': c.water, 'line-width': grows([12, 0.8], [18, 8]) },
    },
    {
      id: 'building',
      type: 'fill',
      source: 'city',
      'source-layer': 'building',
      minzoom: 13,
      paint: {
        'fill-color': c.building,
        'fill-outline-color': c.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.3, 14.5, 1],
      },
    },
    {
      id: 'forbidden',
      type: 'fill',
      source: 'city',
      'source-layer': 'forbidden',
      paint: { 'fill-color': c.forbidden, 'fill-opacity': 0.22 },
    },
    {
      id: 'forbidden-edge',
      type: 'line',
      source: 'city',
      'source-layer': 'forbidden',
      paint: { 'line-color': c.forbidden, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
    {
      id: 'rail',
      type: 'line',
      source: 'city',
      'source-layer': 'rail',
      minzoom: 12,
      paint: { 'line-color': c.rail, 'line-width': grows([12, 0.6], [18, 3]) },
    },
  ];
}

function streetLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  const street = { type: 'line' as const, source: 'city', 'source-layer': 'street' };
  const isMajor: ExpressionSpecification = ['in', ['get', 'class'], ['literal', MAJOR]];
  const isPath: ExpressionSpecification = ['in', ['get', 'class'], ['literal', PATHS]];
  // Motorways are closed to everybody always: that is no news.
  const isClosed: ExpressionSpecification = [
    'all',
    ['==', ['get', 'closed'], true],
    ['!', ['in', ['get', 'class'], ['literal', ['motorway', 'road']]]],
  ];
  const isStreet: ExpressionSpecification = [
    'all',
    ['!', isPath],
    ['!', isMajor],
    ['!=', ['get', 'class'], UNSEEN],
  ];
  const isService: ExpressionSpecification = ['==', ['get', 'class'], 'service'];
  const narrow = (width: number): ExpressionSpecification => ['case', isService, width * 0.55, width];
  const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const };
  return [
    {
      ...street,
      id: 'street-casing',
      filter: isStreet,
      minzoom: 11.5,
      layout: round,
      paint: {
        'line-color': c.casing,
        'line-width': grows([11.5, 0.5], [13, 1.8], [16, narrow(7.5)], [19, narrow(28)]),
      },
    },
    {
      ...street,
      id: 'major-casing',
      filter: isMajor,
      layout: round,
      paint: { 'line-color': c.casing, 'line-width': grows([11, 1.6], [16, 11], [19, 38]) },
    },
    {
      ...street,
      id: 'path',
      filter: isPath,
      minzoom: 14,
      paint: {
        'line-color': c.path,
        'line-width': grows([14, 0.6], [18, 3]),
        'line-dasharray': [
          'case',
          ['any', ['==', ['get', 'steps'], true], ['==', ['get', 'class'], 'steps']],
          ['literal', [0.5, 0.5]],
          ['literal', [3, 1.5]],
        ],
      },
    },
    {
      ...street,
      id: 'street',
      filter: isStreet,
      layout: round,
      paint: { 'line-color': c.street, 'line-width': grows([12, 0.6], [16, narrow(5.5)], [19, narrow(24)]) },
    },
    {
      ...street,
      id: 'major',
      filter: isMajor,
      layout: round,
      paint: { 'line-color': c.major, 'line-width': grows([11, 1], [16, 8.5], [19, 34]) },
    },
    {
      ...street,
      id: 'street-closed',
      filter: isClosed,
      paint: { 'line-color': c.forbidden, 'line-width': grows([12, 1.5], [18, 7]), 'line-dasharray': [1, 1] },
    },
  ];
}

/** Streets that were closed by hand, to try what changes. */
function closedLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  return [
    {
      id: 'closed',
      type: 'line',
      source: 'closed',
      layout: { 'line-cap': 'butt' },
      paint: {
        'line-color': c.forbidden,
        'line-width': grows([11, 2], [16, 7], [19, 22]),
        'line-opacity': 0.85,
      },
    },
    {
      id: 'closed-bars',
      type: 'line',
      source: 'closed',
      paint: {
        'line-color': c.paper,
        'line-width': grows([11, 1], [16, 3], [19, 10]),
        'line-dasharray': [0.8, 1.2],
      },
    },
  ];
}

/** Districts that people are counted by. */
function districtLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  return [
    {
      id: 'districts',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': c.label, 'line-width': grows([10, 1.2], [16, 3]), 'line-dasharray': [4, 2] },
    },
    {
      id: 'district-names',
      type: 'symbol',
      source: 'districts',
      layout: {
        'text-field': ['concat', ['get', 'name'], '\n', ['get', 'share']],
        'text-font': ['Noto Sans Semibold'],
        'text-size': 14,
        // More than anything else this is what one looks for.
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': c.label, 'text-halo-color': c.halo, 'text-halo-width': 2 },
    },
  ];
}

/** Signs of shelters, as large as what they tell, and people without a place. */
function everyoneLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];
  return [
    {
      id: 'everyone',
      type: 'circle',
      source: 'everyone',
      paint: {
        'circle-radius': [
          'case',
          is('without'),
          ['+', 3, ['*', 14, ['get', 'size']]],
          ['+', 6, ['*', 24, ['get', 'size']]],
        ],
        'circle-color': ['case', is('without'), c.forbidden, is('full'), c.finding, c.shelter],
        'circle-opacity': ['case', is('without'), 0.25, 0.35],
        'circle-stroke-color': ['case', is('without'), c.forbidden, is('full'), c.finding, c.shelter],
        'circle-stroke-width': ['case', is('without'), 1, 2],
      },
    },
    {
      id: 'everyone-words',
      type: 'symbol',
      source: 'everyone',
      // From afar the circles tell enough, and their numbers would hide each other.
      filter: ['any', ['!', is('without')], ['>=', ['zoom'], 15]],
      layout: {
        'text-field': ['get', 'words'],
        'text-font': ['Noto Sans Semibold'],
        'text-size': ['case', is('without'), 11, 13],
        'text-offset': ['case', is('without'), ['literal', [0, 0]], ['literal', [0, -1.8]]],
        'symbol-sort-key': ['-', ['case', is('without'), 10, 0], ['get', 'size']],
      },
      paint: {
        'text-color': ['case', is('without'), c.forbidden, is('full'), c.finding, c.shelter],
        'text-halo-color': c.halo,
        'text-halo-width': 2,
      },
    },
  ];
}

/** Signs of new shelters: discs with their numbers, the first on top. */
function siteLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  const source = 'sites';
  return [
    {
      id: 'sites',
      type: 'circle',
      source,
      layout: { 'circle-sort-key': ['-', 0, ['get', 'rank']] },
      paint: {
        'circle-radius': ['+', 9, ['*', 9, ['get', 'size']]],
        'circle-color': c.shelter,
        'circle-stroke-color': c.halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'sites-words',
      type: 'symbol',
      source,
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': ['Noto Sans Semibold'],
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      paint: { 'text-color': c.halo },
    },
  ];
}

function doorstepLayers(theme: Theme): LayerSpecification[] {
  const all = looks(theme);
  const base = { source: 'doorsteps', 'source-layer': 'doorstep' };
  const discs = all.flatMap((look, index) => (look.shape === 'disc' ? [index, look.colour] : []));
  return [
    {
      ...base,
      id: 'doorsteps',
      type: 'circle',
      filter: ['<', ['get', 'class'], 9],
      // The worst on top: a dot hidden by a better one would flatter.
      layout: { 'circle-sort-key': ['get', 'class'] },
      paint: {
        'circle-color': [
          'match',
          ['get', 'class'],
          ...discs,
          '#000000',
        ] as unknown as ExpressionSpecification,
        'circle-radius': grows([11, 1.2], [14, 2.6], [16, 4.6], [18, 8]),
        'circle-stroke-color': theme === 'light' ? '#ffffff' : '#000000',
        'circle-stroke-width': grows([13, 0], [16, 0.9]),
        'circle-opacity': 0.92,
      },
    },
    {
      ...base,
      id: 'doorsteps-other',
      type: 'symbol',
      filter: ['>=', ['get', 'class'], 9],
      layout: {
        'icon-image': ['concat', 'class-', ['to-string', ['get', 'class']]],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.25, 14, 0.5, 17, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

function planLayers(theme: Theme): LayerSpecification[] {
  const casing = theme === 'light' ? '#ffffff' : '#0d0e10';
  // A way that leads nowhere in time must not invite.
  const opacity: ExpressionSpecification = ['case', ['==', ['get', 'answer'], 'late'], 0.45, 1];
  const layers: LayerSpecification[] = [];
  // The last first, so that plan A lies on top.
  for (const [index, line] of [...PLAN_LINES.entries()].reverse()) {
    const letter = String.fromCharCode(65 + index);
    const base = {
      type: 'line' as const,
      source: 'plans',
      filter: ['==', ['get', 'plan'], letter] as ExpressionSpecification,
    };
    const width = grows([12, 3], [16, index === 0 ? 7 : 5.5], [19, 11]);
    layers.push(
      {
        ...base,
        id: `plan-${letter}-casing`,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': casing, 'line-width': grows([12, 6], [16, 12], [19, 18]) },
      },
      {
        ...base,
        id: `plan-${letter}`,
        layout: { 'line-cap': line.dash && line.dash[0] > 1 ? 'butt' : 'round', 'line-join': 'round' },
        paint: {
          'line-color': line[theme],
          'line-opacity': opacity,
          'line-width': width,
          ...(line.dash ? { 'line-dasharray': [...line.dash] } : {}),
        },
      },
    );
  }
  return layers;
}

function labelLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  const halo = { 'text-halo-color': c.halo, 'text-halo-width': 1.6 };
  return [
    {
      id: 'street-name',
      type: 'symbol',
      source: 'city',
      'source-layer': 'street',
      minzoom: 12.6,
      // From afar only what leads through the city.
      filter: [
        'all',
        ['!=', ['coalesce', ['get', 'name'], ''], ''],
        [
          'step',
          ['zoom'],
          ['in', ['get', 'class'], ['literal', ['trunk', 'primary', 'secondary']]],
          13.6,
          ['in', ['get', 'class'], ['literal', MAJOR]],
          14.2,
          true,
        ],
      ],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': ['Noto Sans Regular'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10.5, 18, 14],
        'text-max-angle': 32,
        'text-padding': 6,
      },
      paint: { 'text-color': c.label, ...halo },
    },
    {
      id: 'place-name',
      type: 'symbol',
      source: 'city',
      'source-layer': 'place',
      maxzoom: 16.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': ['Noto Sans Semibold'],
        'text-size': ['match', ['get', 'class'], 'city', 18, 'town', 16, ['village', 'suburb'], 14, 12],
        'text-max-width': 8,
      },
      paint: { 'text-color': c.label, ...halo },
    },
  ];
}

function markLayers(theme: Theme): LayerSpecification[] {
  const c = ground(theme);
  const isPlan: ExpressionSpecification = ['!=', ['get', 'mark'], 'finding'];
  return [
    {
      id: 'shelters',
      type: 'symbol',
      source: 'shelters',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.45, 14, 0.8, 17, 1],
        'icon-allow-overlap': true,
        'text-field': ['step', ['zoom'], '', 15, ['coalesce', ['get', 'name'], '']],
        'text-font': ['Noto Sans Semibold'],
        'text-size': 12,
        'text-offset': [0, 1.2],
        'text-anchor': 'top',
        'text-optional': true,
        'text-max-width': 9,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: {
        'text-color': ['case', ['==', ['get', 'standing'], 'candidate'], c.candidate, c.shelter],
        'text-halo-color': c.halo,
        'text-halo-width': 1.8,
      },
    },
    {
      id: 'findings',
      type: 'symbol',
      source: 'findings',
      layout: {
        'icon-image': 'finding',
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 15, 1],
        // Beside the shelter that it is about.
        'icon-offset': [13, -13],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'finding-chosen',
      type: 'circle',
      source: 'marks',
      filter: ['==', ['get', 'mark'], 'finding'],
      paint: {
        'circle-radius': 15,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': c.forbidden,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      filter: isPlan,
      layout: {
        'icon-image': ['get', 'mark'],
        'icon-anchor': ['match', ['get', 'mark'], 'start', 'center', 'bottom'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
  ];
}
