import { describe, expect, it } from 'vitest';
import { productInput, variantInput } from '../../../test/support/retailerInput.ts';
import { callers } from '../../../test/support/world.ts';
import {
  adjust,
  announce,
  commitText,
  expectedAt,
  importProducts,
  importStock,
  receive,
  releaseText,
  reserveText,
  setSafety,
  transferText,
  useCatalogue,
  type Imported,
} from './catalogWorld.ts';

describe('the catalogue', () => {
  const subgraph = useCatalogue();
  const { code, done, fresh, held, ok, position, units } = subgraph;

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
      variantInput('unpayable', 9_007_199_254_740_991),
    ];
    const mixed = { products: [{ ...sound, variants: [variantInput('tea', 1_200), ...wrong] }] };
    expect(await done<Imported>(importProducts, { input: mixed })).toEqual({
      ...{ changed: 1, unchanged: 0 },
      refused: wrong.map(({ sku }) => ({ key: sku, code: 'BAD_USER_INPUT' })),
    });
    const query =
      '{ variant(sku: "tea") { price { amountMinor } } missing: variant(sku: "cheaper") { sku } }';
    expect(await ok(query)).toEqual({
      ...{ variant: { price: { amountMinor: 1_200 } }, missing: null },
    });
    const invented = variantInput('invented', 100, { price: { amountMinor: 100, currency: 'QQQ' } });
    const unknown = { products: [{ ...sound, variants: [invented] }] };
    expect(await code(importProducts, { input: unknown })).toBe('BAD_USER_INPUT');
    const many = Array.from({ length: 501 }, (_, i) => variantInput(`many-${i}`));
    const tooMany = { products: [{ ...sound, variants: many }] };
    expect(await code(importProducts, { input: tooMany })).toBe('BAD_USER_INPUT');
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

  it('refuses a shopper whatever needs a scope', async () => {
    const sku = await fresh('tray', 1);
    const slot = { sku, locationId: 'warehouse' };
    const idempotencyKey = 'shopper';
    const { id } = await held([units(sku, 1)]);
    const refused: readonly [string, object][] = [
      [importProducts, { input: { products: [productInput('theirs')] } }],
      [importStock, { input: { positions: [{ ...slot, onHand: 9 }] } }],
      [adjust, { input: { ...slot, idempotencyKey, delta: 1, reason: 'COUNT' } }],
      [announce, { input: { ...slot, idempotencyKey, id: 'theirs', quantity: 1, expectedAt } }],
      [receive, { input: { ...slot, idempotencyKey, id: 'theirs', quantity: 1 } }],
      [setSafety, { input: { ...slot, safetyStock: 1 } }],
      [reserveText, { input: { idempotencyKey, state: 'FIRM', lines: [units(sku, 1)] } }],
      ['mutation($id: ID!) { firmReservation(id: $id) { id } }', { id }],
      [transferText, { input: { id, idempotencyKey, release: [], take: [] } }],
      [releaseText, { id, key: idempotencyKey }],
      [commitText, { id, key: idempotencyKey, lines: [units(sku, 1)] }],
      ['query($sku: ID!) { stockPositions(sku: $sku) { edges { node { onHand } } } }', { sku }],
      ['query($id: ID!) { reservation(id: $id) { state } }', { id }],
    ];
    const before = await position(sku);
    for (const [query, variables] of refused)
      expect([query, await code(query, variables, callers.shopper())]).toEqual([...[query, 'FORBIDDEN']]);
    expect(await position(sku)).toEqual(before);
    // A scope opens its own endpoint and no other.
    const reader = callers.agent(['stock:read']);
    expect(await code(setSafety, { input: { ...slot, safetyStock: 1 } }, reader)).toBe('FORBIDDEN');
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
      ok<Page>(
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
    expect(await code(wrong)).toBe('BAD_USER_INPUT');
    expect(await code('{ stockPositions { edges { cursor } } }')).toBe('BAD_USER_INPUT');
  });
});
