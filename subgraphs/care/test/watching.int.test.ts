import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Work } from '../../../test/support/staff.ts';
import { tell } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import type { Identity } from '../../../schema/identity.ts';
import { openCareShop, type CareShop } from './careShop.ts';

interface Incident {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly closedBecause: string | null;
  readonly knownBy: string;
}
interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly reason: string;
  readonly resolution: string | null;
  readonly incidentId: string | null;
  readonly notes: readonly {
    readonly by: string;
    readonly internal: boolean;
    readonly text: string | null;
  }[];
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const agent = callers.agent(['orders:read', 'orders:write']);
const ticketFields = 'id number status reason resolution incidentId notes { by internal text }';
const missingText =
  'mutation($input: ReportNotReceivedInput!) { done: reportNotReceived(input: $input) { type status knownBy } }';

const line = { lineId: 'l', sku: 'shoe', quantity: 1 };
/** An order of one unit that is to leave within the hour. */
const placed = (orderId: string, placedAtMs: number): EventPayload<'orders.OrderPlaced'> => {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const latestAtMs = placedAtMs + dayMs;
  return {
    ...{ orderId, number: 'P-9', owner: 's', channel: 'web', currency: 'EUR', locale: 'en', placedAtMs },
    ...{ destination: { country: 'FR' }, reservationId: 'r', delivery: money(0), deliveryTax: money(0) },
    ...{ total: money(1), lines: [{ ...line, unitPriceMinor: 1, taxBasisPoints: 0 }] },
    promise: {
      ...{
        promiseId: 'p',
        methodType: 'SHIPPING',
        code: 'c',
        title: 't',
        earliestAtMs: placedAtMs,
        latestAtMs,
      },
      ...{ timeZone: 'Europe/Paris', confidence: 0.9, kgCO2e: 1, configVersion: 'v' },
    },
    shipments: [
      {
        ...{ locationId: 'w', serviceCode: 'parcel', lines: [{ ...line, future: false }] },
        milestones: [{ code: 'CARRIER_PICKUP', dueAtMs: placedAtMs + hourMs }],
      },
    ],
  };
};
const created = (orderId: string, shipmentId: string): EventPayload<'shipping.ShipmentCreated'> => ({
  ...{ orderId, shipmentId, carrier: 'c', serviceCode: 'parcel', locationId: 'w', isReturn: false },
  ...{ owner: 's', channel: 'web', lines: [line], parcels: [{ number: 1, weightGrams: 1, lines: [line] }] },
});
const labelled = (orderId: string, shipmentId: string): EventPayload<'shipping.LabelPurchased'> => ({
  ...{ orderId, shipmentId, carrierRef: 'c', trackingCodes: ['x'] },
});

