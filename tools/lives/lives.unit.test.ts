import { describe, expect, it } from 'vitest';
import { livedEvents, signs, unlived } from './coverage.ts';
import { lifeOf, live } from './life.ts';
import { readOptions, UsageError } from './options.ts';
import { runLives, shrunk } from './run.ts';

describe('random lives', () => {
  it('break no invariant', { timeout: 180_000 }, () => {
    const { lives, events, violations } = runLives(1_000, 1);
    expect(violations.map(({ seed, faults, log }) => ({ seed, faults, log }))).toEqual([]);
    expect([lives, events > 10_000]).toEqual([1_000, true]);
  });
  it('have every event of the journals, but those with a reason', { timeout: 180_000 }, () => {
    function* logs() {
      for (let seed = 1; seed <= 1_000; seed++) yield live(lifeOf(seed)).log;
    }
    // A new event of these journals needs a row: it is lived, or a reason says why not.
    expect(livedEvents.filter((name) => !(name in signs))).toEqual([]);
    expect(unlived(logs())).toEqual([]);
    expect(unlived([[{ type: 'Confirmed', data: { causeId: 'o' } }]])).toContain('orders.LinesCameBack');
    const reasons = Object.values(signs).flatMap((sign) => (typeof sign === 'function' ? [] : [sign.no]));
    expect(reasons.every((reason) => reason.length > 20)).toBe(true);
  });
  it('are the same for the same seed', () => {
    expect(live(lifeOf(7)).log).toEqual(live(lifeOf(7)).log);
  });
  it('shrink to the steps a fault needs', () => {
    const life = { seed: 1, steps: [1, 2, 3, 4, 5, 6, 7] };
    const breaks = ({ steps }: { steps: readonly number[] }) => steps.includes(3) && steps.includes(6);
    expect(shrunk(life, breaks).steps).toEqual([3, 6]);
  });
});

describe('the command line', () => {
  it('has defaults, and says what it expects', () => {
    expect(readOptions([])).toEqual({ lives: 1000, seed: 1, json: undefined });
    expect(readOptions(['--lives', '5', '--seed', '9', '--json', 'x'])).toEqual({
      lives: 5,
      seed: 9,
      json: 'x',
    });
    for (const bad of [['--lives', '0'], ['--seed', 'a'], ['--what']])
      expect(() => readOptions(bad)).toThrow(UsageError);
  });
});
