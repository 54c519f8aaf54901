import { expect, it } from 'vitest';
import { loadAttacks, runBattery } from './battery.ts';
import { startTarget } from './target.ts';

it('every attack of the short battery is refused by the started application', async () => {
  const attacks = (await loadAttacks()).filter(({ short }) => short === true);
  expect(attacks.length).toBeGreaterThan(0);
  const { cases } = await runBattery(attacks, startTarget);
  expect(cases.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
}, 600_000);
