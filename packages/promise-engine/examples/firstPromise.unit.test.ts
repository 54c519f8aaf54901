import { describe, expect, it } from 'vitest';
import { describeAnswer, firstNetwork, firstPromise } from './firstPromise.ts';

describe('the example of the README', () => {
  it('prints one option, and the reason when there is too little', () => {
    expect(describeAnswer(firstPromise(firstNetwork()))).toEqual([
      'Home delivery: by 2026-11-25T17:00:00.000Z if ordered before 2026-11-23T13:45:00.000Z, 4.9 EUR, 0.25 kg CO2e, from lyon',
    ]);
    expect(describeAnswer(firstPromise(firstNetwork(), 4))).toEqual([
      'home: 3 of 4 units of shoe are available. home: the locations that can serve this method have too few units.',
    ]);
  });
});
