import { expect, it } from 'vitest';
import { members, query } from '../src/api';
import { enough, roundStep } from '../src/planner/drawings';
import { share } from '../src/planner/tables';

it('marks axes at round numbers', () => {
  expect([7, 100, 27_607, 0.5].map((most) => roundStep(most, 4))).toEqual([2, 50, 10_000, 0.2]);
  expect(enough([0, 5, 99, 99, 100])).toBe(3);
  expect(enough([])).toBe(0);
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
