import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkOn, workOn } from '../../../test/support/staff.ts';
import { openTradingApplication, type TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { Identity } from '../../../schema/identity.ts';

const text = `mutation($input: ImportOrderInput!) { importOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { order { id number channel placedAt externalReference status
    totals { lines { amountMinor } delivery { amountMinor } total { amountMinor } outstanding { amountMinor } }
    promise { originalLatestAt } address { name } contact { email } lines { unitPrice { amountMinor } } } }
  ... on OutOfStock { skus } } }`;

interface Imported {
  readonly __typename: string;
  readonly skus?: readonly string[];
  readonly order?: {
    readonly id: string;
    readonly status: string;
    readonly totals: Readonly<Record<string, { amountMinor: number }>>;
  };
}
const hour = 3_600_000;

describe('an order from elsewhere', () => {
  let application: TradingApplication;
  const partner = callers.partner('marketplace');
  let made = 0;
  const iso = (offsetMs: number): string =>
    new Date(application.clock.nowMs() + offsetMs).toISOString().replace('.000Z', 'Z');
  const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const input = (more: object = {}): Record<string, unknown> => {
    made += 1;
    return {
      ...{
        externalReference: `their-${made}`,
        idempotencyKey: `import-${made}`,
        currency: 'EUR',
        placedAt: iso(-2 * hour),
      },
      address: { name: 'A B', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' },
      lines: [{ sku: 'shoe', quantity: 2, unitPrice: eur(1_111) }],
      ...{ deliveryPrice: eur(333), promisedLatestAt: iso(240 * hour), email: 'a@example.com' },
      payments: [{ amount: eur(2_555), receipt: 'their-payment', takenAt: iso(-hour) }],
      ...more,
    };
  };
  const take = async (given: object, who: Identity = partner): Promise<Imported> => {
    const { importOrder } = await application.ok<{ importOrder: Imported }>(
      'orders',
      text,
      { input: given },
      who,
    );
    await application.settle();
    return importOrder;
  };
  const code = (given: object, who: Identity = partner): Promise<unknown> =>
    application.code('orders', text, { input: given }, who);

  beforeAll(async () => {
    application = await openTradingApplication();
    await application.sell({ sku: 'shoe' }, { sku: 'rare' });
    await application.stock('shoe', 'warehouse', 100);
  });
  afterAll(() => application.stop());

  it('keeps its dates, prices and payments, and is worked on like any other', async () => {
    const given = input();
    const { order, __typename } = await take(given);
    expect([__typename, order]).toMatchObject([
      'PlaceOrderSuccess',
      {
        ...{
          channel: 'marketplace',
          externalReference: given['externalReference'],
          placedAt: given['placedAt'],
        },
        totals: { lines: eurOf(2_222), delivery: eurOf(333), total: eurOf(2_555), outstanding: eurOf(0) },
        promise: { originalLatestAt: given['promisedLatestAt'] },
        ...{
          address: { name: 'A B' },
          contact: { email: 'a@example.com' },
          lines: [{ unitPrice: eurOf(1_111) }],
        },
      },
    ]);
    const work = await firstWorkOn(application, order?.id ?? '');
    expect([work.location.id, work.lines[0]?.quantity]).toEqual(['warehouse', 2]);
  });

  it('is the same order however often it comes, under any key', async () => {
    const given = input();
    const first = await take(given);
    expect((await take(given)).order?.id).toBe(first.order?.id);
    expect((await take({ ...given, idempotencyKey: 'another-key' })).order?.id).toBe(first.order?.id);
    expect(await workOn(application, first.order?.id ?? '')).toHaveLength(1);
    const twice = input();
    const both = await Promise.all([
      code({ ...twice, idempotencyKey: 'one' }),
      code({ ...twice, idempotencyKey: 'two' }),
    ]);
    expect(both.filter((each) => each === undefined).length).toBeGreaterThanOrEqual(1);
    const listed =
      'query($reference: String) { orders(filter: { externalReference: $reference }) { edges { node { id } } } }';
    type Listed = { orders: { edges: unknown[] } };
    await application.settle();
    const reference = twice['externalReference'];
    expect(
      (await application.ok<Listed>('orders', listed, { reference }, partner)).orders.edges,
    ).toHaveLength(1);
  });

  it('that is not paid yet is due, and one that nothing can serve may come again', async () => {
    const { order } = await take(input({ payments: [] }));
    expect(order?.totals['outstanding']).toEqual(eurOf(2_555));
    const lines = [{ sku: 'rare', quantity: 1, unitPrice: eur(500) }];
    const given = input({ lines, payments: [] });
    expect(await take(given)).toMatchObject({ __typename: 'OutOfStock', skus: ['rare'] });
    await application.stock('rare', 'warehouse', 10);
    expect((await take({ ...given, idempotencyKey: 'rare-again' })).__typename).toBe('PlaceOrderSuccess');
  });

  it('is refused with a code, and then there is no order', async () => {
    const count = () => application.database('orders').collection('orders').countDocuments();
    const before = await count();
    const line = { sku: 'shoe', quantity: 1, unitPrice: eur(1) };
    const wrong: [object, string][] = [
      [{ lines: [{ ...line, sku: 'nothing' }] }, 'UNKNOWN_SKU'],
      [{ lines: [] }, 'BAD_USER_INPUT'],
      [{ lines: [{ ...line, quantity: 0 }] }, 'INVALID_QUANTITY'],
      [{ lines: [{ ...line, unitPrice: eur(-1) }] }, 'BAD_USER_INPUT'],
      [{ lines: [{ ...line, unitPrice: { amountMinor: 1, currency: 'USD' } }] }, 'CURRENCY_MISMATCH'],
      [{ channel: 'web' }, 'FORBIDDEN'],
      [{ placedAt: iso(-91 * 24 * hour) }, 'BAD_USER_INPUT'],
      [{ placedAt: iso(hour) }, 'BAD_USER_INPUT'],
      [{ promisedLatestAt: iso(-hour) }, 'BAD_USER_INPUT'],
      [{ payments: [{ amount: eur(2_556), receipt: 'R', takenAt: iso(-hour) }] }, 'BAD_USER_INPUT'],
      [{ payments: [{ amount: eur(1), receipt: 'R', takenAt: iso(-3 * hour) }] }, 'BAD_USER_INPUT'],
      [{ externalReference: ' ' }, 'BAD_USER_INPUT'],
      [{ email: 'nobody' }, 'BAD_USER_INPUT'],
      [{ idempotencyKey: '' }, 'IDEMPOTENCY_KEY_REQUIRED'],
      [
        { address: { name: '', line1: 'Rue 1', postalCode: '75002', city: 'Paris', country: 'FR' } },
        'BAD_USER_INPUT',
      ],
    ];
    for (const [more, wanted] of wrong) expect([more, await code(input(more))]).toEqual([more, wanted]);
    expect(await code(input({ channel: 'no-such-channel' }), callers.agent(['orders:write']))).toBe(
      'BAD_USER_INPUT',
    );
    expect(await code(input(), callers.shopper())).toBe('FORBIDDEN');
    expect(await code(input(), { ...partner, scopes: [] })).toBe('FORBIDDEN');
    expect(await count()).toBe(before);
  });
});

const eurOf = (amountMinor: number) => ({ amountMinor });
