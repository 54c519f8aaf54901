import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubgraphService } from '../../../platform/graph/subgraph.ts';
import { callAs, callers } from '../../../test/support/world.ts';
import { createFulfillmentSubgraph } from '../subgraph.ts';
import { locationInput } from './locationInput.ts';
import { moved, placeAtFirst, type Asked } from './refusedWork.ts';
import {
  act,
  action,
  confirmedOrder,
  fulfillmentWorld,
  importLocations,
  shipmentFrom,
  units,
  workOn,
  type FulfillmentWorld,
} from './subgraphWorld.ts';

const offerText = `mutation($input: OfferToLocationsInput!) { offerToLocations(input: $input) { id } }`;
const claimText = `mutation($input: ClaimOfferInput!) { claimOffer(input: $input) { offerId location { id } order { id } } }`;
const offersText = `query($locationId: ID!) { competitiveOffers(locationId: $locationId) { id lines { quantity } minutesLeft competitors expiresAt } }`;

const places = ['lyon', 'paris', 'nice', 'lille'];

describe('an offer to several stores', () => {
  let world: FulfillmentWorld;
  let twin: SubgraphService;
  let orders = 0;
  let keys = 0;
  const key = () => `key-${++keys}`;
  const fresh = async (serviceCode: string | null = 'standard'): Promise<{ id: string; orderId: string }> => {
    const orderId = `c-${++orders}`;
    const shipment = shipmentFrom('lyon', [units('l1', 'shoe', 2)], serviceCode);
    await world.hear('orders.OrderConfirmed', confirmedOrder(orderId, [shipment]), `order:${orderId}`);
    return { orderId, id: (await workOn(world, orderId))[0]?.id ?? '' };
  };
  const offer = (id: string, locationIds: string[]) => ({
    input: { id, locationIds, reason: 'Lyon is full', idempotencyKey: key() },
  });
  const claim = (id: string, locationId: string) => ({ input: { id, locationId, idempotencyKey: key() } });
  const who = (locationId: string) => callers.associate(locationId);
  const offered = async (locationId: string): Promise<string[]> => {
    type Offers = { competitiveOffers: { id: string }[] };
    const found = await world.ok<Offers>(offersText, { locationId }, who(locationId));
    return found.competitiveOffers.map((each) => each.id);
  };
  const seen = async (orderId: string) =>
    (await workOn(world, orderId)).map(({ location, status, assignment }) => [
      location.id,
      status,
      assignment,
    ]);

  beforeAll(async () => {
    world = await fulfillmentWorld({ offerExpiresAfterMinutes: 30 });
    await world.ok(importLocations, {
      input: {
        locations: [
          ...places.map((id) => locationInput(id)),
          locationInput('shut', { active: false }),
          locationInput('counter', { abilities: ['COLLECT'] }),
        ],
      },
    });
    world.answers['promise.resourceOrder'] = placeAtFirst('paris', 'nice', 'lille', 'lyon');
    world.answers['catalog.transferReservation'] = moved;
    twin = createFulfillmentSubgraph(await world.deps('fulfillment'));
    await twin.start();
  });
  afterAll(async () => {
    await twin.stop();
    await world.stop();
  });

  it('goes to the first that claims it, with its stock, and to nobody else', async () => {
    const { id, orderId } = await fresh();
    await world.ok(offerText, offer(id, ['paris', 'nice']), who('lyon'));
    expect(await offered('nice')).toEqual([id]);
    expect(await offered('lille')).toEqual([]);
    const won = claim(id, 'nice');
    const first = await world.ok(claimText, won, who('nice'));
    expect(first).toEqual({ claimOffer: { offerId: id, location: { id: 'nice' }, order: { id: orderId } } });
    // The key again: the same answer.
    expect(await world.ok(claimText, won, who('nice'))).toEqual(first);
    await world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'EXPIRED'],
      ['nice', 'OPEN', 'ACCEPTED'],
    ]);
    expect(await offered('paris')).toEqual([]);
    expect(await world.code(claimText, claim(id, 'paris'), who('paris'))).toBe('ALREADY_CLAIMED');
    expect(await world.code(action('acceptFulfillmentOrder'), { input: { id } }, who('lyon'))).toBe(
      'INVALID_TRANSITION',
    );
    const { input } =
      world.asked.findLast(({ what }) => what === 'catalog.transferReservation')?.variables ?? {};
    expect(input).toMatchObject({
      release: [{ locationId: 'lyon' }],
      take: [{ locationId: 'nice', quantity: 2 }],
    });
  });

  it('is won by exactly one, however many claim it at once in two processes', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, orderId } = await fresh();
      await world.ok(offerText, offer(id, ['paris', 'nice', 'lille']), who('lyon'));
      const results = await Promise.all(
        places.flatMap((place) => [
          world.run(claimText, claim(id, place), who(place)),
          twin.execute({ query: claimText, variables: claim(id, place) }, callAs(who(place))),
        ]),
      );
      const codes = results.map(({ errors }) => errors?.[0]?.extensions['code']);
      expect(codes.filter((code) => code === undefined)).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set([undefined, 'ALREADY_CLAIMED']));
      await world.settle();
      await waitForEnd(orderId);
      const accepted = (await seen(orderId)).filter(([, , assignment]) => assignment === 'ACCEPTED');
      expect(accepted).toHaveLength(1);
      const winner = results.findIndex(({ errors }) => errors === undefined);
      expect(accepted[0]?.[0]).toBe(places[Math.floor(winner / 2)]);
    }
  });
  /** Either process may carry out the search: both are looked at until it has ended. */
  const waitForEnd = async (orderId: string): Promise<void> => {
    for (let i = 0; i < 20 && !(await seen(orderId)).some(([, , answer]) => answer === 'ACCEPTED'); i++) {
      await world.clock.advanceBy(15_000);
      await world.settle();
    }
  };

  it('can be answered by its own location first', async () => {
    const { id, orderId } = await fresh();
    await world.ok(offerText, offer(id, ['paris']), who('lyon'));
    await act(world, 'acceptFulfillmentOrder', { id }, who('lyon'));
    expect(await world.code(claimText, claim(id, 'paris'), who('paris'))).toBe('ALREADY_CLAIMED');
    expect(await seen(orderId)).toEqual([['lyon', 'OPEN', 'ACCEPTED']]);
  });

  it('looks for another place when whoever claimed it has no stock after all', async () => {
    const { id, orderId } = await fresh();
    await world.ok(offerText, offer(id, ['nice']), who('lyon'));
    const usual = world.answers['promise.resourceOrder'];
    world.answers['promise.resourceOrder'] = ({ input }) =>
      (input as Asked).excludedLocationIds.includes('paris')
        ? { resourceOrder: { __typename: 'SourcingRefused', skus: ['shoe'] } }
        : usual?.({ input });
    await world.ok(claimText, claim(id, 'nice'), who('nice'));
    await world.settle();
    expect(await seen(orderId)).toEqual([
      ['lyon', 'CANCELLED', 'EXPIRED'],
      ['paris', 'OPEN', 'OFFERED'],
    ]);
    world.answers['promise.resourceOrder'] = usual ?? (() => undefined);
  });

  it('is refused where it makes no sense, and changes nothing', async () => {
    const { id } = await fresh();
    const code = (more: string[], as = 'lyon') => world.code(offerText, offer(id, more), who(as));
    expect(await code([])).toBe('BAD_USER_INPUT');
    expect(await code(['ghost'])).toBe('UNKNOWN_LOCATION');
    expect(await code(['shut'])).toBe('LOCATION_CLOSED');
    expect(await code(['counter'])).toBe('BAD_USER_INPUT');
    expect(await code(['nice'], 'paris')).toBe('NOT_FOUND');
    expect(await world.code(claimText, claim(id, 'paris'), who('paris'))).toBe('NOT_FOUND');
    expect(await world.code(claimText, claim(id, 'paris'), who('nice'))).toBe('FORBIDDEN');
    const collected = await fresh(null);
    expect(await world.code(offerText, offer(collected.id, ['paris']), who('lyon'))).toBe('BAD_USER_INPUT');
    await act(world, 'acceptFulfillmentOrder', { id }, who('lyon'));
    expect(await code(['paris'])).toBe('INVALID_TRANSITION');
  });

  it('that nobody answers runs out and goes to the next', async () => {
    const { id, orderId } = await fresh();
    await world.ok(offerText, offer(id, ['nice']), who('lyon'));
    await world.clock.advanceBy(31 * 60_000);
    await world.settle();
    expect(await world.code(claimText, claim(id, 'nice'), who('nice'))).toBe('ALREADY_CLAIMED');
    expect((await seen(orderId))[1]?.[0]).toBe('paris');
  });
});

describe('an offer that the retailer opens to others', () => {
  let world: FulfillmentWorld;
  beforeAll(async () => {
    world = await fulfillmentWorld({ competitiveOfferStores: 2 });
    await world.ok(importLocations, { input: { locations: places.map((id) => locationInput(id)) } });
    world.answers['promise.resourceOrder'] = placeAtFirst('paris', 'nice', 'lille');
  });
  afterAll(() => world.stop());

  it('is made to the next best places of sourcing, by itself', async () => {
    const shipment = shipmentFrom('lyon', [units('l1', 'shoe', 1)]);
    await world.hear('orders.OrderConfirmed', confirmedOrder('auto', [shipment]), 'order:auto');
    await world.clock.advanceBy(15_000);
    await world.settle();
    expect(world.toldOf('fulfillment.OfferedToMore')).toMatchObject([
      { locationId: 'lyon', to: ['paris', 'nice'] },
    ]);
    await world.clock.advanceBy(60_000);
    await world.settle();
    expect(world.toldOf('fulfillment.OfferedToMore')).toHaveLength(1);
  });
});
