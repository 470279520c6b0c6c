import { expect, it } from 'vitest';
import { apart, walled } from '../src/bidi';

it('leaves alone what runs one way', () => {
  expect(apart('19 m from Mannerheimintie')).toEqual([{ text: '19 m from Mannerheimintie', isApart: false }]);
  expect(walled('千代田')).toBe('千代田');
});

it('keeps a name apart from the numbers beside it', () => {
  expect(apart('along רחוב דיזנגוף, 120 m').map((part) => part.text)).toEqual([
    'along ',
    'רחוב דיזנגוף',
    ', 120 m',
  ]);
  expect(apart('to שדרות ח"ן: 3 min').filter((part) => part.isApart)).toEqual([
    { text: 'שדרות ח"ן', isApart: true },
  ]);
});

it('takes a name as a whole, with its number', () => {
  expect(apart('דיזנגוף 99')).toEqual([{ text: 'דיזנגוף 99', isApart: true }]);
  expect(apart(`Plan A: ${walled('דיזנגוף 99')}, 6 minutes`)).toEqual([
    { text: 'Plan A: ', isApart: false },
    { text: 'דיזנגוף 99', isApart: true },
    { text: ', 6 minutes', isApart: false },
  ]);
});
