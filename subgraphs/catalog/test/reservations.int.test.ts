import { describe, expect, it } from 'vitest';
import { waitFor } from '../../../test/support/waitFor.ts';
import {
  commitText,
  releaseText,
  reserveText,
  transferText,
  useCatalogue,
  type Outcome,
  type Units,
} from './catalogWorld.ts';

describe('the reservations of the catalogue', () => {
  const subgraph = useCatalogue();
  const { ask, code, commit, done, fresh, held, ok, position, release, units } = subgraph;

  it('reserves all lines or none, and once per key', async () => {
    const [one, two] = [await fresh('fork', 5), await fresh('spoon', 1)];
    expect((await ask([units(one, 2), units(two, 2)])).shortages).toEqual([{ requested: 2, available: 1 }]);
    // Two lines of one SKU count together.
    expect((await ask([units(two, 1), units(two, 1)])).shortages).toEqual([{ requested: 2, available: 1 }]);
    expect(await position(one)).toMatchObject({ reserved: 0 });
    const first = await held([units(one, 2), units(two, 1)], { idempotencyKey: 'both' });
    expect(await held([units(one, 2), units(two, 1)], { idempotencyKey: 'both' })).toEqual(first);
    expect(await position(one)).toMatchObject({ reserved: 2, availableToPromise: 3 });
    const refusal = (lines: Units[]) =>
      code(reserveText, { input: { idempotencyKey: 'wrong', state: 'FIRM', lines } });
    expect(await refusal([])).toBe('BAD_USER_INPUT');
    expect(await refusal([units(one, 0)])).toBe('INVALID_QUANTITY');
  });

  it('moves units to another location once per key, and nothing if they are not there', async () => {
    const sku = await fresh('lid', 5);
    await subgraph.application.stock(sku, 'store', 2);
    const { id } = await held([units(sku, 3)]);
    const move = (key: string, quantity: number) =>
      done<Outcome>(transferText, {
        input: {
          id,
          idempotencyKey: key,
          release: [units(sku, quantity)],
          take: [units(sku, quantity, 'store')],
        },
      });
    expect((await move('far', 3)).shortages).toEqual([{ requested: 3, available: 2 }]);
    expect(await position(sku)).toMatchObject({ reserved: 3 });
    const moved = await move('near', 2);
    expect(await move('near', 2)).toEqual(moved);
    expect(await position(sku)).toMatchObject({ reserved: 1, availableToPromise: 4 });
    expect(await position(sku, 'store')).toMatchObject({ reserved: 2, availableToPromise: 0 });
    expect(moved.reservation?.lines).toEqual([
      { locationId: 'warehouse', quantity: 3, committed: 0, released: 2 },
      { locationId: 'store', quantity: 2, committed: 0, released: 0 },
    ]);
    expect((await release(id, 'rest')).state).toBe('RELEASED');
    expect(await position(sku)).toMatchObject({ onHand: 5, reserved: 0 });
    expect(await position(sku, 'store')).toMatchObject({ onHand: 2, reserved: 0 });
  });

  it('moves the last open unit without ending the reservation', async () => {
    const sku = await fresh('pan', 1);
    await subgraph.application.stock(sku, 'store', 1);
    const { id } = await held([units(sku, 1)]);
    const input = { id, idempotencyKey: 'last', release: [units(sku, 1)], take: [units(sku, 1, 'store')] };
    expect((await done<Outcome>(transferText, { input })).reservation?.state).toBe('FIRM');
    expect((await commit(id, 'left', [units(sku, 1, 'store')])).state).toBe('COMMITTED');
  });

  it('gives back and consumes once per key, and never more than is open', async () => {
    const sku = await fresh('pot', 10);
    const { id } = await held([units(sku, 5)]);
    const left = await commit(id, 'parcel', [units(sku, 2)]);
    expect(await commit(id, 'parcel', [units(sku, 2)])).toEqual(left);
    expect(await position(sku)).toMatchObject({ onHand: 8, reserved: 3, availableToPromise: 5 });
    const back = await release(id, 'cancelled', [units(sku, 1)]);
    expect(await release(id, 'cancelled', [units(sku, 1)])).toEqual(back);
    expect(await position(sku)).toMatchObject({ onHand: 8, reserved: 2, availableToPromise: 6 });
    const tooMuch = { id, key: 'too-much', lines: [units(sku, 3)] };
    expect(await code(commitText, tooMuch)).toBe('INVALID_TRANSITION');
    expect((await release(id, 'more', [units(sku, 9)])).state).toBe('COMMITTED');
    expect(await position(sku)).toMatchObject({ onHand: 8, reserved: 0, availableToPromise: 8 });
    expect(await code(releaseText, { id: 'no-such', key: 'k' })).toBe('NOT_FOUND');
  });

  it('gives the units of a cart back when its time is over', async () => {
    const sku = await fresh('jug', 3);
    const { id } = await held([units(sku, 2)], { state: 'SOFT', ttlSeconds: 60 });
    const kept = await held([units(sku, 1)], { state: 'SOFT', ttlSeconds: 60 });
    const firm = 'mutation($id: ID!) { done: firmReservation(id: $id) { id state } }';
    expect(await done(firm, { id: kept.id })).toMatchObject({ state: 'FIRM' });
    expect(await position(sku)).toMatchObject({ softReserved: 2, reserved: 1, availableToPromise: 0 });
    await subgraph.application.clock.advanceBy(61_000);
    const query = 'query($id: ID!) { reservation(id: $id) { state } }';
    expect(await ok(query, { id })).toEqual({ reservation: { state: 'EXPIRED' } });
    expect(await code(firm, { id })).toBe('INVALID_TRANSITION');
    await subgraph.application.clock.advanceBy(120_000);
    await waitFor('the units to be free', async () => (await position(sku)).softReserved === 0);
    expect(await position(sku)).toMatchObject({ onHand: 3, reserved: 1, availableToPromise: 2 });
  });
});
