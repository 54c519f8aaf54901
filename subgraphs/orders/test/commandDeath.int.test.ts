import { parse } from 'graphql';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '../../../schema/identity.ts';
import type { Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { firstWorkOn, handOver } from '../../../test/support/staff.ts';
import { expectSoundStock } from '../../../test/support/stockInvariants.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { euros } from './changeSupport.ts';

const here = 'dies below, before and after its commit';
const cart = 'one write of one cart, under its version';
const withKey = 'one transaction on a cart, with its key';
/** Where each command of orders dies on its way in a test, or why it has no way to die on. */
const deaths: Readonly<Record<string, string>> = {
  placeOrder: 'crash.e2e.test.ts, at every step',
  importOrder: 'the steps of placeOrder; importOrder.int.test.ts repeats it',
  completePayment: 'payments.int.test.ts: asks the provider again; its hold is settled by recovery',
  ...{ cancelOrder: here, refundGoodwill: here, payOrder: here, eraseCustomer: here },
  ...{ releaseHold: here, rejectHold: here },
  saveChannel: 'one decision on a channel with its key, as eraseCustomer below',
  confirmOrderChange: 'changeDeath.int.test.ts, at every step',
  addExchangeUnits: 'the steps of a change, under the key of the return; returns.int.test.ts repeats it',
  reshipUnits: 'the steps of an exchange, begun by a journalled event',
  holdCartUnits: 'holdDeath.int.test.ts',
  prolongCartUnits: 'one call of the catalogue under the caller’s key, then one write of the cart',
  freeCartUnits: 'one call of the catalogue under the caller’s key, then one write of the cart',
  ...{ createCart: cart, addCartLine: cart, setCartLineQuantity: cart, setCartAddress: cart },
  ...{ setCartContact: cart, setCartAdjustments: cart },
  ...{ setCartPromotionCodes: withKey, setCartGiftExchange: withKey },
  recordPayment: 'one decision on an order with its key, as refundGoodwill below',
  decideFoundUnits: 'one decision on an order with its key, as refundGoodwill below',
  allowCollector: 'one decision on an order with its key, as refundGoodwill below',
  changeOrdersSettings: 'one decision with its key, by the platform for every subgraph',
  resetOrdersSettings: 'one decision with its key, by the platform for every subgraph',
};

/** A command ready to be sent, and the event that says that it was done. */
interface Ready {
  readonly text: string;
  readonly input: object;
  readonly who: Identity;
  readonly stream: string;
  readonly event: string;
}

describe('a command that dies on its way', () => {
  let application: TradingApplication;
  let buyer: Buyer;
  let dieAt: RegExp | undefined;
  let keys = 0;
  const agent = callers.agent(['orders:read', 'orders:write']);

  beforeAll(async () => {
    const crashpoint = (name: string): void => {
      if (dieAt?.test(name) !== true) return;
      dieAt = undefined;
      throw new Error(`died at ${name}`);
    };
    ({ application, buyer } = await openShoeShop(200, { crashpoint }));
  });
  afterAll(async () => {
    await expectSoundStock(application);
    await application.stop();
  });

  const key = (): string => `death-${++keys}`;
  const bought = async (token = 'tok_ok'): Promise<string> => {
    const { order } = await buyer.buy('shoe', 1, token);
    await application.settle();
    return order?.id ?? '';
  };
  const shipped = async (token = 'tok_ok'): Promise<string> => {
    const id = await bought(token);
    await handOver(application, await firstWorkOn(application, id));
    return id;
  };
  const inReview = async (): Promise<string> => {
    const values = [{ key: 'reviewFrom', value: [{ currency: 'EUR', fromMinor: 1 }] }];
    const read = '{ s: ordersSettings { version } }';
    const { s } = await application.ok<{ s: { version: number } }>('orders', read, {}, callers.admin);
    const text = 'mutation($input: ChangeSettingsInput!) { changeOrdersSettings(input: $input) { version } }';
    const reset = 'mutation($input: ResetSettingsInput!) { resetOrdersSettings(input: $input) { version } }';
    const input = { version: s.version, changes: values, reason: 'a test', idempotencyKey: key() };
    await application.ok('orders', text, { input }, callers.admin);
    const id = await bought();
    const now = await application.ok<{ s: { version: number } }>('orders', read, {}, callers.admin);
    const back = { version: now.s.version, keys: ['reviewFrom'], reason: 'a test', idempotencyKey: key() };
    await application.ok('orders', reset, { input: back }, callers.admin);
    return id;
  };
  const onOrder = (name: string, type: string, fields: string) =>
    `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;

  const commands: Readonly<Record<string, () => Promise<Ready>>> = {
    cancelOrder: async () => {
      const { orderId } = await buyShoes({ application, buyer }, 1);
      const text = onOrder('cancelOrder', 'CancelOrderInput', '__typename');
      const input = { orderId, idempotencyKey: key() };
      return { text, input, who: buyer.who, stream: `order:${orderId}`, event: 'orders.CancelAsked' };
    },
    refundGoodwill: async () => {
      const orderId = await shipped();
      const text = onOrder('refundGoodwill', 'RefundGoodwillInput', 'id');
      const input = { orderId, amount: euros(50), reason: 'sorry', idempotencyKey: key() };
      return { text, input, who: agent, stream: `order:${orderId}`, event: 'orders.GoodwillGranted' };
    },
    payOrder: async () => {
      const orderId = await shipped('tok_capture_fails');
      for (const hours of [0.1, 1.1, 6.1, 24.1, 48.1, 0.1]) {
        await application.clock.advanceBy(hours * 3_600_000 + 10_000);
        await application.settle();
      }
      const text = onOrder('payOrder', 'PayOrderInput', '__typename');
      const input = { orderId, token: 'tok_ok', idempotencyKey: key() };
      return { text, input, who: buyer.who, stream: `order:${orderId}`, event: 'pays again' };
    },
    releaseHold: async () => {
      const orderId = await inReview();
      const text = onOrder('releaseHold', 'EndHoldInput', 'id');
      const input = { orderId, reason: 'looks right', idempotencyKey: key() };
      return { text, input, who: agent, stream: `order:${orderId}`, event: 'orders.HoldReleased' };
    },
    rejectHold: async () => {
      const orderId = await inReview();
      const text = onOrder('rejectHold', 'EndHoldInput', 'id');
      const input = { orderId, reason: 'looks wrong', idempotencyKey: key() };
      return { text, input, who: agent, stream: `order:${orderId}`, event: 'orders.HoldRejected' };
    },
    eraseCustomer: async () => {
      const ref = `gone-${key()}`;
      const text = onOrder('eraseCustomer', 'EraseCustomerInput', 'erasedOrders');
      const who = callers.shopper(ref);
      const input = { ref, idempotencyKey: key() };
      return { text, input, who, stream: `customer:${ref}`, event: 'orders.CustomerErased' };
    },
  };

  const told = async ({ stream, event }: Ready): Promise<number> => {
    const rows = await application.database('orders').collection('journal').find({ stream }).toArray();
    return rows.filter(({ type, data }) =>
      event === 'pays again'
        ? data['kind'] === 'AUTHORIZATION' && String(data['paymentId']).includes(':pay:')
        : type === event,
    ).length;
  };

  for (const [name, ready] of Object.entries(commands))
    for (const point of [/^(order|customer)\.beforeCommit$/, /^journal\.afterCommit$/])
      it(`${name} at ${point.source} is done once by whoever repeats it`, async () => {
        const command = await ready();
        const { text, input, who } = command;
        dieAt = point;
        expect(await application.code('orders', text, { input }, who)).toBeDefined();
        expect(dieAt).toBeUndefined();
        expect(await told(command)).toBe(point.source.includes('before') ? 0 : 1);
        const answer = await application.ok('orders', text, { input }, who);
        expect(await application.ok('orders', text, { input }, who)).toEqual(answer);
        await application.settle();
        expect(await told(command)).toBe(1);
      });

  it('is in this table, as every command of orders', async () => {
    const sdl = await readFile(new URL('../../../schema/subgraphs/orders.graphql', import.meta.url), 'utf8');
    const mutations = parse(sdl).definitions.flatMap((each) =>
      each.kind === 'ObjectTypeDefinition' && each.name.value === 'Mutation'
        ? (each.fields ?? []).map((field) => field.name.value)
        : [],
    );
    expect(Object.keys(deaths).sort()).toEqual([...mutations].sort());
    const below = Object.keys(deaths).filter((name) => deaths[name] === here);
    expect(Object.keys(commands).sort()).toEqual(below.sort());
  });
});
