import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { locationInput } from '../test/locationInput.ts';
import type { LocationInput } from '../generated/resolverTypes.ts';
import { dueTimesOf } from './dueTimes.ts';
import { locationFrom } from './location.ts';

const input = (more: object): LocationInput => locationInput('lyon', more) as LocationInput;
const codeOf = (more: object): string | undefined => {
  try {
    locationFrom(input(more));
    return undefined;
  } catch (error) {
    return errorCodeOf(error);
  }
};

describe('a location', () => {
  it('is the same however its lists are ordered', () => {
    const hours = [
      { weekday: 2, opensAt: '14:00', closesAt: '19:00' },
      { weekday: 1, opensAt: '09:00', closesAt: '24:00' },
      { weekday: 2, opensAt: '09:00', closesAt: '12:00' },
    ];
    const a = locationFrom(input({ openingHours: hours, abilities: ['SHIP', 'COLLECT', 'SHIP'] }));
    const b = locationFrom(input({ openingHours: [...hours].reverse(), abilities: ['COLLECT', 'SHIP'] }));
    expect(a).toEqual(b);
  });
  it.each([
    ['an id with spaces', { id: 'a b' }, 'BAD_USER_INPUT'],
    ['an empty name', { name: ' ' }, 'BAD_USER_INPUT'],
    ['a latitude beyond the pole', { latitude: 90.1 }, 'BAD_USER_INPUT'],
    ['a longitude that is no number', { longitude: NaN }, 'BAD_USER_INPUT'],
    [
      'an eighth weekday',
      { openingHours: [{ weekday: 8, opensAt: '09:00', closesAt: '10:00' }] },
      'BAD_USER_INPUT',
    ],
    [
      'closing before opening',
      { openingHours: [{ weekday: 1, opensAt: '10:00', closesAt: '09:00' }] },
      'BAD_USER_INPUT',
    ],
    [
      'a time that is none',
      { openingHours: [{ weekday: 1, opensAt: '25:00', closesAt: '26:00' }] },
      'BAD_USER_INPUT',
    ],
    ['a negative capacity', { capacityPerDay: -1 }, 'INVALID_QUANTITY'],
  ])('with %s is refused', (_what, more, code) => {
    expect(codeOf(more)).toBe(code);
  });
});

describe('due times', () => {
  it('come from the milestones', () => {
    const at = (code: string, dueAtMs: number) => ({ code, dueAtMs });
    expect(dueTimesOf([at('PICK_START', 1), at('PACKED', 2), at('CARRIER_PICKUP', 3)], 9)).toEqual({
      ...{ pickStartMs: 1, packedMs: 2, handoverMs: 3 },
    });
  });
  it('fall back to the next one, in the end to the promise', () => {
    expect(dueTimesOf([], 9)).toEqual({ pickStartMs: 9, packedMs: 9, handoverMs: 9 });
    expect(dueTimesOf([{ code: 'PACKED', dueAtMs: 5 }], 9)).toEqual({
      pickStartMs: 5,
      packedMs: 5,
      handoverMs: 5,
    });
  });
});
