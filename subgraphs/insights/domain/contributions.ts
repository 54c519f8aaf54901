import { causeOf, type OrderParts } from './cause.ts';
import { dayOf, type Counter, type CounterDimension, type Values } from './counters.ts';
import {
  isKept,
  isKeptAsFirst,
  isKeptAsLast,
  isKeptAsRequested,
  isWithdrawn,
  type OrderFact,
} from './orderFact.ts';
import { isInTime, isPromised, type ShipmentFact } from './shipmentFact.ts';

const one = (holds: boolean): number => (holds ? 1 : 0);

/** What one order adds to the counters of the day it was placed on. */
export function orderContributions(parts: OrderParts): Counter[] {
  const { order, shipments } = parts;
  const day = dayOf(order.placedAtMs);
  const at = (dimension: CounterDimension, key: string, values: Values): Counter => ({
    ...{ day, channel: order.channel, dimension, key, values },
  });
  if (isWithdrawn(order)) return [at('ALL', '', { withdrawn: 1 })];
  const values = orderValues(order);
  const isLate = order.deliveredAtMs !== undefined && !isKept(order);
  return [
    at('ALL', '', { ...values, ...wholeOf(order, shipments) }),
    at('METHOD', order.methodType, values),
    ...(isLate ? [at('CAUSE', causeOf(parts), { orders: 1, lateMs: values['lateMs'] ?? 0 })] : []),
    at('COST', order.currency, {
      ...{ orders: 1, goodwillMinor: order.goodwillMinor },
      ...(order.costMinor === undefined ? {} : { costed: 1, costMinor: order.costMinor }),
    }),
    ...shipments.filter(isPromised).flatMap((shipment) => shipmentContributions(shipment, at)),
  ];
}

function orderValues(order: OrderFact): Values {
  const { deliveredAtMs, placedAtMs, promisedLatestAtMs } = order;
  if (deliveredAtMs === undefined) return { orders: 1 };
  return {
    ...{ orders: 1, delivered: 1, kept: one(isKept(order)) },
    lateMs: Math.max(0, deliveredAtMs - promisedLatestAtMs),
    promisedMs: promisedLatestAtMs - placedAtMs,
    actualMs: deliveredAtMs - placedAtMs,
  };
}

function wholeOf(order: OrderFact, shipments: readonly ShipmentFact[]): Values {
  const sent = shipments.filter(isPromised).length;
  return {
    ...{ first: one(isKeptAsFirst(order)), requested: one(isKeptAsRequested(order)) },
    last: one(isKeptAsLast(order)),
    // What has not been labelled yet will travel as planned.
    shipments: Math.max(sent, order.planned),
    split: one(Math.max(sent, order.planned) > 1),
    // Whole grams: sums are then exact in any order.
    gramsCO2e: Math.round(order.kgCO2e * 1_000),
  };
}

function shipmentContributions(
  shipment: ShipmentFact,
  at: (dimension: CounterDimension, key: string, values: Values) => Counter,
): Counter[] {
  const { deliveredAtMs, promisedLatestAtMs = 0, locationId, serviceCode, carrier, lastMile } = shipment;
  const values = {
    ...{ shipments: 1, delivered: one(deliveredAtMs !== undefined), kept: one(isInTime(shipment)) },
    lateMs: Math.max(0, (deliveredAtMs ?? 0) - promisedLatestAtMs),
  };
  return [
    at('LOCATION', locationId, values),
    at('SERVICE', serviceCode, values),
    ...(carrier === undefined ? [] : [at('CARRIER', carrier, values)]),
    ...((lastMile ?? carrier) === undefined ? [] : [at('LAST_MILE', lastMile ?? carrier ?? '', values)]),
  ];
}
