import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import type { Plan } from '../src/api';
import { readIndex } from '../src/guide/live';
import { slowed, spread } from '../src/guide/model';
import { packFile, readManifest, readPackFile } from '../src/guide/pack';
import { qrCode } from '../src/guide/qr';
import type { Planned } from '../src/guide/shapes';
import sentences from '../src/guide/tourist.json';
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
  const route = { plans, budget: { time_ds: left, from: 'city', zone: null }, plan_0: { answer: null } };
  return { route, first, alternatives, in_words: [], spoken: [] } as unknown as Planned;
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

it('never makes a plan faster for what was learned, and falls to the late answer', () => {
  const before = planned([600], 1000);
  expect(slowed(before, 0.5)).toBe(before);
  expect(slowed(before, 1)).toBe(before);
  const after = slowed(before, 1.5);
  expect(after.route.plans[0]?.total_ds).toBe(850);
  expect(after.first).toEqual({ kind: 'plan', plan: 'A', answer: 'go-at-once' });
  expect(slowed(before, 3).first).toEqual({ kind: 'late' });
});

it('keeps plan A and shows the others in this doorstep’s order', () => {
  const shown = spread(planned([300, 400, 500, 600, 700], 5000, ['D', 'B', 'C', 'E']));
  expect(shown.route.plans.map((plan) => [plan.plan, plan.shelter])).toEqual([
    ['A', 's0'],
    ['B', 's3'],
    ['C', 's1'],
  ]);
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
