import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buyer } from '../../../test/support/buyer.ts';
import { tell } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const dayMs = 86_400_000;

describe('messages to the customer of an order', () => {
  let shop: CareShop;
  let application: TradingApplication;
  let buyer: Buyer;
  let folder: string;

  beforeAll(async () => {
    shop = await openCareShop();
    ({ application, buyer, folder } = shop);
  });
  afterAll(() => shop.stop());

  it('goes out for each step, in the language of the order, and says what it is about', async () => {
    const id = await shop.order({ quantity: 2 });
    const work = await shop.shipped(id);
    await shop.moveOn(2_000);
    await shop.scan(id, work, 'OUT_FOR_DELIVERY');
    await shop.moveOn(2_000);
    await shop.deliver(id, work);
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toEqual({
      ...{ ORDER_PLACED: 'SENT', PARCEL_SHIPPED: 'SENT', OUT_FOR_DELIVERY: 'SENT', PARCEL_DELIVERED: 'SENT' },
    });
    // What is due at one moment may be sent in any order.
    const mails = await shop.mails(id);
    const about = (subject: RegExp) => mails.find((mail) => subject.test(mail.subject ?? ''));
    const placed = about(/^Merci pour votre commande /);
    const left = about(/^Votre colis est en route$/);
    const arrived = about(/^Votre colis est arrivé$/);
    expect(placed?.text).toContain('Bonjour Zoé Canari,');
    expect(placed?.text).toContain('2 × ');
    expect(placed?.html).toContain('lang="fr"');
    expect(placed?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(left?.text).toMatch(/Suivi: \S+/);
    expect(arrived).toBeDefined();
    expect([placed?.to].flat()[0]?.text).toMatch(/canary-\d+@example\.com/);
  });

  it('tells of several scans the newest alone, and of old ones nothing', async () => {
    const id = await shop.order();
    const work = await shop.shipped(id);
    await shop.moveOn(2_000);
    await shop.scan(id, work, 'OUT_FOR_DELIVERY');
    await shop.scan(id, work, 'ATTEMPT_FAILED');
    await shop.scan(id, work, 'AVAILABLE_FOR_PICKUP', { at: application.clock.nowMs() - 8 * dayMs });
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({
      ...{ OUT_FOR_DELIVERY: 'NEWER_FACT', ATTEMPT_FAILED: 'SENT', AT_PICKUP_POINT: 'TOO_OLD' },
    });
  });

  it('gathers the news of an order in several parcels', async () => {
    const change = 'mutation($input: ChangeSettingsInput!) { changeCareSettings(input: $input) { version } }';
    const set = (version: number, value: number) => {
      const changes = [{ key: 'digestHours', value }];
      const input = { version, changes, reason: 'for a test', idempotencyKey: `digest-${value}` };
      return application.ok('care', change, { input }, callers.admin);
    };
    await set(0, 1);
    const id = await shop.order();
    const split = { $set: { planned: 2 } };
    await application.database('care').collection<{ _id: string }>('orders').updateOne({ _id: id }, split);
    const work = await shop.shipped(id);
    const line = { lineId: 'l', sku: 'shoe', quantity: 1 };
    const other = { shipmentId: `${id}-2`, orderId: id };
    await tell(application, ['care'], 'shipping.ShipmentCreated', {
      ...{ ...other, carrier: 'c', serviceCode: 'parcel', locationId: 'w', isReturn: false, lines: [line] },
      ...{ owner: 's', channel: 'web', parcels: [] },
    });
    const atMs = application.clock.nowMs();
    const left = { ...other, serviceCode: 'parcel', locationId: 'w', atMs };
    await tell(application, ['care'], 'shipping.ShipmentHandedOver', left);
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({ PARCEL_SHIPPED: 'DIGEST' });
    await shop.moveOn(3_600_000);
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({ PARCEL_SHIPPED: 'IN_DIGEST', PARCELS_DIGEST: 'SENT' });
    expect((await shop.mails(id)).at(-1)?.text).toContain('2 colis de votre commande ont avancé');
    expect(work.shipment).not.toBeNull();
    await set(1, 0);
  });

  it('falls silent about a parcel that goes back to its sender', async () => {
    const id = await shop.order();
    const work = await shop.shipped(id);
    await shop.moveOn(2_000);
    await shop.scan(id, work, 'RETURN_TO_SENDER');
    await shop.scan(id, work, 'OUT_FOR_DELIVERY', { at: application.clock.nowMs() + 1 });
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({
      RETURNING_TO_SENDER: 'SENT',
      OUT_FOR_DELIVERY: 'RETURNING',
    });
  });

  it('tells of a moved date once for each date, and of an earlier one nothing', async () => {
    const id = await shop.order();
    const later = application.clock.nowMs() + 9 * dayMs;
    for (const latestAtMs of [later, later, later - dayMs])
      await tell(application, ['care'], 'orders.OrderRepromised', { orderId: id, latestAtMs, reason: 'x' });
    const moved = (await shop.messagesOf(id)).filter(({ code }) => code === 'PROMISE_MOVED');
    expect(moved.map(({ status }) => status)).toEqual(['SENT']);
  });

  it('tells of a cancellation whose wish it was, and of the money', async () => {
    const id = await shop.order({ quantity: 2 });
    const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
    await application.ok('orders', cancel, { input: { orderId: id, idempotencyKey: id } }, buyer.who);
    await application.settle();
    expect(await shop.fates(id)).toEqual({ ORDER_PLACED: 'SENT', ORDER_CANCELLED_BY_CUSTOMER: 'SENT' });
  });

  it('is seen by the customer and the desk alone, and is sent again with a reason, once for each key', async () => {
    const id = await shop.order();
    const [placed] = await shop.messagesOf(id);
    expect(await shop.messagesOf(id, agent)).toEqual([placed]);
    expect(await shop.messagesOf(id, buyer.who)).toEqual([placed]);
    expect(await shop.messagesOf(id, callers.shopper('somebody-else'))).toEqual([]);
    const query = 'mutation($input: ResendMessageInput!) { resendMessage(input: $input) { code resendOf } }';
    const input = {
      orderId: id,
      messageId: placed?.id,
      reason: 'Not received',
      idempotencyKey: `again ${id}`,
    };
    for (const _ of [1, 2])
      expect(await application.ok('care', query, { input }, agent)).toEqual({
        resendMessage: { code: 'ORDER_PLACED', resendOf: placed?.id },
      });
    await application.settle();
    expect((await shop.messagesOf(id)).map(({ status }) => status)).toEqual(['SENT', 'SENT']);
    expect(await shop.mails(id)).toHaveLength(2);
    const without = { ...input, reason: ' ', idempotencyKey: 'other' };
    expect(await application.code('care', query, { input: without }, agent)).toBe('BAD_USER_INPUT');
    const foreign = { ...input, messageId: 'none', idempotencyKey: 'third' };
    expect(await application.code('care', query, { input: foreign }, agent)).toBe('BAD_USER_INPUT');
  });

  it('can be previewed with a real order in any language, and nothing is sent', async () => {
    const id = await shop.order({ quantity: 3 });
    const before = (await readdir(folder)).length;
    const query = `query($orderId: ID!, $code: MessageCode!, $locale: String) {
      previewMessage(orderId: $orderId, code: $code, locale: $locale) { language subject html text sms } }`;
    type Answer = { previewMessage: { language: string; subject: string; sms: string | null } | null };
    const variables = { orderId: id, code: 'OUT_FOR_DELIVERY', locale: 'it' };
    const { previewMessage } = await application.ok<Answer>('care', query, variables, agent);
    expect(previewMessage).toMatchObject({ language: 'it', subject: 'Il tuo pacco arriva oggi' });
    expect(previewMessage?.sms).toContain('arriva oggi');
    const bad = { ...variables, locale: 'xx' };
    expect(await application.code('care', query, bad, agent)).toBe('BAD_USER_INPUT');
    expect((await application.ok<Answer>('care', query, { ...variables, orderId: 'none' }, agent)).previewMessage).toBe(null); // prettier-ignore
    expect(await readdir(folder)).toHaveLength(before);
  });

  it('leaves nothing personal in the journal and the database', async () => {
    expect((await readdir(folder)).length).toBeGreaterThan(5);
    const { db } = application.database('care');
    for (const { name } of (await db?.listCollections().toArray()) ?? []) {
      const rows = JSON.stringify(await db?.collection(name).find().toArray());
      expect([name, /canary|Canari|Rue 1/.test(rows)]).toEqual([name, false]);
    }
  });
});
