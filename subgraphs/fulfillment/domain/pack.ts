import { codedError } from '../../../platform/errors/codedError.ts';
import { unknownLine } from './unknownLine.ts';
import {
  refOf,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
  type Parcel,
} from './fulfillmentOrder.ts';
import { planParcels, type ParcelLimits, type UnitSize } from './packingPlan.ts';
import { requireAction } from './tables.ts';

/** A parcel as the packer reports it. */
export interface PackedByHand {
  readonly weightGrams?: number | null | undefined;
  readonly lines: readonly LineUnits[];
}

/** Heaviest parcel anybody packs, in grams. */
const maxParcelGrams = 1_000_000;

/** What is known of the goods and of the service that carries them. */
export interface PackingFacts {
  /** Undefined where nobody knows. */
  readonly sizeOf: (sku: string) => UnitSize | undefined;
  /** Undefined when no carrier takes them, or nothing is known of the service. */
  readonly limits?: ParcelLimits | undefined;
}

const anyParcel: ParcelLimits = {
  service: 'a parcel',
  maxWeightGrams: maxParcelGrams,
  maxLengthMm: Number.MAX_SAFE_INTEGER,
};

/**
 * The picked units in parcels; if none are given, in as few as the service takes. Weights come from the goods where
 * absent. Can be done again until there is a label.
 */
export function decidePack(
  work: FulfillmentOrder,
  packed: readonly PackedByHand[],
  { sizeOf, limits = anyParcel }: PackingFacts,
): FulfillmentOrderEvent[] {
  requireAction(work, 'PACK');
  const picked = work.lines.filter((line) => line.picked > 0);
  const units = picked.map(({ lineId, sku, picked: quantity }) => ({ lineId, sku, quantity }));
  const known = (sku: string): UnitSize => {
    const size = sizeOf(sku);
    if (size === undefined) throw weightUnknown(sku);
    return size;
  };
  const parcels: readonly PackedByHand[] = packed.length === 0 ? planParcels(units, known, limits) : packed;
  requireAllUnits(work, parcels);
  const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
  const numbered = parcels.map((parcel, at): Parcel => {
    const lines = merged(parcel.lines);
    const grams = (sum: number, { lineId, quantity }: LineUnits): number =>
      sum + known(skuOf.get(lineId) ?? '').weightGrams * quantity;
    const weightGrams = parcel.weightGrams ?? lines.reduce(grams, 0);
    requireWeight(weightGrams, limits);
    return { number: at + 1, weightGrams, lines };
  });
  const copies = numbered.map((parcel) => ({ ...parcel, lines: parcel.lines.map((line) => ({ ...line })) }));
  return [{ type: 'fulfillment.Packed', data: { ...refOf(work), lines: units, parcels: copies } }];
}

function requireWeight(weightGrams: number, { service, maxWeightGrams }: ParcelLimits): void {
  const most = Math.min(maxWeightGrams, maxParcelGrams);
  if (Number.isInteger(weightGrams) && weightGrams >= 1 && weightGrams <= most) return;
  throw codedError(
    'BAD_USER_INPUT',
    `weightGrams is a whole number from 1 to ${most} (${service}), not ${weightGrams}.`,
    { field: 'weightGrams' },
  );
}

const weightUnknown = (sku: string): Error =>
  codedError('BAD_USER_INPUT', `The weight of ${sku} is not known; give the parcel's weightGrams.`, {
    field: 'weightGrams',
  });

function merged(lines: readonly LineUnits[]): LineUnits[] {
  const units = new Map<string, number>();
  for (const { lineId, quantity } of lines) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  return [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** Every picked unit is in exactly one parcel, and nothing else is. */
function requireAllUnits(work: FulfillmentOrder, parcels: readonly PackedByHand[]): void {
  const left = new Map(work.lines.map((line) => [line.lineId, line.picked]));
  for (const { lines } of parcels) {
    if (lines.length === 0)
      throw codedError('BAD_USER_INPUT', 'A parcel holds at least one line.', { field: 'parcels' });
    for (const { lineId, quantity } of lines) {
      const units = left.get(lineId);
      if (units === undefined) throw unknownLine(lineId);
      if (!Number.isInteger(quantity) || quantity < 1 || quantity > units)
        throw codedError(
          'INVALID_QUANTITY',
          `Of line ${lineId}, 1 to ${units} more units can be packed, not ${quantity}.`,
          { field: 'quantity' },
        );
      left.set(lineId, units - quantity);
    }
  }
  const missing = [...left].filter(([, units]) => units > 0).map(([lineId]) => lineId);
  if (missing.length > 0)
    throw codedError('BAD_USER_INPUT', `Picked units of ${missing.join(', ')} are in no parcel.`, {
      field: 'parcels',
    });
}
