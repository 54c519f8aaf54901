import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import { callers, testStartMs } from '../../../test/support/world.ts';
import { locationInput } from './locationInput.ts';
import {
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

interface Page<N> {
  readonly edges: readonly { readonly cursor: string; readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const listWork = `query($first: Int, $after: String, $filter: FulfillmentOrderFilter) {
  fulfillmentOrders(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id status location { id } order { id } } } pageInfo { hasNextPage endCursor } } }`;
const listPlaces = `query($first: Int, $after: String, $kind: LocationKind, $country: CountryCode) {
  locations(first: $first, after: $after, kind: $kind, country: $country) {
    edges { cursor node { id name } } pageInfo { hasNextPage endCursor } } }`;

describe('locations', () => {
  let world: FulfillmentWorld;
  beforeAll(async () => {
    world = await fulfillmentWorld();
  });
  afterAll(() => world.stop());
  const importAll = (locations: object[], who?: Identity) =>
    world.ok(importLocations, { input: { locations } }, who);

  it('are told once for each change, and not when nothing changed', async () => {
    const both = [locationInput('a'), locationInput('b', { kind: 'WAREHOUSE', country: 'IT' })];
    expect(await importAll(both)).toEqual({ importLocations: { changed: 2, unchanged: 0 } });
    expect(await importAll(both)).toEqual({ importLocations: { changed: 0, unchanged: 2 } });
    const closed = [both[0] ?? {}, locationInput('b', { kind: 'WAREHOUSE', country: 'IT', active: false })];
    expect(await importAll(closed)).toEqual({ importLocations: { changed: 1, unchanged: 1 } });
    await world.settle();
    expect(
      world.toldOf('fulfillment.LocationChanged').map((event) => [event.locationId, event.active]),
    ).toEqual([
      ['a', true],
      ['b', true],
      ['b', false],
    ]);
    const { location } = await world.ok<{ location: object }>(
      'query { location(id: "b") { id name kind city country timeZone openingHours { weekday opensAt closesAt } closedDays abilities capacityPerDay handlingMinutes active } }',
    );
    expect(location).toMatchObject({ id: 'b', kind: 'WAREHOUSE', active: false, closedDays: ['2026-05-01'] });
  });
  it('are taken all or none', async () => {
    const wrong = [locationInput('c'), locationInput('d', { latitude: 91 })];
    expect(await world.code(importLocations, { input: { locations: wrong } })).toBe('BAD_USER_INPUT');
    expect(await world.ok('query { location(id: "c") { id } }')).toEqual({ location: null });
    const many = Array.from({ length: 501 }, (_, at) => locationInput(`m${at}`));
    expect(await world.code(importLocations, { input: { locations: many } })).toBe('BAD_USER_INPUT');
    const zone = [locationInput('z', { timeZone: 'Mars/Base' })];
    expect(await world.code(importLocations, { input: { locations: zone } })).toBe('BAD_USER_INPUT');
  });
  it('are imported by those who may', async () => {
    const input = { locations: [locationInput('x')] };
    expect(await world.code(importLocations, { input }, callers.associate('a'))).toBe('FORBIDDEN');
    expect(await world.code(importLocations, { input }, callers.anonymous)).toBe('UNAUTHENTICATED');
  });
  it('are listed by name in pages that do not shift, for anybody', async () => {
    const names = ['Delta', 'alpha', 'Beta', 'Beta', 'Gamma'];
    await importAll(names.map((name, at) => locationInput(`n${at}`, { name, kind: 'PICKUP_POINT' })));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { locations: Page<{ id: string; name: string }> } = await world.ok(
        listPlaces,
        { first: 2, after, kind: 'PICKUP_POINT' },
        callers.anonymous,
      );
      seen.push(...page.locations.edges.map((edge) => edge.node.name));
      after = page.locations.pageInfo.hasNextPage ? page.locations.pageInfo.endCursor : null;
      // Somebody adds a place before the cursor meanwhile.
      await importAll([locationInput('n9', { name: 'Aardvark', kind: 'PICKUP_POINT' })]);
    } while (after !== null);
    expect(seen).toEqual(['Beta', 'Beta', 'Delta', 'Gamma', 'alpha']);
    const italian = await world.ok<{ locations: Page<{ id: string }> }>(listPlaces, { country: 'IT' });
    expect(italian.locations.edges.map((edge) => edge.node.id)).toEqual(['b']);
  });
  it.each([[{ first: 0 }], [{ first: 101 }], [{ after: 'nonsense' }]])('refuse the page %o', async (args) => {
    expect(await world.code(listPlaces, args)).toBe('BAD_USER_INPUT');
  });
});

describe('work lists', () => {
  let world: FulfillmentWorld;
  const hourMs = 3_600_000;
  beforeAll(async () => {
    world = await fulfillmentWorld();
    const places = ['lyon', 'paris'].map((id) => locationInput(id));
    await world.ok(importLocations, { input: { locations: places } });
    for (let at = 0; at < 6; at++) {
      const shipment = shipmentFrom(at % 2 === 0 ? 'lyon' : 'paris', [units('l1', 'shoe', 1)]);
      const later = shipment.milestones.map(({ code, dueAtMs }) => ({
        code,
        dueAtMs: dueAtMs + (5 - at) * 12 * hourMs,
      }));
      const more = { owner: `shopper-${at}`, channel: at < 3 ? 'web' : 'market' };
      await world.hear(
        'orders.OrderConfirmed',
        confirmedOrder(`o${at}`, [{ ...shipment, milestones: later }], more),
        `order:o${at}`,
      );
    }
  });
  afterAll(() => world.stop());

  const ordersOf = async (variables: object, who: Identity): Promise<string[]> => {
    const page = await world.ok<{ fulfillmentOrders: Page<{ order: { id: string } }> }>(
      listWork,
      { ...variables },
      who,
    );
    return page.fulfillmentOrders.edges.map((edge) => edge.node.order.id);
  };

  it('come most urgent first, in stable pages', async () => {
    const first = await world.ok<{ fulfillmentOrders: Page<{ order: { id: string } }> }>(listWork, {
      first: 4,
    });
    expect(first.fulfillmentOrders.edges.map((edge) => edge.node.order.id)).toEqual(['o5', 'o4', 'o3', 'o2']);
    const after = first.fulfillmentOrders.edges[1]?.cursor;
    expect(await ordersOf({ first: 10, after }, callers.admin)).toEqual(['o3', 'o2', 'o1', 'o0']);
  });
  it('show each caller only what is theirs', async () => {
    const scoped = (who: Identity): Identity => ({ ...who, scopes: [...who.scopes, 'orders:read'] });
    expect(await ordersOf({}, callers.associate('paris'))).toEqual(['o5', 'o3', 'o1']);
    expect(await ordersOf({ filter: { locationId: 'lyon' } }, callers.associate('paris'))).toEqual([]);
    // Work lists are for staff, whatever scopes a token of others carries.
    for (const who of [callers.partner('market'), callers.shopper('shopper-2')])
      expect(await world.code(listWork, {}, scoped(who))).toBe('FORBIDDEN');
    expect((await ordersOf({}, callers.agent(['orders:read']))).length).toBe(6);
    expect(await ordersOf({}, callers.agent(['fulfillment:work']))).toEqual([]);
    expect(await world.code(listWork, {}, callers.shopper())).toBe('FORBIDDEN');
    expect(await world.code(listWork, {}, callers.anonymous)).toBe('UNAUTHENTICATED');
  });
  it('know work to be done later as scheduled, without anybody having to say so', async () => {
    expect(await ordersOf({ filter: { status: ['OPEN'] } }, callers.admin)).toEqual(['o5', 'o4']);
    expect(await ordersOf({ filter: { status: ['SCHEDULED'] } }, callers.admin)).toEqual([
      'o3',
      'o2',
      'o1',
      'o0',
    ]);
    await world.clock.advanceTo(testStartMs + 30 * hourMs);
    expect((await ordersOf({ filter: { status: ['OPEN'] } }, callers.admin)).length).toBe(5);
  });
  it('can be narrowed by order and step', async () => {
    expect(await ordersOf({ filter: { orderId: 'o2', step: ['TO_PICK'] } }, callers.admin)).toEqual(['o2']);
    expect(await ordersOf({ filter: { step: ['PACKED', 'LABELLED'] } }, callers.admin)).toEqual([]);
  });
  it('answer references of other subgraphs in their order, unknown ones with null', async () => {
    const query =
      'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Location { name } ... on Order { fulfillmentOrders { location { id } } } } }';
    const refs = [
      { __typename: 'Location', id: 'paris' },
      { __typename: 'Location', id: 'nowhere' },
      { __typename: 'Order', id: 'o1' },
      { __typename: 'Order', id: 'unknown' },
    ];
    expect(await world.ok(query, { refs })).toEqual({
      _entities: [
        { name: 'Place paris' },
        null,
        { fulfillmentOrders: [{ location: { id: 'paris' } }] },
        { fulfillmentOrders: [] },
      ],
    });
  });
});
