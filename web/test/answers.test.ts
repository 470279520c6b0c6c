import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerInWords,
  factsInWords,
  hazardName,
  lateInWords,
  remarkOn,
  shelterTitle,
  walkerName,
  zeroInWords,
} from '../src/answers';
import type { Plans, ShelterFacts } from '../src/api';
import { bundleOf, speakFrom } from '../src/texts';
import { textFiles } from '../tools/texts.mjs';

beforeAll(() => {
  const whole = textFiles('en')
    .map((file: string) => readFileSync(file, 'utf8'))
    .join('\n');
  speakFrom([bundleOf('en', whole)]);
});

const unknown: ShelterFacts = {
  name: null,
  address: null,
  kind: null,
  standing: 'official',
  status: 'unknown',
  hours: null,
  access: 'unknown',
  wheelchair: 'unknown',
  pets: 'unknown',
  capacity: null,
  good_for: [],
  underground: 'unknown',
  checked: null,
  source: null,
};

const plans: Plans = {
  from: {
    lat: 60,
    lon: 24,
    metres_to_street: 0,
    street: null,
    isolated: false,
    nearer_to_edge_than_to_any_shelter: false,
    forbidden: false,
  },
  walker: 'older',
  hazard: 'tsunami',
  budget: { time_ds: 6000, from: 'asked', zone: null },
  start_ds: 300,
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
  on_arrival: null,
  any_in_time: false,
  plans: [],
  none: 'None.',
  late: { answer: { danger: 'tsunami', do: 'highest-floor' }, words: 'from the server' },
  attribution: [],
  warnings: [],
};

describe('a plan against the clock', () => {
  it('never promises more to spare than there is', () => {
    expect(answerInWords('go', 101, 1000)).toBe('in time, 89 s to spare');
    expect(answerInWords('late', 1001, 1000)).toBe('LATE by 1 s');
    expect(answerInWords('late', 0, 0)).toBe('LATE');
    expect(answerInWords('go-at-once', 1, 2)).toBe('in time only if you go at once');
  });
});

describe('where nothing is in time', () => {
  it('says what the hazard asks for', () => {
    expect(lateInWords(plans)?.words).toMatch(/^Go up now/);
    expect(lateInWords(plans)?.lead).toBeNull();
  });

  it('says the words of the server where the page has none', () => {
    const late = { answer: { danger: 'new', do: 'new' }, words: 'from the server' };
    expect(lateInWords({ ...plans, late })?.words).toBe('from the server');
  });

  it('is silent where something is in time, or no time was asked about', () => {
    expect(lateInWords({ ...plans, any_in_time: true })).toBeNull();
    expect(lateInWords({ ...plans, budget: null })).toBeNull();
  });
});

describe('what is unknown', () => {
  it('is said to be unknown', () => {
    const facts = factsInWords(unknown);
    expect(facts.filter((line) => line.includes('unknown')).length).toBeGreaterThanOrEqual(6);
    expect(facts.join()).not.toMatch(/\bno\b/);
  });

  it('comes first as plan 0', () => {
    expect(zeroInWords(plans)).toMatch(/unknown; if it has, it comes first/);
    expect(zeroInWords({ ...plans, plan_0: { ...plans.plan_0, inside: 'none' } })).toBeNull();
    expect(zeroInWords({ ...plans, plan_0: { ...plans.plan_0, may_be_unstated: false } })).toBeNull();
  });
});

describe('names', () => {
  it('puts two hazards together, and the night to the walker', () => {
    expect(hazardName('earthquake+tsunami')).toBe('earthquake + tsunami');
    expect(hazardName(null)).toBe('any hazard');
    expect(walkerName('wheelchair-night')).toBe('wheelchair, at night');
    expect(walkerName('given')).toBe('given');
  });

  it('calls no candidate official', () => {
    expect(remarkOn(unknown)).toBeNull();
    expect(remarkOn({ ...unknown, standing: 'candidate', kind: 'metro station' })).toBe(
      'NOTE: not an official shelter: metro station. Nobody has declared it fit.',
    );
    expect(shelterTitle({ ...unknown, kind: 'metro station' }, 'node/1')).toBe('metro station node/1');
  });
});
