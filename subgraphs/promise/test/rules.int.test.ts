import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { waitFor } from '../../../test/support/waitFor.ts';

interface Drafted {
  readonly __typename: string;
  readonly ruleSet?: { readonly version: string; readonly state: string };
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
}
interface Told {
  readonly configVersion: string;
  readonly options: readonly {
    readonly methodType: string;
    readonly shipments: readonly { readonly location: { readonly id: string } }[];
  }[];
  readonly unavailable: readonly {
    readonly methodType: string;
    readonly reason: string;
    readonly skus: readonly string[];
  }[];
}
interface Figures {
  readonly sourced: number;
  readonly load: readonly { readonly locationId: string; readonly shipments: number }[];
}

const draftText = `mutation($input: DraftRuleSetInput!) { draftRuleSet(input: $input) { __typename
  ... on DraftRuleSetSuccess { ruleSet { version state } } ... on InvalidRuleSet { faults { path message } } } }`;
const publishText = `mutation($version: ID!, $at: DateTime) { publishRuleSet(version: $version, at: $at) { state } }`;
const simulateText = `query($version: ID!) { simulateRuleSet(version: $version) { orders
  live { sourced load { locationId shipments } } draft { sourced load { locationId shipments } } } }`;
const promiseText = `query($input: PromiseInput!) { promise(input: $input) { configVersion
  options { methodType shipments { location { id } } } unavailable { methodType reason skus } } }`;

/** A set that never ships from a place. */
const without = (locationId: string) => ({
  ...defaultRules,
  rules: [
    { id: 'closed', action: 'DENY', when: { field: 'location.id', is: { eq: locationId } } },
  ] as readonly object[],
});

