import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { buyerIn } from '../../../test/support/buyer.ts';
import { handleSecret } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { signToken, unsubscribeLink } from '../links/signedLink.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const mailHook = `/webhooks/care/mail/${signToken('inbound', 'mail', handleSecret)}`;
const smsHook = `/webhooks/care/sms/${signToken('inbound', 'sms', handleSecret)}`;
const setText = `mutation($input: SetMessagePreferenceInput!) { setMessagePreference(input: $input) { group wanted } }`;

/** A delivery status notification as mail servers write them. */
const bounce = (key: string, address: string, { action = 'failed', status = '5.1.1' } = {}): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `X-Message-Key: ${key}`,
    'Subject: old',
    '--b--',
    '',
  ].join('\r\n');
const complaint = (key: string): string =>
  bounce(key, 'x@example.com')
    .replace('message/delivery-status', 'message/feedback-report')
    .replace('Reporting-MTA: dns; mx.example', 'Feedback-Type: abuse');

describe('reaching a customer', () => {
  let shop: CareShop;
  let application: TradingApplication;
  let phones = 0;
  const newPhone = (): string => `+3361234${String(5_000 + ++phones)}`;
  const addressOf = async (orderId: string): Promise<string> => {
    const [mail] = await shop.mails(orderId);
    return [mail?.to].flat()[0]?.value[0]?.address ?? '';
  };

  beforeAll(async () => {
    shop = await openCareShop();
    ({ application } = shop);
  });
  afterAll(() => shop.stop());

  it('by telephone is short, counted, and waits for the morning unless it is urgent', async () => {
    const phone = newPhone();
    const id = await shop.order({ phone });
    const work = await shop.shipped(id);
    // 22:00 in Paris.
    await shop.moveOn(9 * 3_600_000);
    await shop.scan(id, work, 'OUT_FOR_DELIVERY');
    await shop.moveOn(2_000);
    await shop.scan(id, work, 'ATTEMPT_FAILED', { at: application.clock.nowMs() + 1 });
    await shop.moveOn(2_000);
    expect(await shop.fates(id, 'SMS')).toEqual({ OUT_FOR_DELIVERY: 'SENT', ATTEMPT_FAILED: 'QUIET_HOURS' });
    expect(await shop.fates(id)).toMatchObject({ ATTEMPT_FAILED: 'SENT' });
    await shop.deliver(id, work);
    await shop.moveOn(12 * 3_600_000);
    // By the morning the parcel has arrived: nobody is told that it could not be delivered.
    expect(await shop.fates(id, 'SMS')).toMatchObject({
      ATTEMPT_FAILED: 'NEWER_FACT',
      PARCEL_DELIVERED: 'SENT',
    });
    const sent = await shop.smsTo(phone);
    expect(sent.map(({ parts }) => parts)).toEqual([1, 1]);
    expect(sent[0]?.text).toMatch(/^Votre colis de la commande \S+ arrive aujourd'hui/);
  });

  it('ends where they wrote STOP, and begins again with START', async () => {
    const phone = newPhone();
    const say = (words: string) =>
      shop.request('POST', smsHook, new URLSearchParams({ From: phone, Body: words }).toString());
    const told = async (): Promise<string | undefined> => {
      const id = await shop.order({ phone });
      const work = await shop.shipped(id);
      await shop.scan(id, work, 'OUT_FOR_DELIVERY', { at: application.clock.nowMs() + 1 });
      await shop.moveOn(2_000);
      return (await shop.fates(id, 'SMS'))['OUT_FOR_DELIVERY'];
    };
    await say(' Arrêt ');
    expect(await told()).toBe('SUPPRESSED');
    await say('start');
    expect(await told()).toBe('SENT');
    const foreign = await shop.request('POST', '/webhooks/care/sms/guess', `From=${phone}&Body=STOP`);
    expect(foreign.status).toBe(401);
  });

  it('by a dead address ends there, and goes on by telephone', async () => {
    const phone = newPhone();
    const id = await shop.order({ phone });
    const work = await shop.shipped(id);
    await shop.scan(id, work, 'AVAILABLE_FOR_PICKUP', { at: application.clock.nowMs() + 1 });
    await shop.moveOn(2_000);
    const key = (await shop.messagesOf(id)).find(({ code }) => code === 'ORDER_PLACED')?.id ?? '';
    const address = await addressOf(id);
    const send = (raw: string) => shop.request('POST', mailHook, raw);
    // Still being tried, about somebody else, and by somebody who knows no key: none of our business.
    await send(bounce(key, address, { action: 'delayed', status: '4.4.1' }));
    await send(bounce('0'.repeat(32), address));
    expect(await shop.fates(id)).toMatchObject({ ORDER_PLACED: 'SENT' });
    await send(bounce(key, address.toUpperCase()));
    await send(complaint(key));
    // A delivery that is reported late does not make good again.
    await send(bounce(key, address, { action: 'delivered', status: '2.0.0' }));
    expect(await shop.fates(id)).toMatchObject({ ORDER_PLACED: 'COMPLAINED', AT_PICKUP_POINT: 'SENT' });
    await shop.scan(id, work, 'ATTEMPT_FAILED', { at: application.clock.nowMs() + 2 });
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({ ATTEMPT_FAILED: 'SUPPRESSED' });
    expect(await shop.fates(id, 'SMS')).toMatchObject({ AT_PICKUP_POINT: 'SENT', ATTEMPT_FAILED: 'SENT' });
  });

  it('is not spoilt by a report that names another address', async () => {
    const id = await shop.order();
    const [placed] = await shop.messagesOf(id);
    await shop.request('POST', mailHook, bounce(placed?.id ?? '', 'victim@example.com'));
    const work = await shop.shipped(id);
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toMatchObject({ ORDER_PLACED: 'BOUNCED', PARCEL_SHIPPED: 'SENT' });
    expect(work.shipment).not.toBeNull();
  });

  it('follows their wishes, by channel and group, but for the order itself', async () => {
    const who = buyerIn(application, callers.shopper('wishful'));
    const id = await shop.order({ who });
    const set = (group: string, wanted: boolean, as = who.who, more = {}) => {
      const input = {
        orderId: id,
        channel: 'EMAIL',
        group,
        wanted,
        idempotencyKey: `${group}${wanted}${as.subject}`,
      };
      return application.run('care', setText, { input: { ...input, ...more } }, as);
    };
    expect((await set('DELIVERY', false)).errors).toBeUndefined();
    expect((await set('ORDER', false)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await set('DELIVERY', true, callers.shopper('other'))).errors?.[0]?.extensions['code']).toBe(
      'NOT_FOUND',
    );
    const agent = callers.agent(['orders:read', 'orders:write']);
    expect((await set('RETURN', false, agent)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await set('RETURN', false, agent, { reason: 'asked by telephone' })).errors).toBeUndefined();
    await shop.shipped(id);
    await shop.moveOn(2_000);
    expect(await shop.fates(id)).toEqual({ ORDER_PLACED: 'SENT', PARCEL_SHIPPED: 'OPTED_OUT' });
  });

  it('ends by one click, and a link that is only opened changes nothing', async () => {
    const who = buyerIn(application, callers.shopper('clicker'));
    const id = await shop.order({ who });
    const read = 'query($id: ID!) { messagePreferences(orderId: $id) { channel group wanted } }';
    type Answer = { messagePreferences: { channel: string; group: string; wanted: boolean }[] };
    const off = async () =>
      (await application.ok<Answer>('care', read, { id }, who.who)).messagePreferences
        .filter(({ wanted }) => !wanted)
        .map(({ channel, group }) => `${channel} ${group}`);
    const config = { publicUrl: 'https://shop.example', linkSecret: handleSecret };
    const link = unsubscribeLink(config, 'clicker', 'SURVEY') ?? '';
    expect((await shop.request('GET', link)).status).toBe(200);
    expect(await off()).toEqual([]);
    expect((await shop.request('POST', link.replace('clicker', 'shopper-1'))).status).toBe(404);
    expect((await shop.request('POST', link, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await off()).toEqual(['EMAIL SURVEY']);
    expect(unsubscribeLink(config, 'clicker', 'ORDER')).toBeUndefined();
  });
});
