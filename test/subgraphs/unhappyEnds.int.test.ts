import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signWebhook } from '../../subgraphs/shipping/webhooks/signature.ts';
import { buyShoes } from '../support/shoeShop.ts';
import { act, firstWorkOn } from '../support/staff.ts';
import { handleSecret } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';
import { newKey, openReturnDesk, type ReturnDesk } from '../support/returnDesk.ts';

const dayMs = 86_400_000;
const playText = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) {
  shipment { milestone parcels { number milestone turnedBack deliveredAt lines { lineId quantity } } } } }`;
const pageText = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order {
  returns { id status method lines { entryId lineId reason quantity } } } } }`;

describe('parcels with an unhappy end', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const play = async (shipmentId: string, scenario: string): Promise<void> => {
    await desk.application.ok('shipping', playText, { input: { shipmentId, scenario } });
    await desk.application.settle();
  };
  const returnsOf = async (orderId: string) => {
    type Answer = {
      _entities: {
        returns: {
          id: string;
          status: string;
          method: string;
          lines: { entryId: string; lineId: string; reason: string }[];
        }[];
      }[];
    };
    const variables = { of: [{ __typename: 'Order', id: orderId }] };
    return (await desk.application.ok<Answer>('returns', pageText, variables))._entities[0]?.returns ?? [];
  };
  const milestoneOf = async (id: string): Promise<string | undefined> => {
    const query = 'query($id: ID!) { shipment(id: $id) { milestone } }';
    type Answer = { shipment: { milestone: string } | null };
    return (await desk.application.ok<Answer>('shipping', query, { id })).shipment?.milestone;
  };
  const onHand = async (): Promise<number> => {
    const query = '{ stockPositions(sku: "shoe", locationId: "warehouse") { edges { node { onHand } } } }';
    type Answer = { stockPositions: { edges: { node: { onHand: number } }[] } };
    const { stockPositions } = await desk.application.ok<Answer>('catalog', query);
    return stockPositions.edges[0]?.node.onHand ?? -1;
  };

  it.each([
    ['RETURNED', 'UNDELIVERABLE'],
    ['REFUSED', 'REFUSED'],
    ['DAMAGED', 'DAMAGED'],
  ])(
    '%s on the way to the customer: back into inspection, in stock, and the money back',
    async (scenario, reason) => {
      const sold = await desk.sent(2);
      await play(sold.work.shipment?.id ?? '', scenario);
      const before = await desk.order(sold.orderId);
      expect([before.status, before.lines[0]?.quantities['delivered']]).toEqual(['SHIPPED', 0]);
      const [back] = await returnsOf(sold.orderId);
      expect(back).toMatchObject({
        status: 'IN_TRANSIT',
        method: 'CARRIER',
        lines: [{ reason, lineId: sold.lineId }],
      });
      const stock = await onHand();
      const id = back?.id ?? '';
      await desk.receive(id);
      expect(await desk.refunds(sold.orderId)).toEqual([]);
      await desk.inspect(id, { lineId: sold.lineId, quantity: 2, disposition: 'RESTOCK' });
      expect(await onHand()).toBe(stock + 2);
      expect(await desk.refunds(sold.orderId)).toEqual([2_490]);
      const after = await desk.order(sold.orderId);
      expect([after.status, after.lines[0]?.quantities['delivered']]).toEqual(['CANCELLED', 0]);
      expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 2_490 } });
    },
  );

  it('of which a unit is missing when it is back: that one is lost, and paid back, too', async () => {
    const sold = await desk.sent(2);
    await play(sold.work.shipment?.id ?? '', 'REFUSED');
    const [back] = await returnsOf(sold.orderId);
    await desk.receive(back?.id ?? '', { lines: [{ lineId: sold.lineId, quantity: 1 }] });
    await desk.inspect(back?.id ?? '', { lineId: sold.lineId, quantity: 1, disposition: 'SCRAP' });
    const { totals, lines } = await desk.order(sold.orderId);
    expect(totals.refunded.amountMinor).toBe(2_490);
    expect(lines[0]?.quantities).toMatchObject({ cancelled: 1, writtenOff: 1, delivered: 0 });
  });

  it('may not be left with a customer who never had it', async () => {
    const sold = await desk.sent(1);
    await play(sold.work.shipment?.id ?? '', 'RETURNED');
    const [back] = await returnsOf(sold.orderId);
    await desk.receive(back?.id ?? '');
    const findings = [{ lineId: sold.lineId, quantity: 1, disposition: 'REFUSE' }];
    const input = { id: back?.id, key: 'refuse', findings };
    const text = 'mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { id } }';
    expect(await desk.application.code('returns', text, { input })).toBe('BAD_USER_INPUT');
    expect(await desk.ask(sold, [[1, 'CHANGED_MIND']])).toBe('NOT_DELIVERED');
  });

  it('lost on the way back: the money goes back, and what turns up is looked at', async () => {
    const sold = await desk.delivered(1);
    const { id } = await desk.asked(sold, [[1, 'CHANGED_MIND']]);
    const shipmentId = (await desk.look(id))?.shipment?.id ?? '';
    await play(shipmentId, 'LOST');
    expect(await desk.look(id)).toMatchObject({ status: 'LOST', refund: { amountMinor: 1_490 } });
    expect(await desk.ask(sold, [[1, 'CHANGED_MIND']])).toBe('ALREADY_RETURNED');
    await desk.receive(id);
    await desk.inspect(id, { lineId: sold.lineId, quantity: 1, disposition: 'RESTOCK' });
    expect(await desk.refunds(sold.orderId)).toEqual([1_490]);
    expect(await desk.look(id)).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 1_490 } });
  });

  it('refused at the depot: the units stay with the customer', async () => {
    const sold = await desk.delivered(1);
    const { id } = await desk.asked(sold, [[1, 'CHANGED_MIND']]);
    await play((await desk.look(id))?.shipment?.id ?? '', 'REFUSED');
    expect(await desk.look(id)).toMatchObject({ status: 'REJECTED', refund: null });
    expect((await desk.order(sold.orderId)).lines[0]?.quantities).toMatchObject({
      delivered: 1,
      returnRequested: 0,
    });
    expect(typeof (await desk.ask(sold, [[1, 'DOES_NOT_FIT']]))).toBe('object');
  });

  it('sent back under its old code starts the return, and stays delivered', async () => {
    const sold = await desk.sent(1);
    const shipmentId = sold.work.shipment?.id ?? '';
    await play(shipmentId, 'ON_TIME');
    await desk.application.clock.advanceBy(10 * dayMs);
    const { id } = await desk.asked(sold, [[1, 'CHANGED_MIND']]);
    const query = 'query($id: ID!) { shipment(id: $id) { parcels { trackingCode } } }';
    type Codes = { shipment: { parcels: { trackingCode: string }[] } };
    const { shipment } = await desk.application.ok<Codes>('shipping', query, { id: shipmentId });
    const occurredAt = new Date(desk.application.clock.nowMs()).toISOString();
    const event = {
      eventId: 'old-code',
      rawCode: 'R',
      milestone: 'IN_TRANSIT',
      text: 'on its way',
      occurredAt,
    };
    const trackingCode = shipment.parcels[0]?.trackingCode ?? '';
    await postCarrier(desk, { trackingCode, carrier: 'postale', events: [event] });
    await desk.application.settle();
    expect(await desk.look(id)).toMatchObject({ status: 'IN_TRANSIT' });
    expect(await milestoneOf(shipmentId)).toBe('DELIVERED');
  });

  it('withdrawn: its label is void; never sent: it expires, and its label is void', async () => {
    const sold = await desk.delivered(2);
    const [first, second] = [
      await desk.asked(sold, [[1, 'CHANGED_MIND']]),
      await desk.asked(sold, [[1, 'DOES_NOT_FIT']]),
    ];
    const labelOf = async (id: string) => (await desk.look(id))?.shipment?.id ?? '';
    const labels = [await labelOf(first.id), await labelOf(second.id)];
    const cancel = 'mutation($id: ID!, $key: ID!) { cancelReturn(id: $id, key: $key) { id } }';
    await desk.application.ok('returns', cancel, { id: first.id, key: 'no' }, desk.buyer.who);
    await desk.application.settle();
    expect(await Promise.all(labels.map(milestoneOf))).toEqual(['CANCELLED', 'LABEL_PURCHASED']);
    await desk.application.clock.advanceBy(30 * dayMs + 3_600_000);
    await desk.application.settle();
    expect(await desk.look(second.id)).toMatchObject({ status: 'CANCELLED' });
    expect(await milestoneOf(labels[1] ?? '')).toBe('CANCELLED');
    expect((await desk.order(sold.orderId)).lines[0]?.quantities['returnRequested']).toBe(0);
  });

  it('is paid back when the carrier has it, or when it is received, where a rule says so', async () => {
    await desk.decide('returns', {
      refundTimings: [
        { when: 'IN_TRANSIT', reasons: ['DEFECTIVE'] },
        { when: 'RECEIVED', method: 'IN_STORE' },
      ],
    });
    const early = await desk.delivered(1);
    const { id } = await desk.asked(early, [[1, 'DEFECTIVE']]);
    await play((await desk.look(id))?.shipment?.id ?? '', 'ON_TIME');
    expect(await desk.refunds(early.orderId)).toEqual([1_490]);
    await desk.receive(id);
    await desk.inspect(id, { lineId: early.lineId, quantity: 1, disposition: 'SCRAP' });
    expect(await desk.refunds(early.orderId)).toEqual([1_490]);
    const inStore = await desk.delivered(2);
    const brought = await desk.asked(inStore, [[1, 'CHANGED_MIND']], { method: 'IN_STORE' });
    await desk.receive(brought.id, { locationId: 'store' });
    expect(await desk.refunds(inStore.orderId)).toEqual([1_000]);
    // Not good after all: it is the customer's, and what was paid back is owed again.
    await desk.inspect(brought.id, { lineId: inStore.lineId, quantity: 1, disposition: 'REFUSE' });
    expect((await desk.order(inStore.orderId)).lines[0]?.quantities).toMatchObject({
      delivered: 2,
      returned: 0,
    });
  });
});

