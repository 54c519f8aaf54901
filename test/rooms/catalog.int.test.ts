import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productInput, variantInput } from '../support/retailerInput.ts';
import { tell } from '../support/staff.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { openTradingHouse, type TradingHouse } from '../support/tradingHouse.ts';
import { waitFor } from '../support/waitFor.ts';
import { callers } from '../support/world.ts';

interface Position {
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
  readonly safetyStock: number;
  readonly availableToPromise: number;
  readonly incoming: readonly { readonly id: string; readonly quantity: number }[];
}
interface Units {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly future?: boolean;
}
interface Held {
  readonly id: string;
  readonly state: string;
  readonly lines: readonly {
    readonly locationId: string;
    readonly quantity: number;
    readonly committed: number;
    readonly released: number;
  }[];
}
interface Outcome {
  readonly reservation?: Held;
  readonly shortages?: readonly { readonly requested: number; readonly available: number }[];
}
interface Imported {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly key: string; readonly code: string }[];
}

const positionFields = 'onHand reserved softReserved safetyStock availableToPromise incoming { id quantity }';
const heldFields = 'id state lines { locationId quantity committed released }';
const outcomeFields = `... on ReserveStockSuccess { reservation { ${heldFields} } }
  ... on ReservationOutOfStock { shortages { requested available } }`;
