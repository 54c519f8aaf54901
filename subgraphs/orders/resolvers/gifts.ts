import type { Context } from '../context.ts';
import type { GiftReceiptSeen } from '../commands/giftReceipts.ts';
import { giftPage } from '../domain/giftPage.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

/** How receipts without prices look in the graph. */
export const giftResolvers: Pick<Resolvers, 'GiftReceipt' | 'GiftLine' | 'GiftCredit'> = {
  GiftReceipt: {
    orderId: ({ order }) => order._id,
    lines: ({ order }) => linesOf(order),
    html: ({ code, order }, { locale }) =>
      giftPage({ code, number: order.number, lines: linesOf(order) }, locale ?? order.locale),
    giftCards: ({ credits }) => [...credits],
  },
  GiftLine: { variant: ({ sku }) => ({ sku }) },
  GiftCredit: {
    amount: ({ amountMinor, currency }) => ({ amountMinor, currency }),
    token: ({ cardToken }) => cardToken,
  },
};

/** Units of an article that were given. */
export interface GivenLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly returnable: number;
}

/** The articles of a receipt. */
const linesOf = ({ lines, giftLines = [] }: GiftReceiptSeen['order']): GivenLine[] =>
  lines
    .filter(({ lineId }) => giftLines.includes(lineId))
    .map(({ lineId, sku, counters }) => ({
      ...{ lineId, sku, quantity: counters.ordered - counters.cancelled },
      returnable: counters.delivered - counters.returnRequested - counters.returned,
    }));

export const giftReceiptByCode = (code: string, { application, identity }: Context) =>
  application.gifts.byCode(code, identity);
