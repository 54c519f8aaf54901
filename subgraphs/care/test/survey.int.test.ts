import { afterAll, beforeAll, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { tell } from '../../../test/support/staff.ts';
import { handleSecret } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { unsubscribeLink } from '../links/signedLink.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const hourMs = 3_600_000;
let shop: CareShop;

beforeAll(async () => {
  shop = await openCareShop();
});
afterAll(() => shop.stop());

/** An order of a customer, all of which has arrived. */
const delivered = async (who: Buyer): Promise<string> => {
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
const journalled = (type: string) =>
  shop.application
    .database('care')
    .collection<{ type: string; data: Record<string, unknown> }>('journal')
    .find({ type })
    .toArray();

it('customers are asked once after the last parcel, and a poor answer is given to a person', async () => {
  const who = buyerIn(shop.application, callers.shopper('asked'));
  const id = await delivered(who);
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
  const why = `what=COURIER&what=NONSENSE&why=${encodeURIComponent('He threw it over the wall.')}`;
  expect((await shop.request('POST', link, why)).status).toBe(200);
  expect((await journalled('care.SurveyExplained'))[0]?.data).toEqual({
    ...{ orderId: id, what: ['COURIER'], inWords: true },
  });
  const [sent] = await journalled('care.SurveySent');
  expect(sent?.data).toMatchObject({
    ...{ serviceCodes: ['parcel'], lastMileCarriers: ['postale'], locationIds: ['warehouse'], kept: true },
  });
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
  const other = await delivered(who);
  await shop.moveOn(31 * hourMs);
  expect(await shop.fates(other)).not.toHaveProperty('SURVEY');
});

it('customers are never asked after they unsubscribed, nor while a request of theirs is open', async () => {
  const { application } = shop;
  const before = (await journalled('care.SurveySent')).length;
  const [gone, busy] = ['gone', 'busy'].map((name) => buyerIn(application, callers.shopper(name)));
  if (gone === undefined || busy === undefined) throw new Error('There are two customers.');
  const link = unsubscribeLink(
    { publicUrl: 'https://shop.example', linkSecret: handleSecret },
    'gone',
    'SURVEY',
  );
  expect((await shop.request('POST', link ?? '', 'List-Unsubscribe=One-Click')).status).toBe(200);
  const ids = [await delivered(gone), await delivered(busy)];
  const open = 'mutation($input: OpenTicketInput!) { openTicket(input: $input) { id } }';
  const input = { orderId: ids[1], reason: 'OTHER', text: 'Hello?', idempotencyKey: 'busy' };
  await application.ok('care', open, { input }, busy.who);
  await shop.moveOn(32 * hourMs);
  for (const id of ids) expect(await shop.fates(id)).not.toHaveProperty('SURVEY');
  expect(await journalled('care.SurveySent')).toHaveLength(before);
});
