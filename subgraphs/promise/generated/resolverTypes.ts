/* Generated from schema/subgraphs/promise.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { Answer } from '../queries/answer.ts';
import type { OfferedOption } from '../queries/offeredOption.ts';
import type { ShipmentRow } from '../resolvers/plannedShipment.ts';
import type { Refusal } from '../queries/refusal.ts';
import type { CarbonEstimate as CarbonModel, CarbonLeg as CarbonLegModel } from '@promesse/promise-engine/model/types';
import type { RuleSetDoc } from '../store/models.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A JSON value: at most 8 levels and 20,000 characters. */
  JSON: { input: unknown; output: unknown; }
  /** An instant in UTC, RFC 3339, for example 2026-03-29T01:00:00Z. */
  DateTime: { input: number; output: number; }
  /** A calendar day without time or zone, for example 2026-03-29. */
  LocalDate: { input: string; output: string; }
  /** An IANA time zone, for example Europe/Paris. */
  TimeZone: { input: string; output: string; }
  /** An ISO 4217 currency code, for example EUR. */
  CurrencyCode: { input: string; output: string; }
  /** An ISO 3166-1 alpha-2 country code, for example FR. */
  CountryCode: { input: string; output: string; }
  /** A whole number that is exact in IEEE 754 double precision (at most 2^53 - 1 in size). */
  SafeInt: { input: number; output: number; }
  link__Import: { input: unknown; output: unknown; }
  federation__FieldSet: { input: string; output: string; }
  federation__Scope: { input: string; output: string; }
  federation__Policy: { input: unknown; output: unknown; }
  federation__ContextFieldValue: { input: unknown; output: unknown; }
};

/** What the retailer decides about one part of the application. */
export type SettingsRecord = {
  __typename?: 'SettingsRecord';
  /** The part, for example returns. */
  subgraph: Scalars['String']['output'];
  /** Grows by one with each change; a change names the version it was made on. */
  version: Scalars['Int']['output'];
  /** All settings, with the value in force. */
  settings: Array<Setting>;
  /** Who changed what, when and why; newest first. */
  history: SettingsRevisionConnection;
};


/** What the retailer decides about one part of the application. */
export type SettingsRecordHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One setting. */
export type Setting = {
  __typename?: 'Setting';
  /** Its name, with its unit. */
  key: Scalars['String']['output'];
  /** What holds now. */
  value: Maybe<Scalars['JSON']['output']>;
  /** What holds when nothing else was decided. */
  default: Maybe<Scalars['JSON']['output']>;
  /** What it means. */
  description: Scalars['String']['output'];
  /** The values it takes, as JSON Schema. */
  schema: Scalars['JSON']['output'];
};

/** One change of settings. */
export type SettingsRevision = {
  __typename?: 'SettingsRevision';
  /** Version the change made. */
  version: Scalars['Int']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Subject of whoever changed them. */
  actor: Scalars['String']['output'];
  /** Why, in their words. */
  reason: Scalars['String']['output'];
  /** What changed. */
  changes: Array<SettingChange>;
};

/** One setting in a change. */
export type SettingChange = {
  __typename?: 'SettingChange';
  /** Name of the setting. */
  key: Scalars['String']['output'];
  /** Value until then. */
  before: Maybe<Scalars['JSON']['output']>;
  /** Value from then on. */
  after: Maybe<Scalars['JSON']['output']>;
  /** Whether it was given back to its default. */
  reset: Scalars['Boolean']['output'];
};

