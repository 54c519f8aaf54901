import { describe, expect, it } from 'vitest';
import { postCarrier } from '../support/carrierWebhook.ts';
import { openReturnDesk } from '../support/returnDesk.ts';
import { buyShoes } from '../support/shoeShop.ts';
import { act, firstWorkOn } from '../support/staff.ts';

const dayMs = 86_400_000;

describe('an order in two parcels', () => {
  it('is delivered in parts, at risk while a carrier expects to be late, and says what is where', async () => {
    const desk = await openReturnDesk();
    const { application } = desk;
    const order = await buyShoes(desk, 3);
    const { id } = await firstWorkOn(application, order.orderId);
    await act(application, 'acceptFulfillmentOrder', { id });
    await act(application, 'pickFulfillmentOrder', { id });
    const parcel = (quantity: number) => ({ weightGrams: 500, lines: [{ lineId: order.lineId, quantity }] });
    await act(application, 'packFulfillmentOrder', { id, parcels: [parcel(1), parcel(2)] });
    await act(application, 'labelFulfillmentOrder', { id });
    const done = await act(application, 'handOverFulfillmentOrder', { id });
    await application.settle();
    const query = `query($id: ID!) { shipment(id: $id) { promisedLatestAt
      parcels { trackingCode milestone deliveredAt lines { lineId quantity } } trackingEvents { occurredAt heardAt reportedAt } } }`;
    interface Seen {
      readonly promisedLatestAt: string;
      readonly parcels: readonly { trackingCode: string; milestone: string; lines: { quantity: number }[] }[];
      readonly trackingEvents: readonly { occurredAt: string; heardAt: string; reportedAt: string | null }[];
    }
    const look = async (): Promise<Seen> =>
      (await application.ok<{ shipment: Seen }>('shipping', query, { id: done.shipment?.id })).shipment;
    const { parcels, promisedLatestAt } = await look();
    expect(parcels.map(({ lines }) => lines[0]?.quantity)).toEqual([1, 2]);
    const riskText = 'query($id: ID!) { order(id: $id) { status atRisk expectedAt delayed } }';
    type Risk = { order: { status: string; atRisk: boolean; expectedAt: string | null } };
    const risk = async () => (await application.ok<Risk>('orders', riskText, { id: order.orderId })).order;
    const post = async (code: string, event: object) => {
      const body = {
        trackingCode: code,
        carrier: 'postale',
        events: [{ rawCode: 'R', text: 'told', ...event }],
      };
      await postCarrier(desk, body);
      await application.settle();
    };
    const now = (): string => new Date(application.clock.nowMs()).toISOString();
    const late = new Date(Date.parse(promisedLatestAt) + 4 * dayMs).toISOString().replace('.000Z', 'Z');
    expect(await risk()).toMatchObject({ atRisk: false, expectedAt: null });
    const [first, second] = parcels.map(({ trackingCode }) => trackingCode);
    await post(second ?? '', {
      eventId: 'est',
      milestone: 'IN_TRANSIT',
      occurredAt: now(),
      estimatedDeliveryAt: late,
    });
    expect(await risk()).toMatchObject({ atRisk: true, expectedAt: late });
    await post(first ?? '', { eventId: 'one', milestone: 'DELIVERED', occurredAt: '1976-01-01T00:00:00Z' });
    expect(await risk()).toMatchObject({ status: 'PARTIALLY_DELIVERED', atRisk: true });
    expect((await desk.order(order.orderId)).lines[0]?.quantities['delivered']).toBe(1);
    const event = (await look()).trackingEvents.find(({ reportedAt }) => reportedAt !== null);
    expect(event).toMatchObject({ reportedAt: '1976-01-01T00:00:00Z', heardAt: now().replace('.000Z', 'Z') });
    await post(second ?? '', { eventId: 'two', milestone: 'DELIVERED', occurredAt: '2099-01-01T00:00:00Z' });
    expect(await risk()).toMatchObject({ status: 'DELIVERED', atRisk: false });
    const ends = await application.ok<{ _entities: { at: string }[] }>(
      'returns',
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { at: returnWindowEndsAt } } }',
      { of: [{ __typename: 'Order', id: order.orderId }] },
      desk.buyer.who,
    );
    expect(Date.parse(ends._entities[0]?.at ?? '')).toBeLessThan(application.clock.nowMs() + 31 * dayMs);
    await application.stop();
  });
});
