import { describe, expect, it } from 'vitest';
import { created, madeToOrder } from './work.fixture.ts';
import { arrivedWork, awaiting, ended, walk } from './workWalk.fixture.ts';

describe('work', () => {
  it.each([
    ['that ships', created([3])],
    ['that is collected', created([2], true)],
    ['that is made to order', madeToOrder(created([2]))],
    ['that is made and collected', madeToOrder(created([2], true))],
    ['that waits for a unit', awaiting(created([2]))],
    ['whose goods came from elsewhere', arrivedWork()],
  ])('%s has a way to an end from every state it can be in', (_what, start) => {
    const states = walk(start);
    const good = new Set([...states].filter(([, { work }]) => ended(work)).map(([name]) => name));
    for (let before = -1; before !== good.size;) {
      before = good.size;
      for (const [name, { to }] of states) if ([...to].some((next) => good.has(next))) good.add(name);
    }
    const stuck = [...states].filter(([name]) => !good.has(name)).map(([, { work }]) => work);
    expect(stuck).toEqual([]);
    expect(states.size).toBeGreaterThan(15);
  });
});
