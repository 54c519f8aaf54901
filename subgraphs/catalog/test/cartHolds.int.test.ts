import { describe, expect, it } from 'vitest';
import { waitFor } from '../../../test/support/waitFor.ts';
import { releaseText, reserveText, useCatalogue, type Outcome, type Units } from './catalogWorld.ts';

interface Hold {
  readonly cartId?: string;
  readonly heldUntil?: string;
  readonly reservation?: { readonly id: string };
  readonly shortages?: readonly { readonly requested: number; readonly available: number }[];
}
const holdFields = 'cartId heldUntil reservation { id }';
const hold = `mutation($input: HoldForCartInput!) { done: holdForCart(input: $input) {
  ... on CartHold { ${holdFields} } ... on ReservationOutOfStock { shortages { requested available } } } }`;
const prolong = `mutation($cartId: ID!, $ttlSeconds: Int, $key: String!) {
  done: prolongCartHold(cartId: $cartId, ttlSeconds: $ttlSeconds, idempotencyKey: $key) { ${holdFields} } }`;
const free = `mutation($cartId: ID!, $key: String!) { done: freeCartHold(cartId: $cartId, idempotencyKey: $key) }`;
const heldNow = `query($cartId: ID!) { done: cartHold(cartId: $cartId) { ${holdFields} } }`;

