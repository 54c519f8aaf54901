import { codedError } from '../../../platform/errors/codedError.ts';
import type { AddedLine } from './addedLines.ts';
import { lotsOfAdded } from './addedLines.ts';
import { adjustedDelivery } from './adjustments.ts';
import { isPayable, type CartLine } from './cart.ts';
import type { UnitsByLine } from './counters.ts';
import { uncovered } from './ledger/decideMoney.ts';
import type { LedgerEvent } from './ledger/events.ts';
import { evolveAll } from './ledger/evolve.ts';
import { availableOf } from './ledger/evolveMoney.ts';
import type { Ledger } from './ledger/ledger.ts';
import { deliveryLot } from './ledger/lots.ts';
import { moneyOf } from './ledger/views.ts';
import type { OrderLine, OrderState } from './order.ts';
import { totalsOf } from './totals.ts';

/** What an order costs, in minor units of its currency. */
export interface OrderSums {
  readonly linesMinor: number;
  readonly deliveryMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
}

/** What a change comes to, in minor units of the order's currency. */
export interface ChangeSums {
  readonly before: OrderSums;
  readonly after: OrderSums;
  /** What no means of payment covers after it; nothing for what is paid outside, which is told of there. */
  readonly extraMinor: number;
  /** Set aside and not needed any more. */
  readonly releaseMinor: number;
  /** Paid and given back. */
  readonly refundMinor: number;
}

/** The price difference of a change. */
export const differenceOf = ({ before, after }: Pick<ChangeSums, 'before' | 'after'>): number =>
  after.totalMinor - before.totalMinor;

function sums(order: OrderState, events: readonly LedgerEvent[]): ChangeSums {
  const ledger = evolveAll(order.ledger, events);
  const { netMinor, creditMinor, totalMinor, outstandingMinor } = moneyOf(ledger);
  const held = ledger.means.reduce(
    (sum, means) => sum + (means.kind === 'PROVIDER' ? availableOf(ledger, means) : 0),
    0,
  );
  return {
    ...{ before: shown(order.ledger), after: shown(ledger) },
    extraMinor: ledger.means.some(({ kind }) => kind === 'OUTSIDE') ? 0 : uncovered(ledger),
    releaseMinor: Math.max(0, held - outstandingMinor),
    refundMinor: Math.max(0, netMinor + creditMinor - totalMinor),
  };
}

function shown(ledger: Ledger): OrderSums {
  const { linesMinor, deliveryMinor, taxMinor, totalMinor } = totalsOf({ ledger });
  return { linesMinor, deliveryMinor, taxMinor, totalMinor };
}

/** What an order costs with units added and units taken out. */
export const unitSums = (order: OrderState, added: readonly AddedLine[], removed: UnitsByLine): ChangeSums =>
  sums(order, [
    ...addition(added),
    ...(removed.length === 0
      ? []
      : [{ type: 'Cancelled' as const, data: { causeId: 'preview', units: removed } }]),
  ]);

const addition = (added: readonly AddedLine[]): LedgerEvent[] => {
  if (added.length === 0) return [];
  const causeId = 'preview';
  const lots = lotsOfAdded({ lines: [...added], causeId });
  return [{ type: 'UnitsAdded', data: { causeId, lots, sources: [] } }];
};

/** A delivery's price and tax, in minor units. */
export interface DeliveryPrice {
  readonly amountMinor: number;
  readonly taxMinor: number;
}

/** What another delivery costs with the discounts the order's delivery has. */
export const deliveryPrice = (order: OrderState, price: DeliveryPrice): DeliveryPrice =>
  adjustedDelivery(
    price,
    (order.adjustments ?? []).map(({ code, amountMinor, delivery }) => ({
      ...{ code, amountMinor },
      ...(delivery === undefined ? {} : { delivery }),
    })),
  );

/** What an order costs when it is delivered for this price, discounts applied. */
export const waySums = (order: OrderState, price: DeliveryPrice): ChangeSums => {
  const lot = deliveryLot({ lotId: 'preview', ...price });
  return sums(order, [{ type: 'DeliveryReplaced', data: { causeId: 'preview', lot } }]);
};

/** Lines to add as the order will have them: units alike in article, price and tax go to the line there is. */
export function addedLines(order: OrderState, changeId: string, priced: readonly CartLine[]): AddedLine[] {
  if (!isPayable(priced)) throw codedError('BAD_USER_INPUT', 'Nobody can pay that much.');
  return priced.map(({ id, sku, quantity, unitPriceMinor, taxBasisPoints, customisation }) => {
    const price = { sku, unitPriceMinor, taxBasisPoints, customisation };
    const same = order.lines.find((line) => isAlike(line, price));
    return {
      ...{ lineId: same?.lineId ?? id, sku, quantity, unitPriceMinor, taxBasisPoints, adjustmentMinor: 0 },
      ...(same === undefined ? {} : { lotId: `${same.lineId}:${changeId}` }),
      ...(customisation === undefined ? {} : { customisation }),
    };
  });
}

const isAlike = (
  line: OrderLine,
  price: Pick<CartLine, 'sku' | 'unitPriceMinor' | 'taxBasisPoints'> & { customisation: string | undefined },
): boolean =>
  line.sku === price.sku &&
  line.unitPriceMinor === price.unitPriceMinor &&
  line.taxBasisPoints === price.taxBasisPoints &&
  line.customisation === price.customisation;
