import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerIn, type Buyer } from '../../../test/support/buyer.ts';
import { buyShoes, openShoeShop } from '../../../test/support/shoeShop.ts';
import { act, deliver, firstWorkOn, handOver, tell, type Work } from '../../../test/support/staff.ts';
import type { TradingApplication } from '../../../test/support/tradingApplication.ts';
import { callers } from '../../../test/support/world.ts';
import { upgradeLedgers } from '../commands/upgradeLedgers.ts';
import type { RecordedEvent } from '../domain/replay.ts';
import { ordersModels } from '../store/models.ts';

interface Order {
  readonly status: string;
  readonly payments: readonly {
    readonly kind: string;
    readonly state: string;
    readonly method: string;
    readonly amount: { readonly amountMinor: number };
  }[];
  readonly lines: readonly { readonly quantities: Record<string, number> }[];
}

const orderText = `query($id: ID!) { order(id: $id) { status payments { kind state method amount { amountMinor } }
  lines { quantities { delivered writtenOff } } } }`;
const returnText = `mutation($input: RequestReturnInput!) { requestReturn(input: $input) {
  ... on RequestReturnSuccess { return { id } } } }`;
const receiveText = 'mutation($input: ReceiveReturnInput!) { receiveReturn(input: $input) { id } }';
const inspectText = 'mutation($input: InspectReturnInput!) { inspectReturn(input: $input) { id } }';