describe('units held for carts', () => {
  const subgraph = useCatalogue();
  const { ask, code, done, fresh, held, ok, position, units } = subgraph;
  const holdFor = (cartId: string, key: string, lines: Units[], ttlSeconds = 60) =>
    done<Hold>(hold, { input: { idempotencyKey: key, cartId, ttlSeconds, lines } });
  const of = async (cartId: string) => (await ok<{ done: Hold | null }>(heldNow, { cartId })).done;
  const later = (ms: number) => subgraph.application.clock.advanceBy(ms);
  const inSeconds = (seconds: number): string =>
    new Date(subgraph.application.clock.nowMs() + seconds * 1_000).toISOString().replace('.000Z', 'Z');

  it('are one hold a cart: the next takes the place of the one before, or nothing changes', async () => {
    const sku = await fresh('kite', 3);
    const first = await holdFor('c1', 'k1', [units(sku, 2)]);
    expect(first).toMatchObject({ cartId: 'c1', heldUntil: inSeconds(60) });
    expect(await holdFor('c1', 'k1', [units(sku, 2)])).toEqual(first);
    expect(await position(sku)).toMatchObject({ softReserved: 2 });
    // Its own two units count for it, and all three can be held.
    await holdFor('c1', 'k2', [units(sku, 3)]);
    expect(await position(sku)).toMatchObject({ softReserved: 3, availableToPromise: 0 });
    expect((await holdFor('c1', 'k3', [units(sku, 4)])).shortages).toEqual([{ requested: 4, available: 3 }]);
    expect((await holdFor('c2', 'k1', [units(sku, 1)])).shortages).toEqual([{ requested: 1, available: 0 }]);
    expect(await position(sku)).toMatchObject({ softReserved: 3 });
    const other = { idempotencyKey: 'k2', cartId: 'c1', ttlSeconds: 60, lines: [units(sku, 1)] };
    expect(await code(hold, { input: other })).toBe('IDEMPOTENCY_KEY_REUSED');
    for (const ttlSeconds of [0, -5, 86_401])
      expect(await code(hold, { input: { ...other, idempotencyKey: 'k9', ttlSeconds } })).toBe(
        'BAD_USER_INPUT',
      );
  });

  it('are prolonged, never shortened, for a day at most, and freed', async () => {
    const sku = await fresh('ball', 1);
    await holdFor('c3', 'k1', [units(sku, 1)], 600);
    await later(100_000);
    const longer = (ttlSeconds: number, key: string) =>
      done<Hold | null>(prolong, { cartId: 'c3', ttlSeconds, key });
    expect(await longer(60, 'p1')).toMatchObject({ heldUntil: inSeconds(500) });
    const more = await longer(900, 'p2');
    expect(more).toMatchObject({ heldUntil: inSeconds(900) });
    await later(1_000);
    expect(await longer(900, 'p2')).toEqual(more);
    expect(await longer(86_400, 'p3')).toMatchObject({ heldUntil: inSeconds(86_400 - 101) });
    expect(await of('c3')).toMatchObject({ cartId: 'c3' });
    expect(await done(free, { cartId: 'c3', key: 'f1' })).toBe(true);
    expect(await done(free, { cartId: 'c3', key: 'f1' })).toBe(true);
    expect(await of('c3')).toBeNull();
    expect(await longer(60, 'p4')).toBeNull();
    expect(await position(sku)).toMatchObject({ softReserved: 0, availableToPromise: 1 });
  });

  it('become those of the order in one step, and nobody else gets them in between', async () => {
    const sku = await fresh('drum', 2);
    await holdFor('c4', 'k1', [units(sku, 2)]);
    expect((await ask([units(sku, 1)])).shortages).toEqual([{ requested: 1, available: 0 }]);
    const order = await held([units(sku, 2)], { idempotencyKey: 'order-4', cartId: 'c4' });
    expect(await position(sku)).toMatchObject({ reserved: 2, softReserved: 0, availableToPromise: 0 });
    expect(await of('c4')).toBeNull();
    const again = await held([units(sku, 2)], { idempotencyKey: 'order-4', cartId: 'c4' });
    expect(again).toEqual(order);
    const input = { idempotencyKey: 'order-4', cartId: 'c4', state: 'FIRM', lines: [units(sku, 1)] };
    expect(await code(reserveText, { input })).toBe('IDEMPOTENCY_KEY_REUSED');
    // What an order lacks leaves the cart's hold as it was.
    const more = await fresh('harp', 2);
    await holdFor('c5', 'k1', [units(more, 2)]);
    expect((await ask([units(more, 3)], { cartId: 'c5' })).shortages).toEqual([
      { requested: 3, available: 2 },
    ]);
    expect(await of('c5')).toMatchObject({ cartId: 'c5' });
  });

  it('are anybody’s at the very instant their time is over, swept or not', async () => {
    const sku = await fresh('flag', 500);
    for (let n = 0; n < 50; n++) await holdFor(`many-${n}`, 'k', [units(sku, 10)], 61);
    expect((await ask([units(sku, 1)])).shortages).toEqual([{ requested: 1, available: 0 }]);
    await subgraph.application.clock.advanceBy(60_999);
    expect(await position(sku)).toMatchObject({ softReserved: 500, availableToPromise: 0 });
    const availability = `query($sku: ID!) { variant(sku: $sku) { availability { availableToPromise } } }`;
    // The sweep is due in a second: this comes before it.
    await subgraph.application.clock.advanceBy(1);
    const input = { idempotencyKey: 'after', state: 'FIRM', lines: [units(sku, 450)] };
    const seen = {
      page: await ok(availability, { sku }),
      position: await position(sku),
      order: await done<Outcome>(reserveText, { input }),
    };
    expect(seen.page).toEqual({ variant: { availability: { availableToPromise: 500 } } });
    expect(seen.position).toMatchObject({ softReserved: 0, availableToPromise: 500 });
    expect(seen.order.reservation).toMatchObject({ state: 'FIRM' });
    await subgraph.application.clock.advanceBy(5_000);
    await waitFor('the rest to be swept', async () => {
      const query = 'query($id: ID!) { done: cartHold(cartId: $id) { cartId } }';
      const { done: any } = await ok<{ done: unknown }>(query, { id: 'many-49' });
      return any === null;
    });
    expect(await position(sku)).toMatchObject({ reserved: 450, softReserved: 0, availableToPromise: 50 });
  });

  it('keep every key to its input', async () => {
    const sku = await fresh('horn', 9);
    const { id } = await held([units(sku, 5)]);
    await done(releaseText, { id, key: 'back', lines: [units(sku, 1)] });
    expect(await code(releaseText, { id, key: 'back', lines: [units(sku, 2)] })).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await code(releaseText, { id, key: 'back' })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await position(sku)).toMatchObject({ reserved: 4 });
  });
});
