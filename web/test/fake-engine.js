// Stands in for the compiled engine while pages are tried out: a tiny city with answers in the form of
// docs/phone-api.md. Never shipped; served by tests instead of the worker.
const START = { lat: 60.17, lon: 24.94 };
const MINUTE = 600;
let inForce = [];
// Without a root nobody is believed.
let hasTrust = false;
// Addresses that the ring names: an envelope says them.
let relays = [];
const facts = {
  name: 'Kamppi rock shelter',
  address: 'Runeberginkatu 1',
  kind: 'civil-defence shelter',
  standing: 'official',
  status: 'unknown',
  hours: null,
  access: 'public',
  wheelchair: 'unknown',
  pets: 'unknown',
  capacity: 900,
  area_m2: null,
  good_for: ['air-raid'],
  underground: 'yes',
  checked: null,
  note: null,
  source: { file: 'list.csv', format: 'csv', date: '2026-05-01', row: 3 },
};
const WAY = [
  '40 m to the street',
  'left along Annankatu 120 m',
  'right along Eerikinkatu 210 m',
  'in at the entrance: 30 s to inside',
];
const answerOf = (total, left) =>
  total <= left * 0.7
    ? 'go'
    : total <= left * 0.9
      ? 'go-at-once'
      : total <= left
        ? 'only-if-already-outside'
        : 'late';
const LATE = {
  'air-raid': { danger: 'air-raid', do: 'inner-room' },
  'earthquake+tsunami': { danger: 'tsunami', do: 'highest-floor' },
  tsunami: { danger: 'tsunami', do: 'highest-floor' },
  untold: { danger: 'untold', do: 'inner-room-above-ground' },
};

function plans(question) {
  const hazard =
    { siren: 'air-raid', shaking: 'earthquake+tsunami', unknown: 'untold' }[question.situation] ??
    question.hazard;
  const whole = hazard === 'air-raid' ? 9 * MINUTE : 20 * MINUTE;
  const { alert } = question;
  let left = whole;
  if (alert)
    left = alert.impact_at ? (alert.impact_at - alert.now) * 10 : whole - (alert.now - alert.issued) * 10;
  left = Math.max(0, Math.min(left, whole));
  const { lat, lon } = question.from;
  const times = hazard === 'untold' ? [] : [2700, 4200, 5300];
  const list = times.map((time, index) => ({
    ...facts,
    name: ['Kamppi rock shelter', 'Erottaja shelter', 'Hakaniemi school'][index],
    plan: 'ABC'[index],
    shelter: `s${index}`,
    remark: null,
    time_ds: time,
    minutes: Math.ceil(time / 600),
    metres: time / 9,
    total_ds: time + 600,
    answer: answerOf(time + 600, left),
    late_by_ds: null,
    way: WAY,
  }));
  const best = list.find((plan) => plan.answer.startsWith('go'));
  const outside = list.find((plan) => plan.answer === 'only-if-already-outside');
  const first = best
    ? { kind: 'plan', plan: best.plan, answer: best.answer }
    : outside
      ? { kind: 'only-if-outside', plan: outside.plan, answer: outside.answer }
      : { kind: 'late' };
  const line = (index) => ({
    type: 'Feature',
    properties: { plan: 'ABC'[index] },
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [lon + 0.002, lat],
        [lon + 0.002 + index * 0.001, lat + 0.0015 * (index + 1) * (index % 2 ? -1 : 1)],
      ],
    },
  });
  const late = LATE[hazard] ?? LATE['air-raid'];
  return {
    route: {
      from: {
        lat,
        lon,
        metres_to_street: 12,
        street: 'Annankatu',
        isolated: false,
        nearer_to_edge_than_to_any_shelter: false,
        forbidden: false,
      },
      walker: question.walker ?? 'older',
      hazard,
      budget: { time_ds: left, from: 'city', zone: null },
      start_ds: 600,
      plan_0: {
        inside: 'unknown',
        shelter: null,
        name: null,
        remark: null,
        access: null,
        total_ds: null,
        answer: null,
        may_be_unstated: true,
      },
      plans: list,
      none: list.length ? null : 'None of this region’s shelters is offered.',
      on_arrival: null,
      late: best ? null : { answer: late, words: 'late words' },
      any_in_time: Boolean(best),
      attribution: [],
      warnings: [],
      lines: { type: 'FeatureCollection', features: list.map((_, index) => line(index)) },
    },
    time: { left_ds: left, whole_ds: whole, from: 'city', impact_at: null, ran_out: left === 0 },
    first,
    in_words: list.map((plan) => `Plan ${plan.plan}: ${plan.name}, ${plan.minutes} min`),
    spoken: WAY,
    alternatives: ['C', 'B'],
    closed_by_word: [],
    steps: Object.fromEntries(
      list.map((plan) => [
        plan.plan,
        WAY.map((words, index) => ({
          words,
          turn: ['east', 'left', 'right', 'in'][index],
          metres: [40, 120, 210, null][index],
          lat: lat + [0, 0, 0, 0.0015][index],
          lon: lon + [0, 0.0007, 0.002, 0.002][index],
        })),
      ]),
    ),
  };
}

