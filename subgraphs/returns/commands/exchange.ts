import { createHash } from 'node:crypto';
import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import { builtFilter } from '../../../platform/mongo/modelOf.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import { decideExchanged, decideUnpaid, payingEntries, type ExchangeAnswer } from '../domain/exchange.ts';
import { exchangeIdOf, isExchangeOpen, type ReturnState } from '../domain/return.ts';
import type { PayExchangeInput } from '../generated/resolverTypes.ts';
import type { ReturnDoc } from '../store/models.ts';
import { mayDecide } from '../queries/rowsOf.ts';
import { follow } from './work.ts';

/** Returns looked at in one go. */
const batch = 200;

const dayMs = 86_400_000;
const notAccepted: ExchangeAnswer = { added: false, code: 'NOT_ACCEPTED', lineIds: [], missingMinor: null };

/** Pays what other units cost more; kept nowhere. */
export interface ExchangeCard {
  readonly token: string;
  /** Names the attempt, where it is not the first one. */
  readonly attempt?: string;
}

/**
 * Makes the exchange of a return: asks orders for the other units and remembers the answer, which it gives. May be
 * repeated; nothing when there is none to make, not yet, or not before it is paid.
 */
export async function makeExchange(
  application: ReturnsApplication,
  returnId: string,
  card?: ExchangeCard,
): Promise<ExchangeAnswer | undefined> {
  const state = await application.model.findOne({ _id: returnId }).lean<ReturnState>();
  const exchange = state?.exchange;
  if (state == null || exchange === undefined || !isExchangeOpen(state)) return undefined;
  if (exchange.status === 'PAYMENT_DUE' && card === undefined) return undefined;
  const isBack = state.status === 'INSPECTED';
  if (exchange.when === 'ON_RECEIPT' && !isBack) return undefined;
  const entries = payingEntries(state);
  const answer =
    entries.length === 0
      ? notAccepted
      : await application.orders.addExchangeUnits({
          ...{ key: exchangeIdOf(returnId), orderId: state.orderId, returnId },
          entries: state.lines.map(({ entryId, lineId, sku, quantity }) => ({
            entryId,
            lineId,
            sku,
            quantity,
          })),
          lines: exchange.lines.map(({ sku, quantity, asLineId }) => ({
            ...{ sku, quantity },
            ...(asLineId === undefined ? {} : { asLineId }),
          })),
          ...{ early: !isBack, wayBackMinor: state.costMinor },
          ...(card === undefined ? {} : { cardToken: card.token }),
          ...(card?.attempt === undefined ? {} : { attempt: card.attempt }),
        });
  await follow(application, returnId, { actor: 'system:returns', cause: exchangeIdOf(returnId) }, (now) =>
    decideExchanged(now, answer, exchange.when === 'ON_RECEIPT' ? payByMs(application) : undefined),
  );
  return answer;
}

/** Until when a customer who does not stand there may pay; undefined when nobody waits for them. */
function payByMs({ settings, journal }: ReturnsApplication): number | undefined {
  const { exchangePaymentDays } = settings.current();
  return exchangePaymentDays === 0 ? undefined : journal.clock.nowMs() + exchangePaymentDays * dayMs;
}

/** Pays what an exchange costs more than what came back; the id of the return. Repeating the key pays nothing more. */
export async function payExchange(
  application: ReturnsApplication,
  { returnId, cardToken, reason, idempotencyKey }: PayExchangeInput,
  who: Identity,
): Promise<string> {
  const state = await application.model.findOne({ _id: returnId }).lean<ReturnState>();
  if (state === null || !mayDecide(who, state)) throw notFound('return');
  requireReason(who, state.owner, reason);
  if (idempotencyKey === '' || idempotencyKey.length > 255)
    throw codedError('BAD_USER_INPUT', 'An idempotency key has 1 to 255 characters.', {
      field: 'idempotencyKey',
    });
  // Made before: by an earlier call with this key, or another one.
  if (state.exchange?.status === 'MADE') return returnId;
  if (state.exchange?.status !== 'PAYMENT_DUE')
    throw codedError('INVALID_TRANSITION', 'Nothing is to be paid for an exchange of this return.');
  const attempt = createHash('sha256').update(`${who.subject} ${idempotencyKey}`).digest('hex').slice(0, 24);
  const answer = await makeExchange(application, returnId, { token: cardToken, attempt });
  if (answer?.code === 'PAYMENT_DECLINED')
    throw codedError('PAYMENT_DECLINED', 'The card was declined; try another one, with a new key.');
  return returnId;
}

/** Exchanges that nobody has paid in time: the money of what came back goes back. */
export async function refuseUnpaid(application: ReturnsApplication): Promise<void> {
  const nowMs = application.journal.clock.nowMs();
  const unpaid = { 'exchange.status': 'PAYMENT_DUE', 'exchange.due.payByMs': { $lte: nowMs } };
  const late = await application.model.find(builtFilter<ReturnDoc>(unpaid), { _id: 1 }).limit(batch).lean();
  for (const { _id } of late)
    await follow(application, _id, { actor: 'system:returns', cause: `unpaid:${_id}` }, (state) =>
      decideUnpaid(state, nowMs),
    );
}