const change = (name: string, type: string, fields: string) =>
  `mutation($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
const onLines = (name: string, list: string) =>
  `mutation($id: ID!, $key: ID!, $lines: ${list}) { done: ${name}(id: $id, key: $key, lines: $lines) { ${heldFields} } }`;

const importProducts = change(
  'importProducts',
  'ImportProductsInput',
  'changed unchanged refused { key code }',
);
const importStock = change('importStock', 'ImportStockInput', 'changed unchanged refused { key code }');
const adjust = change(
  'adjustStock',
  'AdjustStockInput',
  `__typename ... on AdjustStockSuccess { position { ${positionFields} } }
   ... on AdjustmentBelowReserved { position { ${positionFields} } }`,
);
const announce = change('announceReceipt', 'AnnounceReceiptInput', positionFields);
const receive = change('receiveStock', 'ReceiveStockInput', positionFields);
const setSafety = change('setSafetyStock', 'SetSafetyStockInput', positionFields);
const reserveText = change('reserveStock', 'ReserveStockInput', outcomeFields);
const transferText = change('transferReservation', 'TransferReservationInput', outcomeFields);
const releaseText = onLines('releaseReservation', '[ReservationLineInput!]');
const commitText = onLines('commitReservation', '[ReservationLineInput!]!');

const expectedAt = '2026-03-20T08:00:00Z';

describe('the catalogue', () => {
  let house: TradingHouse;
  let keys = 0;

  const done = async <T>(query: string, variables: object): Promise<T> => {
    const { done: outcome } = await house.ok<{ done: T }>('catalog', query, variables);
    await house.settle();
    return outcome;
  };
  const position = async (sku: string, locationId = 'warehouse'): Promise<Position> => {
    const query = `query($sku: ID!, $at: ID!) { stockPositions(sku: $sku, locationId: $at) { edges { node { ${positionFields} } } } }`;
    type Answer = { stockPositions: { edges: { node: Position }[] } };
    const { stockPositions } = await house.ok<Answer>('catalog', query, { sku, at: locationId });
    const [edge] = stockPositions.edges;
    if (edge === undefined) throw new Error(`There is no position of ${sku} at ${locationId}.`);
    return edge.node;
  };
  const units = (sku: string, quantity: number, locationId = 'warehouse', future = false): Units => ({
    ...{ sku, locationId, quantity, future },
  });
  const ask = (lines: Units[], more: object = {}): Promise<Outcome> =>
    done<Outcome>(reserveText, { input: { key: `reserve-${++keys}`, state: 'FIRM', lines, ...more } });
  const held = async (lines: Units[], more: object = {}): Promise<Held> => {
    const { reservation } = await ask(lines, more);
    if (reservation === undefined) throw new Error('There were not enough units.');
    return reservation;
  };
  const release = (id: string, key: string, lines?: Units[]) => done<Held>(releaseText, { id, key, lines });
  const commit = (id: string, key: string, lines: Units[]) => done<Held>(commitText, { id, key, lines });
  const adjusted = (sku: string, delta: number, key = `adjust-${++keys}`) =>
    done<{ __typename: string; position: Position }>(adjust, {
      input: { key, sku, locationId: 'warehouse', delta, reason: 'COUNT' },
    });
  /** A variant of its own for each case, with stock in the warehouse. */
  const fresh = async (sku: string, onHand: number, more: object = {}): Promise<string> => {
    await house.sell({ sku, ...more });
    if (onHand > 0) await house.stock(sku, 'warehouse', onHand);
    return sku;
  };

  beforeAll(async () => {
    house = await openTradingHouse();
  });
  afterAll(async () => {
    await expectSoundStock(house);
    await house.stop();
  });

  it('takes over products once, again without a change, and refuses only the rows that are wrong', async () => {
    const sound = productInput('tea');
    const input = { products: [sound] };
    expect(await done<Imported>(importProducts, { input })).toEqual({
      changed: 1,
      unchanged: 0,
      refused: [],
    });
    expect(await done<Imported>(importProducts, { input })).toEqual({
      changed: 0,
      unchanged: 1,
      refused: [],
    });
    const wrong = [
      variantInput('with space'),
      variantInput('at@sign'),
      variantInput('cheaper', -1),
      variantInput('weightless', 100, { weightGrams: 0 }),
      variantInput('overtaxed', 100, { taxBasisPoints: 10_001 }),
    ];
    const mixed = { products: [{ ...sound, variants: [variantInput('tea', 1_200), ...wrong] }] };
    expect(await done<Imported>(importProducts, { input: mixed })).toEqual({
      ...{ changed: 1, unchanged: 0 },
      refused: wrong.map(({ sku }) => ({ key: sku, code: 'BAD_USER_INPUT' })),
    });
    const query =
      '{ variant(sku: "tea") { price { amountMinor } } missing: variant(sku: "cheaper") { sku } }';
    expect(await house.ok('catalog', query)).toEqual({
      ...{ variant: { price: { amountMinor: 1_200 } }, missing: null },
    });
    const many = Array.from({ length: 501 }, (_, i) => variantInput(`many-${i}`));
    const tooMany = { products: [{ ...sound, variants: many }] };
    expect(await house.code('catalog', importProducts, { input: tooMany })).toBe('BAD_USER_INPUT');
  });

  it('takes over counts once, again without a change, and leaves reservations as they are', async () => {
    const sku = await fresh('cup', 10);
    await held([units(sku, 4)]);
    const input = { positions: [{ sku, locationId: 'warehouse', onHand: 7, safetyStock: 1 }] };
    expect(await done<Imported>(importStock, { input })).toMatchObject({ changed: 1, unchanged: 0 });
    expect(await done<Imported>(importStock, { input })).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await position(sku)).toMatchObject({ onHand: 7, reserved: 4, availableToPromise: 2 });
    const positions = [
      { sku: 'nothing', locationId: 'warehouse', onHand: 1 },
      { sku, locationId: 'store', onHand: -1 },
      { sku, locationId: 'shed', onHand: 1_000_001 },
      { sku, locationId: 'warehouse', onHand: 9 },
    ];
    expect(await done<Imported>(importStock, { input: { positions } })).toEqual({
      ...{ changed: 1, unchanged: 0 },
      refused: [
        { key: 'nothing@warehouse', code: 'UNKNOWN_SKU' },
        { key: `${sku}@store`, code: 'INVALID_QUANTITY' },
        { key: `${sku}@shed`, code: 'INVALID_QUANTITY' },
      ],
    });
    expect(await position(sku)).toMatchObject({ onHand: 9, reserved: 4, safetyStock: 1 });
  });

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
      const input = { key: 'count-1', sku, locationId: 'warehouse', delta: -3, reason: 'COUNT', ...more };
      return house.code('catalog', adjust, { input });
    };
    expect(await codeOf({ delta: -4 })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await codeOf({ key: 'zero', delta: 0 })).toBe('INVALID_QUANTITY');
    expect(await codeOf({ key: 'none', sku: 'nothing' })).toBe('UNKNOWN_SKU');
  });

  it('promises announced units, and received ones belong to those who waited', async () => {
    const sku = await fresh('bowl', 0);
    const slot = { id: 'truck', sku, locationId: 'warehouse' };
    expect(await done<Position>(announce, { input: { ...slot, quantity: 9, expectedAt } })).toMatchObject({
      ...{ onHand: 0, incoming: [{ id: 'truck', quantity: 9 }] },
    });
    const replaced = await done<Position>(announce, { input: { ...slot, quantity: 5, expectedAt } });
    expect(replaced.incoming).toEqual([{ id: 'truck', quantity: 5 }]);
    expect((await ask([units(sku, 1)])).shortages).toEqual([{ requested: 1, available: 0 }]);
    const { id } = await held([units(sku, 3, 'warehouse', true)]);
    expect((await ask([units(sku, 3, 'warehouse', true)])).shortages).toEqual([
      { requested: 3, available: 2 },
    ]);
    const part = await done<Position>(receive, { input: { ...slot, quantity: 2 } });
    expect(part).toMatchObject({ onHand: 2, reserved: 2, incoming: [{ id: 'truck', quantity: 3 }] });
    const rest = await done<Position>(receive, { input: { ...slot, quantity: 3 } });
    expect(rest).toMatchObject({ onHand: 5, reserved: 3, availableToPromise: 2, incoming: [] });
    expect(await house.code('catalog', receive, { input: { ...slot, quantity: 1 } })).toBe('NOT_FOUND');
    await release(id, 'one-back', [units(sku, 1)]);
    expect(await position(sku)).toMatchObject({ onHand: 5, reserved: 2, availableToPromise: 3 });
    expect((await commit(id, 'left', [units(sku, 2)])).state).toBe('COMMITTED');
    expect(await position(sku)).toMatchObject({ onHand: 3, reserved: 0, availableToPromise: 3 });
  });

  it('takes backorders without an announcement, and the first units to arrive are theirs', async () => {
    const sku = await fresh('vase', 0, { backorderUntil: expectedAt });
    const { id } = await held([units(sku, 5, 'warehouse', true)]);
    const slot = { id: 'ship', sku, locationId: 'warehouse' };
    await done(announce, { input: { ...slot, quantity: 8, expectedAt } });
    expect(await done<Position>(receive, { input: { ...slot, quantity: 4 } })).toMatchObject({
      ...{ onHand: 4, reserved: 4, availableToPromise: 0 },
    });
    expect(await done<Position>(receive, { input: { ...slot, quantity: 4 } })).toMatchObject({
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
    expect(await house.code('catalog', setSafety, { input: { ...slot, safetyStock: -1 } })).toBe(
      'INVALID_QUANTITY',
    );
  });

  it('reserves all lines or none, and once per key', async () => {
    const [one, two] = [await fresh('fork', 5), await fresh('spoon', 1)];
    expect((await ask([units(one, 2), units(two, 2)])).shortages).toEqual([{ requested: 2, available: 1 }]);
    // Two lines of one SKU count together.
    expect((await ask([units(two, 1), units(two, 1)])).shortages).toEqual([{ requested: 2, available: 1 }]);
    expect(await position(one)).toMatchObject({ reserved: 0 });
    const first = await held([units(one, 2), units(two, 1)], { key: 'both' });
    expect(await held([units(one, 2), units(two, 1)], { key: 'both' })).toEqual(first);
    expect(await position(one)).toMatchObject({ reserved: 2, availableToPromise: 3 });
    const code = (lines: Units[]) =>
      house.code('catalog', reserveText, { input: { key: 'wrong', state: 'FIRM', lines } });
    expect(await code([])).toBe('BAD_USER_INPUT');
    expect(await code([units(one, 0)])).toBe('INVALID_QUANTITY');
  });

  it('moves units to another location once per key, and nothing if they are not there', async () => {
    const sku = await fresh('lid', 5);
    await house.stock(sku, 'store', 2);
    const { id } = await held([units(sku, 3)]);
    const move = (key: string, quantity: number) =>
      done<Outcome>(transferText, {
        input: { id, key, release: [units(sku, quantity)], take: [units(sku, quantity, 'store')] },
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
    await house.stock(sku, 'store', 1);
    const { id } = await held([units(sku, 1)]);
    const input = { id, key: 'last', release: [units(sku, 1)], take: [units(sku, 1, 'store')] };
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
    expect(await house.code('catalog', commitText, tooMuch)).toBe('INVALID_TRANSITION');
    expect((await release(id, 'more', [units(sku, 9)])).state).toBe('COMMITTED');
    expect(await position(sku)).toMatchObject({ onHand: 8, reserved: 0, availableToPromise: 8 });
    expect(await house.code('catalog', releaseText, { id: 'no-such', key: 'k' })).toBe('NOT_FOUND');
  });

  it('gives the units of a cart back when its time is over', async () => {
    const sku = await fresh('jug', 3);
    const { id } = await held([units(sku, 2)], { state: 'SOFT', ttlSeconds: 60 });
    const kept = await held([units(sku, 1)], { state: 'SOFT', ttlSeconds: 60 });
    const firm = 'mutation($id: ID!) { done: firmReservation(id: $id) { id state } }';
    expect(await done(firm, { id: kept.id })).toMatchObject({ state: 'FIRM' });
    expect(await position(sku)).toMatchObject({ softReserved: 2, reserved: 1, availableToPromise: 0 });
    await house.clock.advanceBy(61_000);
    const query = 'query($id: ID!) { reservation(id: $id) { state } }';
    expect(await house.ok('catalog', query, { id })).toEqual({ reservation: { state: 'EXPIRED' } });
    expect(await house.code('catalog', firm, { id })).toBe('INVALID_TRANSITION');
    await house.clock.advanceBy(120_000);
    await waitFor('the units to be free', async () => (await position(sku)).softReserved === 0);
    expect(await position(sku)).toMatchObject({ onHand: 3, reserved: 1, availableToPromise: 2 });
  });

  it('comes to the same stock whether a discrepancy is heard before or after the release', async () => {
    for (const reason of ['NOT_IN_STOCK', 'DAMAGED'] as const) {
      const ends: Position[] = [];
      for (const first of ['discrepancy', 'release']) {
        const sku = await fresh(`${first}-${reason.toLowerCase()}`, 10);
        await held([units(sku, 3)]);
        const { id } = await held([units(sku, 2)]);
        const report = () =>
          tell(house, ['catalog'], 'fulfillment.StockDiscrepancy', {
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

  it('refuses a shopper whatever needs a scope', async () => {
    const sku = await fresh('tray', 1);
    const slot = { sku, locationId: 'warehouse' };
    const key = 'shopper';
    const { id } = await held([units(sku, 1)]);
    const refused: readonly [string, object][] = [
      [importProducts, { input: { products: [productInput('theirs')] } }],
      [importStock, { input: { positions: [{ ...slot, onHand: 9 }] } }],
      [adjust, { input: { ...slot, key, delta: 1, reason: 'COUNT' } }],
      [announce, { input: { ...slot, id: 'theirs', quantity: 1, expectedAt } }],
      [receive, { input: { ...slot, id: 'theirs', quantity: 1 } }],
      [setSafety, { input: { ...slot, safetyStock: 1 } }],
      [reserveText, { input: { key, state: 'FIRM', lines: [units(sku, 1)] } }],
      ['mutation($id: ID!) { firmReservation(id: $id) { id } }', { id }],
      [transferText, { input: { id, key, release: [], take: [] } }],
      [releaseText, { id, key }],
      [commitText, { id, key, lines: [units(sku, 1)] }],
      ['query($sku: ID!) { stockPositions(sku: $sku) { edges { node { onHand } } } }', { sku }],
      ['query($id: ID!) { reservation(id: $id) { state } }', { id }],
    ];
    const before = await position(sku);
    for (const [query, variables] of refused)
      expect([query, await house.code('catalog', query, variables, callers.shopper())]).toEqual([
        ...[query, 'FORBIDDEN'],
      ]);
    expect(await position(sku)).toEqual(before);
    // A scope opens its own door and no other.
    const reader = callers.agent(['stock:read']);
    expect(await house.code('catalog', setSafety, { input: { ...slot, safetyStock: 1 } }, reader)).toBe(
      'FORBIDDEN',
    );
  });

  it('lists products and positions page by page, each once and in order', async () => {
    for (const sku of ['page-c', 'page-a', 'page-b', 'page-e', 'page-d']) await fresh(sku, 1);
    type Page = {
      page: {
        edges: { node: { key: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
    const pageOf = (list: string, key: string, first: number, after: string | null) =>
      house.ok<Page>(
        'catalog',
        `query($first: Int, $after: String) { page: ${list} { edges { node { key: ${key} } }
          pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
    for (const [list, key] of [
      ['products(search: "page", first: $first, after: $after)', 'id'],
      ['stockPositions(locationId: "warehouse", first: $first, after: $after)', 'sku'],
    ] as const) {
      const all = (await pageOf(list, key, 100, null)).page.edges.map(({ node }) => node.key);
      const half = Math.ceil(all.length / 2);
      const first = (await pageOf(list, key, half, null)).page;
      const second = (await pageOf(list, key, half, first.pageInfo.endCursor)).page;
      expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
      expect([...first.edges, ...second.edges].map(({ node }) => node.key)).toEqual(all);
      expect([...all].sort()).toEqual(all);
      expect(all.length).toBeGreaterThanOrEqual(5);
    }
    const wrong = '{ products(after: "nonsense") { edges { cursor } } }';
    expect(await house.code('catalog', wrong)).toBe('BAD_USER_INPUT');
    expect(await house.code('catalog', '{ stockPositions { edges { cursor } } }')).toBe('BAD_USER_INPUT');
  });
});