describe('watching what was promised', () => {
  let shop: CareShop;
  let application: TradingApplication;
  let keys = 0;

  const partOf = async <T>(id: string, part: string, who?: Identity): Promise<T> => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { it: ${part} } } }`;
    const of = [{ __typename: 'Order', id }];
    return (await application.ok<{ _entities: [{ it: T }] }>('care', query, { of }, who))._entities[0].it;
  };
  const incidents = (id: string, who?: Identity) =>
    partOf<Incident[]>(id, 'incidents { id type status closedBecause knownBy }', who);
  const tickets = (id: string, who?: Identity) => partOf<Ticket[]>(id, `tickets { ${ticketFields} }`, who);
  const act = async (query: string, input: object, who: Identity): Promise<Ticket> => {
    const idempotencyKey = `key-${++keys}`;
    const variables = { input: { idempotencyKey, ...input } };
    const { done } = await application.ok<{ done: Ticket }>('care', query, variables, who);
    await application.settle();
    return done;
  };
  const onItsWay = async (): Promise<{ id: string; work: Work }> => {
    const id = await shop.order();
    const work = await shop.shipped(id);
    await shop.scan(id, work, 'IN_TRANSIT');
    await shop.moveOn(2_000);
    return { id, work };
  };

  beforeAll(async () => {
    shop = await openCareShop();
    ({ application } = shop);
  });
  afterAll(() => shop.stop());

  it('tells of a delay the carrier announces, once for each date, and it is over with the delivery', async () => {
    const { id, work } = await onItsWay();
    const eta = application.clock.nowMs() + 30 * dayMs;
    for (const etaMs of [eta, eta, eta + dayMs])
      await shop.scan(id, work, 'IN_TRANSIT', { etaMs, at: application.clock.nowMs() + etaMs - eta + 1 });
    const told = (await shop.messagesOf(id)).filter(
      ({ code, channel }) => code === 'DELAY_ANNOUNCED' && channel === 'EMAIL',
    );
    expect(told.map(({ status }) => status)).toEqual(['SENT', 'SENT']);
    expect(await incidents(id)).toMatchObject([
      { type: 'DELAY_ANNOUNCED', status: 'OPEN', knownBy: 'CARRIER' },
    ]);
    await shop.deliver(id, work);
    expect(await incidents(id)).toMatchObject([
      { type: 'DELAY_ANNOUNCED', status: 'CLOSED', closedBecause: 'ARRIVED' },
    ]);
    expect(await tickets(id)).toEqual([]);
  });

  it('finds a parcel that is silent for too long, gives it to a person, and ends that when it turns up', async () => {
    const { id, work } = await onItsWay();
    await shop.moveOn(7 * dayMs - hourMs);
    // Its date has passed: a person looks at that, too.
    expect(await incidents(id)).toMatchObject([{ type: 'LEAD_TIME_EXCEEDED', status: 'OPEN' }]);
    // What may still be late is not said of what is late.
    expect(await shop.fates(id)).toMatchObject({ DELIVERY_OVERDUE: 'SENT' });
    expect(Object.keys(await shop.fates(id))).not.toContain('DELAY_PREDICTED');
    await shop.moveOn(2 * hourMs);
    const ofLoss = async () => (await incidents(id)).filter(({ type }) => type === 'LOST');
    const ticketOfLoss = async (who?: Identity) =>
      (await tickets(id, who)).filter(({ reason }) => reason === 'LOST');
    const [lost] = await ofLoss();
    expect(lost).toMatchObject({ type: 'LOST', status: 'OPEN', knownBy: 'CLOCK' });
    expect(await shop.fates(id)).toMatchObject({ PARCEL_LOST: 'SENT' });
    expect(await ticketOfLoss()).toMatchObject([{ status: 'NEW', incidentId: lost?.id }]);
    await shop.scan(id, work, 'IN_TRANSIT');
    expect(await ofLoss()).toMatchObject([{ type: 'LOST', status: 'CLOSED', closedBecause: 'OVER' }]);
    const [ticket] = await ticketOfLoss(agent);
    expect(ticket).toMatchObject({ status: 'SOLVED', resolution: 'CAUSE_GONE' });
    expect(ticket?.notes).toMatchObject([
      { by: 'SYSTEM', internal: true, text: expect.stringContaining('send it again') },
      { by: 'SYSTEM', internal: true, text: expect.stringContaining('gone') },
    ]);
    await shop.deliver(id, work);
    expect(await incidents(id)).toMatchObject([
      { type: 'LEAD_TIME_EXCEEDED', status: 'CLOSED', closedBecause: 'ARRIVED' },
      { type: 'LOST' },
    ]);
  });

  it('opens a ticket when a customer misses what counts as delivered, and not before', async () => {
    const { id, work } = await onItsWay();
    const input = { orderId: id, shipmentId: work.shipment?.id, idempotencyKey: `missing ${id}` };
    expect(await application.code('care', missingText, { input }, shop.buyer.who)).toBe('BAD_USER_INPUT');
    await shop.deliver(id, work);
    expect(await act(missingText, input, shop.buyer.who)).toEqual({
      ...{ type: 'NOT_RECEIVED', status: 'OPEN', knownBy: 'CUSTOMER' },
    });
    expect(await tickets(id)).toMatchObject([{ status: 'NEW', reason: 'LOST' }]);
    const foreign = { ...input, idempotencyKey: 'other' };
    expect(await application.code('care', missingText, { input: foreign }, callers.shopper('other'))).toBe(
      'NOT_FOUND',
    );
  });

  it('tells of goods that have not left in time, until they have', async () => {
    const id = 'late-order';
    await tell(application, ['care'], 'orders.OrderPlaced', placed(id, application.clock.nowMs()));
    await shop.moveOn(5 * hourMs - 120_000);
    expect(await incidents(id)).toEqual([]);
    await shop.moveOn(240_000);
    expect(await incidents(id)).toMatchObject([{ type: 'LATE_DISPATCH', status: 'OPEN' }]);
    expect((await shop.messagesOf(id)).map(({ code }) => code)).toContain('PREPARING_LATE');
    await tell(application, ['care'], 'shipping.ShipmentCreated', created(id, 'late-s'));
    await tell(application, ['care'], 'shipping.LabelPurchased', labelled(id, 'late-s'));
    expect(await incidents(id)).toMatchObject([{ type: 'LATE_DISPATCH', status: 'CLOSED' }]);
  });

  it('counts labels heard of in the same moment as their order, and none of parcels given up before', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `at-once-${n}`);
    const hear = <N extends EventName>(type: N, stream: string, data: EventPayload<N>) => {
      const at = { stream, seq: 1, v: 1, at: application.clock.nowMs(), actor: 'test', cause: 'test' };
      const event = { ...at, id: `${stream}|${type}`, type, data };
      return application.bus.publish('event.care', { event, consumer: 'care', owner: 'others' });
    };
    const placedAtMs = application.clock.nowMs();
    // Of every second one the parcels are heard of first.
    const order = (id: string) => hear('orders.OrderPlaced', `order:${id}`, placed(id, placedAtMs));
    const parcel = async (id: string) => {
      await hear('shipping.ShipmentCreated', `shipment:s-${id}`, created(id, `s-${id}`));
      await hear('shipping.LabelPurchased', `shipment:s-${id}`, labelled(id, `s-${id}`));
    };
    await Promise.all(ids.flatMap((id, n) => (n % 2 ? [order(id), parcel(id)] : [parcel(id), order(id)])));
    const givenUp = 'given-up';
    await order(givenUp);
    await application.settle();
    await tell(application, ['care'], 'shipping.ShipmentCreated', created(givenUp, 's-unused'));
    const unused = { shipmentId: 's-unused', orderId: givenUp };
    await tell(application, ['care'], 'shipping.ShipmentVoided', unused);
    await tell(application, ['care'], 'shipping.ShipmentCreated', created(givenUp, 's-used'));
    await tell(application, ['care'], 'shipping.LabelPurchased', labelled(givenUp, 's-used'));
    await shop.moveOn(6 * hourMs);
    for (const id of [...ids, givenUp]) expect([id, await incidents(id)]).toEqual([id, []]);
  });
});
