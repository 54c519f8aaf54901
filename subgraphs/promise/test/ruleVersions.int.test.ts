import { defaultRules } from '@promesse/promise-engine/rules/defaultRules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';

const listText = '{ ruleSets { edges { node { version name state copyOf rulesJson } } } }';
const compareText = `query($from: ID!, $to: ID!) { compareRuleSets(from: $from, to: $to) {
  path kind before after } }`;
const draftText = `mutation($input: DraftRuleSetInput!) { draftRuleSet(input: $input) {
  ... on DraftRuleSetSuccess { ruleSet { version } } } }`;
const publishText = 'mutation($version: ID!) { publishRuleSet(version: $version) { state } }';
const backText = `mutation($input: RollBackRuleSetInput!) { rollBackRuleSet(input: $input) { __typename
  ... on DraftRuleSetSuccess { ruleSet { version state copyOf } } ... on InvalidRuleSet { faults { path } } } }`;

interface Back {
  readonly __typename: string;
  readonly ruleSet?: { readonly version: string; readonly state: string; readonly copyOf: string };
  readonly faults?: readonly { readonly path: string }[];
}
interface Row {
  readonly version: string;
  readonly state: string;
  readonly rulesJson: string;
}

describe('versions of rule sets', () => {
  let application: TradingApplication;
  const listed = async (): Promise<Row[]> => {
    type Page = { ruleSets: { edges: { node: Row }[] } };
    return (await application.ok<Page>('promise', listText)).ruleSets.edges.map(({ node }) => node);
  };
  const published = async (rules: object): Promise<string> => {
    const input = { name: 'A set', rulesJson: JSON.stringify(rules) };
    type Drafted = { draftRuleSet: { ruleSet: { version: string } } };
    const { draftRuleSet } = await application.ok<Drafted>('promise', draftText, { input });
    const { version } = draftRuleSet.ruleSet;
    await application.ok('promise', publishText, { version });
    return version;
  };
  const back = async (version: string, idempotencyKey: string): Promise<Back> => {
    const input = { version, reason: 'dearer than before', idempotencyKey };
    return (await application.ok<{ rollBackRuleSet: Back }>('promise', backText, { input })).rollBackRuleSet;
  };
  const without = (field: string, value: string) => ({
    ...defaultRules,
    rules: [
      {
        ...{ id: 'not-here', action: 'ONLY', if: { field, is: { eq: value } } },
        when: { not: { field: 'location.id', is: { eq: 'warehouse' } } },
      },
    ],
  });
  const shipsFrom = async (sku: string, who: Identity = callers.shopper()): Promise<string[]> => {
    const text = `query($input: PromiseInput!) { promise(input: $input) { options { shipments { location { id } } } } }`;
    const input = {
      ...{ channel: 'web', currency: 'EUR', destination: { country: 'FR', postalCode: '75002' } },
      ...{ lines: [{ sku, quantity: 1 }], methodTypes: ['SHIPPING'] },
    };
    const asked = { ...who, scopes: ['rules:read', ...who.scopes] };
    type Told = { promise: { options: { shipments: { location: { id: string } }[] }[] } };
    const { promise } = await application.ok<Told>('promise', text, { input }, asked);
    return promise.options.flatMap(({ shipments }) => shipments.map(({ location }) => location.id));
  };

  const plannedAgain = async (orderId: string, code: string): Promise<string[]> => {
    const text = `mutation($input: ResourceOrderInput!) { resourceOrder(input: $input) {
      ... on SourcingDecision { shipments { locationId } } } }`;
    const input = {
      ...{ orderId, channel: 'web', currency: 'EUR', methodType: 'SHIPPING', code },
      ...{ destination: { country: 'FR', postalCode: '75002' }, excludedLocationIds: [] },
      lines: [{ lineId: 'l1', sku: 'lamp', quantity: 1 }],
      promisedLatestAt: '2030-01-01T00:00:00Z',
    };
    type Decided = { resourceOrder: { shipments: { locationId: string }[] } };
    const { resourceOrder } = await application.ok<Decided>('promise', text, { input }, callers.system);
    return resourceOrder.shipments.map(({ locationId }) => locationId);
  };

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'lamp' });
    for (const place of ['warehouse', 'store']) await application.stock('lamp', place, 20);
  });
  afterAll(() => application.stop());

  it('begin with the one that comes with the program', async () => {
    const [only, ...others] = await listed();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ version: 'default', state: 'LIVE', copyOf: null });
    expect(JSON.parse(only?.rulesJson ?? '')).toMatchObject({ maxSplits: 4, degraded: { addDays: 1 } });
    const query = 'query($version: ID!) { ruleSet(version: $version) { state name } }';
    expect(await application.ok('promise', query, { version: 'default' })).toEqual({
      ruleSet: { state: 'LIVE', name: 'Balanced' },
    });
    const version = await published({ ...defaultRules, maxSplits: 1 });
    expect((await listed()).map((row) => [row.version, row.state])).toEqual([
      [version, 'LIVE'],
      ['default', 'RETIRED'],
    ]);
  });

  it('are compared place by place', async () => {
    const other = await published({ ...defaultRules, maxSplits: 2 });
    const [live] = (await listed()).filter(({ state }) => state === 'LIVE');
    expect(live?.version).toBe(other);
    type Answer = { compareRuleSets: { path: string }[] };
    const compare = async (from: string, to: string) =>
      (await application.ok<Answer>('promise', compareText, { from, to })).compareRuleSets;
    expect(await compare(other, other)).toEqual([]);
    const found = await compare('default', other);
    expect(found).toContainEqual({ path: 'maxSplits', kind: 'CHANGED', before: '4', after: '2' });
    expect(found.map(({ path }) => path)).toContain('degraded.staleAfterMs.STOCK');
    const unknown = { from: 'default', to: 'nowhere' };
    expect(await application.code('promise', compareText, unknown)).toBe('NOT_FOUND');
    expect(await application.code('promise', compareText, unknown, callers.shopper())).toBe('FORBIDDEN');
  });

  it('can be gone back to, as a new version, once per key', async () => {
    const first = await published(without('order.sku', 'lamp'));
    expect(await shipsFrom('lamp')).toEqual(['store']);
    await published(defaultRules);
    expect(await shipsFrom('lamp')).toEqual(['warehouse']);
    const again = await back(first, 'once');
    expect(again.ruleSet).toMatchObject({ state: 'LIVE', copyOf: first });
    expect(again.ruleSet?.version).not.toBe(first);
    expect(await shipsFrom('lamp')).toEqual(['store']);
    const starting = await back('default', 'start');
    expect(starting.ruleSet).toMatchObject({ state: 'LIVE', copyOf: 'default' });
    expect(await shipsFrom('lamp')).toEqual(['warehouse']);
    // Repeated late, the key gives its version as it is now and changes nothing.
    expect((await back(first, 'once')).ruleSet).toMatchObject({
      ...{ version: again.ruleSet?.version, state: 'RETIRED' },
    });
    expect(await shipsFrom('lamp')).toEqual(['warehouse']);
    const code = (input: object, who?: Identity) =>
      application.code('promise', backText, { input: { version: first, reason: 'r', ...input } }, who);
    expect(await code({ version: 'default', idempotencyKey: 'once' })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await code({ version: 'nowhere', idempotencyKey: 'k' })).toBe('NOT_FOUND');
    expect(await code({ reason: ' ', idempotencyKey: 'k' })).toBe('BAD_USER_INPUT');
    expect(await code({ idempotencyKey: '' })).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect(await code({ idempotencyKey: 'k' }, callers.agent(['rules:read']))).toBe('FORBIDDEN');
  });

  it('may ask for the category and brand of an article, and for the customer’s group, to the order', async () => {
    await published(without('order.category', 'things'));
    expect(await shipsFrom('lamp')).toEqual(['store']);
    await published(without('order.customerGroup', 'club'));
    expect(await shipsFrom('lamp')).toEqual(['warehouse']);
    const member: Identity = { ...callers.shopper('member'), groups: ['club'] };
    expect(await shipsFrom('lamp', member)).toEqual(['store']);
    // What was promised to a member is sourced as it was promised.
    const placed = await buyerIn(application, member).buy('lamp', 1);
    await application.settle();
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
      fulfillmentOrders { location { id } } } } }`;
    const of = [{ __typename: 'Order', id: placed.order?.id }];
    expect(await application.ok('fulfillment', query, { of })).toEqual({
      _entities: [{ fulfillmentOrders: [{ location: { id: 'store' } }] }],
    });
    // So are its units when they are planned again, by whoever asks for it.
    const orderId = placed.order?.id ?? '';
    const codeText = 'query($id: ID!) { order(id: $id) { promise { code } } }';
    type Coded = { order: { promise: { code: string } } };
    const { order } = await application.ok<Coded>('orders', codeText, { id: orderId }, member);
    expect(await plannedAgain(orderId, order.promise.code)).toEqual(['store']);
    expect(await plannedAgain('of-nobody', order.promise.code)).toEqual(['warehouse']);
  });
});
