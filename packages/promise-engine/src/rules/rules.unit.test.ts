import { describe, expect, it } from 'vitest';
import { promise } from '../promise.ts';
import type { Condition, RuleField, RuleSet, SourcingRule } from '../model/ruleTypes.ts';
import { smallNetwork } from '../../test/smallNetwork.fixture.ts';
import { defaultRules } from './defaultRules.ts';
import { simulateRules, type PastOrder } from '../simulateRules.ts';
import { validateRules } from './validateRules.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const destination = { country: 'FR', postalCode: '75003' };
const from = (rules: RuleSet, quantity = 2): string[] => {
  const network = smallNetwork();
  network.setRules(rules);
  const input = { channel: 'web', currency: 'EUR', at, destination, lines: [{ sku: 'A', quantity }] };
  const home = promise(network, input).options.find((o) => o.code === 'home-standard');
  return home ? home.shipments.map((s) => s.locationId) : [];
};
const withRule = (rule: SourcingRule): RuleSet => ({ ...defaultRules, rules: [rule] });

describe('rules', () => {
  it('deny, restrict to and penalise locations by what they and the order are', () => {
    expect(from(defaultRules)).toEqual(['warehouse']);
    const isWarehouse = { field: 'location.type', is: { eq: 'WAREHOUSE' } } as const;
    expect(from(withRule({ id: 'r', action: 'DENY', when: isWarehouse }))).not.toContain('warehouse');
    expect(from(withRule({ id: 'r', action: 'ONLY', when: { not: isWarehouse } }))).not.toContain(
      'warehouse',
    );
    expect(from(withRule({ id: 'r', action: 'PENALTY', when: isWarehouse, amount: 5000 }))).not.toContain(
      'warehouse',
    );
    const big = { field: 'order.units', is: { gte: 3 } } as const;
    const rule: SourcingRule = {
      id: 'r',
      action: 'ONLY',
      if: big,
      when: { field: 'location.id', is: { in: ['lyon'] } },
    };
    expect(from(withRule(rule), 2)).toEqual(['warehouse']);
    expect(from(withRule(rule), 3)).toEqual(['lyon']);
  });

  it('know the articles of an order, what they are called together, and who the customer is', () => {
    const ask = (rule: SourcingRule, more: object = {}) => {
      const network = smallNetwork();
      network.setVariant({ sku: 'A', weightGrams: 1000, category: 'lamps', brand: 'Lux' });
      network.setRules(withRule(rule));
      const lines = [{ sku: 'A', quantity: 2 }];
      const input = { channel: 'web', currency: 'EUR', at, destination, lines, ...more };
      const home = promise(network, input).options.find((o) => o.code === 'home-standard');
      return home?.shipments.map((s) => s.locationId);
    };
    const notFrom = (when: Condition): SourcingRule => ({
      ...{ id: 'r', action: 'ONLY', if: when },
      when: { not: { field: 'location.id', is: { eq: 'warehouse' } } },
    });
    const asks = (field: RuleField, value: string) => ask(notFrom({ field, is: { eq: value } }));
    for (const [field, value, other] of [
      ['order.sku', 'A', 'B'],
      ['order.category', 'lamps', 'shoes'],
      ['order.brand', 'Lux', 'Nox'],
    ] as const) {
      expect(asks(field, value)).not.toContain('warehouse');
      expect(asks(field, other)).toEqual(['warehouse']);
    }
    const vip = notFrom({ field: 'order.customerGroup', is: { in: ['vip', 'staff'] } });
    expect(ask(vip)).toEqual(['warehouse']);
    expect(ask(vip, { customerGroups: ['club'] })).toEqual(['warehouse']);
    expect(ask(vip, { customerGroups: ['club', 'vip'] })).not.toContain('warehouse');
    // Several articles: any of them may fit, and `notIn` means that none does.
    const none = notFrom({ field: 'order.sku', is: { notIn: ['A'] } });
    expect(ask(none)).toEqual(['warehouse']);
    expect(ask(none, { lines: [{ sku: 'B', quantity: 1 }] })).not.toEqual(['warehouse']);
    expect(validateRules(withRule(notFrom({ field: 'order.sku', is: { gt: 3 } })), smallNetwork()).ok).toBe(
      false,
    );
  });

  it('say which rule excluded everything', () => {
    const network = smallNetwork();
    network.setRules(
      withRule({ id: 'nobody', action: 'DENY', when: { field: 'location.country', is: { eq: 'FR' } } }),
    );
    const result = promise(network, {
      channel: 'web',
      currency: 'EUR',
      at,
      destination,
      lines: [{ sku: 'A', quantity: 1 }],
    });
    const reason = result.unavailable.flatMap((u) => u.reasons).find((r) => r.code === 'RULE_EXCLUDED');
    expect(reason?.ruleId).toBe('nobody');
  });

  it('compare lexicographically: priority before cost, or the other way round', () => {
    const groups = [
      { name: 'stores', types: ['STORE' as const], priority: 0 },
      { name: 'depots', types: ['WAREHOUSE' as const], priority: 1 },
    ];
    const criteria = (list: ('PRIORITY' | 'COST')[]): RuleSet => ({
      ...defaultRules,
      groups,
      objective: { kind: 'LEXICOGRAPHIC', criteria: list },
    });
    expect(from(criteria(['PRIORITY', 'COST']))).toEqual(['paris']);
    expect(from(criteria(['COST', 'PRIORITY']))).toEqual(['warehouse']);
  });

  it('sell what is to be marked down first when the saving is worth it', () => {
    const network = smallNetwork();
    network.setVariant({ sku: 'A', weightGrams: 1000, markdown: { lyon: 900 } });
    const result = promise(network, {
      channel: 'web',
      currency: 'EUR',
      at,
      destination,
      lines: [{ sku: 'A', quantity: 1 }],
    });
    expect(result.options.find((o) => o.code === 'home-standard')!.shipments[0]!.locationId).toBe('lyon');
  });
});

