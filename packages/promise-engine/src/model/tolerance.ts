import type { DeliveryMethodType, MethodConfig } from './networkConfig.ts';

/**
 * Metres of uncertainty of the address that a promise of each type can bear. What counts minutes needs the quarter, what
 * is chosen by distance the town; a carrier with days on its way bears any, with the days to the farthest place.
 */
const bearable: Readonly<Partial<Record<DeliveryMethodType, number>>> = {
  INSTANT: 5_000,
  SAME_DAY: 20_000,
  SCHEDULED: 60_000,
  PICKUP_IN_STORE: 25_000,
  RESERVE_AND_COLLECT: 25_000,
  PICKUP_POINT: 25_000,
  LOCKER: 25_000,
};

/** What a method bears: its own setting, else that of its type; infinite where the place does not matter. */
export const toleratedMetres = ({ toleratedMetres: own, methodType }: MethodConfig): number =>
  own ?? bearable[methodType] ?? Infinity;
