import type { EventPayload } from '../../../schema/events/registry.ts';
import type { OrderState } from './order.ts';

type Data<N extends 'orders.ReshipAsked' | 'orders.ReshipRefused'> = EventPayload<N>;

/** An ask to send units again. */
export function withReship(state: OrderState, data: Data<'orders.ReshipAsked'>): OrderState {
  const { causeId, trouble, shipmentId } = data;
  const ask = { causeId, trouble, ...(shipmentId === undefined ? {} : { shipmentId }) };
  return { ...state, reships: [...(state.reships ?? []), ask] };
}

/** It came to nothing. */
export const refusedReship = (state: OrderState, data: Data<'orders.ReshipRefused'>): OrderState => ({
  ...state,
  reships: (state.reships ?? []).map((each) =>
    each.causeId === data.causeId ? { ...each, refused: data.code } : each,
  ),
});