describe('a rule set that comes in', () => {
  const faults = (change: object): string[] => {
    const check = validateRules({ ...defaultRules, ...change }, smallNetwork());
    return check.ok ? [] : check.problems.map((p) => `${p.path} ${p.code}`);
  };
  const rule = (when: object, more: object = {}): object => ({
    rules: [{ id: 'a', action: 'DENY', when, ...more }],
  });

  it('is taken when nothing is wrong with it', () => {
    expect(faults({})).toEqual([]);
    expect(faults(rule({ field: 'order.value', is: { gt: 100, lte: 200 } }))).toEqual([]);
  });

  it('is refused with the place and the reason', () => {
    expect(faults({ keptTarget: 2 })).toEqual(['keptTarget SHAPE']);
    expect(faults({ surprise: 1 })[0]).toContain('SHAPE');
    expect(faults({ stages: [] })).toEqual(['stages SHAPE']);
    expect(faults(rule({ field: 'order.units', is: { gt: 5, lt: 5 } }))).toEqual([
      'rules.0.when.is CONTRADICTION',
    ]);
    expect(faults(rule({ field: 'order.country', is: { eq: 'FR', notIn: ['FR'] } }))).toEqual([
      'rules.0.when.is CONTRADICTION',
    ]);
    expect(faults(rule({ field: 'location.type', is: { gt: 3 } }))).toEqual(['rules.0.when.is.gt TYPE']);
    expect(faults(rule({ field: 'location.country', is: { eq: 'FR' } }))).toEqual(['rules.0 EXCLUDES_ALL']);
    expect(faults({ groups: [{ name: 'g', locationIds: ['nowhere'], priority: 1 }] })).toEqual([
      'groups.0.locationIds.0 UNKNOWN',
    ]);
    const stages = [
      { name: 'a', toleranceDays: 2 },
      { name: 'a', toleranceDays: 0 },
    ];
    expect(faults({ stages })).toEqual(['stages.1.toleranceDays ORDER', 'stages.1.name DUPLICATE']);
    const only = (id: string, country: string, place: string) => ({
      ...{ id, action: 'ONLY', if: { field: 'order.country', is: { eq: country } } },
      when: { field: 'location.id', is: { eq: place } },
    });
    expect(faults({ rules: [only('a', 'FR', 'paris'), only('b', 'IT', 'lyon')] })).toEqual([]);
    expect(faults({ rules: [only('a', 'FR', 'paris'), only('b', 'FR', 'lyon')] })).toEqual([
      'rules.0 EXCLUDES_ALL',
    ]);
    const stage = (rules: object[]) => ({ stages: [{ name: 'a', toleranceDays: 0, rules }] });
    expect(faults(stage([{ id: 'x', action: 'DENY', when: { field: 'location.country', is: { eq: 'FR' } } }])))
      .toEqual(['stages.0.rules.0 EXCLUDES_ALL']); // prettier-ignore
    const criteria = ['COST', 'CARBON', 'DISTANCE', 'PRIORITY', 'MARKDOWN', 'LATENESS', 'SPLITS', 'LOAD'];
    expect(faults({ objective: { kind: 'LEXICOGRAPHIC', criteria } })).toEqual([
      'objective.criteria TOO_MANY_CRITERIA',
    ]);
  });
});

