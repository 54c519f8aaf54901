import { codedError } from '../../../platform/errors/codedError.ts';
import { unknownLine } from './pick.ts';
import {
  refOf,
  type FulfillmentOrder,
  type FulfillmentOrderEvent,
  type LineUnits,
  type Parcel,
} from './fulfillmentOrder.ts';
import { requireAction } from './tables.ts';

/** A parcel as the packer reports it. */
export interface PackedByHand {
  readonly weightGrams?: number | null | undefined;
  readonly lines: readonly LineUnits[];
}

/** Heaviest parcel anybody packs, in grams. */
const maxParcelGrams = 1_000_000;

/** The picked units in parcels; one with everything if none is given. Weights come from the goods where absent. */
export function decidePack(
  work: FulfillmentOrder,
  packed: readonly PackedByHand[],
  weightOf: (sku: string) => number | undefined,
): FulfillmentOrderEvent[] {
  requireAction(work, 'PACK');
  const picked = work.lines.filter((line) => line.picked > 0);
  const everything = picked.map(({ lineId, picked: quantity }) => ({ lineId, quantity }));
  const parcels = packed.length === 0 ? [{ lines: everything }] : packed;
  requireAllUnits(work, parcels);
  const skuOf = new Map(work.lines.map((line) => [line.lineId, line.sku]));
  const numbered = parcels.map((parcel, at): Parcel => {
    const lines = merged(parcel.lines);
    const given = (parcel as PackedByHand).weightGrams ?? undefined;
    const weightGrams = given ?? weightOfGoods(lines, skuOf, weightOf);
    if (!Number.isInteger(weightGrams) || weightGrams < 1 || weightGrams > maxParcelGrams)
      throw codedError(
        'BAD_USER_INPUT',
        `weightGrams is a whole number from 1 to ${maxParcelGrams}, not ${weightGrams}.`,
        { field: 'weightGrams' },
      );
    return { number: at + 1, weightGrams, lines };
  });
  const lines = picked.map(({ lineId, sku, picked: quantity }) => ({ lineId, sku, quantity }));
  const copies = numbered.map((parcel) => ({ ...parcel, lines: parcel.lines.map((line) => ({ ...line })) }));
  return [{ type: 'fulfillment.Packed', data: { ...refOf(work), lines, parcels: copies } }];
}

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

function weightOfGoods(
  lines: readonly LineUnits[],
  skuOf: ReadonlyMap<string, string>,
  weightOf: (sku: string) => number | undefined,
): number {
  return lines.reduce((sum, { lineId, quantity }) => {
    const sku = skuOf.get(lineId) ?? '';
    const grams = weightOf(sku);
    if (grams === undefined)
      throw codedError(
        'BAD_USER_INPUT',
        `The weight of ${sku} is not known; give the parcel's weightGrams.`,
        {
          field: 'weightGrams',
        },
      );
    return sum + grams * quantity;
  }, 0);
}