/** A page of changes. */
export type SettingsRevisionConnection = {
  __typename?: 'SettingsRevisionConnection';
  /** The changes of this page. */
  edges: Array<SettingsRevisionEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One change in a page. */
export type SettingsRevisionEdge = {
  __typename?: 'SettingsRevisionEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: SettingsRevision;
};

/** Settings to change, all or none. */
export type ChangeSettingsInput = {
  /** Version the change is made on; CONFLICT if it is not the present one. */
  version: Scalars['Int']['input'];
  /** New values. */
  changes: Array<SettingChangeInput>;
  /** Why, 3 to 500 characters; it stays in the history. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** One setting to change. */
export type SettingChangeInput = {
  /** Name of the setting. */
  key: Scalars['String']['input'];
  /** The whole new value. */
  value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Settings to give back to their defaults, all or none. */
export type ResetSettingsInput = {
  /** Version the change is made on; CONFLICT if it is not the present one. */
  version: Scalars['Int']['input'];
  /** Names of the settings. */
  keys: Array<Scalars['String']['input']>;
  /** Why, 3 to 500 characters; it stays in the history. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** An amount of money as an exact whole number of the currency's smallest unit. */
export type Money = {
  __typename?: 'Money';
  /** Amount in minor units: 1999 is EUR 19.99. */
  amountMinor: Scalars['SafeInt']['output'];
  /** Currency of the amount. */
  currency: Scalars['CurrencyCode']['output'];
};

/** An amount of money, as input. */
export type MoneyInput = {
  /** Amount in minor units: 1999 is EUR 19.99. */
  amountMinor: Scalars['SafeInt']['input'];
  /** Currency of the amount. */
  currency: Scalars['CurrencyCode']['input'];
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether more follows after endCursor. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes startCursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge, if any. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, if any; pass it as `after` for the next page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** Where goods should go, as precisely as a promise needs it. */
export type DestinationInput = {
  /** Country of delivery. */
  country: Scalars['CountryCode']['input'];
  /** Postal code; without it the promise falls back to the country and says so. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Latitude in degrees, if known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude in degrees, if known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** A postal address, as input. */
export type AddressInput = {
  /** Name of the recipient. */
  name: Scalars['String']['input'];
  /** Company, where goods go to one. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Street and number. */
  line1: Scalars['String']['input'];
  /** Further address line. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Postal code; left out where the country has none or an address may lack it. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** City. */
  city: Scalars['String']['input'];
  /** State, province or county, where addresses name one. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Country. */
  country: Scalars['CountryCode']['input'];
  /** Latitude in degrees, if known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude in degrees, if known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** What the carrier should know: which bell, where to leave it. At most 200 characters. */
  instructions?: InputMaybe<Scalars['String']['input']>;
};

/** How goods reach the customer. */
export type DeliveryMethodType =
  /** To an address, by a parcel carrier. */
  | 'SHIPPING'
  /** To an address, by the fastest parcel services. */
  | 'EXPRESS'
  /** To an address, on the day of the order. */
  | 'SAME_DAY'
  /** To an address, within about an hour. */
  | 'INSTANT'
  /** To an address, in a window the customer chooses. */
  | 'SCHEDULED'
  /** To an address, on a Saturday or Sunday. */
  | 'WEEKEND'
  /** To a staffed pickup point. */
  | 'PICKUP_POINT'
  /** To a parcel locker. */
  | 'LOCKER'
  /** Paid online, collected in a store. */
  | 'PICKUP_IN_STORE'
  /** Reserved online, paid and collected in a store. */
  | 'RESERVE_AND_COLLECT';

/** A document such as a label, carried inline. */
export type Document = {
  __typename?: 'Document';
  /** Name to save it under. */
  fileName: Scalars['String']['output'];
  /** Media type, for example application/pdf. */
  contentType: Scalars['String']['output'];
  /** The bytes, in base64. */
  contentBase64: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Save a new immutable draft; refused with the place and the reason if it is contradictory. */
  draftRuleSet: DraftRuleSetResult;
  /** Make a draft the live rule set, now or at an instant. `reason`: why, at most 500 characters; needed from staff. It stands in the journal. */
  publishRuleSet: RuleSet;
  /** Put the rules of a former version in force again, at once, as a new version. Repeating the key makes no other one. */
  rollBackRuleSet: DraftRuleSetResult;
  /** Decide which locations ship which units of an order, under the promise that the handle proves. */
  sourceOrder: SourceOrderResult;
  /** Decide again for units whose location cannot serve them. */
  resourceOrder: SourceOrderResult;
  /** Change settings of the promise. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changePromiseSettings: SettingsRecord;
  /** Give settings of the promise back to their defaults. */
  resetPromiseSettings: SettingsRecord;
};


export type MutationDraftRuleSetArgs = {
  input: DraftRuleSetInput;
};


export type MutationPublishRuleSetArgs = {
  version: Scalars['ID']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRollBackRuleSetArgs = {
  input: RollBackRuleSetInput;
};


export type MutationSourceOrderArgs = {
  input: SourceOrderInput;
};


export type MutationResourceOrderArgs = {
  input: ResourceOrderInput;
};


export type MutationChangePromiseSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetPromiseSettingsArgs = {
  input: ResetSettingsInput;
};

/** A cart, to which this subgraph adds its delivery options. */
export type Cart = {
  __typename?: 'Cart';
  id: Scalars['ID']['output'];
  channel: Scalars['ID']['output'];
  currency: Scalars['CurrencyCode']['output'];
  locale: Scalars['String']['output'];
  destination: Maybe<CartDestination>;
  lines: Array<CartLine>;
  promotionCodes: Array<Scalars['String']['output']>;
  /** Which of its promotion codes are in force for the cart as it is: a rule of delivery fees names the code and holds for the channel, destination, customer, value and time. A code that nobody knows and one whose time is over are alike. */
  promotions: Array<CartPromotion>;
  /** What can be delivered or collected, when, from where, at what price and carbon cost, for the cart as it is. `destination` overrides the cart's own. */
  deliveryOptions: Promise;
};


/** A cart, to which this subgraph adds its delivery options. */
export type CartDeliveryOptionsArgs = {
  destination?: InputMaybe<DestinationInput>;
  methodTypes?: InputMaybe<Array<DeliveryMethodType>>;
  maxSplits?: InputMaybe<Scalars['Int']['input']>;
  effort?: InputMaybe<Scalars['Float']['input']>;
};

/** A promotion code of a cart. */
export type CartPromotion = {
  __typename?: 'CartPromotion';
  /** The code, in capitals. */
  code: Scalars['String']['output'];
  /** Whether it is in force: then the delivery options are priced by the rules that name it. */
  inForce: Scalars['Boolean']['output'];
};

export type CartDestination = {
  __typename?: 'CartDestination';
  country: Scalars['CountryCode']['output'];
  postalCode: Maybe<Scalars['String']['output']>;
  latitude: Maybe<Scalars['Float']['output']>;
  longitude: Maybe<Scalars['Float']['output']>;
};

export type CartLine = {
  __typename?: 'CartLine';
  sku: Scalars['ID']['output'];
  quantity: Scalars['Int']['output'];
  customisation: Maybe<Scalars['String']['output']>;
};

/** A variant, to which this subgraph adds the promise for the product page. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  sku: Scalars['ID']['output'];
  /** What can be promised for this variant alone; titles and reasons in the language of `locale` (en, fr, it). */
  deliveryPromise: Promise;
};


/** A variant, to which this subgraph adds the promise for the product page. */
export type ProductVariantDeliveryPromiseArgs = {
  destination: DestinationInput;
  quantity?: InputMaybe<Scalars['Int']['input']>;
  channel?: InputMaybe<Scalars['ID']['input']>;
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  methodTypes?: InputMaybe<Array<DeliveryMethodType>>;
};

/** A place that holds stock, named here only; fulfillment owns it. */
export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
};

/** A carrier's service, named here only; shipping owns it. */
export type CarrierService = {
  __typename?: 'CarrierService';
  code: Scalars['ID']['output'];
};

/** What a promise is asked for. */
export type PromiseContext =
  /** One variant on its page. */
  | 'PRODUCT_PAGE'
  /** A cart. */
  | 'CART'
  /** A cart about to be ordered. */
  | 'CHECKOUT';

/** What to promise. */
export type PromiseInput = {
  /** What it is for. */
  context?: InputMaybe<PromiseContext>;
  /** Sales channel. */
  channel: Scalars['ID']['input'];
  /** Currency of all prices. */
  currency: Scalars['CurrencyCode']['input'];
  /** Language of titles (en, fr, it). */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Instant to promise for; now if absent. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Where the goods should go. */
  destination: DestinationInput;
  /** What is wanted, 1 to 500 lines. */
  lines: Array<PromiseLineInput>;
  /** Method types wanted; all if absent. */
  methodTypes?: InputMaybe<Array<DeliveryMethodType>>;
  /** Most extra shipments accepted; 0 is one shipment. */
  maxSplits?: InputMaybe<Scalars['Int']['input']>;
  /** How hard to search large carts, 0 to 1. */
  effort?: InputMaybe<Scalars['Float']['input']>;
  /** Promotion codes to price the delivery with, at most 10 of 1 to 40 letters, digits and ._-; capitals and small letters are the same. Codes that are not in force change nothing. */
  promotionCodes?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** One wanted line. */
export type PromiseLineInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units, 1 to 99,999. */
  quantity: Scalars['Int']['input'];
  /** What to make of it, for customisable variants. */
  customisation?: InputMaybe<Scalars['String']['input']>;
};

/** What can be promised, what cannot and why. */
export type Promise = {
  __typename?: 'Promise';
  /** Id of this answer; equal questions at equal state give equal ids. */
  id: Scalars['ID']['output'];
  /** Instant it was computed for. */
  computedAt: Scalars['DateTime']['output'];
  /** Until when its options can be ordered. */
  expiresAt: Scalars['DateTime']['output'];
  /** Version of rules, services and factors it was computed with. */
  configVersion: Scalars['ID']['output'];
  /** Whether some data was stale or missing, so that safety was added. */
  degraded: Scalars['Boolean']['output'];
  /** Why it is degraded, as codes. */
  degradedReasons: Array<Scalars['String']['output']>;
  /** How well the destination is known, and whether a wider area answered for it. */
  destination: PromiseDestination;
  /** What can be chosen: by method type, within one the soonest first, then the cheapest, then the nearest place. */
  options: Array<DeliveryOption>;
  /** What cannot be chosen, with the reason. */
  unavailable: Array<UnavailableOption>;
  /** How every answer came about. */
  trace: PromiseTrace;
};

/** Where an answer holds for. */
export type PromiseDestination = {
  __typename?: 'PromiseDestination';
  /** How well the place is known. */
  precision: DestinationPrecision;
  /** Whether a postal code was given that nobody knows, so that a wider area answered. */
  fallback: Scalars['Boolean']['output'];
  /** Zone in which dates of deliveries there are shown. */
  timeZone: Scalars['TimeZone']['output'];
};

/** How well a place is known. */
export type DestinationPrecision =
  /** By its coordinates. */
  | 'COORDINATES'
  /** By its postal code. */
  | 'POSTCODE'
  /** By its region. */
  | 'REGION'
  /** By its country alone. */
  | 'COUNTRY'
  /** Not at all: nothing was computed. */
  | 'UNKNOWN';

/** One way to get the whole cart. */
export type DeliveryOption = {
  __typename?: 'DeliveryOption';
  /** Signed proof of this option; hand it to placeOrder. */
  handle: Scalars['ID']['output'];
  /** Code of the method and service, for example standard-home. */
  code: Scalars['String']['output'];
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** Name shown to customers, in the asked language. */
  title: Scalars['String']['output'];
  /** Earliest delivery, or earliest collection. */
  earliestDeliveryAt: Scalars['DateTime']['output'];
  /** Latest delivery: the promise. */
  latestDeliveryAt: Scalars['DateTime']['output'];
  /** Zone in which the dates should be shown. */
  timeZone: Scalars['TimeZone']['output'];
  /** Windows to choose from, for SCHEDULED. */
  windows: Array<DeliveryWindow>;
  /** Order before this instant to get these dates. */
  orderBy: Scalars['DateTime']['output'];
  /** Probability that the latest date is kept, 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** What the customer pays for delivery. */
  price: Money;
  /** What it costs the retailer. */
  costToServe: Money;
  /** Tax within the price. */
  tax: Money;
  /** Greenhouse gases of the delivery. */
  carbon: CarbonEstimate;
  /** Extra shipments: 0 is one shipment. */
  splitCount: Scalars['Int']['output'];
  /** Parcels over all shipments. */
  parcels: Scalars['Int']['output'];
  /** How far the choice of locations can be from the best one: 0 is proven best. */
  optimalityGap: Scalars['Float']['output'];
  /** What is shipped from where. */
  shipments: Array<PlannedShipment>;
  /** Where it can be collected, for collection methods. */
  collectAt: Maybe<CollectionPlace>;
  /** What this option is best at. */
  marks: Array<OptionMark>;
};

/** What an option is best at. */
export type OptionMark =
  /** Earliest latest date. */
  | 'FASTEST'
  /** Lowest price. */
  | 'CHEAPEST'
  /** Lowest greenhouse gases. */
  | 'GREENEST';

/** A delivery window. */
export type DeliveryWindow = {
  __typename?: 'DeliveryWindow';
  /** Begin. */
  startAt: Scalars['DateTime']['output'];
  /** End. */
  endAt: Scalars['DateTime']['output'];
  /** Order before this instant to get this window. */
  orderBy: Scalars['DateTime']['output'];
};

/** Where goods are collected. */
export type CollectionPlace = {
  __typename?: 'CollectionPlace';
  /** Id of the location or pickup point. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Distance from the destination as the crow flies, in metres, if both positions are known. */
  distanceMetres: Maybe<Scalars['Int']['output']>;
  /** Until when the goods wait there for the customer. */
  holdUntil: Maybe<Scalars['DateTime']['output']>;
};

/** Goods that leave one location together. */
export type PlannedShipment = {
  __typename?: 'PlannedShipment';
  /** Where they leave from. */
  location: Location;
  /** What leaves. */
  lines: Array<PlannedLine>;
  /** Earliest delivery of these goods, or when they can be collected. */
  earliestDeliveryAt: Scalars['DateTime']['output'];
  /** Latest delivery of these goods; other shipments of the option may be sooner or later. */
  latestDeliveryAt: Scalars['DateTime']['output'];
  /** With which service; null for collection in the store that holds the goods. */
  carrierService: Maybe<CarrierService>;
  /** Milestones back from the promised date. */
  milestones: Array<Milestone>;
};

/** Units of a SKU in a planned shipment. */
export type PlannedLine = {
  __typename?: 'PlannedLine';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** Something that must have happened by an instant for the promise to hold. */
export type Milestone = {
  __typename?: 'Milestone';
  /** What. */
  code: MilestoneCode;
  /** By when. */
  dueAt: Scalars['DateTime']['output'];
};

/** The milestones of a shipment. */
export type MilestoneCode =
  /** The order is with the location. */
  | 'RELEASED'
  /** Picking begins. */
  | 'PICK_START'
  /** What is made to order is made. */
  | 'MADE'
  /** The parcel is packed. */
  | 'PACKED'
  /** The carrier has it, or it waits for the customer. */
  | 'CARRIER_PICKUP'
  /** The customer has it. */
  | 'DELIVERED';

/** Greenhouse gases, well to wheel, as ISO 14083 and GLEC v3 ask. */
export type CarbonEstimate = {
  __typename?: 'CarbonEstimate';
  /** Kilograms of CO2 equivalent for the retailer's legs. */
  kgCO2e: Scalars['Float']['output'];
  /** The legs it is made of. */
  legs: Array<CarbonLeg>;
  /** The customer's own trip to collect, in kilograms of CO2 equivalent; not part of kgCO2e. */
  customerTripKgCO2e: Maybe<Scalars['Float']['output']>;
  /** What was assumed of the customer's own trip. */
  customerTripAssumption: Maybe<Scalars['String']['output']>;
  /** Accuracy class of the customer's own trip: DEFAULT, as it rests on assumptions. */
  customerTripAccuracy: Maybe<Scalars['String']['output']>;
  /** Method, for example ISO14083. */
  method: Scalars['String']['output'];
  /** Scope, WTW. */
  scope: Scalars['String']['output'];
  /** Version of the emission factors. */
  factorSet: Scalars['String']['output'];
  /** MODELED, DEFAULT or PRIMARY. */
  accuracy: Scalars['String']['output'];
};

/** One transport leg. */
export type CarbonLeg = {
  __typename?: 'CarbonLeg';
  /** HUB, LINE_HAUL, LAST_MILE or TRANSFER. */
  kind: Scalars['String']['output'];
  /** Vehicle class. */
  vehicle: Scalars['String']['output'];
  /** Kilometres. */
  km: Scalars['Float']['output'];
  /** Kilograms of goods carried. */
  kg: Scalars['Float']['output'];
  /** Kilograms of CO2 equivalent. */
  kgCO2e: Scalars['Float']['output'];
  /** The factor and how it was applied, with its source. */
  basis: Scalars['String']['output'];
};

/** A method that cannot be chosen. */
export type UnavailableOption = {
  __typename?: 'UnavailableOption';
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** Code of the service or method, if one was looked at. */
  code: Maybe<Scalars['String']['output']>;
  /** The most telling reason, for example OUT_OF_STOCK or CUT_OFF_PASSED. */
  reason: UnavailableReason;
  /** Every reason, the most telling first. */
  reasons: Array<UnavailableReason>;
  /** The reason in words of the asked language; in English with the line, location or limit it is about. */
  detail: Scalars['String']['output'];
  /** SKUs it is about, if any. */
  skus: Array<Scalars['ID']['output']>;
  /** Store it is about, where each store near the destination was looked at by itself. */
  collectAtId: Maybe<Scalars['ID']['output']>;
};

/** Why a method cannot be chosen. */
export type UnavailableReason =
  /** The cart has no lines. */
  | 'EMPTY_CART'
  /** The cart has more lines than can be promised. */
  | 'TOO_MANY_LINES'
  /** A quantity is not a whole number within the allowed range. */
  | 'BAD_QUANTITY'
  /** The question is malformed. */
  | 'BAD_INPUT'
  /** A variant is unknown. */
  | 'UNKNOWN_SKU'
  /** The country is unknown. */
  | 'UNKNOWN_COUNTRY'
  /** There is no such method. */
  | 'UNKNOWN_METHOD'
  /** This method needs a known postal code or coordinates. */
  | 'NEEDS_PRECISE_DESTINATION'
  /** The instant lies outside the calendars. */
  | 'CLOCK_OUT_OF_RANGE'
  /** The retailer has no method of this type. */
  | 'NO_METHOD_CONFIGURED'
  /** No rule set is in force. */
  | 'NO_RULES'
  /** The retailer has switched the method off. */
  | 'METHOD_DISABLED'
  /** The method is not sold on this channel. */
  | 'CHANNEL_EXCLUDED'
  /** The method does not serve the country. */
  | 'COUNTRY_NOT_SERVED'
  /** The method has no price in this currency. */
  | 'NO_PRICE_IN_CURRENCY'
  /** No units within reach. */
  | 'OUT_OF_STOCK'
  /** Fewer units within reach than asked for. */
  | 'NOT_ENOUGH_STOCK'
  /** The store does not hold the goods. */
  | 'NO_STOCK_AT_STORE'
  /** It would need more shipments than allowed. */
  | 'SPLIT_LIMIT'
  /** An item may not travel this way. */
  | 'ITEM_RESTRICTED'
  /** An item is too heavy for the service. */
  | 'ITEM_TOO_HEAVY'
  /** An item is too long for the service. */
  | 'ITEM_TOO_LONG'
  /** The service carries no dangerous goods. */
  | 'DANGEROUS_GOODS'
  /** The service carries no oversize goods. */
  | 'OVERSIZE'
  /** No location can make it to the customer's wish. */
  | 'CUSTOMISATION_UNAVAILABLE'
  /** No service reaches the destination. */
  | 'NO_SERVICE_TO_DESTINATION'
  /** The destination is too far for the service. */
  | 'OUT_OF_RADIUS'
  /** The cut-off has passed. */
  | 'CUT_OFF_PASSED'
  /** Nothing is open in time. */
  | 'LOCATION_CLOSED'
  /** No carrier collects in time. */
  | 'NO_CARRIER_PICKUP'
  /** The capacity of the period is sold. */
  | 'CAPACITY_SOLD'
  /** All windows are sold. */
  | 'WINDOWS_SOLD'
  /** It would take longer than a promise may look ahead. */
  | 'BEYOND_HORIZON'
  /** It would come later than the method allows. */
  | 'TOO_LATE'
  /** A rule of the retailer excludes it. */
  | 'RULE_EXCLUDED'
  /** What is known is too old to promise minutes. */
  | 'STALE_DATA'
  /** No place to collect is near enough. */
  | 'NO_PICKUP_NEARBY'
  /** It cannot be offered for another reason, named in the detail. */
  | 'NOT_OFFERED'
  /** Another option is sooner, cheaper and greener; this one is left out. */
  | 'OUTDONE';

/** How an answer came about. */
export type PromiseTrace = {
  __typename?: 'PromiseTrace';
  /** What was looked at, in order. */
  steps: Array<PromiseTraceStep>;
  /** The whole explanation as JSON text: every problem with its candidates and figures, enough to compute each answer again. */
  json: Scalars['String']['output'];
};

/** One thing looked at for an answer. */
export type PromiseTraceStep = {
  __typename?: 'PromiseTraceStep';
  /** Kind of step: STOCK, CUT_OFF, CALENDAR, CAPACITY, HANDLING, TRANSIT, RULE, COST, CARBON, DECISION. */
  kind: Scalars['String']['output'];
  /** Method type it was for. */
  methodType: Maybe<DeliveryMethodType>;
  /** Location it was about. */
  locationId: Maybe<Scalars['ID']['output']>;
  /** Service it was about. */
  serviceCode: Maybe<Scalars['ID']['output']>;
  /** What was found, in words and figures. */
  detail: Scalars['String']['output'];
  /** What became of the candidate, where the step is about one. */
  verdict: Maybe<TraceVerdict>;
  /** Why it was refused: a code of UnavailableReason, or LOCATION_EXCLUDED or LOCATION_INACTIVE. */
  reason: Maybe<Scalars['String']['output']>;
};

/** What became of a location and service that were looked at. */
export type TraceVerdict =
  /** Part of the chosen plan. */
  | 'CHOSEN'
  /** Weighed, and not chosen. */
  | 'CANDIDATE'
  /** Not weighed, for the reason named. */
  | 'REFUSED';

/** State of the in-memory network. */
export type PromiseNetwork = {
  __typename?: 'PromiseNetwork';
  /** How many days ahead a promise looks, from now or from the date of a pre-order or restock. */
  horizonDays: Scalars['Int']['output'];
  /** Currencies that goods or deliveries are priced in and that `exchangeRates` lacks: costs in them are compared one for one. */
  currenciesWithoutRate: Array<Scalars['CurrencyCode']['output']>;
  /** Locations known. */
  locations: Scalars['Int']['output'];
  /** SKUs known. */
  skus: Scalars['Int']['output'];
  /** Carrier services known. */
  services: Scalars['Int']['output'];
  /** When the last event was applied. */
  asOf: Scalars['DateTime']['output'];
};

/** Where a rule set stands. */
export type RuleSetState =
  /** Not in use. */
  | 'DRAFT'
  /** Will be in use from its date. */
  | 'SCHEDULED'
  /** In use. */
  | 'LIVE'
  /** Was in use. */
  | 'RETIRED';

/** A versioned, immutable set of sourcing and promise rules. */
export type RuleSet = {
  __typename?: 'RuleSet';
  /** Version. */
  version: Scalars['ID']['output'];
  /** Name given by its author. */
  name: Scalars['String']['output'];
  /** State. */
  state: RuleSetState;
  /** When it was drafted. */
  createdAt: Scalars['DateTime']['output'];
  /** Who drafted it (opaque id). */
  createdBy: Scalars['ID']['output'];
  /** From when it is in use. */
  effectiveAt: Maybe<Scalars['DateTime']['output']>;
  /** Former version whose rules it has, if it was rolled back to. */
  copyOf: Maybe<Scalars['ID']['output']>;
  /** The rules, as JSON text; the promise subgraph's README has the format. */
  rulesJson: Scalars['String']['output'];
};

/** A page of rule sets. */
export type RuleSetConnection = {
  __typename?: 'RuleSetConnection';
  /** The rule sets of this page. */
  edges: Array<RuleSetEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One rule set in a page. */
export type RuleSetEdge = {
  __typename?: 'RuleSetEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The rule set. */
  node: RuleSet;
};

/** A place in which two versions differ. */
export type RuleDifference = {
  __typename?: 'RuleDifference';
  /** Path of the place; rules, groups and stages are named, as in rules[eu-only].when. `rules[]` is their order. */
  path: Scalars['String']['output'];
  /** How they differ. */
  kind: RuleDifferenceKind;
  /** Value of the first version as JSON text; null when it has none. */
  before: Maybe<Scalars['String']['output']>;
  /** Value of the second version as JSON text; null when it has none. */
  after: Maybe<Scalars['String']['output']>;
};

/** How two versions differ in a place. */
export type RuleDifferenceKind =
  /** Only the second has it. */
  | 'ADDED'
  /** Only the first has it. */
  | 'REMOVED'
  /** Both have it, with different values. */
  | 'CHANGED';

/** A former version to go back to. */
export type RollBackRuleSetInput = {
  /** Version whose rules come back. */
  version: Scalars['ID']['input'];
  /** Why, 1 to 500 characters; stands in the journal. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** A draft to save. */
export type DraftRuleSetInput = {
  /** Name. */
  name: Scalars['String']['input'];
  /** The rules, as JSON text. */
  rulesJson: Scalars['String']['input'];
};

/** Outcome of saving a draft. */
export type DraftRuleSetResult = DraftRuleSetSuccess | InvalidRuleSet;

/** The draft is saved. */
export type DraftRuleSetSuccess = {
  __typename?: 'DraftRuleSetSuccess';
  /** The draft. */
  ruleSet: RuleSet;
};

/** The draft was refused; nothing was saved. */
export type InvalidRuleSet = {
  __typename?: 'InvalidRuleSet';
  /** What is wrong, each with its place. */
  faults: Array<RuleFault>;
};

/** One fault of a rule set. */
export type RuleFault = {
  __typename?: 'RuleFault';
  /** JSON path of the fault, for example weights.split. */
  path: Scalars['String']['output'];
  /** What is wrong. */
  message: Scalars['String']['output'];
};

/** A draft held against the live rule set over past orders. */
export type RuleSimulation = {
  __typename?: 'RuleSimulation';
  /** Orders replayed. */
  orders: Scalars['Int']['output'];
  /** Figures under the live rule set. */
  live: RuleSimulationFigures;
  /** Figures under the draft. */
  draft: RuleSimulationFigures;
  /** Orders that the two sets source differently, at most 100. */
  changed: Array<ChangedSourcing>;
};

/** An order that two rule sets source differently. */
export type ChangedSourcing = {
  __typename?: 'ChangedSourcing';
  /** Order id. */
  orderId: Scalars['ID']['output'];
  /** Locations, services and units under the live set, or why there are none. */
  live: Scalars['String']['output'];
  /** The same under the draft. */
  draft: Scalars['String']['output'];
};

/** Figures of one side of a simulation. */
export type RuleSimulationFigures = {
  __typename?: 'RuleSimulationFigures';
  /** Orders that could be sourced. */
  sourced: Scalars['Int']['output'];
  /** Orders of which a part could be sourced. */
  partial: Scalars['Int']['output'];
  /** Orders that could not be sourced at all. */
  refused: Scalars['Int']['output'];
  /** Mean cost to serve, in minor units of the simulation's currency. */
  meanCostMinor: Scalars['Float']['output'];
  /** Mean extra shipments. */
  meanSplits: Scalars['Float']['output'];
  /** Mean promised days. */
  meanPromisedDays: Scalars['Float']['output'];
  /** Share of orders that would have kept the promise given what really happened, 0 to 1; null if nothing is known yet. */
  keptRate: Maybe<Scalars['Float']['output']>;
  /** Orders that share is taken of: those whose very shipments happened. */
  keptKnown: Scalars['Int']['output'];
  /** Mean kilograms of CO2 equivalent. */
  meanKgCO2e: Scalars['Float']['output'];
  /** Shipments by location. */
  load: Array<LocationLoad>;
};

/** Shipments of one location in a simulation. */
export type LocationLoad = {
  __typename?: 'LocationLoad';
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Shipments. */
  shipments: Scalars['Int']['output'];
  /** Units. */
  units: Scalars['Int']['output'];
};

/** What to source. */
export type SourceOrderInput = {
  /** Handle of the chosen option. */
  handle: Scalars['ID']['input'];
  /** Cart the order comes from. */
  cartId: Scalars['ID']['input'];
  /** Sales channel of the cart. */
  channel: Scalars['ID']['input'];
  /** Currency of the cart. */
  currency: Scalars['CurrencyCode']['input'];
  /** Where the goods go. */
  destination: DestinationInput;
  /** Lines of the cart, exactly as promised. */
  lines: Array<SourceLineInput>;
  /** Locations that may not be used. */
  excludedLocationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Start of the chosen window, for SCHEDULED. */
  windowStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who receives the parcels, checked against what carriers can print; not kept. Unchecked if absent. */
  addressee?: InputMaybe<AddresseeInput>;
  /** Units the order holds already: they are there for it. Those of the cart if absent. */
  held?: InputMaybe<Array<HeldUnitsInput>>;
  /** Promotion codes the cart carries: an option that was priced with another one is none of it. Not compared if absent. */
  promotionCodes?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Units that an order holds. */
export type HeldUnitsInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Location that has them. */
  locationId: Scalars['ID']['input'];
  /** Units on hand. */
  quantity: Scalars['Int']['input'];
};

/** An order that may go another way. */
export type OrderOptionsInput = {
  /** Order id: handles hold for it alone. */
  orderId: Scalars['ID']['input'];
  /** Where and how it should go. */
  ask: PromiseInput;
  /** Units it holds. */
  held: Array<HeldUnitsInput>;
};

/** Who receives a parcel, as on its label. */
export type AddresseeInput = {
  /** Name. */
  name: Scalars['String']['input'];
  /** Street with its number. */
  line1: Scalars['String']['input'];
  /** Second line. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Town. */
  city: Scalars['String']['input'];
};

/** One line to source. */
export type SourceLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
  /** What to make of it. */
  customisation?: InputMaybe<Scalars['String']['input']>;
};

/** Units to source again. */
export type ResourceOrderInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Sales channel. */
  channel: Scalars['ID']['input'];
  /** Currency. */
  currency: Scalars['CurrencyCode']['input'];
  /** Method type of the promise. */
  methodType: DeliveryMethodType;
  /** Code of the promised option. */
  code: Scalars['String']['input'];
  /** Where the goods go. */
  destination: DestinationInput;
  /** Location or pickup point to collect at, if any. */
  collectAtId?: InputMaybe<Scalars['ID']['input']>;
  /** Units to source. */
  lines: Array<SourceLineInput>;
  /** Locations that may not be used, such as those that refused. */
  excludedLocationIds: Array<Scalars['ID']['input']>;
  /** The promise to keep if possible. */
  promisedLatestAt: Scalars['DateTime']['input'];
  /** Start of the window the customer chose, for SCHEDULED. */
  windowStartAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A delivery option. */
export type OptionTermsInput = {
  /** Its handle. */
  handle: Scalars['ID']['input'];
};

/** What a delivery option costs. */
export type OptionTerms = {
  __typename?: 'OptionTerms';
  /** Cart it was offered for; empty when it was asked for without one. */
  cartId: Scalars['String']['output'];
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** What the customer pays for delivery. */
  price: Money;
  /** Tax within the price. */
  tax: Money;
  /** Promotion codes that were in force when it was priced. */
  promotionCodes: Array<Scalars['String']['output']>;
};

/** Outcome of sourcing. */
export type SourceOrderResult = SourcingDecision | SourcingRefused;

/** Which locations ship which units. */
export type SourcingDecision = {
  __typename?: 'SourcingDecision';
  /** Kind of method. */
  methodType: DeliveryMethodType;
  /** Code of the option. */
  code: Scalars['String']['output'];
  /** Name shown to customers. */
  title: Scalars['String']['output'];
  /** Id of the promise. */
  promiseId: Scalars['ID']['output'];
  /** Version of rules and services. */
  configVersion: Scalars['ID']['output'];
  /** Earliest delivery. */
  earliestDeliveryAt: Scalars['DateTime']['output'];
  /** Latest delivery; for re-sourcing it may lie after the promise. */
  latestDeliveryAt: Scalars['DateTime']['output'];
  /** Zone in which dates should be shown. */
  timeZone: Scalars['TimeZone']['output'];
  /** Probability that it is kept. */
  confidence: Scalars['Float']['output'];
  /** What the customer pays for delivery. */
  price: Money;
  /** Tax within the price. */
  tax: Money;
  /** Promotion codes that were in force when it was priced. */
  promotionCodes: Array<Scalars['String']['output']>;
  /** What it costs the retailer. */
  costToServe: Money;
  /** Kilograms of CO2 equivalent. */
  kgCO2e: Scalars['Float']['output'];
  /** Where it is collected, for collection methods. */
  collectAt: Maybe<CollectionPlace>;
  /** The shipments. */
  shipments: Array<SourcedShipment>;
};

/** Units that leave one location together. */
export type SourcedShipment = {
  __typename?: 'SourcedShipment';
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Carrier service code; null for collection in the store that holds the goods. */
  serviceCode: Maybe<Scalars['ID']['output']>;
  /** Its units. */
  lines: Array<SourcedLine>;
  /** Local day of the location whose capacity it was planned to use. */
  capacityDay: Scalars['LocalDate']['output'];
  /** Milestones back from the promised date. */
  milestones: Array<Milestone>;
};

/** Units of an order line from one location. */
export type SourcedLine = {
  __typename?: 'SourcedLine';
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** Whether they come from inbound or backorder stock. */
  future: Scalars['Boolean']['output'];
};

/** Nothing could be sourced. */
export type SourcingRefused = {
  __typename?: 'SourcingRefused';
  /** PROMISE_EXPIRED, PROMISE_INVALID, OUT_OF_STOCK or NO_SERVICE. */
  code: Scalars['String']['output'];
  /** What was wrong. */
  message: Scalars['String']['output'];
  /** SKUs it is about. */
  skus: Array<Scalars['ID']['output']>;
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** What can be promised for the given lines and destination; a pure read that reserves nothing. */
  promise: Promise;
  /** What a delivery option costs, as its handle proves; null for a handle that is not ours or whose time is over. */
  optionTerms: Maybe<OptionTerms>;
  /** What can be promised for units that an order holds already, if it went another way; a pure read. */
  orderOptions: Promise;
  /** Published and draft rule sets, newest first; the last is the one that comes with the program (`default`), in force until another is published. */
  ruleSets: RuleSetConnection;
  /** One rule set by version; null if there is none. */
  ruleSet: Maybe<RuleSet>;
  /** Everything in which one version differs from another, place by place. */
  compareRuleSets: Array<RuleDifference>;
  /** Compares a draft with the live rule set over past orders, changing nothing. */
  simulateRuleSet: RuleSimulation;
  /** How many locations, SKUs and services the in-memory network knows, and how fresh it is. */
  promiseNetwork: PromiseNetwork;
  /** What the retailer decides about the promise. */
  promiseSettings: SettingsRecord;
};


export type QueryPromiseArgs = {
  input: PromiseInput;
};


export type QueryOptionTermsArgs = {
  input: OptionTermsInput;
};


export type QueryOrderOptionsArgs = {
  input: OrderOptionsInput;
};


export type QueryRuleSetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRuleSetArgs = {
  version: Scalars['ID']['input'];
};


export type QueryCompareRuleSetsArgs = {
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
};


export type QuerySimulateRuleSetArgs = {
  version: Scalars['ID']['input'];
  lastOrders?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = globalThis.Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => globalThis.Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => globalThis.Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | globalThis.Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | globalThis.Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | globalThis.Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | globalThis.Promise<boolean>;

export type NextResolverFn<T> = () => globalThis.Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | globalThis.Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cart: Cart;
  ProductVariant: ProductVariant;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Cart'], {"channel":true,"currency":true,"locale":true,"destination":{"country":true,"postalCode":true,"latitude":true,"longitude":true},"lines":{"sku":true,"quantity":true,"customisation":true},"promotionCodes":true}>
        | GraphQLRecursivePick<FederationTypes['Cart'], {"channel":true,"currency":true,"locale":true,"destination":{"country":true,"postalCode":true,"latitude":true,"longitude":true},"lines":{"sku":true,"quantity":true,"customisation":true},"promotionCodes":true}>
        | GraphQLRecursivePick<FederationTypes['Cart'], {"channel":true,"currency":true,"locale":true,"destination":{"country":true,"postalCode":true,"latitude":true,"longitude":true},"lines":{"sku":true,"quantity":true,"customisation":true},"promotionCodes":true}> ) );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"sku":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  DraftRuleSetResult:
    | ( Omit<DraftRuleSetSuccess, 'ruleSet'> & { ruleSet: _RefType['RuleSet'] } & { __typename: 'DraftRuleSetSuccess' } )
    | ( InvalidRuleSet & { __typename: 'InvalidRuleSet' } )
  ;
  SourceOrderResult:
    | ( SourcingDecision & { __typename: 'SourcingDecision' } )
    | ( SourcingRefused & { __typename: 'SourcingRefused' } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  SettingsRecord: ResolverTypeWrapper<SettingsRecordModel>;
  Setting: ResolverTypeWrapper<Setting>;
  SettingsRevision: ResolverTypeWrapper<SettingsRevision>;
  SettingChange: ResolverTypeWrapper<SettingChange>;
  SettingsRevisionConnection: ResolverTypeWrapper<SettingsRevisionConnection>;
  SettingsRevisionEdge: ResolverTypeWrapper<SettingsRevisionEdge>;
  ChangeSettingsInput: ChangeSettingsInput;
  SettingChangeInput: SettingChangeInput;
  ResetSettingsInput: ResetSettingsInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  DestinationInput: DestinationInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AddressInput: AddressInput;
  DeliveryMethodType: DeliveryMethodType;
  Document: ResolverTypeWrapper<Document>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Cart: ResolverTypeWrapper<Omit<Cart, 'deliveryOptions'> & { deliveryOptions: ResolversTypes['Promise'] }>;
  CartPromotion: ResolverTypeWrapper<CartPromotion>;
  CartDestination: ResolverTypeWrapper<CartDestination>;
  CartLine: ResolverTypeWrapper<CartLine>;
  ProductVariant: ResolverTypeWrapper<Omit<ProductVariant, 'deliveryPromise'> & { deliveryPromise: ResolversTypes['Promise'] }>;
  Location: ResolverTypeWrapper<Location>;
  CarrierService: ResolverTypeWrapper<CarrierService>;
  PromiseContext: PromiseContext;
  PromiseInput: PromiseInput;
  PromiseLineInput: PromiseLineInput;
  Promise: ResolverTypeWrapper<Answer>;
  PromiseDestination: ResolverTypeWrapper<PromiseDestination>;
  DestinationPrecision: DestinationPrecision;
  DeliveryOption: ResolverTypeWrapper<OfferedOption>;
  OptionMark: OptionMark;
  DeliveryWindow: ResolverTypeWrapper<DeliveryWindow>;
  CollectionPlace: ResolverTypeWrapper<CollectionPlace>;
  PlannedShipment: ResolverTypeWrapper<ShipmentRow>;
  PlannedLine: ResolverTypeWrapper<PlannedLine>;
  Milestone: ResolverTypeWrapper<Milestone>;
  MilestoneCode: MilestoneCode;
  CarbonEstimate: ResolverTypeWrapper<CarbonModel>;
  CarbonLeg: ResolverTypeWrapper<CarbonLegModel>;
  UnavailableOption: ResolverTypeWrapper<Refusal>;
  UnavailableReason: UnavailableReason;
  PromiseTrace: ResolverTypeWrapper<Answer>;
  PromiseTraceStep: ResolverTypeWrapper<PromiseTraceStep>;
  TraceVerdict: TraceVerdict;
  PromiseNetwork: ResolverTypeWrapper<PromiseNetwork>;
  RuleSetState: RuleSetState;
  RuleSet: ResolverTypeWrapper<RuleSetDoc>;
  RuleSetConnection: ResolverTypeWrapper<Omit<RuleSetConnection, 'edges'> & { edges: Array<ResolversTypes['RuleSetEdge']> }>;
  RuleSetEdge: ResolverTypeWrapper<Omit<RuleSetEdge, 'node'> & { node: ResolversTypes['RuleSet'] }>;
  RuleDifference: ResolverTypeWrapper<RuleDifference>;
  RuleDifferenceKind: RuleDifferenceKind;
  RollBackRuleSetInput: RollBackRuleSetInput;
  DraftRuleSetInput: DraftRuleSetInput;
  DraftRuleSetResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DraftRuleSetResult']>;
  DraftRuleSetSuccess: ResolverTypeWrapper<Omit<DraftRuleSetSuccess, 'ruleSet'> & { ruleSet: ResolversTypes['RuleSet'] }>;
  InvalidRuleSet: ResolverTypeWrapper<InvalidRuleSet>;
  RuleFault: ResolverTypeWrapper<RuleFault>;
  RuleSimulation: ResolverTypeWrapper<RuleSimulation>;
  ChangedSourcing: ResolverTypeWrapper<ChangedSourcing>;
  RuleSimulationFigures: ResolverTypeWrapper<RuleSimulationFigures>;
  LocationLoad: ResolverTypeWrapper<LocationLoad>;
  SourceOrderInput: SourceOrderInput;
  HeldUnitsInput: HeldUnitsInput;
  OrderOptionsInput: OrderOptionsInput;
  AddresseeInput: AddresseeInput;
  SourceLineInput: SourceLineInput;
  ResourceOrderInput: ResourceOrderInput;
  OptionTermsInput: OptionTermsInput;
  OptionTerms: ResolverTypeWrapper<OptionTerms>;
  SourceOrderResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SourceOrderResult']>;
  SourcingDecision: ResolverTypeWrapper<SourcingDecision>;
  SourcedShipment: ResolverTypeWrapper<SourcedShipment>;
  SourcedLine: ResolverTypeWrapper<SourcedLine>;
  SourcingRefused: ResolverTypeWrapper<SourcingRefused>;
  link__Purpose: Link__Purpose;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  federation__FieldSet: ResolverTypeWrapper<Scalars['federation__FieldSet']['output']>;
  federation__Scope: ResolverTypeWrapper<Scalars['federation__Scope']['output']>;
  federation__Policy: ResolverTypeWrapper<Scalars['federation__Policy']['output']>;
  federation__ContextFieldValue: ResolverTypeWrapper<Scalars['federation__ContextFieldValue']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  JSON: Scalars['JSON']['output'];
  SettingsRecord: SettingsRecordModel;
  Setting: Setting;
  SettingsRevision: SettingsRevision;
  SettingChange: SettingChange;
  SettingsRevisionConnection: SettingsRevisionConnection;
  SettingsRevisionEdge: SettingsRevisionEdge;
  ChangeSettingsInput: ChangeSettingsInput;
  SettingChangeInput: SettingChangeInput;
  ResetSettingsInput: ResetSettingsInput;
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  TimeZone: Scalars['TimeZone']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  SafeInt: Scalars['SafeInt']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  PageInfo: PageInfo;
  DestinationInput: DestinationInput;
  Float: Scalars['Float']['output'];
  AddressInput: AddressInput;
  Document: Document;
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Cart: Omit<Cart, 'deliveryOptions'> & { deliveryOptions: ResolversParentTypes['Promise'] } | FederationReferenceTypes['Cart'];
  CartPromotion: CartPromotion;
  CartDestination: CartDestination;
  CartLine: CartLine;
  ProductVariant: Omit<ProductVariant, 'deliveryPromise'> & { deliveryPromise: ResolversParentTypes['Promise'] } | FederationReferenceTypes['ProductVariant'];
  Location: Location;
  CarrierService: CarrierService;
  PromiseInput: PromiseInput;
  PromiseLineInput: PromiseLineInput;
  Promise: Answer;
  PromiseDestination: PromiseDestination;
  DeliveryOption: OfferedOption;
  DeliveryWindow: DeliveryWindow;
  CollectionPlace: CollectionPlace;
  PlannedShipment: ShipmentRow;
  PlannedLine: PlannedLine;
  Milestone: Milestone;
  CarbonEstimate: CarbonModel;
  CarbonLeg: CarbonLegModel;
  UnavailableOption: Refusal;
  PromiseTrace: Answer;
  PromiseTraceStep: PromiseTraceStep;
  PromiseNetwork: PromiseNetwork;
  RuleSet: RuleSetDoc;
  RuleSetConnection: Omit<RuleSetConnection, 'edges'> & { edges: Array<ResolversParentTypes['RuleSetEdge']> };
  RuleSetEdge: Omit<RuleSetEdge, 'node'> & { node: ResolversParentTypes['RuleSet'] };
  RuleDifference: RuleDifference;
  RollBackRuleSetInput: RollBackRuleSetInput;
  DraftRuleSetInput: DraftRuleSetInput;
  DraftRuleSetResult: ResolversUnionTypes<ResolversParentTypes>['DraftRuleSetResult'];
  DraftRuleSetSuccess: Omit<DraftRuleSetSuccess, 'ruleSet'> & { ruleSet: ResolversParentTypes['RuleSet'] };
  InvalidRuleSet: InvalidRuleSet;
  RuleFault: RuleFault;
  RuleSimulation: RuleSimulation;
  ChangedSourcing: ChangedSourcing;
  RuleSimulationFigures: RuleSimulationFigures;
  LocationLoad: LocationLoad;
  SourceOrderInput: SourceOrderInput;
  HeldUnitsInput: HeldUnitsInput;
  OrderOptionsInput: OrderOptionsInput;
  AddresseeInput: AddresseeInput;
  SourceLineInput: SourceLineInput;
  ResourceOrderInput: ResourceOrderInput;
  OptionTermsInput: OptionTermsInput;
  OptionTerms: OptionTerms;
  SourceOrderResult: ResolversUnionTypes<ResolversParentTypes>['SourceOrderResult'];
  SourcingDecision: SourcingDecision;
  SourcedShipment: SourcedShipment;
  SourcedLine: SourcedLine;
  SourcingRefused: SourcingRefused;
  link__Import: Scalars['link__Import']['output'];
  federation__FieldSet: Scalars['federation__FieldSet']['output'];
  federation__Scope: Scalars['federation__Scope']['output'];
  federation__Policy: Scalars['federation__Policy']['output'];
  federation__ContextFieldValue: Scalars['federation__ContextFieldValue']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type LinkDirectiveArgs = {
  url?: Maybe<Scalars['String']['input']>;
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<Array<Maybe<Scalars['link__Import']['input']>>>;
};

export type LinkDirectiveResolver<Result, Parent, ContextType = Context, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type TagDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type TagDirectiveResolver<Result, Parent, ContextType = Context, Args = TagDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ExtendsDirectiveArgs = { };

export type Federation__ExtendsDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ExtendsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = Context, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InaccessibleDirectiveArgs = { };

export type InaccessibleDirectiveResolver<Result, Parent, ContextType = Context, Args = InaccessibleDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OverrideDirectiveArgs = {
  from: Scalars['String']['input'];
  label?: Maybe<Scalars['String']['input']>;
};

export type OverrideDirectiveResolver<Result, Parent, ContextType = Context, Args = OverrideDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ComposeDirectiveDirectiveArgs = {
  name?: Maybe<Scalars['String']['input']>;
};

export type Federation__ComposeDirectiveDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ComposeDirectiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__InterfaceObjectDirectiveArgs = { };

export type Federation__InterfaceObjectDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__InterfaceObjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthenticatedDirectiveArgs = { };

export type AuthenticatedDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthenticatedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scalars['federation__Scope']['input']>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = Context, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__PolicyDirectiveArgs = {
  policies: Array<Array<Scalars['federation__Policy']['input']>>;
};

export type Federation__PolicyDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__PolicyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__ContextDirectiveArgs = {
  name: Scalars['String']['input'];
};

export type Federation__ContextDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__ContextDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Federation__FromContextDirectiveArgs = {
  field?: Maybe<Scalars['federation__ContextFieldValue']['input']>;
};

export type Federation__FromContextDirectiveResolver<Result, Parent, ContextType = Context, Args = Federation__FromContextDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = Context, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<Array<Scalars['String']['input']>>;
  sizedFields?: Maybe<Array<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = Context, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type SettingsRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRecord'] = ResolversParentTypes['SettingsRecord']> = {
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settings?: Resolver<Array<ResolversTypes['Setting']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['SettingsRevisionConnection'], ParentType, ContextType, RequireFields<SettingsRecordHistoryArgs, 'first'>>;
};

export type SettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Setting'] = ResolversParentTypes['Setting']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  default?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SettingsRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevision'] = ResolversParentTypes['SettingsRevision']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['SettingChange']>, ParentType, ContextType>;
};

export type SettingChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingChange'] = ResolversParentTypes['SettingChange']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SettingsRevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevisionConnection'] = ResolversParentTypes['SettingsRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SettingsRevisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SettingsRevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SettingsRevisionEdge'] = ResolversParentTypes['SettingsRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SettingsRevision'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = {
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  draftRuleSet?: Resolver<ResolversTypes['DraftRuleSetResult'], ParentType, ContextType, RequireFields<MutationDraftRuleSetArgs, 'input'>>;
  publishRuleSet?: Resolver<ResolversTypes['RuleSet'], ParentType, ContextType, RequireFields<MutationPublishRuleSetArgs, 'version'>>;
  rollBackRuleSet?: Resolver<ResolversTypes['DraftRuleSetResult'], ParentType, ContextType, RequireFields<MutationRollBackRuleSetArgs, 'input'>>;
  sourceOrder?: Resolver<ResolversTypes['SourceOrderResult'], ParentType, ContextType, RequireFields<MutationSourceOrderArgs, 'input'>>;
  resourceOrder?: Resolver<ResolversTypes['SourceOrderResult'], ParentType, ContextType, RequireFields<MutationResourceOrderArgs, 'input'>>;
  changePromiseSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangePromiseSettingsArgs, 'input'>>;
  resetPromiseSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetPromiseSettingsArgs, 'input'>>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promotions?: Resolver<Array<ResolversTypes['CartPromotion']>, ParentType, ContextType>;
  deliveryOptions?: Resolver<ResolversTypes['Promise'], ParentType, ContextType, Partial<CartDeliveryOptionsArgs>>;
};

export type CartPromotionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartPromotion'] = ResolversParentTypes['CartPromotion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  deliveryPromise?: Resolver<ResolversTypes['Promise'], ParentType, ContextType, RequireFields<ProductVariantDeliveryPromiseArgs, 'destination' | 'quantity' | 'channel' | 'currency' | 'locale'>>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CarrierServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierService'] = ResolversParentTypes['CarrierService']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PromiseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Promise'] = ResolversParentTypes['Promise']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  computedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  configVersion?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  degradedReasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  destination?: Resolver<ResolversTypes['PromiseDestination'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['DeliveryOption']>, ParentType, ContextType>;
  unavailable?: Resolver<Array<ResolversTypes['UnavailableOption']>, ParentType, ContextType>;
  trace?: Resolver<ResolversTypes['PromiseTrace'], ParentType, ContextType>;
};

export type PromiseDestinationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseDestination'] = ResolversParentTypes['PromiseDestination']> = {
  precision?: Resolver<ResolversTypes['DestinationPrecision'], ParentType, ContextType>;
  fallback?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
};

export type DeliveryOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryOption'] = ResolversParentTypes['DeliveryOption']> = {
  handle?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  earliestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['DeliveryWindow']>, ParentType, ContextType>;
  orderBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  costToServe?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  carbon?: Resolver<ResolversTypes['CarbonEstimate'], ParentType, ContextType>;
  splitCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  optimalityGap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['PlannedShipment']>, ParentType, ContextType>;
  collectAt?: Resolver<Maybe<ResolversTypes['CollectionPlace']>, ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['OptionMark']>, ParentType, ContextType>;
};

export type DeliveryWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryWindow'] = ResolversParentTypes['DeliveryWindow']> = {
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orderBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CollectionPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollectionPlace'] = ResolversParentTypes['CollectionPlace']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distanceMetres?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  holdUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PlannedShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedShipment'] = ResolversParentTypes['PlannedShipment']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PlannedLine']>, ParentType, ContextType>;
  earliestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  carrierService?: Resolver<Maybe<ResolversTypes['CarrierService']>, ParentType, ContextType>;
  milestones?: Resolver<Array<ResolversTypes['Milestone']>, ParentType, ContextType>;
};

