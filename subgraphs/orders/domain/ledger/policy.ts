import type { LedgerEvent } from './events.ts';
import { nothingKept } from './evolveReturns.ts';
import type { Ledger } from './ledger.ts';

/** What a customer gets back of the delivery when nothing of the order is kept. */
export interface DeliveryRule {
  /** Countries it holds for; all if absent. */
  readonly countries?: readonly string[];
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

/** Gives the delivery back when nothing of the order is kept, by the rule of the country; nothing otherwise. */
export function decideDeliveryBack(
  ledger: Ledger,
  ask: { causeId: string; country: string; rules?: readonly DeliveryRule[] },
): LedgerEvent[] {
  const rule = (ask.rules ?? defaultDeliveryRules).find(
    ({ countries }) => countries === undefined || countries.includes(ask.country),
  );
  if (rule === undefined || !nothingKept(ledger)) return [];
  const goods = ledger.runs.filter((run) => run.place !== 'CHARGE');
  const gives = goods.every((run) => run.fault === true) ? rule.retailersFault : rule.withdrawal;
  if (gives === 'NONE') return [];
  return ledger.lots
    .filter((lot) => lot.kind === 'DELIVERY' && lot.keepMinor === undefined)
    .map((lot) => {
      const keepMinor = gives === 'ALL' ? 0 : lot.listMinor - (lot.standardMinor ?? lot.listMinor);
      return {
        type: 'DeliveryGivenBack',
        data: { causeId: `${ask.causeId}:${lot.lotId}`, lotId: lot.lotId, keepMinor },
      };
    });
}
