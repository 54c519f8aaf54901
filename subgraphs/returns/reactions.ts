import { asEffect, inTransaction, type Reactions } from '../../platform/journal/inbox.ts';
import type { EventName, EventPayload } from '../../schema/events/registry.ts';
import { follow, issueLabel } from './commands/work.ts';
import { returnEvent, returnMachine } from './domain/return.ts';
import type { ReturnsApplication } from './application.ts';

/** Milestones of a shipment back that say it is under way. */
const underWay = ['HANDED_OVER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'];

/** What returns does on other subgraphs' events and on its own. */
export function returnsReactions(application: () => ReturnsApplication): Reactions {
  return {
    'returns.ReturnAuthorized': asEffect(async (event) =>
      issueLabel(application(), String(event.data['returnId'])),
    ),
    'shipping.TrackingRecorded': inTransaction(async (event, tx) => {
      const { returnId, milestone } = event.data as EventPayload<'shipping.TrackingRecorded'>;
      if (returnId === undefined || !underWay.includes(milestone)) return;
      await follow(application(), returnId, { actor: event.actor, cause: event.id, tx }, (state) =>
        returnMachine.can(state.status, 'IN_TRANSIT')
          ? [returnEvent('returns.ReturnInTransit', { returnId, orderId: state.orderId })]
          : [],
      );
    }),
    'orders.RefundDone': inTransaction(async (event, tx) => {
      const { returnId, amount } = event.data as EventPayload<'orders.RefundDone'>;
      await follow(application(), returnId, { actor: event.actor, cause: event.id, tx }, (state) =>
        returnMachine.can(state.status, 'REFUNDED')
          ? [returnEvent('returns.ReturnRefunded', { returnId, orderId: state.orderId, amount })]
          : [],
      );
    }),
  };
}

/** Event types returns reacts to. */
export const returnsConsumes = Object.keys(
  returnsReactions(() => {
    throw new Error('Only the names are wanted.');
  }),
) as readonly EventName[];
