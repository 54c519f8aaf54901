import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promise } from '../src/promise.ts';
import { answerFromTrace } from '../src/trace/answerFromTrace.ts';
import type { TraceProblem } from '../src/model/traceTypes.ts';
import type { Objective } from '../src/model/ruleTypes.ts';
import type { Network } from '../src/network/network.ts';
import type { PromiseInput } from '../src/model/types.ts';
import { faultsOf } from '../bench/checkOption.ts';
import { generateInstance, type Instance } from '../bench/generator.ts';
import { generateQuestion } from '../bench/questions.ts';
import { Random } from '../bench/random.ts';
import { buildNetwork } from '../bench/stockedNetwork.ts';

/** Instants worth trying: ordinary days, both clock changes, a leap day, holidays, the turn of the year. */
const DAYS = [
  '2026-11-16',
  '2026-10-24',
  '2026-10-25',
  '2027-03-27',
  '2027-03-28',
  '2028-02-28',
  '2028-02-29',
  '2026-12-24',
  '2026-12-31',
];

const OBJECTIVES: readonly Objective[] = [
  {
    kind: 'WEIGHTED',
    weights: { split: 300, latenessPerDay: 60, carbonPerTonne: 10_000, load: 100, markdown: 1 },
  },
  { kind: 'LEXICOGRAPHIC', criteria: ['SPLITS', 'LATENESS', 'COST'] },
  { kind: 'LEXICOGRAPHIC', criteria: ['LATENESS', 'CARBON', 'COST'] },
];

interface World {
  readonly instance: Instance;
  readonly network: Network;
  readonly input: PromiseInput;
  readonly random: Random;
}

/** A small network and a question, from a seed: fast-check shrinks the numbers, the generator does the rest. */
const world = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    locations: fc.integer({ min: 2, max: 14 }),
    lines: fc.integer({ min: 1, max: 6 }),
    density: fc.constantFrom(0.2, 0.5, 0.9),
    scarce: fc.boolean(),
    objective: fc.constantFrom(...OBJECTIVES),
    day: fc.constantFrom(...DAYS),
    minute: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ seed, locations, lines, density, scarce, objective, day, minute }): World => {
    const instance = generateInstance({
      seed,
      locations,
      services: 8,
      methods: 7,
      skus: 12,
      density,
      scarce,
    });
    const network = buildNetwork(instance);
    network.setRules({ ...network.rules, objective });
    const random = new Random(seed + 1);
    const at = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
    for (const location of instance.locations) {
      if (random.chance(0.3)) network.setCapacityUse(location.id, day, random.int(0, 40));
    }
    return { instance, network, random, input: generateQuestion(random, instance, lines, at) };
  });