describe('a rule that names what nobody bears', () => {
  it.each([
    ['location.id', 'lyons'],
    ['service.id', 'standrad'],
    ['service.carrier', 'nobody'],
    ['method.code', 'home'],
    ['method.type', 'BALLOON'],
    ['location.type', 'SHOP'],
  ])('%s is refused, as it would silently do nothing', (field, value) => {
    const when = { and: [{ field: 'order.units', is: { gt: 1 } }, { not: { field, is: { in: [value] } } }] };
    const check = validateRules(withRule({ id: 'r', action: 'DENY', when } as SourcingRule), smallNetwork());
    expect(check.ok ? [] : check.problems.map((p) => `${p.path} ${p.code}`)).toEqual([
      'rules.0.when.and.1.not.is.in UNKNOWN',
    ]);
  });
});

describe('a draft held against the live set', () => {
  const orders: PastOrder[] = [2, 3, 4].map((quantity) => ({
    orderId: `o${quantity}`,
    channel: 'web',
    currency: 'EUR',
    at,
    destination,
    lines: [{ sku: 'A', quantity }],
    methodCode: 'home-standard',
    happened: [
      { locationId: 'warehouse', serviceCode: 'standard', deliveredMs: Date.parse('2026-11-25T12:00:00Z') },
    ],
  }));

  it('shows cost, splits, days, carbon, kept promises and load side by side, and changes nothing', () => {
    const network = smallNetwork();
    const version = network.configVersion;
    const draft = {
      ...withRule({ id: 'r', action: 'DENY', when: { field: 'location.id', is: { eq: 'warehouse' } } }),
      version: 2,
    };
    const result = simulateRules(network, network.rules, draft, orders);
    expect(result.live).toMatchObject({ sourced: 3, keptRate: 1, keptKnown: 3 });
    expect(result.draft).toMatchObject({ sourced: 3, keptRate: null });
    expect(result.draft.meanCostMinor).toBeGreaterThan(result.live.meanCostMinor);
    expect(result.live.load).toEqual([{ locationId: 'warehouse', shipments: 3, units: 9 }]);
    expect(result.changed).toHaveLength(3);
    expect(network.configVersion).toBe(version);
    expect(simulateRules(network, network.rules, network.rules, orders).changed).toEqual([]);
  });

  it('knows the service by its code, and lets an order have again what it took itself', () => {
    const network = smallNetwork();
    const standard = network.index().services.find(({ id }) => id === 'standard')!;
    network.setService({ ...standard, code: 'post' });
    for (const place of ['paris', 'lyon', 'warehouse']) network.setStock('A', place, { onHand: 0 });
    const sold = orders.map((order) => ({
      ...order,
      took: [{ sku: 'A', locationId: 'warehouse', quantity: order.lines[0]!.quantity }],
      happened: order.happened!.map((each) => ({ ...each, serviceCode: 'post' })),
    }));
    const { live } = simulateRules(network, network.rules, network.rules, sold);
    const none = withRule({ id: 'r', action: 'DENY', when: { field: 'service.id', is: { eq: 'post' } } });
    const [changed] = simulateRules(network, network.rules, none, sold).changed;
    expect(changed).toEqual({ orderId: 'o2', live: 'warehouse/post:Ax2', draft: 'RULE_EXCLUDED' });
    expect(live).toMatchObject({ sourced: 3, keptRate: 1, keptKnown: 3 });
    const onHand = network.stock.of('A')!.entries.filter((_, i) => i % 4 === 1);
    expect(onHand.every((units) => units === 0)).toBe(true);
  });
});
