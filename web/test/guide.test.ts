import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import type { Plan } from '../src/api';
import { whereabouts } from '../src/guide/follow';
import { isRelay, readIndex } from '../src/guide/live';
import { spread } from '../src/guide/model';
import { packFile, readManifest, readPackFile } from '../src/guide/pack';
import { qrCode } from '../src/guide/qr';
import type { Planned } from '../src/guide/shapes';
import sentences from '../src/guide/tourist.json';
import { View } from '../src/guide/view';
import { judged, running } from '../src/guide/words';

const planned = (totals: number[], left: number, alternatives: string[] = []): Planned => {
  const plans = totals.map((total, index) => ({
    plan: 'ABCDE'[index],
    shelter: `s${index}`,
    time_ds: total - 100,
    minutes: 1,
    total_ds: total,
    answer: judged(total, left),
  })) as Plan[];
  const first = { kind: 'plan' as const, plan: 'A', answer: judged(totals[0] ?? 0, left) };
  const steps = Object.fromEntries(plans.map(({ plan }) => [plan, [`of ${plan}`]]));
  const route = { plans, budget: { time_ds: left, from: 'city', zone: null }, plan_0: { answer: null } };
  return { route, first, alternatives, in_words: [], spoken: [], steps } as unknown as Planned;
};

it('judges as the rules do', () => {
  expect([700, 701, 900, 901, 1000, 1001].map((total) => judged(total, 1000))).toEqual([
    'go',
    'go-at-once',
    'go-at-once',
    'only-if-already-outside',
    'only-if-already-outside',
    'late',
  ]);
  expect(running(-3)).toBe('0:00');
  expect(running(460.9)).toBe('7:40');
});

it('keeps plan A and shows the others in this doorstep’s order', () => {
  const shown = spread(planned([300, 400, 500, 600, 700], 5000, ['D', 'B', 'C', 'E']));
  expect(shown.route.plans.map((plan) => [plan.plan, plan.shelter])).toEqual([
    ['A', 's0'],
    ['B', 's3'],
    ['C', 's1'],
  ]);
  expect(shown.steps).toEqual({ A: ['of A'], B: ['of D'], C: ['of B'] });
});

it('takes no manifest that reaches outside or is too large', () => {
  const file = (path: string, len = 4) => JSON.stringify({ files: [{ path, sha256: 'a'.repeat(64), len }] });
  expect(readManifest(file('data/city-1.bin')).files[0]?.role).toBe('city');
  for (const path of ['../x', '/x', 'https://a/b', 'a//b', 'a/../b', ''])
    expect(() => readManifest(file(path)), path).toThrow();
  expect(() => readManifest(file('x', 300 << 20))).toThrow();
  for (const text of ['', '[]', 'null', '{"files":[]}', '{"files":[{}]}'])
    expect(() => readManifest(text), text).toThrow();
});

it('reads a pack that was saved as a file, and no damaged one', async () => {
  const bytes = new TextEncoder().encode('city');
  const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const text = JSON.stringify({ name: 'x', files: [{ path: 'city.bin', sha256, len: 4, role: 'city' }] });
  const pack = { manifest: readManifest(text), text, files: new Map([['city.bin', bytes]]), parts: {} };
  const saved = new Uint8Array(await packFile(pack).arrayBuffer());
  const read = await readPackFile(saved);
  expect(new TextDecoder().decode(read.parts.city)).toBe('city');
  for (let at = 0; at < saved.length; at++) {
    const damaged = saved.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    const again = await readPackFile(damaged).catch(() => null);
    // A changed letter of the city's name is a name; no file is ever another.
    if (again) expect(new TextDecoder().decode(again.files.values().next().value)).toBe('city');
    await expect(readPackFile(saved.slice(0, at))).rejects.toThrow();
  }
});

it('reads an index of alerts and nothing that leaves the folder', () => {
  const index = readIndex({
    files: ['a.dsse.json', 'a.cap.xml', 'root1.dsse.json', '../b.dsse.json', 'active-1.dsse.json', 7],
    messages: [{ envelope: 'https://x/y' }, null],
  });
  expect(index.messages).toEqual([{ envelope: 'a.dsse.json', cap: 'a.cap.xml' }]);
  expect(index.active).toEqual(['active-1.dsse.json']);
  for (const odd of [null, 1, [], 'x']) expect(readIndex(odd).messages).toEqual([]);
});

