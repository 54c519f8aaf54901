import { errorCodeOf } from '../../../platform/errors/codedError.ts';
import { decideAccept, decideStartPicking } from './decide.ts';
import { evolve } from './evolve.ts';
import type { FulfillmentOrder, FulfillmentOrderEvent } from './fulfillmentOrder.ts';

/** Work on lines `l0`, `l1`, ... as it is offered to Lyon. */
export const created = (quantities: readonly number[], collection = false): FulfillmentOrder =>
  evolve(
    undefined,
    {
      type: 'fulfillment.FulfillmentOrderCreated',
      data: {
        ...{ fulfillmentOrderId: 'f', orderId: 'o', locationId: 'lyon', owner: 's', channel: 'web' },
        ...{ reservationId: 'r', serviceCode: collection ? null : 'standard', collection },
        lines: quantities.map((quantity, at) => ({
          lineId: `l${at}`,
          sku: `sku${at}`,
          quantity,
          future: false,
        })),
        dueAt: { pickStartMs: 1, packedMs: 2, handoverMs: 3 },
        promisedLatestAtMs: 4,
      },
    },
    0,
  );

/** What becomes of work by these events. */
export const fold = (work: FulfillmentOrder, events: readonly FulfillmentOrderEvent[]): FulfillmentOrder =>
  events.reduce((state, event) => evolve(state, event, 1), work);

/** The code a task is refused with; undefined when it is done. */
export const codeOf = (task: () => unknown): string | undefined => {
  try {
    task();
    return undefined;
  } catch (error) {
    return errorCodeOf(error) ?? String(error);
  }
};

/** Work that Lyon has accepted and begun to pick. */
export const picking = (quantities: readonly number[], collection = false): FulfillmentOrder => {
  const accepted = fold(created(quantities, collection), decideAccept(created(quantities, collection)));
  return fold(accepted, decideStartPicking(accepted));
};

/** The same work, whose first line is made to order. */
export const madeToOrder = (work: FulfillmentOrder): FulfillmentOrder => ({
  ...work,
  toMake: true,
  lines: work.lines.map((line, at) => (at === 0 ? { ...line, customisation: 'ENGRAVING: Anna' } : line)),
});