export type PlannedLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlannedLine'] = ResolversParentTypes['PlannedLine']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MilestoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Milestone'] = ResolversParentTypes['Milestone']> = {
  code?: Resolver<ResolversTypes['MilestoneCode'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CarbonEstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarbonEstimate'] = ResolversParentTypes['CarbonEstimate']> = {
  kgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  legs?: Resolver<Array<ResolversTypes['CarbonLeg']>, ParentType, ContextType>;
  customerTripKgCO2e?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  customerTripAssumption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerTripAccuracy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  factorSet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accuracy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CarbonLegResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarbonLeg'] = ResolversParentTypes['CarbonLeg']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vehicle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  km?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kg?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  kgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UnavailableOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnavailableOption'] = ResolversParentTypes['UnavailableOption']> = {
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UnavailableReason'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['UnavailableReason']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skus?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  collectAtId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type PromiseTraceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseTrace'] = ResolversParentTypes['PromiseTrace']> = {
  steps?: Resolver<Array<ResolversTypes['PromiseTraceStep']>, ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PromiseTraceStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseTraceStep'] = ResolversParentTypes['PromiseTraceStep']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  methodType?: Resolver<Maybe<ResolversTypes['DeliveryMethodType']>, ParentType, ContextType>;
  locationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  serviceCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['TraceVerdict']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PromiseNetworkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseNetwork'] = ResolversParentTypes['PromiseNetwork']> = {
  horizonDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currenciesWithoutRate?: Resolver<Array<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  locations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skus?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  services?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RuleSetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSet'] = ResolversParentTypes['RuleSet']> = {
  version?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RuleSetState'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  effectiveAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  copyOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  rulesJson?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleSetConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSetConnection'] = ResolversParentTypes['RuleSetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RuleSetEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RuleSetEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSetEdge'] = ResolversParentTypes['RuleSetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RuleSet'], ParentType, ContextType>;
};

