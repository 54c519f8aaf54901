import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import { runDecision } from '../../../platform/journal/runDecision.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { CareApplication } from '../application.ts';
import { choiceEvent, requireOpen, type ChoiceAnswer, type ChoiceState } from '../domain/choice.ts';
import type { OrderView } from '../domain/views.ts';
import { isSigned } from '../links/signedLink.ts';

/** What came of an answer. */
export type AnswerOutcome = 'DONE' | 'ASKED' | 'TOO_LATE';

/** An answer to a promise that moved, by whoever holds the link. */
export interface PromiseAnswerInput {
  readonly orderId: string;
  readonly token: string;
  /** The date it is about, epoch ms. */
  readonly promisedAtMs: number;
  readonly answer: ChoiceAnswer;
  /** For COLLECT: the place with its handle, and what the order costs less by it. */
  readonly collectAtId?: string | undefined;
  readonly handle?: string | undefined;
  readonly acceptedDifference?: { readonly amountMinor: number; readonly currency: string } | undefined;
}

/** The order a link was made for; NOT_FOUND for any other token. */
export async function orderOfLink(
  { models, config }: CareApplication,
  orderId: string,
  token: string,
): Promise<OrderView | undefined> {
  if (!isSigned(token, 'order', orderId, config.linkSecret)) return undefined;
  return (await models.Order.findOne({ _id: orderId }).lean<OrderView>()) ?? undefined;
}

/** The holder of a link acts on this one order as its customer would. */
export const customerOf = ({ owner: subject }: OrderView): Identity => ({
  ...{ subject, kind: 'shopper', scopes: [] },
});

/**
 * Carries out what the customer chose, then writes it down. A repeated key gives the first outcome; what was carried out and
 * not written down, because the process died, is carried out under the same key again, which orders answers as before.
 */
export async function answerPromise(
  application: CareApplication,
  input: PromiseAnswerInput,
  { key, requestId }: { readonly key: string; readonly requestId: string },
): Promise<AnswerOutcome> {
  const { orderId, token, answer, promisedAtMs: latestAtMs, collectAtId } = input;
  const order = await orderOfLink(application, orderId, token);
  if (order === undefined) throw notFound('order');
  const { token: _secret, ...body } = input;
  const scope = { principal: `link:${orderId}`, operation: 'answerPromise', key, input: body };
  const { result } = await application.idempotency.inSteps<{ isDone: boolean }, AnswerOutcome>(scope, {
    first: async (tx) => {
      const choice = await application.models.Choice.findOne({ _id: orderId })
        .session(tx.session)
        .lean<ChoiceState>();
      return { isDone: requireOpen(choice ?? undefined, order, { answer, latestAtMs }) };
    },
    rest: async (claim, { isDone }) => {
      const outcome = isDone ? 'DONE' : await carryOut(application, order, input, { key, requestId });
      await runDecision(application.journal, application.choices, {
        ...{ id: orderId, actor: order.owner, cause: requestId },
        decide: (known) => {
          if (isDone || outcome === 'TOO_LATE' || known?.latestAtMs !== latestAtMs) return [];
          const place = collectAtId === undefined ? {} : { collectAtId };
          return [choiceEvent('care.ChoiceAnswered', { orderId, latestAtMs, answer, ...place })];
        },
        also: (tx) => application.idempotency.close(claim, outcome, tx),
      });
      return outcome;
    },
  });
  return result;
}

async function carryOut(
  application: CareApplication,
  order: OrderView,
  input: PromiseAnswerInput,
  { key, requestId }: { readonly key: string; readonly requestId: string },
): Promise<AnswerOutcome> {
  const { orders } = application;
  const call = { identity: customerOf(order), requestId, key: `promise-moved:${key}` };
  switch (input.answer) {
    case 'KEEP':
      return 'DONE';
    case 'CANCEL':
      return orders.cancel(order._id, call);
    case 'COLLECT': {
      const { collectAtId, handle, acceptedDifference } = input;
      if (collectAtId === undefined || handle === undefined || acceptedDifference === undefined)
        throw codedError('BAD_USER_INPUT', 'COLLECT needs collectAtId, handle and acceptedDifference.', {
          field: 'collectAtId',
        });
      return orders.collectInstead(order._id, { collectAtId, handle, acceptedDifference }, call);
    }
    default:
      return input.answer satisfies never;
  }
}