describe('the promise subgraph', () => {
  let application: TradingApplication;
  let buyer: Buyer;

  const draft = async (rules: unknown): Promise<Drafted> => {
    const input = { name: 'A draft', rulesJson: typeof rules === 'string' ? rules : JSON.stringify(rules) };
    return (await application.ok<{ draftRuleSet: Drafted }>('promise', draftText, { input })).draftRuleSet;
  };
  const drafted = async (rules: object): Promise<string> => {
    const { ruleSet, faults } = await draft(rules);
    if (ruleSet === undefined) throw new Error(`Refused: ${JSON.stringify(faults)}`);
    return ruleSet.version;
  };
  const publish = async (version: string, at?: string): Promise<string> => {
    type Answer = { publishRuleSet: { state: string } };
    return (await application.ok<Answer>('promise', publishText, { version, at })).publishRuleSet.state;
  };
  const stateOf = async (version: string): Promise<string> => {
    const query = 'query($version: ID!) { ruleSet(version: $version) { state } }';
    return (await application.ok<{ ruleSet: { state: string } }>('promise', query, { version })).ruleSet
      .state;
  };
  const told = async (more: object = {}, who = callers.system): Promise<Told> => {
    const input = {
      ...{ channel: 'web', currency: 'EUR', destination: { country: 'FR', postalCode: '75002' } },
      ...{ lines: [{ sku: 'shoe', quantity: 1 }], methodTypes: ['SHIPPING'], ...more },
    };
    return (await application.ok<{ promise: Told }>('promise', promiseText, { input }, who)).promise;
  };
  const shipsFrom = async (): Promise<string[]> =>
    (await told()).options.flatMap(({ shipments }) => shipments.map(({ location }) => location.id));

  beforeAll(async () => {
    application = await openTradingApplication();
    buyer = buyerIn(application);
    await application.sell({ sku: 'shoe' }, { sku: 'anvil', weightGrams: 90_000 }, { sku: 'gone' });
    for (const sku of ['shoe', 'anvil']) await application.stock(sku, 'warehouse', 50);
    await application.stock('shoe', 'store', 50);
  });
  afterAll(() => application.stop());

  it('refuses rule sets that contradict themselves with the place of each fault, and saves none', async () => {
    const rule = (when: object) => ({ ...defaultRules, rules: [{ id: 'a', action: 'DENY', when }] });
    const units = { field: 'order.units', is: { gt: 5, lt: 5 } };
    const faulty: readonly [unknown, string][] = [
      ['{ no json', ''],
      [{ ...defaultRules, keptTarget: 2 }, 'keptTarget'],
      [{ ...defaultRules, stages: [] }, 'stages'],
      [rule(units), 'rules.0.when.is'],
      [rule({ field: 'location.type', is: { gt: 3 } }), 'rules.0.when.is.gt'],
      [
        { ...defaultRules, groups: [{ name: 'g', locationIds: ['store', 'nowhere'], priority: 1 }] },
        'groups.0.locationIds.1',
      ],
      [rule({ field: 'location.country', is: { eq: 'FR' } }), 'rules.0'],
    ];
    for (const [rules, path] of faulty) {
      const { __typename, faults = [] } = await draft(rules);
      expect([path, __typename, faults.map((fault) => fault.path)]).toEqual([path, 'InvalidRuleSet', [path]]);
      expect(faults[0]?.message).not.toBe('');
    }
    const query = '{ ruleSets { edges { node { version state } } } }';
    const starting = { edges: [{ node: { version: 'default', state: 'LIVE' } }] };
    expect(await application.ok('promise', query)).toEqual({ ruleSets: starting });
  });

  it('drafts and simulates a rule set without effect, and obeys it once published', async () => {
    const [from = ''] = await shipsFrom();
    expect(['warehouse', 'store']).toContain(from);
    const other = from === 'warehouse' ? 'store' : 'warehouse';
    for (let i = 0; i < 2; i++) expect((await buyer.buy('shoe', 1)).__typename).toBe('PlaceOrderSuccess');
    await application.settle();

    const version = await drafted(without(from));
    type Answer = { simulateRuleSet: { orders: number; live: Figures; draft: Figures } };
    const { simulateRuleSet } = await application.ok<Answer>('promise', simulateText, { version });
    expect(simulateRuleSet).toEqual({
      orders: 2,
      live: { sourced: 2, load: [{ locationId: from, shipments: 2 }] },
      draft: { sourced: 2, load: [{ locationId: other, shipments: 2 }] },
    });
    expect([await stateOf(version), await shipsFrom()]).toEqual(['DRAFT', [from]]);
    expect(await publish(version)).toBe('LIVE');
    expect(await shipsFrom()).toEqual([other]);
    // The answer leads back to the rules it was given under.
    expect((await told()).configVersion.split('.')[0]).toBe(version);
    expect(await application.code('promise', publishText, { version })).toBe('INVALID_TRANSITION');

    const next = await drafted(defaultRules);
    await publish(next);
    expect([await stateOf(version), await stateOf(next)]).toEqual(['RETIRED', 'LIVE']);
    expect(await shipsFrom()).toEqual([from]);
    expect(await application.code('promise', publishText, { version })).toBe('INVALID_TRANSITION');
    expect(await application.code('promise', publishText, { version: 'none' })).toBe('NOT_FOUND');
  });

  it('puts a scheduled rule set in force by the clock and not before', async () => {
    const [from = ''] = await shipsFrom();
    const version = await drafted(without(from));
    const at = new Date(application.clock.nowMs() + 600_000).toISOString();
    expect(await publish(version, at)).toBe('SCHEDULED');
    await application.clock.advanceBy(590_000);
    await application.settle();
    expect([await stateOf(version), await shipsFrom()]).toEqual(['SCHEDULED', [from]]);
    await application.clock.advanceBy(20_000);
    await waitFor('the set to be live', async () => (await stateOf(version)) === 'LIVE');
    await waitFor('the set to be in force', async () => !(await shipsFrom()).includes(from));
    await publish(await drafted(defaultRules));
  });

  it('obeys a set that another process of the subgraph has published', async () => {
    const [from = ''] = await shipsFrom();
    const version = await drafted(without(from));
    const sets = application.database('promise').collection<{ _id: string }>('ruleSets');
    await sets.updateMany({ state: 'LIVE' }, { $set: { state: 'RETIRED' } });
    const live = { state: 'LIVE', effectiveAtMs: application.clock.nowMs() };
    await sets.updateOne({ _id: version }, { $set: live });
    expect(await shipsFrom()).toEqual([from]);
    await application.clock.advanceBy(10_000);
    await waitFor('the set to be in force', async () => !(await shipsFrom()).includes(from));
    await publish(await drafted(defaultRules));
  });

  it('keeps rule sets for those who hold their scopes', async () => {
    const version = await drafted(defaultRules);
    const input = { name: 'Theirs', rulesJson: JSON.stringify(defaultRules) };
    const reader = callers.agent(['rules:read']);
    expect(await application.code('promise', draftText, { input }, reader)).toBe('FORBIDDEN');
    expect(await application.code('promise', publishText, { version }, reader)).toBe('FORBIDDEN');
    expect(await application.code('promise', simulateText, { version }, reader)).toBeUndefined();
    expect(await application.code('promise', simulateText, { version }, buyer.who)).toBe('FORBIDDEN');
  });

  it('tells everybody who cannot be served why', async () => {
    const reasonOf = async (more: object) => {
      const { options, unavailable } = await told(more);
      expect(options).toEqual([]);
      return unavailable.map(({ methodType, reason }) => `${methodType} ${reason}`);
    };
    const line = (sku: string, quantity = 1) => ({ lines: [{ sku, quantity }] });
    const refused: readonly [object, string][] = [
      [{ lines: [] }, 'EMPTY_CART'],
      [line('nobody-knows-it'), 'UNKNOWN_SKU'],
      [line('shoe', 0), 'BAD_QUANTITY'],
      [line('gone'), 'OUT_OF_STOCK'],
      [line('shoe', 5_000), 'NOT_ENOUGH_STOCK'],
      [line('anvil'), 'ITEM_TOO_HEAVY'],
      [{ destination: { country: 'JP' } }, 'COUNTRY_NOT_SERVED'],
      [{ destination: { country: 'QX' } }, 'UNKNOWN_COUNTRY'],
      [{ currency: 'USD' }, 'NO_PRICE_IN_CURRENCY'],
    ];
    const answers: string[] = [];
    for (const [more] of refused) answers.push((await reasonOf(more)).join());
    expect(answers).toEqual(refused.map(([, reason]) => `SHIPPING ${reason}`));
    expect(await reasonOf({ methodTypes: ['LOCKER'] })).toEqual(['LOCKER NO_METHOD_CONFIGURED']);
  });

  it('says when the rules have switched a method off', async () => {
    await publish(await drafted({ ...defaultRules, disabledMethods: ['SHIPPING'] }));
    const { options, unavailable } = await told();
    expect([options, unavailable.map(({ reason }) => reason)]).toEqual([[], ['METHOD_DISABLED']]);
    await publish(await drafted(defaultRules));
    expect((await told()).options.map(({ methodType }) => methodType)).toEqual(['SHIPPING']);
  });
});
