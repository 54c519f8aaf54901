import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell } from '../../../test/support/staff.ts';
import { callers } from '../../../test/support/world.ts';
import { openCareShop, type CareShop } from './careShop.ts';

const agent = callers.agent(['orders:read', 'orders:write']);
const reshipText = 'mutation($input: ReshipUnitsInput!) { reshipUnits(input: $input) { outcome } }';
const linesText = 'query($id: ID!) { order(id: $id) { lines { id } } }';

const simulateText = 'mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }';
const settingsText =
  'mutation($input: ChangeSettingsInput!) { changeOrdersSettings(input: $input) { version } }';

describe('units that are sent again', () => {
  let shop: CareShop;
  let keys = 0;
  const decide = async (troubleRules: readonly object[]): Promise<void> => {
    type Read = { ordersSettings: { version: number } };
    const { ordersSettings } = await shop.application.ok<Read>('orders', '{ ordersSettings { version } }');
    const changes = [{ key: 'troubleRules', value: troubleRules }];
    const more = { reason: 'what this test is about', idempotencyKey: `rule-${++keys}` };
    const input = { ...ordersSettings, changes, ...more };
    await shop.application.ok('orders', settingsText, { input });
  };
  beforeAll(async () => {
    shop = await openCareShop();
  });
  afterAll(() => shop.stop());

  it.each([
    ['LOST', 'PARCEL_LOST'],
    ['DAMAGED', 'PARCEL_DAMAGED'],
  ])('are told to the customer as %s', async (trouble, code) => {
    const { application } = shop;
    const orderId = await shop.order();
    await shop.shipped(orderId);
    await shop.moveOn(3_600_000);
    type Lines = { order: { lines: { id: string }[] } };
    const { order } = await application.ok<Lines>('orders', linesText, { id: orderId }, agent);
    const input = {
      ...{ orderId, trouble, reason: 'the customer called', idempotencyKey: `again-${trouble}` },
      lines: [{ lineId: order.lines[0]?.id, quantity: 1 }],
    };
    await application.ok('orders', reshipText, { input }, agent);
    await shop.moveOn(60_000);
    expect(Object.keys(await shop.fates(orderId))).toContain(code);
  });

  it.each([
    ['LOST', 'PARCEL_LOST'],
    ['DAMAGED', 'PARCEL_DAMAGED'],
  ])(
    'by a rule, when the carrier says %s, are told once: what is done, and not that we look into it',
    async (trouble, code) => {
      const { application } = shop;
      await decide([{ trouble, action: 'RESHIP' }]);
      const orderId = await shop.order({ locale: 'en' });
      const { shipment } = await shop.shipped(orderId);
      await shop.moveOn(3_600_000);
      const scenario = { input: { shipmentId: shipment?.id, scenario: trouble } };
      await application.ok('shipping', simulateText, scenario);
      await application.settle();
      await shop.moveOn(5 * 60_000);
      const told = (await shop.messagesOf(orderId)).filter(
        (each) => each.code === code && each.channel === 'EMAIL',
      );
      expect(told.map(({ status, reason }) => reason ?? status).sort()).toEqual(['NEWER_FACT', 'SENT']);
      const mails = (await shop.mails(orderId)).map(({ text }) => text ?? '');
      expect(mails.filter((text) => text.includes('sending the items again'))).toHaveLength(1);
      expect(mails.filter((text) => text.includes('looking into it'))).toEqual([]);
      await decide([]);
    },
  );

  it.each([
    ['LOST', 'PARCEL_LOST'],
    ['DAMAGED', 'PARCEL_DAMAGED'],
  ] as const)('are told once, however long it takes to decide about %s', async (trouble, code) => {
    const { application } = shop;
    const orderId = await shop.order({ locale: 'en' });
    const { shipment, lines } = await shop.shipped(orderId);
    await shop.moveOn(3_600_000);
    const shipmentId = shipment?.id ?? '';
    const units = lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
    const about = { orderId, causeId: `slow-${trouble}`, trouble, shipmentId, lines: units };
    await tell(application, ['care'], 'orders.ReshipAsked', { ...about, reason: 'by rule', by: 'rule' });
    await application.ok('shipping', simulateText, { input: { shipmentId, scenario: trouble } });
    await application.settle();
    for (let turns = 0; turns < 4; turns++) await shop.moveOn(3_600_000);
    const texts = async () => (await shop.mails(orderId)).map(({ text }) => text ?? '');
    const saying = async (words: string) => (await texts()).filter((text) => text.includes(words)).length;
    expect(await saying('looking into it')).toBe(0);
    const latestAtMs = application.clock.nowMs() + 3 * 86_400_000;
    await tell(application, ['care'], 'orders.UnitsReshipped', { ...about, latestAtMs });
    for (let turns = 0; turns < 8; turns++) await shop.moveOn(3_600_000);
    expect([await saying('looking into it'), await saying('sending the items again')]).toEqual([0, 1]);
    const told = (await shop.messagesOf(orderId)).filter(
      (each) => each.code === code && each.channel === 'EMAIL',
    );
    expect(told.map(({ status, reason }) => reason ?? status).sort()).toEqual(['NEWER_FACT', 'SENT']);
  });

  it('without a rule are told as what we look into, a minute later', async () => {
    const { application } = shop;
    const orderId = await shop.order({ locale: 'en' });
    const { shipment } = await shop.shipped(orderId);
    await shop.moveOn(3_600_000);
    await decide([{ trouble: 'DAMAGED', action: 'RESHIP' }]);
    await application.ok('shipping', simulateText, { input: { shipmentId: shipment?.id, scenario: 'LOST' } });
    await application.settle();
    await shop.moveOn(5 * 60_000);
    expect((await shop.fates(orderId))['PARCEL_LOST']).toBe('SENT');
    await decide([]);
  });
});