function draw({ west, south, east, north }) {
  const streets = [];
  for (let lon = Math.floor(west * 500) / 500; lon < east; lon += 0.002)
    streets.push({
      kind: 'street',
      name: `Katu ${Math.round(lon * 500) % 40}`,
      line: [lon, south, lon, (south + north) / 2, lon, north].map((one) => Math.round(one * 1e7)),
    });
  for (let lat = Math.floor(south * 1000) / 1000; lat < north; lat += 0.001)
    streets.push({
      kind: 'street',
      name: '',
      line: [west, lat, east, lat].map((one) => Math.round(one * 1e7)),
    });
  return {
    areas: [
      {
        kind: 'park',
        rings: [
          [24.941, 60.1705, 24.943, 60.1705, 24.943, 60.1712, 24.941, 60.1712].map((one) =>
            Math.round(one * 1e7),
          ),
        ],
      },
    ],
    streets: streets.slice(0, 400),
    shelters: [
      { id: 'x', name: 'Narinkka', lat: 60.1706, lon: 24.9372, standing: 'official', offered: true },
      { id: 'y', name: 'Simonkatu', lat: 60.1692, lon: 24.9402, standing: 'candidate', offered: false },
    ],
    points: 100,
    more: false,
  };
}

const VERBS = {
  plans,
  draw: ({ bbox }) => draw(bbox),
  search: ({ words }) => ({
    found: [
      { kind: 'street', name: 'Annankatu', street: null, ...START, metres: 140 },
      { kind: 'shelter', name: 'Kamppi rock shelter', street: null, lat: 60.171, lon: 24.943, metres: 420 },
    ].filter((one) => one.name.toLowerCase().includes(words.toLowerCase().slice(0, 3))),
    more: false,
  }),
  confirm: ({ at }) => ({
    ...(at.doorstep ? START : at),
    inside_region: Math.abs((at.lat ?? 60.17) - 60.17) < 0.2,
    street: 'Annankatu',
    metres_to_street: 12,
    crossing: 'Eerikinkatu',
    near: { name: 'Kamppi', metres: 140, direction: 'west' },
    doorstep: null,
    words: 'x',
  }),
  pack_check: ({ manifest, current }) => ({
    do: JSON.parse(atob(manifest)).n > (current?.n ?? 0) ? 'take' : 'keep',
    because: 'older',
    pack: { is_signed: false },
  }),
  trust_begin: () => {
    hasTrust = true;
    return { now: 0, decisions: [] };
  },
  receive: ({ messages = [] }) => {
    if (!hasTrust) throw new Error('no-trust');
    for (const { envelope } of messages) {
      const read = JSON.parse(
        new TextDecoder().decode(Uint8Array.from(atob(envelope), (sign) => sign.charCodeAt(0))),
      );
      relays = read.relays ?? relays;
      if (read.signed && read.alert)
        inForce = [...inForce.filter((one) => one.name !== read.alert.name), read.alert];
    }
    return { now: 0, decisions: [], ring_relays: relays };
  },
  alerts: ({ clock, where }) => {
    const touched =
      where.remembered.length > 0
        ? { why: 'at-remembered', remembered: 0 }
        : { why: 'where-are-you', remembered: null };
    return {
      now: clock.device,
      digest: '',
      ring_relays: relays,
      ruling: 0,
      position: 'none',
      contact: { age_s: 0, is_lost: false },
      alerts: inForce.map((one) => ({
        ...one,
        ...(one.why ? {} : touched),
        alert: { issued: one.issued, impact_at: one.impact_at, now: clock.device },
      })),
    };
  },
  state_export: () => ({ state: JSON.stringify(inForce) }),
  state_import: ({ state }) => {
    inForce = JSON.parse(state);
    hasTrust = true;
    return { now: 0, decisions: [] };
  },
  switch: ({ question }) =>
    question.closed
      ? { do: 'switch', because: 'closed', to: 's1', plans: plans({ ...question, from: START }) }
      : { do: 'keep', because: 'same-is-best', plans: null },
};

self.onmessage = ({ data }) => {
  if (data.wasm) return self.postMessage({ answer: true });
  if (data.open)
    return self.postMessage({
      answer: {
        name: 'Helsinki',
        built: null,
        date: '2026-09-01',
        counts: {},
        sources: [],
        walkers: ['adult', 'adult-night', 'older', 'older-night', 'wheelchair'],
        default_walker: 'older',
        hazards: ['air-raid', 'tsunami', 'earthquake', 'flood', 'chemical', 'fire'],
        siren: 'air-raid',
        shaking: 'earthquake+tsunami',
        bbox: [24.9, 60.15, 24.98, 60.19],
        attribution: ['© OpenStreetMap contributors (ODbL-1.0)'],
        warnings: [],
        has_doorsteps: true,
      },
    });
  const verb = VERBS[data.ask.verb];
  self.postMessage({
    answer: verb ? verb(data.ask) : { error: { code: 'question', sentence: data.ask.verb } },
  });
};
