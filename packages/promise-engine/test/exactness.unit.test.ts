import { describe, expect, it } from 'vitest';
import { compareWithHighs } from '../bench/compare.ts';
import { generateInstance } from '../bench/generator.ts';
import { generateQuestion } from '../bench/questions.ts';
import { Random } from '../bench/random.ts';
import { buildNetwork } from '../bench/stockedNetwork.ts';

describe('against an exact solver that shares no code with it, the engine', () => {
  it.each([
    { locations: 12, lines: 3, scarce: false },
    { locations: 16, lines: 6, scarce: false },
    { locations: 12, lines: 3, scarce: true },
    { locations: 20, lines: 5, scarce: true },
    { locations: 16, lines: 7, scarce: true },
    // Above the size that is always exact, where a search nearly always ends with a proof.
    { locations: 12, lines: 11, scarce: false },
    { locations: 16, lines: 12, scarce: true },
  ])(
    'is optimal with $locations locations and $lines lines (scarce: $scarce)',
    async ({ locations, lines, scarce }) => {
      const instance = generateInstance({
        seed: 41,
        locations,
        services: 8,
        methods: 5,
        skus: 40,
        density: 0.4,
        scarce,
      });
      const network = buildNetwork(instance);
      network.setRules({ ...network.rules, maxSplits: 6 });
      const random = new Random(17);
      const questions = Array.from({ length: 2 }, () => generateQuestion(random, instance, lines));
      const result = await compareWithHighs(network, questions);
      expect(result.problems - result.infeasible).toBeGreaterThan(0);
      expect(result).toMatchObject({ disagreements: 0, falseBounds: 0 });
      expect(Math.max(result.maxGap, result.maxGapLarge)).toBeLessThan(1e-6);
    },
  );
});