it('draws codes of every size it knows, and none that is too long', () => {
  expect(qrCode('a')?.length).toBe(21);
  expect(qrCode('x'.repeat(412))?.length).toBe(77);
  expect(qrCode('x'.repeat(413))).toBeNull();
  // An unrelated reader reads them back.
  for (const length of [1, 14, 26, 62, 106, 122, 180, 213, 251, 330, 412]) {
    const text = 'https://city.example/#at=60.1699,24.9384 '.repeat(11).slice(0, length);
    const rows = qrCode(text) ?? [];
    const [size, scale] = [rows.length + 8, 4];
    const pixels = new Uint8ClampedArray(size * size * scale * scale * 4).fill(255);
    for (let y = 0; y < size * scale; y++)
      for (let x = 0; x < size * scale; x++)
        if (rows[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4])
          pixels.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
    expect(jsQR(pixels, size * scale, size * scale)?.data, String(length)).toBe(text);
  }
});

it('says the core sentences in fifteen languages, each in its own letters', () => {
  const all = Object.entries(sentences);
  expect(all.length).toBe(15);
  for (const [tag, { name, words }] of all) {
    expect(words.length, tag).toBe(10);
    expect(name, tag).not.toBe('');
    for (const sentence of words) expect(sentence.length, tag).toBeLessThan(120);
    expect(new Set(words).size, tag).toBe(10);
  }
});

it('finds the next turn by position, and says when nobody is on the way', () => {
  // 100 m east, 100 m north, then the door.
  const [east, north] = [100 / (111_320 * Math.cos(Math.PI / 3)), 100 / 111_320];
  const line = [
    [24, 60],
    [24 + east, 60],
    [24 + east, 60 + north],
  ];
  const step = (turn: string, lat: number, lon: number) => ({ turn, words: turn, metres: 100, lat, lon });
  const steps = [
    step('east', 60, 24),
    step('left', 60, 24 + east),
    { ...step('in', 60 + north, 24 + east), metres: null },
  ];
  const at = (x: number, y: number) => ({ lat: 60 + north * y, lon: 24 + east * x, accuracy_m: 10 });
  const found = (x: number, y: number) => whereabouts(line, steps, at(x, y));
  expect(found(0, 0)).toMatchObject({ step: 0, off: null });
  expect(found(0.5, 0)).toMatchObject({ step: 1, off: null });
  expect(Math.round(found(0.5, 0)?.metres ?? 0)).toBe(50);
  expect(found(1, 0.5)).toMatchObject({ step: 2, off: null });
  expect(found(1, 1)).toMatchObject({ step: 2, metres: 0 });
  expect(found(0.2, 0.9)?.off).toBeGreaterThan(60);
  expect(whereabouts([], steps, at(0, 0))).toBeNull();
  expect(whereabouts(line, [], at(0, 0))).toBeNull();
});

it('zooms around what lies under a finger, and shows all of a way', () => {
  const view = new View();
  [view.width, view.height] = [400, 300];
  view.fit([
    { lat: 60, lon: 24 },
    { lat: 60.01, lon: 24.01 },
  ]);
  for (const [lat, lon] of [
    [60, 24],
    [60.01, 24.01],
  ] as const) {
    const [x, y] = view.spot(lat, lon);
    expect(x > 0 && x < 400 && y > 0 && y < 300).toBe(true);
  }
  const under = view.placeAt(80, 60);
  view.zoom(0.5, 80, 60);
  const [x, y] = view.spot(under.lat, under.lon);
  expect([Math.round(x), Math.round(y)]).toEqual([80, 60]);
});

it('asks hosts that a ring may name, and nothing else', () => {
  for (const relay of ['https://relay.example', 'https://a.b-c.example:8443/'])
    expect(isRelay(relay)).toBe(true);
  for (const other of [
    'http://relay.example',
    'https://relay.example/x',
    'https://relay.example?x',
    'https://a@relay.example',
    'https://relay.example:',
    '//relay.example',
    'javascript:1',
    '',
  ])
    expect(isRelay(other)).toBe(false);
});
