import { describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import { announce, commitText, expectedAt, receive, useCatalogue, type Position } from './catalogWorld.ts';

describe('units of a receipt', () => {
  const subgraph = useCatalogue();
  const { code, done, fresh, held, keyed, position, release, units } = subgraph;

  /** A variant with units on hand and units announced. */
  const stocked = async (sku: string, onHand: number, announced: number): Promise<object> => {
    await fresh(sku, onHand);
    const slot = { id: `${sku}-truck`, sku, locationId: 'warehouse' };
    await done(announce, keyed({ ...slot, quantity: announced, expectedAt }));
    return slot;
  };
  const both = (sku: string, shelf: number, awaited: number) =>
    held([units(sku, shelf), units(sku, awaited, 'warehouse', true)]);
  const left = (reservationId: string, sku: string, quantity: number, cause: string) =>
    tell(subgraph.application, ['catalog'], 'fulfillment.HandedOver', {
      ...{ fulfillmentOrderId: cause, orderId: cause, locationId: 'warehouse', reservationId },
      lines: [{ lineId: 'l', sku, quantity }],
      atMs: subgraph.application.clock.nowMs(),
    });

  it('are given back before those on hand', async () => {
    await stocked('stool', 2, 5);
    const { id } = await both('stool', 2, 2);
    await release(id, 'cancelled', [units('stool', 2)]);
    // The two on hand stay with the order; the awaited ones may be sold again.
    expect(await position('stool')).toMatchObject({ onHand: 2, reserved: 2, awaited: 0 });
    await release(id, 'more', [units('stool', 1)]);
    expect(await position('stool')).toMatchObject({ reserved: 1, availableToPromise: 1 });
    expect(await held([units('stool', 5, 'warehouse', true)])).toMatchObject({ state: 'FIRM' });
  });

  it('are drawn from the receipt when they leave before it is booked', async () => {
    const slot = await stocked('bench', 3, 5);
    const { id } = await both('bench', 3, 4);
    await left(id, 'bench', 7, 'early');
    expect(await position('bench')).toMatchObject({ onHand: 0, reserved: 0, awaited: 0, drawnAhead: 4 });
    const part = await done<Position>(receive, keyed({ ...slot, quantity: 2 }));
    expect(part).toMatchObject({ onHand: 0, drawnAhead: 2, incoming: [{ quantity: 3 }] });
    const all = await done<Position>(receive, keyed({ ...slot, quantity: 3 }));
    expect(all).toMatchObject({ onHand: 1, drawnAhead: 0, availableToPromise: 1, incoming: [] });
  });

  it('cannot be promised twice while they are drawn ahead', async () => {
    await stocked('crate', 0, 5);
    const { id } = await held([units('crate', 4, 'warehouse', true)]);
    await left(id, 'crate', 4, 'ahead');
    expect((await subgraph.ask([units('crate', 2, 'warehouse', true)])).shortages).toEqual([
      { requested: 2, available: 1 },
    ]);
    await held([units('crate', 1, 'warehouse', true)]);
  });

  it('belong to the orders that await them, the oldest first, and orders hear of it', async () => {
    const slot = await stocked('shelf', 0, 6);
    const first = await held([units('shelf', 2, 'warehouse', true)]);
    await subgraph.application.clock.advanceBy(1_000);
    const cart = await held([units('shelf', 1, 'warehouse', true)], { state: 'SOFT', ttlSeconds: 600 });
    await subgraph.application.clock.advanceBy(1_000);
    const last = await held([units('shelf', 2, 'warehouse', true)]);
    const booked = await done<Position>(receive, keyed({ ...slot, quantity: 4 }));
    expect(booked).toMatchObject({
      ...{ onHand: 4, reserved: 3, softReserved: 1, awaited: 1, availableToPromise: 0 },
    });
    const query = 'query($id: ID!) { reservation(id: $id) { lines { quantity awaited receiptId } } }';
    const linesOf = async (id: string) =>
      (await subgraph.ok<{ reservation: { lines: unknown } }>(query, { id })).reservation.lines;
    const arrived = (quantity: number) => ({ quantity, awaited: false, receiptId: 'shelf-truck' });
    expect(await linesOf(first.id)).toEqual([arrived(2)]);
    expect(await linesOf(cart.id)).toEqual([arrived(1)]);
    expect(await linesOf(last.id)).toEqual([{ quantity: 1, awaited: true, receiptId: null }, arrived(1)]);
    // What still waits goes back alone, and the unit that came stays.
    await release(last.id, 'one', [units('shelf', 1)]);
    expect(await position('shelf')).toMatchObject({ reserved: 3, awaited: 0 });
    await subgraph.application.clock.advanceBy(700_000);
    expect(await position('shelf')).toMatchObject({ onHand: 4, softReserved: 0, availableToPromise: 1 });
  });

  it('tell the orders that have them later when their date moves, and nobody when it does not', async () => {
    const slot = await stocked('sofa', 0, 6);
    const first = await held([units('sofa', 4, 'warehouse', true)]);
    await subgraph.application.clock.advanceBy(1_000);
    await held([units('sofa', 1, 'warehouse', true)], { state: 'SOFT', ttlSeconds: 600 });
    const toldOf = async () => {
      const { db } = subgraph.application.database('catalog');
      const rows = (await db?.collection('journal').find({ type: 'catalog.ReceiptLate' }).toArray()) ?? [];
      return rows.map((row): unknown => row['data']).filter((data) => JSON.stringify(data).includes('sofa'));
    };
    await done(announce, keyed({ ...slot, quantity: 6, expectedAt: '2026-03-19T08:00:00Z' }));
    await done(announce, keyed({ ...slot, quantity: 7, expectedAt: '2026-03-19T08:00:00Z' }));
    expect(await toldOf()).toEqual([]);
    const later = keyed({ ...slot, quantity: 7, expectedAt: '2026-03-25T08:00:00Z' });
    await done(announce, later);
    await done(announce, later);
    const dates = {
      previousExpectedAtMs: Date.parse('2026-03-19T08:00:00Z'),
      expectedAtMs: Date.parse('2026-03-25T08:00:00Z'),
    };
    expect(await toldOf()).toEqual([
      {
        ...{ sku: 'sofa', locationId: 'warehouse', receiptId: 'sofa-truck' },
        reservations: [{ reservationId: first.id, ...dates }],
      },
    ]);
  });

  it('cannot be committed on command before they have come, nor more than is on the shelf', async () => {
    const slot = await stocked('lamp', 1, 3);
    const { id } = await both('lamp', 1, 2);
    const commit = (key: string, quantity: number) => ({ id, key, lines: [units('lamp', quantity)] });
    expect(await code(commitText, commit('early', 2))).toBe('INVALID_TRANSITION');
    expect(await position('lamp')).toMatchObject({ onHand: 1, reserved: 1, awaited: 2 });
    await done(receive, keyed({ ...slot, quantity: 3 }));
    await subgraph.commit(id, 'late', [units('lamp', 3)]);
    expect(await position('lamp')).toMatchObject({ onHand: 1, reserved: 0, awaited: 0 });
  });

  it('count once, however often the booking is repeated; other input under its key is refused', async () => {
    const slot = await stocked('vat', 0, 9);
    const input = { ...slot, idempotencyKey: 'dock-1', quantity: 4 };
    const first = await done<Position>(receive, { input });
    expect(await done<Position>(receive, { input })).toEqual(first);
    expect(first).toMatchObject({ onHand: 4, incoming: [{ quantity: 5 }] });
    for (const other of [{ quantity: 5 }, { id: 'another' }, { locationId: 'store' }])
      expect(await code(receive, { input: { ...input, ...other } })).toBe('IDEMPOTENCY_KEY_REUSED');
    const again = { ...slot, idempotencyKey: 'vat-1', quantity: 9, expectedAt };
    await done(announce, { input: again });
    await done(receive, keyed({ ...slot, quantity: 9 }));
    // The announcement's answer was lost: repeated, its units are not announced a second time.
    await done(announce, { input: again });
    expect(await position('vat')).toMatchObject({ onHand: 13, incoming: [] });
    expect(await code(receive, { input: { ...slot, idempotencyKey: '', quantity: 1 } })).toBe(
      'IDEMPOTENCY_KEY_REQUIRED',
    );
  });
});
