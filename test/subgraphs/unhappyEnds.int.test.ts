import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postCarrier } from '../support/carrierWebhook.ts';
import { openReturnDesk, type ReturnDesk } from '../support/returnDesk.ts';

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
