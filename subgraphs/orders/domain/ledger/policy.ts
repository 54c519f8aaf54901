import type { LedgerEvent } from './events.ts';
import { nothingKept } from './evolveReturns.ts';
import { hasLeft, isGone, type Ledger } from './ledger.ts';

/** What a customer gets back of the delivery when nothing of the order is kept. */
export interface DeliveryRule {
  /** Countries it holds for; all if absent. */
  readonly countries?: readonly string[] | undefined;
  /** Everything came to nothing because of the retailer: lost, broken, not to be had. */
  readonly retailersFault: 'ALL' | 'STANDARD' | 'NONE';
  /** The customer withdrew from all of it. */
  readonly withdrawal: 'ALL' | 'STANDARD' | 'NONE';
}

/**
 * The first rule of a country holds. Within the European Union a full withdrawal gives the standard delivery back, not
 * the surcharge of a dearer one the customer chose (Directive 2011/83/EU, article 13); what the retailer is to blame
 * for gives all of it back.
 */
export const defaultDeliveryRules: readonly DeliveryRule[] = [
  { retailersFault: 'ALL', withdrawal: 'STANDARD' },
];

/**
 * Gives the delivery back when nothing of what was sent is kept, by the rule of the country; nothing otherwise. What is
 * found out later may give back more, never less. `standardMinor` says what a standard delivery costs where the lot
 * does not.
 */
export function decideDeliveryBack(
  ledger: Ledger,
  ask: {
    causeId: string;
    country: string;
    rules?: readonly DeliveryRule[];
    standardMinor?: number | undefined;
  },
): LedgerEvent[] {
  const rule = (ask.rules ?? defaultDeliveryRules).find(
    ({ countries }) => countries === undefined || countries.includes(ask.country),
  );
  const sent = ledger.runs.filter(({ place }) => place !== 'CHARGE' && !isGone(place));
  // Of what never left nothing was delivered, and its delivery is not asked for.
  if (rule === undefined || !sent.some(({ place }) => hasLeft(place)) || !nothingKept(ledger)) return [];
  const gives = sent.every((run) => run.fault === true) ? rule.retailersFault : rule.withdrawal;
  if (gives === 'NONE') return [];
  return ledger.lots.flatMap((lot): LedgerEvent[] => {
    if (lot.kind !== 'DELIVERY') return [];
    const standard = Math.min(ask.standardMinor ?? lot.standardMinor ?? lot.listMinor, lot.listMinor);
    const keepMinor = gives === 'ALL' ? 0 : lot.listMinor - standard;
    if (keepMinor >= (lot.keepMinor ?? Infinity)) return [];
    const causeId = `${ask.causeId}:${lot.lotId}:${keepMinor}`;
    return [{ type: 'DeliveryGivenBack', data: { causeId, lotId: lot.lotId, keepMinor } }];
  });
}
