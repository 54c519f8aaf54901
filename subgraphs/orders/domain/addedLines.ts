import type { EventPayload } from '../../../schema/events/registry.ts';
import type { SourcedUnits } from './ledger/events.ts';
import type { Lot } from './ledger/ledger.ts';
import { lotsOf } from './ledger/lots.ts';
import type { OrderState } from './order.ts';

type Added = EventPayload<'orders.UnitsAdded'>;

/** Units put into an order after it was placed, at the price of that day. */
export type AddedLine = Added['lines'][number];

/** The lots of added lines: priced on their own, whichever line they belong to. What comes back in exchange pays for them. */
export const lotsOfAdded = ({
  lines,
  causeId,
  returnId,
  replaces,
}: Pick<Added, 'lines' | 'causeId' | 'returnId' | 'replaces'>): Lot[] =>
  lotsOf(
    lines.map(({ lineId, lotId = lineId, sku, quantity, unitPriceMinor, ...line }) => ({
      ...{ lotId, lineId, sku, quantity, unitPriceMinor, tax: { basisPoints: line.taxBasisPoints } },
      adjustments:
        line.adjustmentMinor === 0 ? [] : [{ code: 'EXCHANGE', amountMinor: line.adjustmentMinor }],
      ...(returnId === undefined && replaces !== true ? {} : { paidFrom: causeId }),
    })),
  );

/** Where the units of added lines come from, as sourcing decided. */
export function sourcesOfAdded(
  lines: readonly AddedLine[],
  shipments: OrderState['shipments'],
): SourcedUnits[] {
  const lotOfLine = new Map(lines.map(({ lineId, lotId = lineId }) => [lineId, lotId]));
  return shipments.flatMap(({ locationId, lines: planned }) =>
    planned.map(({ lineId, quantity, future }) => ({
      ...{ lotId: lotOfLine.get(lineId) ?? lineId, quantity },
      source: { locationId, awaited: future, ...(future ? { receiptId: 'future' } : {}) },
    })),
  );
}
