import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { deliver } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hourMs = 3_600_000;
const phone = '+33612349987';
const person = { name: 'Nomcanari', line1: '1 Rue du Canari', email: 'courriel-canari@example.com' };
const spoken = ['Mots du canari', 'Avis du canari'];
/** What may name the customer anywhere in care or in the development mailbox. */
const canaries = [person.name, person.email, phone, ...spoken];
const eraser = callers.agent(['orders:read', 'orders:write', 'customers:privacy']);
const openText = 'mutation($input: OpenTicketInput!) { done: openTicket(input: $input) { id } }';
const eraseText =
  'mutation($input: EraseCustomerInput!) { eraseCustomer(input: $input) { erasedOrders openOrders } }';

describe('a customer who is erased', () => {
  let shop: CareShop;
  let erased: Buyer;
  let other: Buyer;

  const found = async (): Promise<string[]> => {
    const { db } = shop.application.database('care');
    const texts: string[] = [];
    for (const { name } of (await db?.listCollections().toArray()) ?? [])
      texts.push(JSON.stringify(await db?.collection(name).find().toArray()));
    for (const file of await readdir(shop.folder))
      texts.push(await readFile(join(shop.folder, file), 'utf8'));
    return canaries.filter((canary) => texts.some((text) => text.includes(canary)));
  };
  const words = async (orderId: string): Promise<unknown[]> =>
    (await shop.application.database('care').collection('ticketTexts').find({ orderId }).toArray()).map(
      (row): unknown => row['text'],
    );
  const write = async (orderId: string, text: string, { who }: Buyer): Promise<void> => {
    const input = { orderId, reason: 'OTHER', text, idempotencyKey: `${orderId} ${text}` };
    await shop.application.ok('care', openText, { input }, who);
    await shop.moveOn(3_000);
  };
  /** An order that was delivered and asked after, and what its customer said of it. */
  const delivered = async (who: Buyer): Promise<string> => {
    const id = await shop.order({ person, phone, who });
    const work = await shop.shipped(id);
    await shop.scan(id, work, 'OUT_FOR_DELIVERY');
    await shop.moveOn(3_000);
    await deliver(shop.application, id, work);
    await shop.deliver(id, work);
    await shop.moveOn(32 * hourMs);
    const mails = await shop.mails(id);
    const link = mails.flatMap(
      ({ text = '' }) => /https:\/\/shop\.example\/care\/survey\S+rating=2/.exec(text) ?? [],
    );
    for (const body of ['rating=2', `what=COURIER&why=${encodeURIComponent('Avis du canari.')}`])
      expect((await shop.request('POST', link[0] ?? '', body)).status).toBe(200);
    return id;
  };
  /** The same as orders tells it, once more or late. */
  const hear = async (id: string, at: number): Promise<void> => {
    const data = { customerRef: erased.who.subject, erasedOrders: 1, openOrders: 0, reason: 'asked' };
    const event = { id, stream: `customer:${erased.who.subject}`, seq: 1, v: 1, at, data };
    const told = { ...event, type: 'orders.CustomerErased', actor: 'test', cause: 'test' };
    await shop.application.bus.publish('event.care', { event: told, consumer: 'care', owner: 'others' });
    await shop.application.settle();
  };

  beforeAll(async () => {
    shop = await openCareShop();
    erased = buyerIn(shop.application, callers.shopper('canary-shopper'));
    other = buyerIn(shop.application, callers.shopper('other-shopper'));
  });
  afterAll(() => shop.stop());

  it('is forgotten in words, mails and short messages, and others are not', async () => {
    const done = await delivered(erased);
    await write(done, 'Mots du canari.', erased);
    const open = await shop.order({ person, phone, who: erased });
    const kept = await shop.order({ who: other });
    await write(kept, 'Whoever else asks.', other);
    expect(await found()).toEqual(canaries);
    const keptMails = (await shop.mails(kept)).length;

    const input = { ref: erased.who.subject, reason: 'asked by letter', idempotencyKey: 'erase-1' };
    expect(await shop.application.ok('orders', eraseText, { input }, eraser)).toEqual({
      eraseCustomer: { erasedOrders: 1, openOrders: 1 },
    });
    await shop.moveOn(3_000);
    expect(await found()).toEqual([]);
    expect(await words(kept)).toEqual(['Whoever else asks.']);
    expect((await shop.mails(kept)).length).toBe(keptMails);

    // What was told meanwhile of the order that had not ended is forgotten when it has.
    const work = await shop.shipped(open);
    await shop.moveOn(3_000);
    expect(await found()).toEqual([person.name, person.email]);
    await deliver(shop.application, open, work);
    await shop.moveOn(60_000);
    expect(await found()).toEqual([]);
    // And what is told after that reaches nobody.
    await shop.deliver(open, work);
    await shop.moveOn(3_000);
    expect(await shop.fates(open)).toMatchObject({ PARCEL_DELIVERED: 'NO_ADDRESS' });
    expect(await found()).toEqual([]);
  });

  it('keeps what follows from orders placed since, however late and often it is told', async () => {
    const atMs = shop.application.clock.nowMs();
    await shop.moveOn(hourMs);
    const later = await shop.order({ who: erased });
    await write(later, 'Here I am again.', erased);
    const mails = (await shop.mails(later)).length;
    await hear('late', atMs);
    await hear('late again', atMs);
    expect(await words(later)).toEqual(['Here I am again.']);
    expect((await shop.mails(later)).length).toBe(mails);
    await hear('now', shop.application.clock.nowMs());
    expect(await words(later)).toEqual([]);
    expect(await shop.mails(later)).toEqual([]);
  });
});
