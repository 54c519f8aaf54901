import type { SoughtUnits } from './resourcing.ts';

/**
 * Of refused lines, the units that nobody has: of each named SKU as few as possible, found by asking for parts of the
 * line. Never empty, so that a search comes to its end. `placeable` is a question without effect.
 */
export async function hopelessUnits(
  lines: readonly SoughtUnits[],
  skus: readonly string[],
  placeable: (line: SoughtUnits) => Promise<boolean>,
): Promise<SoughtUnits[]> {
  const named = lines.filter((line) => skus.includes(line.sku));
  const hopeless: SoughtUnits[] = [];
  for (const line of named.length > 0 ? named : lines) {
    const quantity = line.quantity - (await mostPlaceable(line, placeable));
    if (quantity > 0) hopeless.push({ ...line, quantity });
  }
  // Each fits alone, and not together: one has to give way.
  return hopeless.length > 0 ? hopeless : lines.slice(0, 1);
}

/** The largest part of a line that can be placed: if so many can, fewer can as well. */
async function mostPlaceable(
  line: SoughtUnits,
  placeable: (line: SoughtUnits) => Promise<boolean>,
): Promise<number> {
  let low = 0;
  let high = line.quantity;
  // Mostly nothing is left anywhere, so one unit is asked for first.
  for (let ask = 1; low < high; ask = Math.ceil((low + high) / 2)) {
    if (await placeable({ ...line, quantity: ask })) low = ask;
    else high = ask - 1;
  }
  return low;
}
