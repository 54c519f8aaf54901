import type { TradingApplication } from '../../../test/support/tradingApplication.ts';

/** Shoes on the shelf of the warehouse. */
export async function shoesOnHand(application: TradingApplication): Promise<number> {
  const query = '{ stockPositions(sku: "shoe", locationId: "warehouse") { edges { node { onHand } } } }';
  type Answer = { stockPositions: { edges: { node: { onHand: number } }[] } };
  const { stockPositions } = await application.ok<Answer>('catalog', query);
  return stockPositions.edges[0]?.node.onHand ?? -1;
}

/** What an order says about its money and the units that came back. */
export async function moneyOf(application: TradingApplication, id: string) {
  const query = `query($id: ID!) { order(id: $id) { totals { refunded { amountMinor } }
    payments { kind state amount { amountMinor } } lines { quantities { returned returnRequested } } } }`;
  type Answer = {
    order: {
      totals: { refunded: { amountMinor: number } };
      payments: { kind: string; state: string; amount: { amountMinor: number } }[];
      lines: { quantities: { returned: number; returnRequested: number } }[];
    };
  };
  const { order } = await application.ok<Answer>('orders', query, { id });
  return {
    refunded: order.totals.refunded.amountMinor,
    refunds: order.payments
      .filter(({ kind }) => kind === 'REFUND')
      .map(({ state, amount }) => [state, amount.amountMinor]),
    returned: order.lines.map(({ quantities }) => quantities.returned),
    onTheWay: order.lines.map(({ quantities }) => quantities.returnRequested),
  };
}
