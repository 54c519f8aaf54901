import { describe, expect, it } from 'vitest';
import { createCrashpoints } from './crashpoint.ts';

describe('crash points', () => {
  it.each([
    ['b', 1],
    ['b:1', 1],
    ['b:3', 3],
  ])('die at %s on passing %i', (crashAt, passing) => {
    let deaths = 0;
    const points = createCrashpoints({ crashAt, kill: () => void deaths++ });
    for (let n = 1; n < passing; n++) points.hit('b');
    points.hit('a');
    expect(deaths).toBe(0);
    points.hit('b');
    expect(deaths).toBe(1);
  });
  it('never die when nobody asked', () => {
    const points = createCrashpoints({ kill: () => expect.unreachable() });
    for (let n = 0; n < 10; n++) points.hit('a');
  });
  it('list every point declared or passed', () => {
    const points = createCrashpoints({ kill: () => undefined });
    points.declare('later', 'now');
    points.hit('now');
    points.hit('here');
    expect(points.names()).toEqual(['here', 'later', 'now']);
  });
});
