import { afterAll, beforeAll, expect, it } from 'vitest';
import { buyerIn } from '../../../test/support/buyer.ts';
import { tell } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hourMs = 3_600_000;
let shop: CareShop;

beforeAll(async () => {
  shop = await openCareShop();
});
afterAll(() => shop.stop());

it('customers are asked once after the last parcel, and a poor answer is given to a person', async () => {
  const who = buyerIn(shop.application, callers.shopper('asked'));
  const delivered = async (): Promise<string> => {
    const id = await shop.order({ who });
    const work = await shop.shipped(id);
    await shop.deliver(id, work);
    const deliveredAtMs = shop.application.clock.nowMs();
    const done = {
      orderId: id,
      channel: 'web',
      placedAtMs: deliveredAtMs,
      promisedLatestAtMs: deliveredAtMs,
      deliveredAtMs,
    };
    await tell(shop.application, ['care'], 'orders.OrderDelivered', done);
    return id;
  };
  const id = await delivered();
  await shop.moveOn(29 * hourMs);
  expect(await shop.fates(id)).not.toHaveProperty('SURVEY');
  await shop.moveOn(2 * hourMs);
  expect(await shop.fates(id)).toMatchObject({ SURVEY: 'SENT' });
  const mail = (await shop.mails(id)).at(-1);
  expect(mail?.headers.has('list')).toBe(true);
  const link = /https:\/\/shop\.example\/care\/survey\S+rating=2/.exec(mail?.text ?? '')?.[0] ?? '';
  expect((await shop.request('GET', link)).status).toBe(200);
  expect((await shop.request('POST', link.replace(/token=./, 'token=_'), 'rating=1')).status).toBe(404);
  expect((await shop.request('POST', link, 'rating=9')).status).toBe(404);
  for (const rating of [2, 2, 5])
    expect((await shop.request('POST', link, `rating=${rating}`)).status).toBe(200);
  const tickets = await shop.application
    .database('care')
    .collection<{ orderId: string; reason: string }>('tickets')
    .find({ orderId: id })
    .toArray();
  expect(tickets.map(({ reason }) => reason)).toEqual(['SURVEY']);
  const query = '{ surveyScores { serviceCode answers goodShare } }';
  expect(await shop.application.ok('care', query)).toEqual({
    surveyScores: [{ serviceCode: 'parcel', answers: 1, goodShare: 1 }],
  });
  // Not again within 90 days.
  const other = await delivered();
  await shop.moveOn(31 * hourMs);
  expect(await shop.fates(other)).not.toHaveProperty('SURVEY');
});