describe('whatever the network and the question, the engine', () => {
  it('never promises what stock, hours, cut-offs, schedules or capacity forbid', () => {
    let seen = 0;
    fc.assert(
      fc.property(world, ({ instance, network, input }) => {
        const result = promise(network, input);
        seen += result.options.length;
        for (const option of result.options) expect(faultsOf(instance, network, input, option)).toEqual([]);
        expect(result.options.length + result.unavailable.length).toBeGreaterThan(0);
        for (const u of result.unavailable) expect(u.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 100, seed: 20_261 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('would be caught: the check finds every tampered option', () => {
    const instance = generateInstance({
      seed: 5,
      locations: 8,
      services: 8,
      methods: 7,
      skus: 12,
      density: 0.9,
    });
    const network = buildNetwork(instance);
    const input = generateQuestion(new Random(8), instance, 2);
    const option = promise(network, input).options.find((o) => o.methodType === 'SHIPPING')!;
    const [first, ...rest] = option.shipments;
    const faults = (over: object): string[] =>
      faultsOf(instance, network, input, { ...option, shipments: [{ ...first!, ...over }, ...rest] });
    expect(faults({})).toEqual([]);
    expect(
      faults({ lines: first!.lines.map((l) => ({ ...l, quantity: l.quantity + 50 })) }).length,
    ).toBeGreaterThan(0);
    expect(faults({ dispatchMs: first!.dispatchMs - 60_000 }).length).toBeGreaterThan(0);
    expect(faults({ readyMs: first!.readyMs - 60_000 }).length).toBeGreaterThan(0);
    expect(faults({ latestMs: first!.dispatchMs }).length).toBeGreaterThan(0);
    expect(faults({ startMs: input.at - 1 }).length).toBeGreaterThan(0);
  });

  it('never answers worse when there is more stock', () => {
    fc.assert(
      fc.property(world, ({ instance, network, input, random }) => {
        const before = promise(network, input);
        const sku = random.pick(input.lines).sku;
        network.setStock(sku, random.pick(instance.locations).id, { onHand: 1000 });
        const after = promise(network, input);
        for (const option of before.options.filter((o) => !o.pickup)) {
          const now = after.options.find((o) => o.code === option.code);
          expect(now, `${option.code} is gone`).toBeDefined();
          const slack = 1e-9 * Math.max(1, Math.abs(option.optimality.score));
          expect(now!.optimality.score).toBeLessThanOrEqual(option.optimality.score + slack);
        }
      }),
      { numRuns: 100, seed: 20_262 },
    );
  });

  it('explains itself: the trace alone computes the answer again', () => {
    fc.assert(
      fc.property(world, ({ network, input }) => {
        const { trace } = promise(network, { ...input, explain: true });
        const stored = JSON.parse(JSON.stringify(trace!.problems)) as TraceProblem[];
        expect(stored.length).toBeGreaterThan(0);
        for (const problem of stored) expectSameAnswer(problem);
      }),
      { numRuns: 60, seed: 20_263 },
    );
  });

  it('explains every location: a candidate, or refused with a reason', () => {
    fc.assert(
      fc.property(world, ({ instance, network, input }) => {
        const { trace } = promise(network, { ...input, explain: true });
        for (const problem of trace!.problems) {
          const told = new Set([
            ...problem.candidates.map((c) => c.locationId),
            ...[...problem.refused.first, ...trace!.refused.first].map((r) => r.locationId),
          ]);
          // A reason that holds for every location is told once; a store of collection may have no need of the others.
          if (told.has(null) || problem.pickupId !== undefined) continue;
          for (const { id } of instance.locations) expect(told, `${problem.code}: ${id}`).toContain(id);
        }
      }),
      { numRuns: 60, seed: 20_266 },
    );
  });

  it('answers the same question the same way, whatever was asked in between', () => {
    fc.assert(
      fc.property(world, ({ instance, network, input, random }) => {
        const first = promise(network, input);
        for (let i = 0; i < 5; i++) {
          const at = input.at + random.int(-40, 40) * 86_400_000;
          promise(network, generateQuestion(random, instance, random.int(1, 6), at));
        }
        expect(promise(network, input)).toEqual(first);
      }),
      { numRuns: 30, seed: 20_264 },
    );
  });

  it('never throws on nonsense', () => {
    const instance = generateInstance({
      seed: 3,
      locations: 6,
      services: 8,
      methods: 7,
      skus: 12,
      density: 0.7,
    });
    const network = buildNetwork(instance);
    const line = fc.record({
      sku: fc.oneof(fc.constantFrom('S1', 'S2'), fc.string()),
      quantity: fc.oneof(fc.integer(), fc.double()),
    });
    const nonsense = fc.record({
      channel: fc.string(),
      currency: fc.constantFrom('EUR', '', 'XXX'),
      at: fc.oneof(
        fc.double(),
        fc.integer(),
        fc.date().map((d) => d.getTime()),
      ),
      destination: fc.record({
        country: fc.oneof(fc.constantFrom('FR', 'GB'), fc.string()),
        postalCode: fc.string(),
        coordinates: fc.record({ latitude: fc.double(), longitude: fc.double() }),
      }),
      lines: fc.array(line, { maxLength: 12 }),
      limits: fc.record({ maxSplits: fc.integer(), maxPickups: fc.integer(), windowDays: fc.integer() }),
      effort: fc.double(),
    });
    fc.assert(
      fc.property(nonsense, (input) => {
        const result = promise(network, input);
        expect(result.options.length + result.unavailable.length).toBeGreaterThan(0);
      }),
      { numRuns: 400, seed: 20_265 },
    );
  });
});

function expectSameAnswer(problem: TraceProblem): void {
  const again = answerFromTrace(problem);
  expect(again === null).toBe(problem.answer === null);
  if (!again || !problem.answer) return;
  const exact = 1e-9 * Math.max(1, Math.abs(problem.answer.score));
  expect(Math.abs(again.score - problem.answer.score)).toBeLessThanOrEqual(exact);
  expect(again.sends).toEqual(problem.answer.sends);
  expect(again.latestMs).toBe(problem.answer.latestMs);
  // And the score is the sum of what the trace says each candidate costs.
  let sum = -problem.splitScore;
  let late = 0;
  for (const { candidate, units } of problem.answer.sends) {
    const c = problem.candidates[candidate]!;
    sum += c.score!.fixed;
    late = Math.max(late, c.lateDays!);
    units.forEach((u, i) => (sum += u * (c.score!.perKg * problem.lines[i]!.weightKg + c.score!.perUnit)));
  }
  expect(Math.abs(sum + late * problem.latenessPerDay - problem.answer.score)).toBeLessThanOrEqual(exact);
}
