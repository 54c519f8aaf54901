/** Units to take, give back or consume. */
export interface LineUnits {
  readonly sku: string;
  readonly locationId: string;
  readonly quantity: number;
  /** Awaited from inbound or backorder stock; false for units on the shelf. */
  readonly future: boolean;
}

const slotOf = (line: LineUnits): string => `${line.sku}@${line.locationId}${line.future ? '+' : ''}`;

/** Adds up units of the same slot, in a fixed order, so that two lines of one SKU cannot oversell it. */
export function mergeUnits(lines: readonly LineUnits[]): LineUnits[] {
  const slots = new Map<string, LineUnits>();
  for (const line of lines) {
    const { sku, locationId, future } = line;
    const quantity = line.quantity + (slots.get(slotOf(line))?.quantity ?? 0);
    slots.set(slotOf(line), { sku, locationId, quantity, future });
  }
  return [...slots.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** All units of some lines. */
export const unitsIn = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