describe('money that goes back', () => {
  let application: TradingApplication;
  let buyer: Buyer;

  const load = async (id: string): Promise<Order> =>
    (await application.ok<{ order: Order }>('orders', orderText, { id })).order;
  const moved = ({ payments }: Order) =>
    payments.map(({ kind, state, method, amount }) => [kind, state, method, amount.amountMinor]);
  const sent = async (id: string): Promise<Work> => {
    await application.settle();
    return handOver(application, await firstWorkOn(application, id));
  };
  const lose = (orderId: string, { id, shipment, lines }: Work, told: string): Promise<void> =>
    tell(
      application,
      ['orders'],
      'shipping.ShipmentLost',
      {
        ...{ shipmentId: shipment?.id ?? '', orderId, fulfillmentOrderId: id },
        lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      },
      told,
    );
  const sendBack = async (orderId: string, lineId: string, quantity: number, key: string): Promise<void> => {
    const input = {
      ...{ orderId, method: 'IN_STORE', idempotencyKey: key },
      lines: [{ lineId, quantity, reason: 'DEFECTIVE' }],
    };
    type Answer = { requestReturn: { return: { id: string } } };
    const { requestReturn } = await application.ok<Answer>('returns', returnText, { input }, buyer.who);
    await application.settle();
    const { id } = requestReturn.return;
    const worker = callers.agent(['returns:work']);
    await application.ok('returns', receiveText, { input: { id, locationId: 'warehouse', key } }, worker);
    const findings = [{ lineId, quantity, disposition: 'SCRAP' }];
    await application.ok('returns', inspectText, { input: { id, findings, key } }, worker);
    await application.settle();
  };

  beforeAll(async () => {
    ({ application, buyer } = await openShoeShop());
  });
  afterAll(() => application.stop());

  it('for a lost parcel goes back once, to the card it came from', async () => {
    const { orderId: id } = await buyShoes({ application, buyer }, 2);
    const work = await sent(id);
    await lose(id, work, 'lost-once');
    await lose(id, work, 'lost-again');
    const lost = await load(id);
    expect(moved(lost)).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', 'CARD', 2_490],
      ['CHARGE', 'SUCCEEDED', 'CARD', 2_490],
      ['REFUND', 'SUCCEEDED', 'CARD', 2_490],
    ]);
    expect(lost.lines[0]?.quantities).toEqual({ delivered: 0, writtenOff: 2 });
    // Found after all: it is the customer's, and no money moves by itself.
    await deliver(application, id, work);
    const found = await load(id);
    expect([found.status, moved(found)]).toEqual(['DELIVERED', moved(lost)]);
  });

  it('for several returns is never more than was taken', async () => {
    const { orderId: id, lineId } = await buyShoes({ application, buyer }, 3);
    await deliver(application, id, await sent(id));
    await sendBack(id, lineId, 1, 'first');
    await sendBack(id, lineId, 2, 'second');
    const { payments, status } = await load(id);
    const sum = (kind: string): number =>
      payments
        .filter((each) => each.kind === kind)
        .reduce((total, { amount }) => total + amount.amountMinor, 0);
    expect([sum('CHARGE'), sum('REFUND'), status]).toEqual([3_490, 3_490, 'CLOSED']);
    // The provider's own books say the same.
    const books = await application.database('orders').db?.collection('sandboxPayments').find().toArray();
    const refunds = books?.filter((row) => row['kind'] === 'REFUND' && String(row['_id']).startsWith(id));
    expect(refunds?.map((row) => [row['amountMinor'], row['outcome']])).toEqual([
      [1_000, 'APPROVED'],
      [2_490, 'APPROVED'],
    ]);
  });

  it('of an invoice is booked as of the invoice', async () => {
    const partner = buyerIn(application, callers.partner('marketplace'));
    const cartId = await partner.cart([{ sku: 'shoe', quantity: 1 }]);
    const input = await partner.order(cartId, { payment: { method: 'INVOICE', token: 'none' } });
    const { order } = await partner.place(input);
    const id = order?.id ?? '';
    const work = await sent(id);
    const transfer = { amount: { amountMinor: 1_490, currency: 'EUR' }, means: 'INVOICE', receipt: 'SEPA 1' };
    const record = 'mutation($input: RecordPaymentInput!) { recordPayment(input: $input) { id } }';
    const told = { orderId: id, ...transfer, idempotencyKey: 'transfer-1' };
    await application.ok('orders', record, { input: told });
    await lose(id, work, 'lost-invoice');
    expect(moved(await load(id))).toEqual([
      ['CHARGE', 'SUCCEEDED', 'INVOICE', 1_490],
      ['REFUND', 'SUCCEEDED', 'INVOICE', 1_490],
    ]);
  });

  it('is not asked for units that never left', async () => {
    const { orderId: id } = await buyShoes({ application, buyer }, 1);
    const work = await firstWorkOn(application, id);
    await act(application, 'acceptFulfillmentOrder', { id: work.id });
    const cancel = 'mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename } }';
    await application.ok('orders', cancel, { input: { orderId: id, idempotencyKey: 'no-more' } }, buyer.who);
    await application.settle();
    expect(moved(await load(id))).toEqual([
      ['AUTHORIZATION', 'SUCCEEDED', 'CARD', 1_490],
      ['VOID', 'SUCCEEDED', 'CARD', 1_490],
    ]);
  });

  it('that could not be taken is taken later, and nothing is freed meanwhile', async () => {
    const { orderId: id } = await buyShoes({ application, buyer }, 1);
    const books = application
      .database('orders')
      .collection<{ _id: string; amountMinor: number }>('sandboxPayments');
    const authorisation = { _id: `${id}:authorise` };
    await books.updateOne(authorisation, { $set: { amountMinor: 1 } });
    await sent(id);
    const refused = [
      ['AUTHORIZATION', 'SUCCEEDED', 'CARD', 1_490],
      ['CHARGE', 'FAILED', 'CARD', 1_490],
    ];
    expect(moved(await load(id))).toEqual(refused);
    await books.updateOne(authorisation, { $set: { amountMinor: 1_490 } });
    await application.clock.advanceBy(5 * 60_000);
    await application.settle();
    expect(moved(await load(id))).toEqual([...refused, ['CHARGE', 'SUCCEEDED', 'CARD', 1_490]]);
  });

  it('of orders stored before there were ledgers is found again in their journals', async () => {
    const { orderId: id } = await buyShoes({ application, buyer }, 2);
    await lose(id, await sent(id), 'lost-before');
    const connection = application.database('orders');
    const stored = connection.collection<{ _id: string }>('orders');
    const before = await stored.findOne({ _id: id });
    await stored.updateOne({ _id: id }, { $unset: { ledger: 1 } });
    const journal = connection.collection<RecordedEvent & { stream: string; seq: number }>('journal');
    const read = (stream: string) => journal.find({ stream }).sort({ seq: 1 }).toArray();
    expect(await upgradeLedgers(ordersModels(connection), { read })).toBe(1);
    expect(await stored.findOne({ _id: id })).toEqual(before);
  });
});
