import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { lengthInWords, minutesUp, placeInWords, readPlace, readSeconds, timeInWords } from '../src/measure';
import { bundleOf, speakFrom } from '../src/texts';
import { textFiles } from '../tools/texts.mjs';

beforeAll(() => {
  speakFrom([
    bundleOf(
      'en',
      textFiles('en')
        .map((file: string) => readFileSync(file, 'utf8'))
        .join('\n'),
    ),
  ]);
});

it('rounds times and lengths as the command does', () => {
  expect([0, 450, 899, 900, 2411, 6000].map(timeInWords)).toEqual([
    '0 s',
    '45 s',
    '1 min 30 s',
    '1 min 30 s',
    '4 min 2 s',
    '10 min',
  ]);
  expect([0, 1, 30, 31, 994, 995.001, 1000, 1201].map(lengthInWords)).toEqual([
    '0 m',
    '1 m',
    '30 m',
    '35 m',
    '995 m',
    '1.0 km',
    '1.0 km',
    '1.3 km',
  ]);
  expect([600, 601].map(minutesUp)).toEqual([1, 2]);
});

it('reads places as people type them, and nothing else', () => {
  expect(readPlace(' 60.17033, 24.94101 ')).toEqual({ lat: 60.17033, lon: 24.94101 });
  expect(readPlace('-30.03;-51.2')).toEqual({ lat: -30.03, lon: -51.2 });
  for (const bad of [
    '',
    '60',
    '91,0',
    '0,181',
    '60,17033,24',
    'Kaivokatu 1',
    '1e3,4',
    `${'9'.repeat(400)},1`,
  ])
    expect(readPlace(bad)).toBeNull();
  expect(placeInWords({ lat: 60.1703349, lon: -24.9 })).toBe('60.17033,-24.90000');
});

it('reads times as people type them, and nothing else', () => {
  expect(['90', '90 s', '5min', ' 10 min '].map(readSeconds)).toEqual([90, 90, 300, 600]);
  for (const bad of ['', '-1', '1.5min', '99999', '2000min', 'soon']) expect(readSeconds(bad)).toBeNull();
});