export type RuleDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleDifference'] = ResolversParentTypes['RuleDifference']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RuleDifferenceKind'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DraftRuleSetResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftRuleSetResult'] = ResolversParentTypes['DraftRuleSetResult']> = {
  __resolveType: TypeResolveFn<'DraftRuleSetSuccess' | 'InvalidRuleSet', ParentType, ContextType>;
};

export type DraftRuleSetSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftRuleSetSuccess'] = ResolversParentTypes['DraftRuleSetSuccess']> = {
  ruleSet?: Resolver<ResolversTypes['RuleSet'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidRuleSetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidRuleSet'] = ResolversParentTypes['InvalidRuleSet']> = {
  faults?: Resolver<Array<ResolversTypes['RuleFault']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleFault'] = ResolversParentTypes['RuleFault']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleSimulationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSimulation'] = ResolversParentTypes['RuleSimulation']> = {
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['RuleSimulationFigures'], ParentType, ContextType>;
  draft?: Resolver<ResolversTypes['RuleSimulationFigures'], ParentType, ContextType>;
  changed?: Resolver<Array<ResolversTypes['ChangedSourcing']>, ParentType, ContextType>;
};

export type ChangedSourcingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangedSourcing'] = ResolversParentTypes['ChangedSourcing']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  live?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  draft?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleSimulationFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleSimulationFigures'] = ResolversParentTypes['RuleSimulationFigures']> = {
  sourced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanCostMinor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanSplits?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanPromisedDays?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  keptRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  keptKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanKgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  load?: Resolver<Array<ResolversTypes['LocationLoad']>, ParentType, ContextType>;
};

