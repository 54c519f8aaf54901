import { describe, expect, it } from 'vitest';
import { smallNetwork } from '../../test/smallNetwork.fixture.ts';
import { promise } from '../promise.ts';
import { sourceOrder } from '../sourceOrder.ts';
import type { Network } from '../network/network.ts';
import type { RuleSet } from '../model/ruleTypes.ts';
import type { PromiseTrace, TraceRefusal } from '../model/traceTypes.ts';
import type { PromiseInput } from '../model/types.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const question: PromiseInput = {
  channel: 'web',
  currency: 'EUR',
  at,
  destination: { country: 'FR', postalCode: '75003' },
  lines: [{ sku: 'A', quantity: 2 }],
  explain: true,
};
const explained = (network: Network, over: Partial<PromiseInput> = {}): PromiseTrace =>
  promise(network, { ...question, ...over }).trace!;
const refusedFor = (trace: PromiseTrace, code: string): readonly TraceRefusal[] =>
  trace.problems.find((p) => p.code === code)!.refused.first;

describe('an explanation of what was not used', () => {
  it('names the locations without the stock, with their stock, once for all methods', () => {
    const trace = explained(smallNetwork(), { lines: [{ sku: 'B', quantity: 1 }] });
    expect(trace.refused.first).toEqual([
      {
        locationId: 'paris',
        serviceId: null,
        reason: 'OUT_OF_STOCK',
        stock: [{ sku: 'B', onHand: 0, reserved: 0, safetyStock: 0, withheld: 0, available: 0 }],
      },
    ]);
    expect(trace.refused.counts).toEqual({ OUT_OF_STOCK: 1 });
  });

  it('names the rule that excludes a location', () => {
    const network = smallNetwork();
    const rules: RuleSet = {
      ...network.rules,
      rules: [{ id: 'no-lyon', action: 'DENY', when: { field: 'location.id', is: { eq: 'lyon' } } }],
    };
    network.setRules(rules);
    expect(refusedFor(explained(network), 'home-standard')).toContainEqual({
      locationId: 'lyon',
      serviceId: 'standard',
      reason: 'RULE_EXCLUDED',
      ruleId: 'no-lyon',
    });
  });

  it('tells the day whose capacity is sold, even where a later day serves', () => {
    const network = smallNetwork();
    const warehouse = network.index().locations[network.findLocation('warehouse')!]!;
    network.setLocation({ ...warehouse, capacity: { unit: 'ORDERS', perDay: 10 } });
    network.setCapacityUse('warehouse', '2026-11-23', 10);
    const trace = explained(network);
    expect(refusedFor(trace, 'home-express')).toContainEqual({
      locationId: 'warehouse',
      serviceId: 'express',
      reason: 'CAPACITY_SOLD',
      atMs: Date.parse('2026-11-23T17:00:00Z'),
      capacity: { date: '2026-11-23', unit: 'ORDERS', limit: 10, used: 10 },
    });
  });

  it('tells cut-off, radius, missing collection and items a service may not carry apart', () => {
    const network = smallNetwork();
    const trace = explained(network, { at: Date.parse('2026-11-23T19:30:00Z') });
    const reasons = (code: string, id: string): string[] =>
      refusedFor(trace, code).flatMap((r) => (r.locationId === id ? [r.reason] : []));
    expect(reasons('same-day', 'lyon')).toEqual(['OUT_OF_RADIUS']);
    expect(reasons('same-day', 'paris').length).toBeGreaterThan(0);
    expect(refusedFor(trace, 'home-standard')).toEqual([]);
    const service = network.index().services.find((s) => s.id === 'standard')!;
    network.setService({ ...service, limits: { maxParcelKg: 0.5 } });
    expect(refusedFor(explained(network), 'home-standard')).toEqual([
      { locationId: null, serviceId: null, reason: 'ITEM_TOO_HEAVY' },
    ]);
  });

  it('names what the caller ruled out, and what is not active', () => {
    const network = smallNetwork();
    const lyon = network.index().locations[network.findLocation('lyon')!]!;
    network.setLocation({ ...lyon, active: false });
    const { trace } = sourceOrder(network, {
      ...question,
      methodCode: 'home-standard',
      excludedLocationIds: ['warehouse'],
    });
    const refused = Object.fromEntries(trace!.refused.first.map((r) => [r.locationId, r.reason]));
    expect(refused).toEqual({ lyon: 'LOCATION_INACTIVE', warehouse: 'LOCATION_EXCLUDED' });
  });

  it('spells out a bounded number and counts them all, the rare reasons first', () => {
    const network = smallNetwork();
    const paris = network.index().locations[network.findLocation('paris')!]!;
    for (let n = 0; n < 500; n++) network.setLocation({ ...paris, id: `store-${n}`, name: `store-${n}` });
    network.setLocation({ ...paris, id: 'closed', name: 'closed', active: false });
    const { refused } = explained(network);
    expect(refused.first).toHaveLength(200);
    expect(refused.first[0]).toMatchObject({ locationId: 'closed', reason: 'LOCATION_INACTIVE' });
    expect(refused.counts).toEqual({ OUT_OF_STOCK: 500, LOCATION_INACTIVE: 1 });
  });

  it('costs a plain question nothing', () => {
    const { explain, ...plain } = question;
    expect(explain).toBe(true);
    expect(promise(smallNetwork(), plain).trace).toBeUndefined();
  });
});
