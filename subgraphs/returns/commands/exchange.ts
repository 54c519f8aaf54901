import type { ReturnsApplication } from '../application.ts';
import { decideExchanged, payingEntries } from '../domain/exchange.ts';
import { exchangeIdOf, type ReturnState } from '../domain/return.ts';
import { follow } from './work.ts';

/**
 * Makes the exchange of a return: asks orders for the other units and remembers the answer. May be repeated; nothing
 * when there is none to make, or not yet. `cardToken` pays what the other units cost more, and is kept nowhere.
 */
export async function makeExchange(
  application: ReturnsApplication,
  returnId: string,
  cardToken?: string,
): Promise<void> {
  const state = await application.model.findOne({ _id: returnId }).lean<ReturnState>();
  const exchange = state?.exchange;
  if (state == null || exchange?.status !== 'ASKED') return;
  const isBack = state.status === 'INSPECTED';
  if (exchange.when === 'ON_RECEIPT' && !isBack) return;
  const entries = payingEntries(state);
  const answer =
    entries.length === 0
      ? { added: false, code: 'NOT_ACCEPTED', lineIds: [] }
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
          ...(cardToken === undefined ? {} : { cardToken }),
        });
  await follow(application, returnId, { actor: 'system:returns', cause: exchangeIdOf(returnId) }, (now) =>
    decideExchanged(now, answer),
  );
}