export type LocationLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationLoad'] = ResolversParentTypes['LocationLoad']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OptionTermsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OptionTerms'] = ResolversParentTypes['OptionTerms']> = {
  cartId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  promotionCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SourceOrderResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceOrderResult'] = ResolversParentTypes['SourceOrderResult']> = {
  __resolveType: TypeResolveFn<'SourcingDecision' | 'SourcingRefused', ParentType, ContextType>;
};

export type SourcingDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingDecision'] = ResolversParentTypes['SourcingDecision']> = {
  methodType?: Resolver<ResolversTypes['DeliveryMethodType'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  promiseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  configVersion?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  earliestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latestDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  promotionCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  costToServe?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  collectAt?: Resolver<Maybe<ResolversTypes['CollectionPlace']>, ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['SourcedShipment']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourcedShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcedShipment'] = ResolversParentTypes['SourcedShipment']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serviceCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['SourcedLine']>, ParentType, ContextType>;
  capacityDay?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  milestones?: Resolver<Array<ResolversTypes['Milestone']>, ParentType, ContextType>;
};

export type SourcedLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcedLine'] = ResolversParentTypes['SourcedLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  future?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourcingRefusedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourcingRefused'] = ResolversParentTypes['SourcingRefused']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skus?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export interface Federation__FieldSetScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__FieldSet'], any> {
  name: 'federation__FieldSet';
}

