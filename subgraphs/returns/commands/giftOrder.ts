import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';

/** Wrong codes are counted by orders; whoever asks too often hears it as it is. */
function tooOften(error: unknown): never {
  if (error instanceof SubgraphError && error.code === 'TOO_MANY_ATTEMPTS')
    throw codedError('TOO_MANY_ATTEMPTS', 'Too many wrong codes; try again later.');
  throw error;
}

/** The order of a gift receipt and the lines the receipt is for; NOT_FOUND for a code nobody has. */
export async function giftOrder(
  { orders }: ReturnsApplication,
  code: string,
  who: Identity,
  requestId: string,
): Promise<{ readonly order: OrderFacts; readonly lineIds: readonly string[] }> {
  const gift = await orders.gift(code, who, requestId).catch(tooOften);
  const order = gift === null ? null : await orders.facts(gift.orderId, requestId);
  if (gift === null || order === null) throw notFound('gift receipt');
  return { order, lineIds: gift.lineIds };
}
