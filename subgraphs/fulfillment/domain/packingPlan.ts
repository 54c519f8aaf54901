import { codedError } from '../../../platform/errors/codedError.ts';
import type { LineUnits } from './fulfillmentOrder.ts';

/** What a carrier service takes in one parcel. */
export interface ParcelLimits {
  /** Code of the service; for messages. */
  readonly service: string;
  readonly maxWeightGrams: number;
  readonly maxLengthMm: number;
}

/** Weight and longest side of one unit. */
export interface UnitSize {
  readonly weightGrams: number;
  readonly longestMm?: number | undefined;
}

interface Box {
  left: number;
  readonly units: Map<string, number>;
}

/** Most parcels of one shipment. */
export const maxParcels = 1_000;

/**
 * Units in as few parcels as their weight allows: the heaviest first, each into the first parcel that still takes it
 * (first fit decreasing). Counts by line and not by unit, so that a hundred thousand units are as easy as ten.
 */
export function planParcels(
  lines: readonly (LineUnits & { readonly sku: string })[],
  sizeOf: (sku: string) => UnitSize,
  limits: ParcelLimits,
): { lines: LineUnits[] }[] {
  const boxes: Box[] = [];
  const heaviestFirst = lines
    .map((line) => ({ ...line, size: sizeOf(line.sku) }))
    .sort((a, b) => b.size.weightGrams - a.size.weightGrams);
  for (const { lineId, sku, quantity, size } of heaviestFirst) {
    requireCarried(sku, size, limits);
    let left = quantity;
    const fill = (box: Box): void => {
      const units = Math.min(left, Math.floor(box.left / size.weightGrams));
      if (units === 0) return;
      box.units.set(lineId, (box.units.get(lineId) ?? 0) + units);
      box.left -= units * size.weightGrams;
      left -= units;
    };
    for (const box of boxes) fill(box);
    while (left > 0) {
      if (boxes.length === maxParcels) throw tooMany();
      const box = { left: limits.maxWeightGrams, units: new Map<string, number>() };
      boxes.push(box);
      fill(box);
    }
  }
  return boxes.map(({ units }) => ({
    lines: [...units].map(([lineId, quantity]) => ({ lineId, quantity })),
  }));
}

const tooMany = (): Error =>
  codedError(
    'BAD_USER_INPUT',
    `That makes more than ${maxParcels} parcels; refuse the work, so that it is sourced in parts.`,
    { field: 'parcels' },
  );

/** Does the service carry one unit at all? If not, the way on is to refuse the work. */
function requireCarried(sku: string, { weightGrams, longestMm = 0 }: UnitSize, limits: ParcelLimits): void {
  const { service, maxWeightGrams, maxLengthMm } = limits;
  if (weightGrams > maxWeightGrams)
    throw codedError(
      'BAD_USER_INPUT',
      `One unit of ${sku} weighs ${weightGrams} g; ${service} carries ${maxWeightGrams} g. Refuse the work, so that it is sourced anew.`,
      { field: 'parcels' },
    );
  if (longestMm > maxLengthMm)
    throw codedError(
      'BAD_USER_INPUT',
      `One unit of ${sku} is ${longestMm} mm long; ${service} carries ${maxLengthMm} mm. Refuse the work, so that it is sourced anew.`,
      { field: 'parcels' },
    );
}
