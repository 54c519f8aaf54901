import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, openReturnDesk, type ReturnDesk, type Sold } from '../support/returnDesk.ts';
import { deliver, handOver, workOn } from '../support/staff.ts';
import { expectSoundStock } from '../support/stockInvariants.ts';
import { callers } from '../support/world.ts';

const playText = `mutation($input: SimulateCarrierInput!) { simulateCarrier(input: $input) { sent } }`;
const reshipText = `mutation($input: ReshipUnitsInput!) { reshipUnits(input: $input) { outcome lineIds } }`;
const agent = callers.agent(['orders:read', 'orders:write']);

interface Done {
  readonly reshipUnits: { readonly outcome: string; readonly lineIds: readonly string[] };
}

describe('a parcel that is lost or broken, sent again', () => {
  let desk: ReturnDesk;
  beforeAll(async () => {
    desk = await openReturnDesk();
  });
  afterAll(async () => {
    await expectSoundStock(desk.application);
    await desk.application.stop();
  });

  const carrierSays = async ({ work }: Sold, scenario: string): Promise<void> => {
    const input = { shipmentId: work.shipment?.id ?? '', scenario };
    await desk.application.ok('shipping', playText, { input });
    await desk.application.settle();
  };
  const inputOf = ({ orderId, lineId }: Sold, more: object = {}) => ({
    ...{ orderId, trouble: 'LOST', reason: 'it never came', idempotencyKey: newKey() },
    lines: [{ lineId, quantity: 1 }],
    ...more,
  });
  const reship = async (sold: Sold, more: object = {}) => {
    const input = inputOf(sold, more);
    const { reshipUnits } = await desk.application.ok<Done>('orders', reshipText, { input }, agent);
    await desk.application.settle();
    return { ...reshipUnits, input };
  };
  const linesOf = async (id: string) => (await desk.order(id)).lines.map(({ quantities }) => quantities);
  const charges = async (id: string): Promise<number[]> =>
    (await desk.order(id)).payments
      .filter(({ kind, state }) => kind === 'CHARGE' && state === 'SUCCEEDED')
      .map(({ amount }) => amount.amountMinor);
  const sendNew = async ({ orderId }: Sold): Promise<void> => {
    const work = (await workOn(desk.application, orderId)).find(({ status }) => status === 'OPEN');
    if (work === undefined) throw new Error('Nobody works on it.');
    await deliver(desk.application, orderId, await handOver(desk.application, work));
  };

  it('by an agent: written off, reserved anew, delivered, and charged once', async () => {
    const sold = await desk.sent(2);
    const { outcome, lineIds, input } = await reship(sold, { lines: [{ lineId: sold.lineId, quantity: 2 }] });
    expect([outcome, lineIds.length]).toEqual(['RESHIPPED', 1]);
    const again = await desk.application.ok<Done>('orders', reshipText, { input }, agent);
    expect(again.reshipUnits).toEqual({ outcome, lineIds });
    await sendNew(sold);
    expect(await linesOf(sold.orderId)).toMatchObject([
      { writtenOff: 2, delivered: 0 },
      { writtenOff: 0, delivered: 2 },
    ]);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[2_490], []]);
  });

  it('by rule, when the carrier loses the parcel', async () => {
    await desk.decide('orders', { troubleRules: [{ trouble: 'LOST', action: 'RESHIP' }] });
    const sold = await desk.sent(1);
    await carrierSays(sold, 'LOST');
    expect(await linesOf(sold.orderId)).toMatchObject([{ writtenOff: 1 }, { ordered: 1 }]);
    await sendNew(sold);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[1_490], []]);
    await desk.decide('orders', { troubleRules: [] });
  });

  it('has not all arrived before what is sent again has', async () => {
    await desk.decide('orders', { troubleRules: [{ action: 'RESHIP' }] });
    const sold = await desk.sent(1);
    await reship(sold);
    expect((await desk.order(sold.orderId)).status).toBe('PARTIALLY_SHIPPED');
    await sendNew(sold);
    expect((await desk.order(sold.orderId)).status).toBe('DELIVERED');
    await desk.decide('orders', { troubleRules: [] });
  });

  it('by rule when the carrier damages it: told as broken, sent again, and what comes back moves no money', async () => {
    await desk.decide('orders', { troubleRules: [{ trouble: 'DAMAGED', action: 'RESHIP' }] });
    const sold = await desk.sent(1);
    await carrierSays(sold, 'DAMAGED');
    expect(await linesOf(sold.orderId)).toMatchObject([{ delivered: 0 }, { ordered: 1 }]);
    await sendNew(sold);
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[1_490], []]);
    await desk.decide('orders', { troubleRules: [] });
  });

  it('or refunded, never both', async () => {
    const lost = await desk.sent(1);
    await carrierSays(lost, 'LOST');
    expect(await desk.refunds(lost.orderId)).toEqual([1_490]);
    const input = inputOf(lost);
    expect(await desk.application.code('orders', reshipText, { input }, agent)).toBe('ALREADY_REFUNDED');
    const sold = await desk.sent(1);
    await reship(sold);
    await carrierSays(sold, 'LOST');
    expect(await desk.refunds(sold.orderId)).toEqual([]);
    expect(await desk.application.code('orders', reshipText, { input: inputOf(sold) }, agent)).toBe(
      'INVALID_QUANTITY',
    );
  });

  it('gives the money back where nobody has the same again', async () => {
    const { application } = desk;
    const sold = await desk.sent(1);
    const text = `{ stockPositions(sku: "shoe", locationId: "warehouse") { edges { node { onHand } } } }`;
    type Stock = { stockPositions: { edges: { node: { onHand: number } }[] } };
    const { stockPositions } = await application.ok<Stock>('catalog', text, {}, callers.admin);
    const onHand = stockPositions.edges[0]?.node.onHand ?? 0;
    await application.stock('shoe', 'warehouse', 0);
    expect((await reship(sold)).outcome).toBe('OUT_OF_STOCK');
    expect(await desk.refunds(sold.orderId)).toEqual([1_490]);
    await application.stock('shoe', 'warehouse', onHand);
  });

  it('and found afterwards waits for a decision', async () => {
    const sold = await desk.sent(1);
    await reship(sold);
    await carrierSays(sold, 'ON_TIME');
    const text = `mutation($input: DecideFoundUnitsInput!) { decideFoundUnits(input: $input) { id } }`;
    const { orderId, lineId } = sold;
    const input = {
      ...{ orderId, decision: 'PAY', reason: 'they keep both', idempotencyKey: newKey() },
      lines: [{ lineId, quantity: 1 }],
    };
    await desk.application.ok('orders', text, { input }, agent);
    await desk.application.settle();
    expect((await linesOf(orderId))[0]).toMatchObject({ delivered: 1, writtenOff: 0 });
  });

  it('broken at the customer: what arrived broken is replaced, what is too much refused', async () => {
    const sold = await desk.delivered(2);
    const { outcome } = await reship(sold, { trouble: 'DAMAGED', reason: 'photo by mail' });
    expect(outcome).toBe('RESHIPPED');
    const input = inputOf(sold, { trouble: 'DAMAGED', lines: [{ lineId: sold.lineId, quantity: 2 }] });
    expect(await desk.application.code('orders', reshipText, { input }, agent)).toBe('INVALID_QUANTITY');
    expect([await charges(sold.orderId), await desk.refunds(sold.orderId)]).toEqual([[2_490], []]);
  });

  it('is for those who serve customers, with a reason', async () => {
    const sold = await desk.sent(1);
    const input = inputOf(sold);
    for (const who of [desk.buyer.who, callers.agent(['orders:read'])])
      expect(await desk.application.code('orders', reshipText, { input }, who)).toBe('FORBIDDEN');
    const silent = { input: { ...input, reason: ' ' } };
    expect(await desk.application.code('orders', reshipText, silent, agent)).toBe('BAD_USER_INPUT');
  });
});
