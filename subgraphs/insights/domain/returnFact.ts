import type { Folds } from './heard.ts';

/** One return, folded from its own events. */
export interface ReturnFact {
  readonly id: string;
  readonly channel: string;
  readonly currency: string;
  readonly requestedAtMs: number;
  readonly reasons: readonly ReturnedFor[];
  readonly refundedMinor: number;
  /** What it costs the retailer beside the refund: the way back, the work, and what the goods lost. */
  readonly costMinor: number;
  readonly withdrawn: boolean;
}

/** Units that come back for one reason, and what they were sold for. */
export interface ReturnedFor {
  readonly reason: string;
  readonly units: number;
  readonly valueMinor: number;
}

export const returnFolds: Folds<ReturnFact> = {
  'returns.ReturnRequested': (_fact, { data, at }) => {
    const reasons = new Map<string, ReturnedFor>();
    for (const { reason, quantity, unitPriceMinor = 0 } of data.lines) {
      const before = reasons.get(reason) ?? { reason, units: 0, valueMinor: 0 };
      const valueMinor = before.valueMinor + quantity * unitPriceMinor;
      reasons.set(reason, { reason, units: before.units + quantity, valueMinor });
    }
    return {
      ...{ id: data.returnId, channel: data.channel, currency: data.cost.currency, requestedAtMs: at },
      ...{ reasons: [...reasons.values()], refundedMinor: 0, costMinor: 0, withdrawn: false },
    };
  },
  'returns.ReturnCancelled': (fact) => fact && { ...fact, withdrawn: true },
  'returns.ReturnRejected': (fact) => fact && { ...fact, withdrawn: true },
  'returns.ReturnInspected': (fact, { data: { retailerCost } }) =>
    fact && retailerCost !== undefined ? { ...fact, costMinor: retailerCost.amountMinor } : fact,
  'returns.ReturnPartlyRefunded': (fact, { data: { amount } }) =>
    fact && { ...fact, refundedMinor: fact.refundedMinor + amount.amountMinor },
  // The sum of all refunds of it.
  'returns.ReturnRefunded': (fact, { data: { amount } }) =>
    fact && { ...fact, refundedMinor: amount.amountMinor },
};
