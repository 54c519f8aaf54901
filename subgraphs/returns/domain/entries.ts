import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { ReturnLine } from './return.ts';

/** Units of an entry, or of a line whose entries are filled in their order. */
export interface NamedUnits {
  readonly entryId?: string | null | undefined;
  readonly lineId: string;
  readonly quantity: number;
}

/** Id of the n-th entry of a return, from 0 on. */
export const entryIdOf = (returnId: string, at: number): string => `${returnId}:${at + 1}`;

/** The entries that units may mean. */
function meant(entries: readonly ReturnLine[], { entryId, lineId }: NamedUnits): ReturnLine[] {
  const found = entries.filter(
    (each) => each.lineId === lineId && (entryId == null || each.entryId === entryId),
  );
  if (found.length === 0) throw notFound(entryId == null ? 'return line' : 'entry of the return');
  return found;
}

/**
 * Divides units over the entries they name, each entry up to what it has left. INVALID_QUANTITY when there are more
 * units than that; `what` says of which kind (`can arrive`, `have no finding yet`).
 */
export function divided<U extends NamedUnits>(
  entries: readonly ReturnLine[],
  asked: readonly U[],
  leftOf: (entry: ReturnLine) => number,
  what: string,
): { readonly entry: ReturnLine; readonly unit: U; readonly quantity: number }[] {
  const left = new Map(entries.map((entry) => [entry.entryId, leftOf(entry)]));
  return asked.flatMap((unit) => {
    const fitting = meant(entries, unit);
    let open = unit.quantity;
    const parts = fitting.flatMap((entry) => {
      const quantity = Math.min(open, left.get(entry.entryId) ?? 0);
      open -= quantity;
      left.set(entry.entryId, (left.get(entry.entryId) ?? 0) - quantity);
      return quantity === 0 ? [] : [{ entry, unit, quantity }];
    });
    if (open > 0)
      throw codedError(
        'INVALID_QUANTITY',
        `Of this ${unit.entryId == null ? 'line' : 'entry'}, ${unit.quantity - open} units ${what}, not ${unit.quantity}.`,
        { lineId: unit.lineId },
      );
    return parts;
  });
}