export interface Federation__ScopeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Scope'], any> {
  name: 'federation__Scope';
}

export interface Federation__PolicyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__Policy'], any> {
  name: 'federation__Policy';
}

export interface Federation__ContextFieldValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['federation__ContextFieldValue'], any> {
  name: 'federation__ContextFieldValue';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  promise?: Resolver<ResolversTypes['Promise'], ParentType, ContextType, RequireFields<QueryPromiseArgs, 'input'>>;
  optionTerms?: Resolver<Maybe<ResolversTypes['OptionTerms']>, ParentType, ContextType, RequireFields<QueryOptionTermsArgs, 'input'>>;
  orderOptions?: Resolver<ResolversTypes['Promise'], ParentType, ContextType, RequireFields<QueryOrderOptionsArgs, 'input'>>;
  ruleSets?: Resolver<ResolversTypes['RuleSetConnection'], ParentType, ContextType, RequireFields<QueryRuleSetsArgs, 'first'>>;
  ruleSet?: Resolver<Maybe<ResolversTypes['RuleSet']>, ParentType, ContextType, RequireFields<QueryRuleSetArgs, 'version'>>;
  compareRuleSets?: Resolver<Array<ResolversTypes['RuleDifference']>, ParentType, ContextType, RequireFields<QueryCompareRuleSetsArgs, 'from' | 'to'>>;
  simulateRuleSet?: Resolver<ResolversTypes['RuleSimulation'], ParentType, ContextType, RequireFields<QuerySimulateRuleSetArgs, 'version' | 'lastOrders'>>;
  promiseNetwork?: Resolver<ResolversTypes['PromiseNetwork'], ParentType, ContextType>;
  promiseSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  JSON?: GraphQLScalarType;
  SettingsRecord?: SettingsRecordResolvers<ContextType>;
  Setting?: SettingResolvers<ContextType>;
  SettingsRevision?: SettingsRevisionResolvers<ContextType>;
  SettingChange?: SettingChangeResolvers<ContextType>;
  SettingsRevisionConnection?: SettingsRevisionConnectionResolvers<ContextType>;
  SettingsRevisionEdge?: SettingsRevisionEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  TimeZone?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  SafeInt?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartPromotion?: CartPromotionResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  CarrierService?: CarrierServiceResolvers<ContextType>;
  Promise?: PromiseResolvers<ContextType>;
  PromiseDestination?: PromiseDestinationResolvers<ContextType>;
  DeliveryOption?: DeliveryOptionResolvers<ContextType>;
  DeliveryWindow?: DeliveryWindowResolvers<ContextType>;
  CollectionPlace?: CollectionPlaceResolvers<ContextType>;
  PlannedShipment?: PlannedShipmentResolvers<ContextType>;
  PlannedLine?: PlannedLineResolvers<ContextType>;
  Milestone?: MilestoneResolvers<ContextType>;
  CarbonEstimate?: CarbonEstimateResolvers<ContextType>;
  CarbonLeg?: CarbonLegResolvers<ContextType>;
  UnavailableOption?: UnavailableOptionResolvers<ContextType>;
  PromiseTrace?: PromiseTraceResolvers<ContextType>;
  PromiseTraceStep?: PromiseTraceStepResolvers<ContextType>;
  PromiseNetwork?: PromiseNetworkResolvers<ContextType>;
  RuleSet?: RuleSetResolvers<ContextType>;
  RuleSetConnection?: RuleSetConnectionResolvers<ContextType>;
  RuleSetEdge?: RuleSetEdgeResolvers<ContextType>;
  RuleDifference?: RuleDifferenceResolvers<ContextType>;
  DraftRuleSetResult?: DraftRuleSetResultResolvers<ContextType>;
  DraftRuleSetSuccess?: DraftRuleSetSuccessResolvers<ContextType>;
  InvalidRuleSet?: InvalidRuleSetResolvers<ContextType>;
  RuleFault?: RuleFaultResolvers<ContextType>;
  RuleSimulation?: RuleSimulationResolvers<ContextType>;
  ChangedSourcing?: ChangedSourcingResolvers<ContextType>;
  RuleSimulationFigures?: RuleSimulationFiguresResolvers<ContextType>;
  LocationLoad?: LocationLoadResolvers<ContextType>;
  OptionTerms?: OptionTermsResolvers<ContextType>;
  SourceOrderResult?: SourceOrderResultResolvers<ContextType>;
  SourcingDecision?: SourcingDecisionResolvers<ContextType>;
  SourcedShipment?: SourcedShipmentResolvers<ContextType>;
  SourcedLine?: SourcedLineResolvers<ContextType>;
  SourcingRefused?: SourcingRefusedResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
  federation__FieldSet?: GraphQLScalarType;
  federation__Scope?: GraphQLScalarType;
  federation__Policy?: GraphQLScalarType;
  federation__ContextFieldValue?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  tag?: TagDirectiveResolver<any, any, ContextType>;
  federation__extends?: Federation__ExtendsDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
  inaccessible?: InaccessibleDirectiveResolver<any, any, ContextType>;
  override?: OverrideDirectiveResolver<any, any, ContextType>;
  federation__composeDirective?: Federation__ComposeDirectiveDirectiveResolver<any, any, ContextType>;
  federation__interfaceObject?: Federation__InterfaceObjectDirectiveResolver<any, any, ContextType>;
  authenticated?: AuthenticatedDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  federation__policy?: Federation__PolicyDirectiveResolver<any, any, ContextType>;
  federation__context?: Federation__ContextDirectiveResolver<any, any, ContextType>;
  federation__fromContext?: Federation__FromContextDirectiveResolver<any, any, ContextType>;
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};

