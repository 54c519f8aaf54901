import { codedError } from '../../../platform/errors/codedError.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { ReturnGiftInput } from '../generated/resolverTypes.ts';
import { chosenPlace } from './chosenPlace.ts';
import { giftOrder } from './giftOrder.ts';
import { knownLines, requireAsked, writeRequest, type RequestOutcome } from './requestReturn.ts';

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
  const { order, lineIds } = await giftOrder(application, code, who, requestId);
  if (input.lines.some(({ lineId }) => !lineIds.includes(lineId)))
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
