import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import type { ReturnsApplication } from './application.ts';
import { follow, issueLabel } from './commands/work.ts';
import { decideRefunded } from './domain/decide.ts';
import { returnEvent, returnMachine } from './domain/return.ts';

/** Milestones of a shipment back that say it is under way. */
const underWay = ['HANDED_OVER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'];

/** What returns does on other subgraphs' events and on its own. */
export const returnsReactions: ReactionTable<ReturnsApplication> = {
  'returns.ReturnAuthorized': asEffect((application, { data }) => issueLabel(application, data.returnId)),
  'shipping.TrackingRecorded': inTransaction(async (application, { id, actor, data }, tx) => {
    const { returnId, milestone } = data;
    if (returnId === undefined || !underWay.includes(milestone)) return;
    await follow(application, returnId, { actor, cause: id, tx }, (state) =>
      returnMachine.can(state.status, 'IN_TRANSIT')
        ? [returnEvent('returns.ReturnInTransit', { returnId, orderId: state.orderId })]
        : [],
    );
  }),
  'orders.RefundDone': inTransaction(async (application, { id, actor, data }, tx) => {
    const { returnId, causeId = returnId, amount } = data;
    await follow(application, returnId, { actor, cause: id, tx }, (state) =>
      decideRefunded(state, { causeId, amountMinor: amount.amountMinor }),
    );
  }),
};

/** Event types returns reacts to. */
export const returnsConsumes = eventNamesOf(returnsReactions);
