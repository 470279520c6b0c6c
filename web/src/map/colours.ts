// The colours of the map, light and dark, and the nine bands of minutes.

/** Light or dark. */
export type Theme = 'light' | 'dark';

/** What a band or state of doorsteps looks like; shapes besides colours, for those who do not see them. */
export interface Look {
  colour: string;
  shape: 'disc' | 'ring' | 'cross' | 'square';
}

// "Inferno", each darker than the one before: light is near, dark is far, also in black and white. The
// same as in the pictures of `hinan coverage --map`.
const BANDS = [
  '#f6d746',
  '#fca50a',
  '#f37819',
  '#dd513a',
  '#bc3754',
  '#932667',
  '#6a176e',
  '#420a68',
  '#160b39',
];

// On a dark map the far must not sink into the ground: the other way around.
const BANDS_ON_DARK = [
  '#7a4fa3',
  '#9a50a8',
  '#bb4f98',
  '#d95586',
  '#ef6a68',
  '#fa8e52',
  '#fdb44b',
  '#fbdc6a',
  '#fdfbc4',
];

/** How classes 0 to 12 of a doorstep look. */
export function looks(theme: Theme): Look[] {
  const bands = (theme === 'light' ? BANDS : BANDS_ON_DARK).map(
    (colour): Look => ({ colour, shape: 'disc' }),
  );
  const ink = theme === 'light' ? '#111111' : '#ffffff';
  return [
    ...bands,
    { colour: ink, shape: 'cross' },
    { colour: theme === 'light' ? '#6b6b6b' : '#a6a6a6', shape: 'ring' },
    { colour: '#cc79a7', shape: 'cross' },
    { colour: theme === 'light' ? '#0072b2' : '#5cb8f0', shape: 'square' },
  ];
}

/** Plans A, B, C: a colour and a dash each, so that lines are told apart without colours. */
export const PLAN_LINES = [
  { light: '#0b57d0', dark: '#8ab4ff', dash: null },
  { light: '#b4480a', dark: '#ffb07c', dash: [2.2, 1.3] },
  { light: '#7a1fa2', dark: '#e0a6ff', dash: [0.1, 1.7] },
] as const;

/** The ground of the map. */
export function ground(theme: Theme) {
  return theme === 'light'
    ? {
        land: '#f6f4ef',
        water: '#b5d3e7',
        green: '#d8e8c8',
        wood: '#cbdfba',
        sand: '#f0e6cd',
        building: '#e6e0d7',
        buildingEdge: '#d6cec2',
        street: '#ffffff',
        major: '#fff3cf',
        casing: '#d9d4ca',
        path: '#c9bfb0',
        rail: '#b9b5c0',
        label: '#4a4a4f',
        waterLabel: '#3d6b8c',
        halo: '#ffffff',
        forbidden: '#8c0d0d',
        finding: '#a33b00',
        shelter: '#0b4fb3',
        candidate: '#5f4b8b',
        off: '#77777c',
        start: '#0b57d0',
        paper: '#ffffff',
      }
    : {
        land: '#1d1f23',
        water: '#20394d',
        green: '#23322a',
        wood: '#1f3027',
        sand: '#353026',
        building: '#2b2e34',
        buildingEdge: '#383c43',
        street: '#43474f',
        major: '#575449',
        casing: '#15171a',
        path: '#504c46',
        rail: '#4d4a57',
        label: '#c9ccd2',
        waterLabel: '#8db8d8',
        halo: '#15171a',
        forbidden: '#ff8a80',
        finding: '#ffb07c',
        shelter: '#8ab4ff',
        candidate: '#c6b3f2',
        off: '#8e9097',
        start: '#8ab4ff',
        paper: '#15171a',
      };
}
