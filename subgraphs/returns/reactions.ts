import {
  asEffect,
  eventNamesOf,
  inTransaction,
  type ReactionTable,
} from '../../platform/journal/reactions.ts';
import type { ReturnsApplication } from './application.ts';
import { callBack, expectTurnedBack } from './commands/carriersBack.ts';
import { makeExchange } from './commands/exchange.ts';
import { follow, issueLabel } from './commands/work.ts';
import { decideRefunded, decideReject } from './domain/decide.ts';
import { decideInTransit, decideLost } from './domain/ends.ts';
import { returnMachine } from './domain/return.ts';

/** Milestones of a shipment back that say it is under way. */
const underWay = ['HANDED_OVER', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'];

/** What carriers say of parcels on their way back. */
const parcels: ReactionTable<ReturnsApplication> = {
  'shipping.TrackingRecorded': inTransaction(async (application, { id, actor, data }, tx) => {
    const { returnId, milestone } = data;
    if (returnId === undefined || !underWay.includes(milestone)) return;
    await follow(application, returnId, { actor, cause: id, tx }, (state) =>
      decideInTransit(state, application.settings.current()),
    );
  }),
  'shipping.ShipmentLost': inTransaction(async (application, { id, actor, data }, tx) => {
    const { returnId, shipmentId } = data;
    const ids = returnId === undefined ? await turnedBackIn(application, shipmentId) : [returnId];
    for (const each of ids)
      await follow(application, each, { actor, cause: id, tx }, (state) =>
        decideLost(state, application.settings.current()),
      );
  }),
  'shipping.ParcelTurnedBack': asEffect(async (application, { id, actor, data }) => {
    const { isReturn, returnId } = data;
    const by = { actor, cause: id };
    if (!isReturn) return expectTurnedBack(application, data, by);
    if (returnId === undefined) return;
    // Nobody took it in: the carrier gives it back to the customer.
    await follow(application, returnId, by, (state) =>
      returnMachine.can(state.status, 'REJECTED')
        ? decideReject(state, 'The carrier could not hand it over and takes it back to the customer.')
        : [],
    );
  }),
};

/** Returns of a shipment that the carrier turned round. */
const turnedBackIn = async ({ model }: ReturnsApplication, shipmentId: string): Promise<string[]> => {
  const found = await model.find({ shipmentId, method: 'CARRIER', status: 'IN_TRANSIT' }, { _id: 1 }).lean();
  return found.map(({ _id }) => _id);
};

/** What returns does on other subgraphs' events and on its own. */
export const returnsReactions: ReactionTable<ReturnsApplication> = {
  ...parcels,
  'returns.ReturnAuthorized': asEffect((application, { data }) => issueLabel(application, data.returnId)),
  // When orders knows what came back. Those made at once were asked for with the return; one that was not is made now.
  'orders.LinesReturned': asEffect(async (application, { data }) => {
    await makeExchange(application, data.returnId ?? data.causeId);
  }),
  'orders.ReturnRefused': asEffect(async (application, { data }) => {
    await makeExchange(application, data.returnId ?? data.causeId);
  }),
  'orders.FoundDecided': asEffect((application, { id, actor, data }) =>
    callBack(application, data, { actor, cause: id }),
  ),
  'orders.RefundDone': inTransaction(async (application, { id, actor, data }, tx) => {
    const { returnId, causeId = returnId, amount } = data;
    await follow(application, returnId, { actor, cause: id, tx }, (state) =>
      decideRefunded(state, { causeId, amountMinor: amount.amountMinor }),
    );
  }),
};

/** Event types returns reacts to. */
export const returnsConsumes = eventNamesOf(returnsReactions);
