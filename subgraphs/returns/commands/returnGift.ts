import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { SubgraphError } from '../../../platform/graph/subgraphClient.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { ReturnGiftInput } from '../generated/resolverTypes.ts';
import { chosenPlace } from './chosenPlace.ts';
import { knownLines, requireAsked, writeRequest, type RequestOutcome } from './requestReturn.ts';

/** Wrong codes are counted by orders; whoever asks too often hears it as it is. */
function tooOften(error: unknown): never {
  if (error instanceof SubgraphError && error.code === 'TOO_MANY_ATTEMPTS')
    throw codedError('TOO_MANY_ATTEMPTS', 'Too many wrong codes; try again later.');
  throw error;
}

/**
 * Asks to send a gift back, with the code of its receipt. The return belongs to whoever asks; the terms are those of any
 * return of the order. NOT_FOUND for a code nobody has.
 */
export async function returnGift(
  application: ReturnsApplication,
  { idempotencyKey: key, code, ...input }: ReturnGiftInput,
  who: Identity,
  requestId: string,
): Promise<RequestOutcome> {
  const ask = { ...input, orderId: '' };
  requireAsked(ask);
  const gift = await application.orders.gift(code, who, requestId).catch(tooOften);
  const order = gift === null ? null : await application.orders.facts(gift.orderId, requestId);
  if (gift === null || order === null) throw notFound('gift receipt');
  if (input.lines.some(({ lineId }) => !gift.lineIds.includes(lineId)))
    throw codedError('BAD_USER_INPUT', 'This receipt is not for that article.', { field: 'lines' });
  const lines = await knownLines(application, order);
  const scope = { principal: who.subject, operation: 'returnGift', key, input: { ...input, of: order.id } };
  const { result } = await application.journal.exclusive(`returns-of:${order.id}`, () =>
    application.idempotency.once<RequestOutcome>(scope, async (tx) => {
      const { placeId } = input;
      const chosen = await chosenPlace(application, order, input.method, { placeId, pickup: undefined });
      const by = { actor: who.subject, cause: requestId, giftOf: who.subject };
      const asked = { ...ask, orderId: order.id };
      return writeRequest(
        application,
        { order, lines, input: asked, exchange: undefined, chosen, ...by },
        tx,
      );
    }),
  );
  return result;
}
