import { expect, it } from 'vitest';
import { members, query } from '../src/api';
import { enough, roundStep } from '../src/planner/drawings';
import { siteSigns } from '../src/planner/sites';
import { share } from '../src/planner/tables';

it('marks axes at round numbers', () => {
  expect([7, 100, 27_607, 0.5].map((most) => roundStep(most, 4))).toEqual([2, 50, 10_000, 0.2]);
  expect(enough([0, 5, 99, 99, 100])).toBe(3);
  expect(enough([])).toBe(0);
});

it('draws new shelters as large as what they add, and none that has no place', () => {
  const site = (rank: number, adds: number, lat: number | null) => ({
    rank,
    node: `${rank}`,
    adds,
    lat,
    lon: lat,
  });
  const { features } = siteSigns([site(1, 100, 1), site(2, 25, null), site(3, 25, 2), site(4, -5, 3)]);
  expect(features.map((one) => one.properties)).toEqual([
    { rank: 1, size: 1 },
    { rank: 3, size: 0.5 },
    { rank: 4, size: 0 },
  ]);
  expect(siteSigns([]).features).toEqual([]);
});

it('never rounds a share up', () => {
  expect(share(999, 1000)).toBe('99%');
  expect(share(0, 0)).toBe('–');
});

it('leaves out what was not asked', () => {
  expect(query({ hazard: null, walker: 'older', at: ['a', 'b'], whatif: '' })).toBe(
    '?walker=older&at=a&at=b',
  );
  expect(
    members({
      hazard: null,
      walker: 'older',
      floor: 0,
      delay_s: 0,
      within_s: null,
      queue_s: null,
      inside: 'none' as const,
      at: null,
    }),
  ).toEqual({
    walker: 'older',
    delay_s: 0,
  });
});
