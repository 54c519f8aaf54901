import type { MethodConfig } from './networkConfig.ts';
import type { ReasonCode } from './reasons.ts';

const TEXT: Readonly<Record<ReasonCode, string>> = {
  EMPTY_CART: 'the cart has no lines',
  TOO_MANY_LINES: 'the cart has too many lines',
  BAD_QUANTITY: 'a quantity is not a whole number in range',
  BAD_INPUT: 'the question is malformed',
  UNKNOWN_SKU: 'an article is unknown',
  UNKNOWN_COUNTRY: 'the country is unknown to the network',
  UNKNOWN_METHOD: 'no such method',
  NEEDS_PRECISE_DESTINATION: 'the method needs a known postal code or coordinates',
  CLOCK_OUT_OF_RANGE: 'the instant lies outside the calendars',
  NO_METHOD_CONFIGURED: 'no method of this type is configured',
  NO_RULES: 'no rules are in force',
  METHOD_DISABLED: 'the rules switch this type of method off',
  CHANNEL_EXCLUDED: 'the method is not sold on this channel',
  COUNTRY_NOT_SERVED: 'the method does not serve this country',
  NO_PRICE_IN_CURRENCY: 'the method has no price in this currency',
  OUT_OF_STOCK: 'an article is out of stock',
  NOT_ENOUGH_STOCK: 'the locations that can serve this method have too few units',
  NO_STOCK_AT_STORE: 'the store does not hold everything',
  SPLIT_LIMIT: 'it would take more shipments than allowed',
  ITEM_RESTRICTED: 'an article may not go this way',
  ITEM_TOO_HEAVY: 'an article is too heavy for the service',
  ITEM_TOO_LONG: 'an article is too long for the service',
  DANGEROUS_GOODS: 'the service carries no dangerous goods',
  OVERSIZE: 'the service carries no oversize goods',
  CUSTOMISATION_UNAVAILABLE: 'no location with stock can make the article to order',
  NO_SERVICE_TO_DESTINATION: 'no service reaches the destination from the stock',
  OUT_OF_RADIUS: 'no location with stock is near enough',
  CUT_OFF_PASSED: 'it is too late for the day the method stands for',
  LOCATION_CLOSED: 'the locations with stock are closed',
  NO_CARRIER_PICKUP: 'no carrier of the method collects where the stock is',
  CAPACITY_SOLD: 'the capacity of the locations is sold',
  WINDOWS_SOLD: 'no delivery window is free',
  BEYOND_HORIZON: 'it would take longer than promises look ahead',
  TOO_LATE: 'it would arrive after the promised date',
  RULE_EXCLUDED: 'a sourcing rule excludes the locations',
  STALE_DATA: 'what is known is too old to promise minutes',
  NO_PICKUP_NEARBY: 'no place of collection is near',
  NOT_OFFERED: 'the method cannot be offered',
};

/** A reason in words. */
export function describeReason(code: ReasonCode, method?: MethodConfig): string {
  const text = TEXT[code];
  return method ? `${method.code}: ${text}.` : `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
