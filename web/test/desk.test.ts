// What the desk computes by itself: corners that are typed, numbers that are typed again, times in words;
// and that every text of its own is asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { read, written } from '../src/desk/place';
import { clock, minutesInWords, readNumber, span, useOffset } from '../src/desk/words';
import { bundleOf, speakFrom } from '../src/texts';
import { textFiles } from '../tools/texts.mjs';

const TEXTS = textFiles('en', 'desk')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

beforeAll(() => speakFrom([bundleOf('en', TEXTS)]));

describe('corners', () => {
  it('are read as they are written', () => {
    const corners: [number, number][] = [
      [60.17, 24.93],
      [-33.5, 151.2],
    ];
    expect(read(written(corners))).toEqual({ corners, wrong: null });
    expect(read(' 60.1 ; 24.9 \n\n60.2 25').corners).toEqual([
      [60.1, 24.9],
      [60.2, 25],
    ]);
  });

  it('that are none are told by their line', () => {
    for (const wrong of ['here', '60.1', '91,10', '10,181', '1e3,4', '60.1,24.9,7']) {
      expect(read(`60.1,24.9\n${wrong}`).wrong, wrong).toBe(2);
    }
    expect(read('1,1\n'.repeat(500)).corners.length).toBe(100);
  });
});

describe('numbers and times', () => {
  it('are read in the forms that people type', () => {
    expect(['7556', '7,556', '7 556', '7.556', '7’556', ' 7556 '].map(readNumber)).toEqual(
      Array(6).fill(7556),
    );
    expect(['', 'many', '-1', '7556x', '1'.repeat(20)].map(readNumber)).toEqual(Array(5).fill(null));
  });

  it('stand in words', () => {
    expect([0, 89, 90, 7199, 7200, 90000, -5].map(span)).toEqual([
      '0 s',
      '89 s',
      '1 min',
      '119 min',
      '2 h',
      '25 h',
      '0 s',
    ]);
    expect([10, 60, 120, 1440].map(minutesInWords)).toEqual(['10 min', '60 min', '2 h', '24 h']);
  });

  it('are those of the place, whatever the browser thinks', () => {
    useOffset(120);
    expect(clock(1_800_000_000, 1_800_000_000)).toBe('10:00:00');
    useOffset(-300);
    expect(clock(1_800_000_000, 1_800_086_400)).toMatch(/15.*03:00:00/);
    useOffset(0);
  });
});

it('every text of the desk is asked for', () => {
  const folder = new URL('../src/desk/', import.meta.url);
  const code = readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const beginnings = [...code.matchAll(/`(desk-[a-z0-9-]+-)\$\{/g)].map((found) => found[1] ?? '');
  const ids = [...TEXTS.matchAll(/^(desk-[a-z0-9-]+) =/gm)].map((found) => found[1] ?? '');
  expect(ids.length).toBeGreaterThan(80);
  for (const id of ids) {
    // The sections of the board are words of a list.
    const isSection = code.includes(`['${id.replace('desk-', '')}',`);
    const isAsked =
      isSection || code.includes(`'${id}'`) || beginnings.some((beginning) => id.startsWith(beginning));
    expect(isAsked, id).toBe(true);
  }
});
