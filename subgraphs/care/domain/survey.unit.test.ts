import { describe, expect, it } from 'vitest';
import { wilsonLower } from '../../../platform/values/wilson.ts';
import { mayAsk, scoresOf } from './survey.ts';

const dayMs = 86_400_000;

describe('a survey', () => {
  it('is not sent while a request is open, nor twice within 90 days', () => {
    const nowMs = 1_000 * dayMs;
    const chance = { nowMs, lastAskedAtMs: undefined, hasOpenTicket: false, isWanted: true };
    expect(mayAsk(chance)).toBe(true);
    expect(mayAsk({ ...chance, hasOpenTicket: true })).toBe(false);
    expect(mayAsk({ ...chance, isWanted: false })).toBe(false);
    expect(mayAsk({ ...chance, lastAskedAtMs: nowMs - 90 * dayMs + 1 })).toBe(false);
    expect(mayAsk({ ...chance, lastAskedAtMs: nowMs - 90 * dayMs })).toBe(true);
  });

  it('ranks by what is sure: one happy answer does not beat ninety of a hundred', () => {
    const answers = (key: string, good: number, bad: number) => [
      ...Array.from({ length: good }, () => ({ rating: 5, serviceCodes: [key] })),
      ...Array.from({ length: bad }, () => ({ rating: 2, serviceCodes: [key] })),
    ];
    const scores = scoresOf([
      ...answers('few', 1, 0),
      ...answers('many', 90, 10),
      ...answers('poor', 20, 80),
    ]);
    expect(scores.map(({ key }) => key)).toEqual(['many', 'few', 'poor']);
    expect(scores[0]).toMatchObject({ answers: 100, goodShare: 0.9 });
  });

  it('knows the textbook figure, and no answers', () => {
    expect(wilsonLower(90, 100)).toBeCloseTo(0.8256, 3);
    expect(wilsonLower(0, 0)).toBe(0);
    expect(scoresOf([{ serviceCodes: ['x'] }])).toEqual([]);
  });
});
