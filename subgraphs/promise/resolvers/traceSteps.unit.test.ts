import { describe, expect, it } from 'vitest';
import { promise } from '@promesse/promise-engine/promise';
import { smallNetwork } from '../../../packages/promise-engine/test/smallNetwork.fixture.ts';
import { traceSteps } from './traceSteps.ts';

describe('the steps of a trace', () => {
  const network = smallNetwork();
  const result = promise(network, {
    channel: 'web',
    currency: 'EUR',
    at: Date.parse('2026-11-23T10:00:00Z'),
    destination: { country: 'FR', postalCode: '75003' },
    lines: [{ sku: 'B', quantity: 1 }],
    methodTypes: ['SHIPPING', 'INSTANT'],
    explain: true,
  });
  const steps = traceSteps(result.trace!);

  it('decide about every candidate', () => {
    const decided = steps.filter((s) => s.verdict === 'CHOSEN' || s.verdict === 'CANDIDATE');
    expect(decided.map((s) => [s.locationId, s.verdict]).sort()).toEqual([
      ['lyon', 'CANDIDATE'],
      ['warehouse', 'CHOSEN'],
    ]);
    expect(decided.every((s) => s.kind === 'DECISION' && s.reason === null)).toBe(true);
  });

  it('tell a place and service once, though the engine knows the service once per lane', () => {
    const [problem] = result.trace!.problems;
    const lane = (n: number) => ({
      locationId: 'lyon',
      serviceId: `post#${n}`,
      reason: 'NO_CARRIER_PICKUP' as const,
    });
    const [weighed] = problem!.candidates;
    const problems = [
      {
        ...problem!,
        candidates: [{ ...weighed!, locationId: 'paris', serviceId: 'post#0' }],
        refused: {
          first: [lane(1), lane(2), { ...lane(1), locationId: 'paris' }],
          counts: { NO_CARRIER_PICKUP: 3 },
        },
      },
    ];
    const told = traceSteps({ ...result.trace!, problems }).filter((s) => s.reason === 'NO_CARRIER_PICKUP');
    expect(told.map((s) => [s.locationId, s.serviceCode])).toEqual([['lyon', 'post']]);
  });

  it('name what was refused by a code, and under the part of the work it belongs to', () => {
    const refused = steps.filter((s) => s.verdict === 'REFUSED');
    expect(refused.map((s) => [s.locationId, s.kind, s.reason]).sort()).toEqual([
      ['lyon', 'TRANSIT', 'OUT_OF_RADIUS'],
      ['paris', 'STOCK', 'OUT_OF_STOCK'],
      ['warehouse', 'TRANSIT', 'OUT_OF_RADIUS'],
    ]);
    expect(steps.at(-1)!.detail).toBe('every method: refused OUT_OF_STOCK 1.');
  });
});
