import { returnEvent, returnMachine, type ReturnEvent, type ReturnState } from './return.ts';
import type { ReturnsSettings } from './settings.ts';

const ref = ({ _id, orderId }: ReturnState) => ({ returnId: _id, orderId });
const unitsOf = (state: ReturnState) =>
  state.lines.map(({ entryId, lineId, sku, quantity }) => ({ entryId, lineId, sku, quantity }));

/** When money goes back before units are found good. */
export type EarlyMoment = 'IN_TRANSIT' | 'RECEIVED';

/** The money of a return that goes back before it is found good, if a rule says so. Once for a return. */
export function decideEarlyRefund(
  state: ReturnState,
  moment: EarlyMoment,
  { refundTimings }: ReturnsSettings,
): ReturnEvent[] {
  if (state.early === true || state.turnedBack !== undefined) return [];
  const reasons = state.lines.map(({ reason }) => reason);
  const rule = refundTimings.find(
    (each) =>
      (each.method ?? state.method) === state.method &&
      (each.channel ?? state.channel) === state.channel &&
      reasons.every((reason) => each.reasons === undefined || each.reasons.includes(reason)),
  );
  return rule?.when === moment ? [early(state, 'early', state.costMinor)] : [];
}

const early = (state: ReturnState, name: string, amountMinor: number): ReturnEvent =>
  returnEvent('returns.RefundRequested', {
    ...{ ...ref(state), lines: unitsOf(state), causeId: `${state._id}:${name}`, early: true },
    cost: { amountMinor, currency: state.currency },
  });

/** The carrier has it. Nothing if that is known. */
export function decideInTransit(state: ReturnState, settings: ReturnsSettings): ReturnEvent[] {
  if (!returnMachine.can(state.status, 'IN_TRANSIT')) return [];
  const event = returnEvent('returns.ReturnInTransit', ref(state));
  return [event, ...decideEarlyRefund(state, 'IN_TRANSIT', settings)];
}

/**
 * The parcel back is lost. Once handed to the retailer's carrier it is the retailer's risk: the money goes back and the
 * way back costs nothing, unless the retailer decides otherwise. Nothing if it has arrived.
 */
export function decideLost(state: ReturnState, { refundLostReturns }: ReturnsSettings): ReturnEvent[] {
  if (!returnMachine.can(state.status, 'LOST')) return [];
  const refund = refundLostReturns && state.turnedBack === undefined;
  const { shipmentId } = state;
  const lost = returnEvent('returns.ReturnLost', {
    ...{ ...ref(state), lines: unitsOf(state), refund },
    ...(shipmentId === undefined ? {} : { shipmentId }),
  });
  return refund && state.early !== true ? [lost, early(state, 'lost', 0)] : [lost];
}
