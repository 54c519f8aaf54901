import { describe, expect, it } from 'vitest';
import { placeInput } from '../../../test/support/retailerInput.ts';
import { catalogRows } from '../../../test/support/stockInvariants.ts';
import { tell } from '../../../test/support/staff.ts';
import {
  adjust,
  announce,
  importStock,
  receive,
  setSafety,
  useCatalogue,
  type Imported,
} from './catalogWorld.ts';

interface Short {
  readonly sku: string;
  readonly shortBy: number;
  readonly reservations: readonly { readonly reservationId: string; readonly quantity: number }[];
}

describe('counted stock', () => {
  const subgraph = useCatalogue();
  const { code, done, fresh, held, keyed, ok, position, units, adjusted } = subgraph;
  const now = (): number => subgraph.application.clock.nowMs();
  const minute = (): Promise<void> => subgraph.application.clock.advanceBy(60_000);
  const count = (sku: string, onHand: number, countedAtMs?: number, more: object = {}) =>
    done<Imported>(importStock, {
      input: {
        positions: [
          {
            ...{ sku, locationId: 'warehouse', onHand },
            ...(countedAtMs === undefined ? {} : { countedAt: new Date(countedAtMs).toISOString() }),
          },
        ],
        ...more,
      },
    });
  const left = (reservationId: string, sku: string, quantity: number, atMs: number) =>
    tell(subgraph.application, ['catalog'], 'fulfillment.HandedOver', {
      ...{ fulfillmentOrderId: sku, orderId: sku, locationId: 'warehouse', reservationId, atMs },
      lines: [{ lineId: 'l', sku, quantity }],
    });
  const shorts = async (sku: string): Promise<Short[]> => {
    const rows = await catalogRows<{ type: string; data: Short }>(subgraph.application, 'journal');
    return rows
      .filter(({ type, data }) => type === 'catalog.StockShort' && data.sku === sku)
      .map(({ data }) => data);
  };

  it('is replayed with what came and went after it was counted', async () => {
    const sku = await fresh('nail', 10);
    await minute();
    const countedAt = now();
    await minute();
    const { id } = await held([units(sku, 3)]);
    await left(id, sku, 3, now());
    await adjusted(sku, 5);
    expect(await position(sku)).toMatchObject({ onHand: 12 });
    // Nine were on the shelf then; three have left and five have come since.
    await count(sku, 9, countedAt);
    expect(await position(sku)).toMatchObject({ onHand: 11 });
    // A count before it is too late, one of later stands by itself.
    const late = await count(sku, 50, countedAt - 1);
    expect(late.refused).toEqual([{ key: `${sku}@warehouse`, code: 'COUNT_OUTDATED' }]);
    await minute();
    await count(sku, 4, now());
    expect(await position(sku)).toMatchObject({ onHand: 4 });
    const future = await count(sku, 4, now() + 120_000);
    expect(future.refused).toEqual([{ key: `${sku}@warehouse`, code: 'BAD_USER_INPUT' }]);
  });

  it('knows that units that left before it are gone, though the news comes after', async () => {
    const sku = await fresh('screw', 10);
    const { id } = await held([units(sku, 4)]);
    await minute();
    const leftAt = now();
    await minute();
    await count(sku, 6, now());
    expect(await position(sku)).toMatchObject({ onHand: 6, reserved: 4 });
    await left(id, sku, 4, leftAt);
    expect(await position(sku)).toMatchObject({ onHand: 6, reserved: 0, availableToPromise: 6 });
  });

  it('below what is held frees carts first, then names the orders that go without, the newest first', async () => {
    const sku = await fresh('bolt', 10);
    const first = await held([units(sku, 4)]);
    await minute();
    const last = await held([units(sku, 3)]);
    await held([units(sku, 1)], { state: 'SOFT', ttlSeconds: 3_600 });
    const outcome = await count(sku, 3, now());
    expect(outcome).toMatchObject({ changed: 1 });
    expect(await position(sku)).toMatchObject({
      ...{ onHand: 3, reserved: 7, softReserved: 0, shortBy: 4, availableToPromise: 0 },
    });
    expect(await shorts(sku)).toEqual([
      {
        ...{ sku, locationId: 'warehouse', shortBy: 4 },
        reservations: [
          { reservationId: last.id, quantity: 3 },
          { reservationId: first.id, quantity: 1 },
        ],
      },
    ]);
    // The same count again tells nothing new.
    await count(sku, 3, now());
    expect(await shorts(sku)).toHaveLength(1);
    // Goods that leave nevertheless were there, uncounted: the shelf is empty, never below.
    await left(first.id, sku, 4, now() + 1);
    expect(await position(sku)).toMatchObject({ onHand: 0, reserved: 3, shortBy: 3 });
  });

  it('is taken over once per key', async () => {
    const sku = await fresh('pin', 5);
    const first = await count(sku, 8, undefined, { idempotencyKey: 'feed-1' });
    await adjusted(sku, -2);
    expect(await count(sku, 8, undefined, { idempotencyKey: 'feed-1' })).toEqual(first);
    expect(await position(sku)).toMatchObject({ onHand: 6 });
    const positions = [{ sku, locationId: 'warehouse', onHand: 9 }];
    const input = { positions, idempotencyKey: 'feed-1' };
    expect(await code(importStock, { input })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is kept where there is a place that keeps it', async () => {
    const sku = await fresh('clip', 0);
    const place = (id: string, kind: string, more: object = {}) => ({
      ...placeInput(id, kind, { city: 'Lyon', postalCode: '69001' }),
      ...more,
    });
    const locations = [
      place('shut', 'STORE', { active: false }),
      place('kiosk', 'PICKUP_POINT', { abilities: ['COLLECT'] }),
      place('newcomer', 'STORE'),
    ];
    await subgraph.application.ok(
      'fulfillment',
      'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }',
      { input: { locations } },
    );
    // Before the event has come, the catalogue asks.
    const rows = (onHand: number) =>
      ['nowhere', 'shut', 'kiosk', 'newcomer'].map((locationId) => ({ sku, locationId, onHand }));
    const outcome = await done<Imported>(importStock, { input: { positions: rows(2) } });
    expect(outcome).toEqual({
      ...{ changed: 1, unchanged: 0 },
      refused: [
        { key: `${sku}@nowhere`, code: 'UNKNOWN_LOCATION' },
        { key: `${sku}@shut`, code: 'LOCATION_CLOSED' },
        { key: `${sku}@kiosk`, code: 'LOCATION_WITHOUT_STOCK' },
      ],
    });
    const faults = [
      ['nowhere', 'UNKNOWN_LOCATION'],
      ['shut', 'LOCATION_CLOSED'],
      ['kiosk', 'LOCATION_WITHOUT_STOCK'],
    ] as const;
    for (const [locationId, fault] of faults) {
      const slot = { sku, locationId };
      expect(await code(receive, keyed({ ...slot, id: 'r', quantity: 1 }))).toBe(fault);
      const expectedAt = '2026-03-20T08:00:00Z';
      expect(await code(announce, keyed({ ...slot, id: 'r', quantity: 1, expectedAt }))).toBe(fault);
      expect(await code(adjust, keyed({ ...slot, delta: 1, reason: 'COUNT' }))).toBe(fault);
    }
    expect(await code(setSafety, { input: { sku, locationId: 'nowhere', safetyStock: 1 } })).toBe(
      'UNKNOWN_LOCATION',
    );
    // What lies in a place that closes can still be counted out.
    await subgraph.application.ok(
      'fulfillment',
      'mutation($input: ImportLocationsInput!) { importLocations(input: $input) { changed } }',
      { input: { locations: [place('newcomer', 'STORE', { active: false })] } },
    );
    await subgraph.application.settle();
    const emptied = [{ sku, locationId: 'newcomer', onHand: 0 }];
    expect(await done(importStock, { input: { positions: emptied } })).toMatchObject({ changed: 1 });
    const page = `query($sku: ID!) { variant(sku: $sku) { availability { status availableToPromise } } }`;
    expect(await ok(page, { sku })).toMatchObject({ variant: { availability: { status: 'OUT_OF_STOCK' } } });
  });
});
