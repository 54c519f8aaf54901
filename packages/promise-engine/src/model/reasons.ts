import type { DeliveryMethodType } from './networkConfig.ts';

/** Why a method, a line or a whole question is refused. Stable, machine readable. */
export type ReasonCode =
  | 'EMPTY_CART'
  | 'TOO_MANY_LINES'
  | 'BAD_QUANTITY'
  | 'BAD_INPUT'
  | 'UNKNOWN_SKU'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_METHOD'
  | 'NEEDS_PRECISE_DESTINATION'
  | 'CLOCK_OUT_OF_RANGE'
  | 'NO_METHOD_CONFIGURED'
  | 'NO_RULES'
  | 'METHOD_DISABLED'
  | 'CHANNEL_EXCLUDED'
  | 'COUNTRY_NOT_SERVED'
  | 'NO_PRICE_IN_CURRENCY'
  | 'OUT_OF_STOCK'
  | 'NOT_ENOUGH_STOCK'
  | 'NO_STOCK_AT_STORE'
  | 'SPLIT_LIMIT'
  | 'ITEM_RESTRICTED'
  | 'ITEM_TOO_HEAVY'
  | 'ITEM_TOO_LONG'
  | 'DANGEROUS_GOODS'
  | 'OVERSIZE'
  | 'CUSTOMISATION_UNAVAILABLE'
  | 'NO_SERVICE_TO_DESTINATION'
  | 'OUT_OF_RADIUS'
  | 'CUT_OFF_PASSED'
  | 'LOCATION_CLOSED'
  | 'NO_CARRIER_PICKUP'
  | 'CAPACITY_SOLD'
  | 'WINDOWS_SOLD'
  | 'BEYOND_HORIZON'
  | 'TOO_LATE'
  | 'RULE_EXCLUDED'
  | 'STALE_DATA'
  | 'NO_PICKUP_NEARBY'
  | 'NOT_OFFERED';

export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  /** The articles it is about, each once. */
  readonly skus?: readonly string[];
  readonly ruleId?: string;
}

/** A method that cannot be offered, and every reason why, each once, the most telling first. */
export interface UnavailableOption {
  readonly methodType: DeliveryMethodType;
  readonly code?: string;
  /** The store it is about, where only one was looked at. */
  readonly pickupId?: string;
  readonly reasons: readonly Reason[];
}
