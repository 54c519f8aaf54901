import type { ReturnMethod } from './return.ts';

/** A way to send units back, with its price. */
export interface PricedOption extends ReturnOption {
  readonly cost: { readonly amountMinor: number; readonly currency: string };
}

/** A way to send units back. */
export interface ReturnOption {
  readonly method: ReturnMethod;
  /** Kilograms of CO2 equivalent, well to wheel. */
  readonly kgCO2e: number;
}

/**
 * Ways back. Drop-off shares a parcel van's round (0.317 kg CO2e a km, 80 km, 120 stops: DESNZ 2025, the factors of
 * promises), plus 300 km of line haul per tonne; a pickup is a stop of its own on an emptier round. In the store,
 * goods travel with the next delivery; the customer's own trip is not counted here.
 */
export function returnOptions(weightGrams: number): ReturnOption[] {
  const tonnes = weightGrams / 1_000_000;
  const lineHaul = tonnes * 300 * 0.095;
  return [
    { method: 'IN_STORE', kgCO2e: round(tonnes * 100 * 0.241) },
    { method: 'DROP_OFF', kgCO2e: round((0.317 * 80) / 120 + lineHaul) },
    { method: 'PICKUP', kgCO2e: round((0.317 * 80) / 60 + lineHaul) },
  ];
}

const round = (kg: number): number => Math.round(kg * 1_000) / 1_000;