describe('a parcel that was lost and is found', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(() => desk.application.stop());

  const decideText = `mutation($input: DecideFoundUnitsInput!) { decideFoundUnits(input: $input) {
    totals { refunded { amountMinor } captured { amountMinor } } } }`;
  const agent = callers.agent(['orders:read', 'orders:write']);
  const found = async () => {
    const sold = await desk.sent(1);
    const shipmentId = sold.work.shipment?.id ?? '';
    for (const scenario of ['LOST', 'ON_TIME'])
      await desk.application.ok('shipping', playText, { input: { shipmentId, scenario } });
    await desk.application.settle();
    return sold;
  };
  const inputOf = (orderId: string, lineId: string, decision: string, more: object = {}) => ({
    ...{ orderId, decision, reason: 'as agreed by telephone', idempotencyKey: `${orderId} ${decision}` },
    lines: [{ lineId, quantity: 1 }],
    ...more,
  });

  it.each([
    ['KEEP', [1_490]],
    ['PAY', [1_490]],
  ])('is left with the customer: %s', async (decision, refunds) => {
    const { orderId, lineId } = await found();
    expect(await desk.refunds(orderId)).toEqual(refunds);
    const input = inputOf(orderId, lineId, decision);
    await desk.application.ok('orders', decideText, { input }, agent);
    await desk.application.settle();
    const { payments, lines } = await desk.order(orderId);
    expect(lines[0]?.quantities['delivered']).toBe(1);
    const charged = payments.filter(({ kind, state }) => kind === 'CHARGE' && state === 'SUCCEEDED').length;
    expect(charged).toBe(1);
    const twice = { ...input, idempotencyKey: 'again' };
    expect(await desk.application.code('orders', decideText, { input: twice }, agent)).toBe(
      'INVALID_QUANTITY',
    );
  });

  it('is called back with a free label, and the refund stays the only one', async () => {
    const { orderId, lineId } = await found();
    await desk.application.ok('orders', decideText, { input: inputOf(orderId, lineId, 'CALL_BACK') }, agent);
    await desk.application.settle();
    const query = `query($id: ID!) { returns(orderId: $id) { edges { node { id status cost { amountMinor } } } } }`;
    type Answer = {
      returns: { edges: { node: { id: string; status: string; cost: { amountMinor: number } } }[] };
    };
    const { returns } = await desk.application.ok<Answer>('returns', query, { id: orderId });
    const back = returns.edges[0]?.node;
    expect(back).toMatchObject({ status: 'LABEL_ISSUED', cost: { amountMinor: 0 } });
    await desk.receive(back?.id ?? '');
    await desk.inspect(back?.id ?? '', { lineId, quantity: 1, disposition: 'RESTOCK' });
    expect(await desk.refunds(orderId)).toEqual([1_490]);
    expect((await desk.order(orderId)).lines[0]?.quantities['returned']).toBe(1);
  });

  it('is decided by staff who say why, and by nobody else', async () => {
    const { orderId, lineId } = await found();
    const input = inputOf(orderId, lineId, 'KEEP');
    for (const who of [desk.buyer.who, callers.agent(['orders:read'])])
      expect(await desk.application.code('orders', decideText, { input }, who)).toBe('FORBIDDEN');
    const silent = { ...input, reason: ' ' };
    expect(await desk.application.code('orders', decideText, { input: silent }, agent)).toBe(
      'BAD_USER_INPUT',
    );
    const many = inputOf(orderId, lineId, 'KEEP', { lines: [{ lineId, quantity: 2 }] });
    expect(await desk.application.code('orders', decideText, { input: many }, agent)).toBe(
      'INVALID_QUANTITY',
    );
  });
});

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

/** A carrier's signed webhook, into the route of shipping. */
async function postCarrier(
  { application }: ReturnDesk,
  content: { readonly carrier: string; readonly [more: string]: unknown },
): Promise<void> {
  const route = application
    .subgraph('shipping')
    .routes?.find(({ path }) => path.startsWith('/webhooks/carriers'));
  const body = JSON.stringify(content);
  const headers = signWebhook(handleSecret, {
    id: `msg-${newKey()}`,
    nowMs: application.clock.nowMs(),
    body,
  });
  const answer = await route?.handle({
    ...{
      method: 'POST',
      path: `/webhooks/carriers/${content.carrier}`,
      params: { carrier: content.carrier },
    },
    ...{ headers: { ...headers }, query: new URLSearchParams(), body: Buffer.from(body, 'utf8') },
    signal: new AbortController().signal,
  });
  expect(answer?.status).toBe(200);
}
