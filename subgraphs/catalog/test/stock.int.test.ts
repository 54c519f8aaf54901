import { describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import {
  adjust,
  announce,
  expectedAt,
  receive,
  setSafety,
  useCatalogue,
  type Position,
} from './catalogWorld.ts';

describe('the stock of the catalogue', () => {
  const subgraph = useCatalogue();
  const { adjusted, ask, keyed, code, commit, done, fresh, held, position, release, units } = subgraph;

  it('adjusts once per key and never below what is reserved', async () => {
    const sku = await fresh('plate', 10);
    await held([units(sku, 6)]);
    const first = await adjusted(sku, -3, 'count-1');
    expect(first).toMatchObject({ __typename: 'AdjustStockSuccess', position: { onHand: 7 } });
    expect(await adjusted(sku, -3, 'count-1')).toEqual(first);
    const below = await adjusted(sku, -2);
    expect(below).toMatchObject({ __typename: 'AdjustmentBelowReserved', position: { onHand: 7 } });
    expect(await adjusted(sku, -1)).toMatchObject({ __typename: 'AdjustStockSuccess' });
    expect(await position(sku)).toMatchObject({ onHand: 6, reserved: 6, availableToPromise: 0 });
    const codeOf = (more: object) => {
      const input = {
        idempotencyKey: 'count-1',
        sku,
        locationId: 'warehouse',
        delta: -3,
        reason: 'COUNT',
        ...more,
      };
      return code(adjust, { input });
    };
    expect(await codeOf({ delta: -4 })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await codeOf({ idempotencyKey: 'zero', delta: 0 })).toBe('INVALID_QUANTITY');
    expect(await codeOf({ idempotencyKey: 'none', sku: 'nothing' })).toBe('UNKNOWN_SKU');
  });

  it('promises announced units, and received ones belong to those who waited', async () => {
    const sku = await fresh('bowl', 0);
    const slot = { id: 'truck', sku, locationId: 'warehouse' };
    expect(await done<Position>(announce, keyed({ ...slot, quantity: 9, expectedAt }))).toMatchObject({
      ...{ onHand: 0, incoming: [{ id: 'truck', quantity: 9 }] },
    });
    const replaced = await done<Position>(announce, keyed({ ...slot, quantity: 5, expectedAt }));
    expect(replaced.incoming).toEqual([{ id: 'truck', quantity: 5 }]);
    expect((await ask([units(sku, 1)])).shortages).toEqual([{ requested: 1, available: 0 }]);
    const { id } = await held([units(sku, 3, 'warehouse', true)]);
    expect((await ask([units(sku, 3, 'warehouse', true)])).shortages).toEqual([
      { requested: 3, available: 2 },
    ]);
    const part = await done<Position>(receive, keyed({ ...slot, quantity: 2 }));
    expect(part).toMatchObject({ onHand: 2, reserved: 2, incoming: [{ id: 'truck', quantity: 3 }] });
    const rest = await done<Position>(receive, keyed({ ...slot, quantity: 3 }));
    expect(rest).toMatchObject({ onHand: 5, reserved: 3, availableToPromise: 2, incoming: [] });
    expect(await code(receive, keyed({ ...slot, quantity: 1 }))).toBe('NOT_FOUND');
    await release(id, 'one-back', [units(sku, 1)]);
    expect(await position(sku)).toMatchObject({ onHand: 5, reserved: 2, availableToPromise: 3 });
    expect((await commit(id, 'left', [units(sku, 2)])).state).toBe('COMMITTED');
    expect(await position(sku)).toMatchObject({ onHand: 3, reserved: 0, availableToPromise: 3 });
  });

  it('takes backorders without an announcement, and the first units to arrive are theirs', async () => {
    const sku = await fresh('vase', 0, { backorderUntil: expectedAt });
    const { id } = await held([units(sku, 5, 'warehouse', true)]);
    const slot = { id: 'ship', sku, locationId: 'warehouse' };
    await done(announce, keyed({ ...slot, quantity: 8, expectedAt }));
    expect(await done<Position>(receive, keyed({ ...slot, quantity: 4 }))).toMatchObject({
      ...{ onHand: 4, reserved: 4, availableToPromise: 0 },
    });
    expect(await done<Position>(receive, keyed({ ...slot, quantity: 4 }))).toMatchObject({
      ...{ onHand: 8, reserved: 5, availableToPromise: 3 },
    });
    expect((await release(id, 'all')).state).toBe('RELEASED');
    expect(await position(sku)).toMatchObject({ onHand: 8, reserved: 0, availableToPromise: 8 });
  });

  it('never promises safety stock', async () => {
    const sku = await fresh('knife', 5);
    const slot = { sku, locationId: 'warehouse' };
    await done(setSafety, { input: { ...slot, safetyStock: 3 } });
    expect((await ask([units(sku, 3)])).shortages).toEqual([{ requested: 3, available: 2 }]);
    await held([units(sku, 2)]);
    expect(await position(sku)).toMatchObject({ availableToPromise: 0 });
    const raised = await done<Position>(setSafety, { input: { ...slot, safetyStock: 9 } });
    expect(raised).toMatchObject({ onHand: 5, reserved: 2, availableToPromise: 0 });
    expect(await done<Position>(setSafety, { input: { ...slot, safetyStock: 0 } })).toMatchObject({
      availableToPromise: 3,
    });
    expect(await code(setSafety, { input: { ...slot, safetyStock: -1 } })).toBe('INVALID_QUANTITY');
  });

  it('comes to the same stock whether a discrepancy is heard before or after the release', async () => {
    for (const reason of ['NOT_IN_STOCK', 'DAMAGED'] as const) {
      const ends: Position[] = [];
      for (const first of ['discrepancy', 'release']) {
        const sku = await fresh(`${first}-${reason.toLowerCase()}`, 10);
        await held([units(sku, 3)]);
        const { id } = await held([units(sku, 2)]);
        const report = () =>
          tell(subgraph.application, ['catalog'], 'fulfillment.StockDiscrepancy', {
            ...{ fulfillmentOrderId: 'work', reservationId: id, reason },
            lines: [{ sku, locationId: 'warehouse', quantity: 2 }],
          });
        if (first === 'discrepancy') await report();
        await release(id, 'rejected', [units(sku, 2)]);
        if (first === 'release') await report();
        ends.push(await position(sku));
      }
      expect(ends[0]).toEqual(ends[1]);
      const onHand = reason === 'DAMAGED' ? 8 : 3;
      expect(ends[0]).toMatchObject({ onHand, reserved: 3, availableToPromise: onHand - 3 });
    }
  });
});
