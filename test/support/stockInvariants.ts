import { expect } from 'vitest';
import type { TradingApplication } from './tradingApplication.ts';

interface Position {
  readonly _id: string;
  readonly sku: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly softReserved: number;
  readonly safetyStock: number;
  readonly available: number;
  readonly futureReserved: number;
  readonly journalSeq: number;
}
interface Held {
  readonly state: string;
  readonly lines: readonly {
    readonly sku: string;
    readonly locationId: string;
    readonly quantity: number;
    readonly committed: number;
    readonly released: number;
    readonly future: boolean;
  }[];
}

/** Rows of a collection of the catalogue, read without the application. */
export async function catalogRows<T>(application: TradingApplication, collection: string): Promise<T[]> {
  const rows = await application.database('catalog').collection(collection).find().toArray();
  return rows as T[];
}

/**
 * What holds of every position whatever happened: nothing below zero, the counter equals what is left, and what is
 * reserved or awaited is exactly what open reservations say.
 */
export async function expectSoundStock(application: TradingApplication): Promise<void> {
  const reservations = await catalogRows<Held>(application, 'reservations');
  for (const position of await catalogRows<Position>(application, 'stock')) {
    const { _id, onHand, reserved, softReserved, safetyStock, available, futureReserved } = position;
    expect({ _id, lowest: Math.min(onHand, reserved, softReserved) }).toEqual({
      _id,
      lowest: expect.toSatisfy((units: number) => units >= 0),
    });
    expect({ _id, available }).toEqual({ _id, available: onHand - reserved - softReserved - safetyStock });
    const held = (states: string[], future = false): number =>
      reservations
        .filter((each) => states.includes(each.state))
        .flatMap((each) => each.lines)
        .filter((line) => `${line.sku}@${line.locationId}` === _id && line.future === future)
        .reduce((sum, line) => sum + line.quantity - line.committed - line.released, 0);
    expect({ _id, reserved, softReserved, futureReserved }).toEqual({
      _id,
      reserved: held(['FIRM']),
      softReserved: held(['SOFT']),
      futureReserved: held(['SOFT', 'FIRM'], true),
    });
  }
}
