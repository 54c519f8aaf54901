import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReturnDesk, type ReturnDesk } from '../support/returnDesk.ts';
import { callers } from '../support/world.ts';

const playText = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) {
  shipment { milestone parcels { number milestone turnedBack deliveredAt lines { lineId quantity } } } } }`;

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
