/* Generated from schema/subgraphs/catalog.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { CartRef } from '../store/loaders.ts';
import type { ProductDoc, VariantDoc } from '../store/models.ts';
import type { PricedOption } from '../domain/customisation.ts';
import type { StockDoc, IncomingDoc } from '../store/stockModels.ts';
import type { Reservation as ReservationModel, Reservation as CartHoldModel, ReservationLine as ReservationLineModel } from '../domain/reservation.ts';
import type { ConditionDoc, WriteOffDoc } from '../store/conditionModels.ts';
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
  /** Create or replace products with their variants (at most 500 variants a call); unchanged ones are left alone. */
  importProducts: ImportResult;
  /** Set counted stock for many SKU and location pairs at once (at most 500), as of when it was counted; reservations stay as they are, and orders that hold more than there is are sourced again. */
  importStock: ImportResult;
  /** Change the stock on hand of one SKU at one location, with a reason. */
  adjustStock: AdjustStockResult;
  /** Announce inbound stock; it counts as available to promise from its date on. */
  announceReceipt: StockPosition;
  /** Book announced inbound stock as received. */
  receiveStock: StockPosition;
  /** Set how many units of a SKU are never promised at a location. */
  setSafetyStock: StockPosition;
  /**
   * Move units on that are not sold as new: repaired ones on sale, those that cannot be repaired to the outlet, others away.
   * INVALID_QUANTITY for more units than there are. Repeating the key changes nothing more.
   */
  moveConditionStock: ConditionStock;
  /** Reserve units, all lines or none. Repeating a key returns the first outcome. */
  reserveStock: ReserveStockResult;
  /** Hold units for a cart for some minutes, all lines or none, in place of what it held before. Repeating a key returns the first outcome. */
  holdForCart: HoldForCartResult;
  /** Let a cart hold its units until later; null when it holds none any more. Never shorter than before, a day in all at most. */
  prolongCartHold: Maybe<CartHold>;
  /** Give back what a cart holds. True, also when it held nothing. */
  freeCartHold: Scalars['Boolean']['output'];
  /** Turn a SOFT reservation into a FIRM one. */
  firmReservation: Reservation;
  /** Move reserved units from one location to another, all lines or none (re-sourcing). */
  transferReservation: ReserveStockResult;
  /** Give reserved units back; without lines, all that is left. */
  releaseReservation: Reservation;
  /** Consume reserved units: they have left the location. Repeating a key changes nothing. */
  commitReservation: Reservation;
  /** Change settings of the catalogue. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeCatalogSettings: SettingsRecord;
  /** Give settings of the catalogue back to their defaults. */
  resetCatalogSettings: SettingsRecord;
};


export type MutationImportProductsArgs = {
  input: ImportProductsInput;
};


export type MutationImportStockArgs = {
  input: ImportStockInput;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationAnnounceReceiptArgs = {
  input: AnnounceReceiptInput;
};


export type MutationReceiveStockArgs = {
  input: ReceiveStockInput;
};


export type MutationSetSafetyStockArgs = {
  input: SetSafetyStockInput;
};


export type MutationMoveConditionStockArgs = {
  input: MoveConditionStockInput;
};


export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


export type MutationHoldForCartArgs = {
  input: HoldForCartInput;
};


export type MutationProlongCartHoldArgs = {
  cartId: Scalars['ID']['input'];
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  idempotencyKey: Scalars['String']['input'];
};


export type MutationFreeCartHoldArgs = {
  cartId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


export type MutationFirmReservationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTransferReservationArgs = {
  input: TransferReservationInput;
};


export type MutationReleaseReservationArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  lines?: InputMaybe<Array<ReservationLineInput>>;
};


export type MutationCommitReservationArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  lines: Array<ReservationLineInput>;
};


export type MutationChangeCatalogSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetCatalogSettingsArgs = {
  input: ResetSettingsInput;
};

/** Something the retailer sells, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** Stable id. */
  id: Scalars['ID']['output'];
  /** Name shown to customers, in the given language (en, fr, it); English if absent. */
  title: Scalars['String']['output'];
  /** Description in the given language; English if absent. */
  description: Maybe<Scalars['String']['output']>;
  /** Brand name. */
  brand: Maybe<Scalars['String']['output']>;
  /** Category code, for example shoes. */
  category: Scalars['String']['output'];
  /** The sellable variants, in SKU order. */
  variants: Array<ProductVariant>;
};


/** Something the retailer sells, in one or more variants. */
export type ProductTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** Something the retailer sells, in one or more variants. */
export type ProductDescriptionArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The products of this page. */
  edges: Array<ProductEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One product in a page. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** What is ordered, stocked and shipped: one size and colour of a product. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** Stock keeping unit; the variant's identity. */
  sku: Scalars['ID']['output'];
  /** The product it belongs to. */
  product: Product;
  /** Name with size and colour, in the given language. */
  title: Scalars['String']['output'];
  /** Price for one unit, tax included. */
  price: Money;
  /** Tax rate in the price at home, in basis points: 2000 is 20 %. An order is taxed by category where it goes. */
  taxBasisPoints: Scalars['Int']['output'];
  /** What it is for tax. */
  taxCategory: TaxCategory;
  /** Weight of one unit packed, in grams. */
  weightGrams: Scalars['Int']['output'];
  /** Outer size of one unit packed. */
  dimensions: Dimensions;
  /** Whether it can be made to the customer's wish, which takes longer and only some locations can do. */
  customisable: Scalars['Boolean']['output'];
  /** What a customer may choose of it when it is made to order; empty where words of their own are enough. */
  customisationOptions: Array<CustomisationOption>;
  /** Number on its barcode (GTIN), 14 digits; null if nobody said. */
  gtin: Maybe<Scalars['ID']['output']>;
  /** Transport restrictions. */
  restrictions: Array<ItemRestriction>;
  /** Not in stock before this instant, but may be ordered. */
  preorderUntil: Maybe<Scalars['DateTime']['output']>;
  /** When out of stock, it may be ordered and is expected at this instant. */
  backorderUntil: Maybe<Scalars['DateTime']['output']>;
  /** What can be sold now on a sales channel; with `cartId`, to that cart: what it holds itself is there for it. */
  availability: Availability;
  /** Units at each location. */
  stock: Array<StockPosition>;
};


/** What is ordered, stocked and shipped: one size and colour of a product. */
export type ProductVariantTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** What is ordered, stocked and shipped: one size and colour of a product. */
export type ProductVariantAvailabilityArgs = {
  channel?: InputMaybe<Scalars['ID']['input']>;
  cartId?: InputMaybe<Scalars['ID']['input']>;
};

/** Outer size in millimetres. */
export type Dimensions = {
  __typename?: 'Dimensions';
  /** Length in millimetres. */
  lengthMm: Scalars['Int']['output'];
  /** Width in millimetres. */
  widthMm: Scalars['Int']['output'];
  /** Height in millimetres. */
  heightMm: Scalars['Int']['output'];
};

/** What goods are for tax: rates differ by category and by where they go. */
export type TaxCategory =
  /** The standard rate of wherever it goes. */
  | 'STANDARD'
  /** Foodstuffs. */
  | 'FOOD'
  /** Printed books. */
  | 'BOOKS'
  /** Clothes and shoes for children. */
  | 'CHILDREN_CLOTHING'
  /** Medicines. */
  | 'MEDICINES'
  /** No tax anywhere, as of gift cards. */
  | 'EXEMPT';

/** What restricts how an item may travel. */
export type ItemRestriction =
  /** Dangerous goods: not by air, not to lockers. */
  | 'DANGEROUS'
  /** Too large for lockers, cargo bikes and most parcel services. */
  | 'OVERSIZE'
  /** Must be kept upright and padded. */
  | 'FRAGILE';

/** What can be sold on a channel now. */
export type Availability = {
  __typename?: 'Availability';
  /** The summary shown to customers. */
  status: AvailabilityStatus;
  /** Units that can be promised now over all locations of the channel. */
  availableToPromise: Scalars['Int']['output'];
  /** When units are expected, for BACKORDER and PREORDER. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Availability in one word. */
export type AvailabilityStatus =
  /** Enough units. */
  | 'IN_STOCK'
  /** Few units left (five or fewer). */
  | 'LOW_STOCK'
  /** None now, but may be ordered for a later date. */
  | 'BACKORDER'
  /** Not out yet, but may be ordered. */
  | 'PREORDER'
  /** Cannot be ordered. */
  | 'OUT_OF_STOCK';

/** The units of one SKU at one location. availableToPromise = onHand - reserved - softReserved - safetyStock, never below zero. */
export type StockPosition = {
  __typename?: 'StockPosition';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Id of the location. */
  locationId: Scalars['ID']['output'];
  /** Units physically there. */
  onHand: Scalars['Int']['output'];
  /** Units reserved by orders (FIRM). */
  reserved: Scalars['Int']['output'];
  /** Units reserved by carts for a short time (SOFT). */
  softReserved: Scalars['Int']['output'];
  /** Units never promised. */
  safetyStock: Scalars['Int']['output'];
  /** Units announced and not yet received. */
  incoming: Array<IncomingStock>;
  /** Units that can be promised now. */
  availableToPromise: Scalars['Int']['output'];
  /** Units that orders and carts hold and that are not there: orders that hold them are sourced again. */
  shortBy: Scalars['Int']['output'];
  /** Units of incoming that orders await. */
  awaited: Scalars['Int']['output'];
  /** Units that left before their receipt was booked; the next receipt counts by so many less. */
  drawnAhead: Scalars['Int']['output'];
  /** When this position last changed. */
  asOf: Scalars['DateTime']['output'];
};

/** A page of stock positions. */
export type StockPositionConnection = {
  __typename?: 'StockPositionConnection';
  /** The positions of this page. */
  edges: Array<StockPositionEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One stock position in a page. */
export type StockPositionEdge = {
  __typename?: 'StockPositionEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The stock position. */
  node: StockPosition;
};

/** Conditions in which units are not sold as new. */
export type StockCondition =
  /** Waits for repair. */
  | 'REFURBISH'
  /** To be sold at a lower price. */
  | 'OUTLET'
  /** Begun or made for an order that gave them up: people decide. Never on sale as the same article again. */
  | 'MADE_TO_ORDER';

/** Units of a SKU in one condition at a location. */
export type ConditionStock = {
  __typename?: 'ConditionStock';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** The variant; null when it is not sold any more. */
  variant: Maybe<ProductVariant>;
  /** Id of the location. */
  locationId: Scalars['ID']['output'];
  /** The condition. */
  condition: StockCondition;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** When they last changed. */
  changedAt: Scalars['DateTime']['output'];
};

/** A page of units that are not sold as new. */
export type ConditionStockConnection = {
  __typename?: 'ConditionStockConnection';
  /** The rows of this page. */
  edges: Array<ConditionStockEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One row in a page. */
export type ConditionStockEdge = {
  __typename?: 'ConditionStockEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: ConditionStock;
};

/** Units to move on. */
export type MoveConditionStockInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** The condition they are in. */
  from: StockCondition;
  /** Where they go. */
  to: ConditionOutcome;
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** The article they are sold as, with ON_SALE; their own if absent. Outlet stock and what was made to order need one of their own. */
  asSku?: InputMaybe<Scalars['ID']['input']>;
  /** Why; stands in the journal. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** Where units go that are not sold as new. */
export type ConditionOutcome =
  /** On sale: repaired, or as an article of the outlet. */
  | 'ON_SALE'
  /** To the outlet. */
  | 'OUTLET'
  /** Thrown away. */
  | 'SCRAPPED'
  /** Given away. */
  | 'DONATED';

/** Units that are gone for good. */
export type WriteOff = {
  __typename?: 'WriteOff';
  /** Id. */
  id: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Id of the location. */
  locationId: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** What became of them. */
  why: WriteOffReason;
  /** Words of whoever decided it. */
  reason: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
};

/** What became of units that are gone. */
export type WriteOffReason =
  /** Thrown away. */
  | 'SCRAPPED'
  /** Given away. */
  | 'DONATED';

/** A page of write-offs. */
export type WriteOffConnection = {
  __typename?: 'WriteOffConnection';
  /** The write-offs of this page. */
  edges: Array<WriteOffEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One write-off in a page. */
export type WriteOffEdge = {
  __typename?: 'WriteOffEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The write-off. */
  node: WriteOff;
};

/** Announced inbound stock. */
export type IncomingStock = {
  __typename?: 'IncomingStock';
  /** Id of the announcement. */
  id: Scalars['ID']['output'];
  /** Units still to come. */
  quantity: Scalars['Int']['output'];
  /** When they are expected. */
  expectedAt: Scalars['DateTime']['output'];
};

/** Where a reservation stands. */
export type ReservationState =
  /** Held for a cart until it expires. */
  | 'SOFT'
  /** Held for an order. */
  | 'FIRM'
  /** All units have left. */
  | 'COMMITTED'
  /** All units that were left have been given back. */
  | 'RELEASED'
  /** It ended unused at its expiry. */
  | 'EXPIRED';

/** Units held for a cart or an order. */
export type Reservation = {
  __typename?: 'Reservation';
  /** Reservation id. */
  id: Scalars['ID']['output'];
  /** State as of now: a SOFT one past its expiry is EXPIRED. */
  state: ReservationState;
  /** When a SOFT reservation ends. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Its lines. */
  lines: Array<ReservationLine>;
};

/** One SKU at one location within a reservation. */
export type ReservationLine = {
  __typename?: 'ReservationLine';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Id of the location. */
  locationId: Scalars['ID']['output'];
  /** Units reserved at first. */
  quantity: Scalars['Int']['output'];
  /** Units consumed. */
  committed: Scalars['Int']['output'];
  /** Units given back. */
  released: Scalars['Int']['output'];
  /** Whether they are awaited from inbound or backorder stock; units that arrive move to a line of the shelf. */
  awaited: Scalars['Boolean']['output'];
  /** The receipt they came with, if they were awaited. */
  receiptId: Maybe<Scalars['ID']['output']>;
};

/** Units of a SKU at a location. */
export type ReservationLineInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** Take the units from announced inbound or backorder stock instead of units on hand. */
  future?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A cart, to which this subgraph adds until when it holds units. */
export type Cart = {
  __typename?: 'Cart';
  id: Scalars['ID']['output'];
  /** Until when it holds its units at checkout; null when it holds none (any more). From then on they are anybody's. */
  heldUntil: Maybe<Scalars['DateTime']['output']>;
};

/** Units held for a cart until an instant. */
export type CartHold = {
  __typename?: 'CartHold';
  /** Id of the cart. */
  cartId: Scalars['ID']['output'];
  /** Until when; the units are anybody's from then on. */
  heldUntil: Scalars['DateTime']['output'];
  /** The reservation that holds them. */
  reservation: Reservation;
};

/** Outcome of holding units for a cart. */
export type HoldForCartResult = CartHold | ReservationOutOfStock;

/** What a cart shall hold. */
export type HoldForCartInput = {
  /** Idempotency key. */
  idempotencyKey: Scalars['String']['input'];
  /** Id of the cart; a cart has one hold at a time. */
  cartId: Scalars['ID']['input'];
  /** Seconds for which it holds them; the setting softHoldSeconds if absent. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Reservation of an order that came to nothing and is given back in the same step. */
  insteadOf?: InputMaybe<Scalars['ID']['input']>;
  /** What to hold, all or nothing. */
  lines: Array<ReservationLineInput>;
};

/** What to reserve. */
export type ReserveStockInput = {
  /** Idempotency key, for example the checkout's id. */
  idempotencyKey: Scalars['String']['input'];
  /** SOFT for carts, FIRM for orders. */
  state: ReservationState;
  /** Seconds until a SOFT reservation ends. */
  ttlSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Cart that becomes an order: what it holds is given back in the same step, so that nobody else gets it in between. */
  cartId?: InputMaybe<Scalars['ID']['input']>;
  /** What to reserve, all or nothing. */
  lines: Array<ReservationLineInput>;
};

/** Units to move within a reservation. */
export type TransferReservationInput = {
  /** Reservation id. */
  id: Scalars['ID']['input'];
  /** Idempotency key. */
  idempotencyKey: Scalars['String']['input'];
  /** Units given back. */
  release: Array<ReservationLineInput>;
  /** Units taken instead. */
  take: Array<ReservationLineInput>;
};

/** Outcome of a reservation. */
export type ReserveStockResult = ReserveStockSuccess | ReservationOutOfStock;

/** The units are held. */
export type ReserveStockSuccess = {
  __typename?: 'ReserveStockSuccess';
  /** The reservation. */
  reservation: Reservation;
};

/** Nothing was reserved: these lines lack stock. */
export type ReservationOutOfStock = {
  __typename?: 'ReservationOutOfStock';
  /** Lines that could not be reserved, with what there is. */
  shortages: Array<Shortage>;
};

/** A line that lacks stock. */
export type Shortage = {
  __typename?: 'Shortage';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Id of the location. */
  locationId: Scalars['ID']['output'];
  /** Units asked for. */
  requested: Scalars['Int']['output'];
  /** Units that could be had. */
  available: Scalars['Int']['output'];
};

/** Products to create or replace. */
export type ImportProductsInput = {
  /** Idempotency key: repeated, the first outcome is given again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Products with their variants. */
  products: Array<ProductInput>;
};

/** A product with its variants, as input. */
export type ProductInput = {
  /** Stable id. */
  id: Scalars['ID']['input'];
  /** Names by language; English is required. */
  title: LocalizedTextInput;
  /** Descriptions by language. */
  description?: InputMaybe<LocalizedTextInput>;
  /** Brand name. */
  brand?: InputMaybe<Scalars['String']['input']>;
  /** Category code. */
  category: Scalars['String']['input'];
  /** Its variants. */
  variants: Array<VariantInput>;
};

/** A text in the languages customers read. */
export type LocalizedTextInput = {
  /** English. */
  en: Scalars['String']['input'];
  /** French. */
  fr?: InputMaybe<Scalars['String']['input']>;
  /** Italian. */
  it?: InputMaybe<Scalars['String']['input']>;
};

/** A variant, as input. */
export type VariantInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Addition to the product's name, such as size and colour. */
  label?: InputMaybe<LocalizedTextInput>;
  /** Price for one unit, tax included. */
  price: MoneyInput;
  /** Tax rate in the price at home, in basis points. */
  taxBasisPoints?: InputMaybe<Scalars['Int']['input']>;
  /** What it is for tax; by default EXEMPT where the rate at home is 0, else STANDARD. */
  taxCategory?: InputMaybe<TaxCategory>;
  /** Weight of one unit packed, in grams (1 to 1,000,000). */
  weightGrams: Scalars['Int']['input'];
  /** Length in millimetres. */
  lengthMm: Scalars['Int']['input'];
  /** Width in millimetres. */
  widthMm: Scalars['Int']['input'];
  /** Height in millimetres. */
  heightMm: Scalars['Int']['input'];
  /** Whether it can be made to the customer's wish. */
  customisable?: InputMaybe<Scalars['Boolean']['input']>;
  /** What a customer may choose of it; needs `customisable`. At most 20 options. */
  customisationOptions?: InputMaybe<Array<CustomisationOptionInput>>;
  /** Number on its barcode: a GTIN of 8, 12, 13 or 14 digits with its check digit. */
  gtin?: InputMaybe<Scalars['ID']['input']>;
  /** Transport restrictions. */
  restrictions?: InputMaybe<Array<ItemRestriction>>;
  /** Not in stock before this instant, but may be ordered. */
  preorderUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** When out of stock, it may be ordered and is expected at this instant. */
  backorderUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Counted stock. */
export type ImportStockInput = {
  /** Idempotency key: repeated, the first outcome is given again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Positions to set. */
  positions: Array<StockCountInput>;
};

/** Counted stock of one SKU at one location. */
export type StockCountInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units physically there, 0 or more. */
  onHand: Scalars['Int']['input'];
  /** Units never promised; unchanged if absent. */
  safetyStock?: InputMaybe<Scalars['Int']['input']>;
  /** When the units were counted, seven days ago at most: what came and went since then is added. The instant of the call if absent. */
  countedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What an import did. */
export type ImportResult = {
  __typename?: 'ImportResult';
  /** Rows created or changed. */
  changed: Scalars['Int']['output'];
  /** Rows that were already so. */
  unchanged: Scalars['Int']['output'];
  /** Rows refused, with the reason; the others went through. */
  refused: Array<ImportRefusal>;
};

/** A row that an import refused. */
export type ImportRefusal = {
  __typename?: 'ImportRefusal';
  /** Key of the row, for example the SKU. */
  key: Scalars['ID']['output'];
  /** Stable code. */
  code: Scalars['String']['output'];
  /** What was wrong. */
  message: Scalars['String']['output'];
};

/** Why stock on hand changes outside of orders. */
export type StockAdjustmentReason =
  /** A count found another number. */
  | 'COUNT'
  /** Units are damaged. */
  | 'DAMAGED'
  /** Units could not be found. */
  | 'NOT_FOUND'
  /** Units came back from a customer. */
  | 'RETURNED'
  /** A correction by hand. */
  | 'CORRECTION';

/** A change of stock on hand. */
export type AdjustStockInput = {
  /** Idempotency key: repeated, the change counts once. One of both must be given. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units to add (positive) or take away (negative); not zero. */
  delta: Scalars['Int']['input'];
  /** Why. */
  reason: StockAdjustmentReason;
};

/** Outcome of a stock adjustment. */
export type AdjustStockResult = AdjustStockSuccess | AdjustmentBelowReserved;

/** The stock changed. */
export type AdjustStockSuccess = {
  __typename?: 'AdjustStockSuccess';
  /** The position after the change. */
  position: StockPosition;
};

/** Refused: fewer units would be left than are reserved. */
export type AdjustmentBelowReserved = {
  __typename?: 'AdjustmentBelowReserved';
  /** The unchanged position. */
  position: StockPosition;
};

/** Inbound stock to announce. */
export type AnnounceReceiptInput = {
  /** Idempotency key: repeated, the announcement counts once, even when its units have arrived meanwhile. */
  idempotencyKey: Scalars['String']['input'];
  /** Id of the announcement, chosen by the caller; repeating it replaces it. */
  id: Scalars['ID']['input'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units to come, at least 1. */
  quantity: Scalars['Int']['input'];
  /** When they are expected. */
  expectedAt: Scalars['DateTime']['input'];
};

/** Announced stock that has arrived. */
export type ReceiveStockInput = {
  /** Idempotency key: repeated, the units count once. */
  idempotencyKey: Scalars['String']['input'];
  /** Id of the announcement. */
  id: Scalars['ID']['input'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units that arrived. */
  quantity: Scalars['Int']['input'];
};

/** Safety stock of one SKU at one location. */
export type SetSafetyStockInput = {
  /** Idempotency key; setting the same number twice changes nothing, so it may be left out. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Id of the location. */
  locationId: Scalars['ID']['input'];
  /** Units never promised, 0 or more. */
  safetyStock: Scalars['Int']['input'];
  /** Why, at most 500 characters; needed from staff. It stands in the journal. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Something a customer chooses of a made-to-order article. */
export type CustomisationOption = {
  __typename?: 'CustomisationOption';
  /** Code, such as ENGRAVING. */
  code: Scalars['ID']['output'];
  /** Name, in the given language. */
  label: Scalars['String']['output'];
  /** What its value is. */
  kind: CustomisationKind;
  /** Whether it must be chosen. */
  required: Scalars['Boolean']['output'];
  /** Longest text, in characters; of TEXT. */
  maxLength: Maybe<Scalars['Int']['output']>;
  /** Least value; of NUMBER. */
  min: Maybe<Scalars['Int']['output']>;
  /** Greatest value; of NUMBER. */
  max: Maybe<Scalars['Int']['output']>;
  /** Values to choose from; of CHOICE. */
  choices: Array<Scalars['ID']['output']>;
  /** What it adds to the price of one unit, by how many units the line has. */
  surcharges: Array<CustomisationSurcharge>;
  /** Craft a location needs for it; any that customises if null. */
  craft: Maybe<Scalars['ID']['output']>;
  /** Working minutes for a line, however many units it has. */
  minutesPerLine: Scalars['Int']['output'];
  /** Working minutes for each unit. */
  minutesPerUnit: Scalars['Int']['output'];
};


/** Something a customer chooses of a made-to-order article. */
export type CustomisationOptionLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What an option adds to the price of one unit. */
export type CustomisationSurcharge = {
  __typename?: 'CustomisationSurcharge';
  /** From so many units of the line on. */
  fromQuantity: Scalars['Int']['output'];
  /** For one unit, tax included. */
  amount: Money;
};

/** What the value of an option is. */
export type CustomisationKind =
  /** Words. */
  | 'TEXT'
  /** One of some values. */
  | 'CHOICE'
  /** A whole number. */
  | 'NUMBER'
  /** A reference to a picture or file: an https address without user and password. */
  | 'FILE';

/** Something a customer may choose, as input. */
export type CustomisationOptionInput = {
  /** Code: capitals, digits and _, at most 40. */
  code: Scalars['ID']['input'];
  /** Name. */
  label: LocalizedTextInput;
  /** What its value is. */
  kind: CustomisationKind;
  /** Whether it must be chosen. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
  /** Longest text, 1 to 200 characters; of TEXT. */
  maxLength?: InputMaybe<Scalars['Int']['input']>;
  /** Least value; of NUMBER. */
  min?: InputMaybe<Scalars['Int']['input']>;
  /** Greatest value; of NUMBER. */
  max?: InputMaybe<Scalars['Int']['input']>;
  /** Values to choose from, 1 to 100; of CHOICE. */
  choices?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What it adds to the price of one unit, in minor units of the variant's currency, by quantity of the line; the first from 1. */
  surcharges?: InputMaybe<Array<CustomisationSurchargeInput>>;
  /** Craft a location needs for it. */
  craft?: InputMaybe<Scalars['ID']['input']>;
  /** Working minutes for a line, at most 43,200. */
  minutesPerLine?: InputMaybe<Scalars['Int']['input']>;
  /** Working minutes for each unit, at most 43,200. */
  minutesPerUnit?: InputMaybe<Scalars['Int']['input']>;
  /** How it is made, for whoever makes it; at most 1,000 characters. */
  instructions?: InputMaybe<Scalars['String']['input']>;
};

/** What an option adds to the price of one unit, as input. */
export type CustomisationSurchargeInput = {
  /** From so many units of the line on, from 1. */
  fromQuantity: Scalars['Int']['input'];
  /** Minor units for one unit, tax included, from 0. */
  amountMinor: Scalars['Int']['input'];
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** One product by its id; null if there is none. */
  product: Maybe<Product>;
  /** Products in title order, optionally narrowed by category or by words of the title. */
  products: ProductConnection;
  /** One variant by its SKU; null if there is none. */
  variant: Maybe<ProductVariant>;
  /** The variant that a barcode names: a GTIN of 8, 12, 13 or 14 digits; null if nobody has it, or its check digit is wrong. */
  variantByGtin: Maybe<ProductVariant>;
  /** Variants of these SKUs (at most 500), in any order; SKUs nobody has are left out. */
  variants: Array<ProductVariant>;
  /** Stock positions by SKU or by location; at least one of both must be given. */
  stockPositions: StockPositionConnection;
  /** Units that are not sold as new: those that wait for repair, or for the outlet. By location and SKU. */
  conditionStock: ConditionStockConnection;
  /** Units that are gone for good, the newest first. */
  writeOffs: WriteOffConnection;
  /** One reservation with its state as of now. */
  reservation: Maybe<Reservation>;
  /** What a cart holds; null when it holds nothing (any more). */
  cartHold: Maybe<CartHold>;
  /** What the retailer decides about the catalogue. */
  catalogSettings: SettingsRecord;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  category?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryVariantArgs = {
  sku: Scalars['ID']['input'];
};


export type QueryVariantByGtinArgs = {
  gtin: Scalars['ID']['input'];
};


export type QueryVariantsArgs = {
  skus: Array<Scalars['ID']['input']>;
};


export type QueryStockPositionsArgs = {
  sku?: InputMaybe<Scalars['ID']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryConditionStockArgs = {
  condition: StockCondition;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWriteOffsArgs = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReservationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCartHoldArgs = {
  cartId: Scalars['ID']['input'];
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
  Product: Product;
  ProductVariant: ProductVariant;
  StockPosition: StockPosition;
  Reservation: Reservation;
  Cart: Cart;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"sku":true}> );
  StockPosition:
    ( { __typename: 'StockPosition' }
    & GraphQLRecursivePick<FederationTypes['StockPosition'], {"sku":true,"locationId":true}> );
  Reservation:
    ( { __typename: 'Reservation' }
    & GraphQLRecursivePick<FederationTypes['Reservation'], {"id":true}> );
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  HoldForCartResult:
    | ( CartHoldModel & { __typename: 'CartHold' } )
    | ( ReservationOutOfStock & { __typename: 'ReservationOutOfStock' } )
  ;
  ReserveStockResult:
    | ( Omit<ReserveStockSuccess, 'reservation'> & { reservation: _RefType['Reservation'] } & { __typename: 'ReserveStockSuccess' } )
    | ( ReservationOutOfStock & { __typename: 'ReservationOutOfStock' } )
  ;
  AdjustStockResult:
    | ( Omit<AdjustStockSuccess, 'position'> & { position: _RefType['StockPosition'] } & { __typename: 'AdjustStockSuccess' } )
    | ( Omit<AdjustmentBelowReserved, 'position'> & { position: _RefType['StockPosition'] } & { __typename: 'AdjustmentBelowReserved' } )
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
  Product: ResolverTypeWrapper<ProductDoc>;
  ProductConnection: ResolverTypeWrapper<Omit<ProductConnection, 'edges'> & { edges: Array<ResolversTypes['ProductEdge']> }>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductVariant: ResolverTypeWrapper<VariantDoc>;
  Dimensions: ResolverTypeWrapper<Dimensions>;
  TaxCategory: TaxCategory;
  ItemRestriction: ItemRestriction;
  Availability: ResolverTypeWrapper<Availability>;
  AvailabilityStatus: AvailabilityStatus;
  StockPosition: ResolverTypeWrapper<StockDoc>;
  StockPositionConnection: ResolverTypeWrapper<Omit<StockPositionConnection, 'edges'> & { edges: Array<ResolversTypes['StockPositionEdge']> }>;
  StockPositionEdge: ResolverTypeWrapper<Omit<StockPositionEdge, 'node'> & { node: ResolversTypes['StockPosition'] }>;
  StockCondition: StockCondition;
  ConditionStock: ResolverTypeWrapper<ConditionDoc>;
  ConditionStockConnection: ResolverTypeWrapper<Omit<ConditionStockConnection, 'edges'> & { edges: Array<ResolversTypes['ConditionStockEdge']> }>;
  ConditionStockEdge: ResolverTypeWrapper<Omit<ConditionStockEdge, 'node'> & { node: ResolversTypes['ConditionStock'] }>;
  MoveConditionStockInput: MoveConditionStockInput;
  ConditionOutcome: ConditionOutcome;
  WriteOff: ResolverTypeWrapper<WriteOffDoc>;
  WriteOffReason: WriteOffReason;
  WriteOffConnection: ResolverTypeWrapper<Omit<WriteOffConnection, 'edges'> & { edges: Array<ResolversTypes['WriteOffEdge']> }>;
  WriteOffEdge: ResolverTypeWrapper<Omit<WriteOffEdge, 'node'> & { node: ResolversTypes['WriteOff'] }>;
  IncomingStock: ResolverTypeWrapper<IncomingDoc>;
  ReservationState: ReservationState;
  Reservation: ResolverTypeWrapper<ReservationModel>;
  ReservationLine: ResolverTypeWrapper<ReservationLineModel>;
  ReservationLineInput: ReservationLineInput;
  Cart: ResolverTypeWrapper<CartRef>;
  CartHold: ResolverTypeWrapper<CartHoldModel>;
  HoldForCartResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['HoldForCartResult']>;
  HoldForCartInput: HoldForCartInput;
  ReserveStockInput: ReserveStockInput;
  TransferReservationInput: TransferReservationInput;
  ReserveStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReserveStockResult']>;
  ReserveStockSuccess: ResolverTypeWrapper<Omit<ReserveStockSuccess, 'reservation'> & { reservation: ResolversTypes['Reservation'] }>;
  ReservationOutOfStock: ResolverTypeWrapper<ReservationOutOfStock>;
  Shortage: ResolverTypeWrapper<Shortage>;
  ImportProductsInput: ImportProductsInput;
  ProductInput: ProductInput;
  LocalizedTextInput: LocalizedTextInput;
  VariantInput: VariantInput;
  ImportStockInput: ImportStockInput;
  StockCountInput: StockCountInput;
  ImportResult: ResolverTypeWrapper<ImportResult>;
  ImportRefusal: ResolverTypeWrapper<ImportRefusal>;
  StockAdjustmentReason: StockAdjustmentReason;
  AdjustStockInput: AdjustStockInput;
  AdjustStockResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AdjustStockResult']>;
  AdjustStockSuccess: ResolverTypeWrapper<Omit<AdjustStockSuccess, 'position'> & { position: ResolversTypes['StockPosition'] }>;
  AdjustmentBelowReserved: ResolverTypeWrapper<Omit<AdjustmentBelowReserved, 'position'> & { position: ResolversTypes['StockPosition'] }>;
  AnnounceReceiptInput: AnnounceReceiptInput;
  ReceiveStockInput: ReceiveStockInput;
  SetSafetyStockInput: SetSafetyStockInput;
  CustomisationOption: ResolverTypeWrapper<PricedOption>;
  CustomisationSurcharge: ResolverTypeWrapper<CustomisationSurcharge>;
  CustomisationKind: CustomisationKind;
  CustomisationOptionInput: CustomisationOptionInput;
  CustomisationSurchargeInput: CustomisationSurchargeInput;
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
  Product: ProductDoc;
  ProductConnection: Omit<ProductConnection, 'edges'> & { edges: Array<ResolversParentTypes['ProductEdge']> };
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductVariant: VariantDoc;
  Dimensions: Dimensions;
  Availability: Availability;
  StockPosition: StockDoc;
  StockPositionConnection: Omit<StockPositionConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockPositionEdge']> };
  StockPositionEdge: Omit<StockPositionEdge, 'node'> & { node: ResolversParentTypes['StockPosition'] };
  ConditionStock: ConditionDoc;
  ConditionStockConnection: Omit<ConditionStockConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConditionStockEdge']> };
  ConditionStockEdge: Omit<ConditionStockEdge, 'node'> & { node: ResolversParentTypes['ConditionStock'] };
  MoveConditionStockInput: MoveConditionStockInput;
  WriteOff: WriteOffDoc;
  WriteOffConnection: Omit<WriteOffConnection, 'edges'> & { edges: Array<ResolversParentTypes['WriteOffEdge']> };
  WriteOffEdge: Omit<WriteOffEdge, 'node'> & { node: ResolversParentTypes['WriteOff'] };
  IncomingStock: IncomingDoc;
  Reservation: ReservationModel;
  ReservationLine: ReservationLineModel;
  ReservationLineInput: ReservationLineInput;
  Cart: CartRef;
  CartHold: CartHoldModel;
  HoldForCartResult: ResolversUnionTypes<ResolversParentTypes>['HoldForCartResult'];
  HoldForCartInput: HoldForCartInput;
  ReserveStockInput: ReserveStockInput;
  TransferReservationInput: TransferReservationInput;
  ReserveStockResult: ResolversUnionTypes<ResolversParentTypes>['ReserveStockResult'];
  ReserveStockSuccess: Omit<ReserveStockSuccess, 'reservation'> & { reservation: ResolversParentTypes['Reservation'] };
  ReservationOutOfStock: ReservationOutOfStock;
  Shortage: Shortage;
  ImportProductsInput: ImportProductsInput;
  ProductInput: ProductInput;
  LocalizedTextInput: LocalizedTextInput;
  VariantInput: VariantInput;
  ImportStockInput: ImportStockInput;
  StockCountInput: StockCountInput;
  ImportResult: ImportResult;
  ImportRefusal: ImportRefusal;
  AdjustStockInput: AdjustStockInput;
  AdjustStockResult: ResolversUnionTypes<ResolversParentTypes>['AdjustStockResult'];
  AdjustStockSuccess: Omit<AdjustStockSuccess, 'position'> & { position: ResolversParentTypes['StockPosition'] };
  AdjustmentBelowReserved: Omit<AdjustmentBelowReserved, 'position'> & { position: ResolversParentTypes['StockPosition'] };
  AnnounceReceiptInput: AnnounceReceiptInput;
  ReceiveStockInput: ReceiveStockInput;
  SetSafetyStockInput: SetSafetyStockInput;
  CustomisationOption: PricedOption;
  CustomisationSurcharge: CustomisationSurcharge;
  CustomisationOptionInput: CustomisationOptionInput;
  CustomisationSurchargeInput: CustomisationSurchargeInput;
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
  importProducts?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportProductsArgs, 'input'>>;
  importStock?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType, RequireFields<MutationImportStockArgs, 'input'>>;
  adjustStock?: Resolver<ResolversTypes['AdjustStockResult'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  announceReceipt?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType, RequireFields<MutationAnnounceReceiptArgs, 'input'>>;
  receiveStock?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType, RequireFields<MutationReceiveStockArgs, 'input'>>;
  setSafetyStock?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType, RequireFields<MutationSetSafetyStockArgs, 'input'>>;
  moveConditionStock?: Resolver<ResolversTypes['ConditionStock'], ParentType, ContextType, RequireFields<MutationMoveConditionStockArgs, 'input'>>;
  reserveStock?: Resolver<ResolversTypes['ReserveStockResult'], ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  holdForCart?: Resolver<ResolversTypes['HoldForCartResult'], ParentType, ContextType, RequireFields<MutationHoldForCartArgs, 'input'>>;
  prolongCartHold?: Resolver<Maybe<ResolversTypes['CartHold']>, ParentType, ContextType, RequireFields<MutationProlongCartHoldArgs, 'cartId' | 'idempotencyKey'>>;
  freeCartHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationFreeCartHoldArgs, 'cartId' | 'idempotencyKey'>>;
  firmReservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType, RequireFields<MutationFirmReservationArgs, 'id'>>;
  transferReservation?: Resolver<ResolversTypes['ReserveStockResult'], ParentType, ContextType, RequireFields<MutationTransferReservationArgs, 'input'>>;
  releaseReservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType, RequireFields<MutationReleaseReservationArgs, 'id' | 'idempotencyKey'>>;
  commitReservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType, RequireFields<MutationCommitReservationArgs, 'id' | 'idempotencyKey' | 'lines'>>;
  changeCatalogSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeCatalogSettingsArgs, 'input'>>;
  resetCatalogSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetCatalogSettingsArgs, 'input'>>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductTitleArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ProductDescriptionArgs>>;
  brand?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProductVariantTitleArgs>>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  taxBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxCategory?: Resolver<ResolversTypes['TaxCategory'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dimensions?: Resolver<ResolversTypes['Dimensions'], ParentType, ContextType>;
  customisable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  customisationOptions?: Resolver<Array<ResolversTypes['CustomisationOption']>, ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  restrictions?: Resolver<Array<ResolversTypes['ItemRestriction']>, ParentType, ContextType>;
  preorderUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  backorderUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availability?: Resolver<ResolversTypes['Availability'], ParentType, ContextType, RequireFields<ProductVariantAvailabilityArgs, 'channel'>>;
  stock?: Resolver<Array<ResolversTypes['StockPosition']>, ParentType, ContextType>;
};

export type DimensionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dimensions'] = ResolversParentTypes['Dimensions']> = {
  lengthMm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  widthMm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heightMm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AvailabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Availability'] = ResolversParentTypes['Availability']> = {
  status?: Resolver<ResolversTypes['AvailabilityStatus'], ParentType, ContextType>;
  availableToPromise?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type StockPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPosition'] = ResolversParentTypes['StockPosition'], FederationReferenceType extends FederationReferenceTypes['StockPosition'] = FederationReferenceTypes['StockPosition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockPosition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  softReserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  safetyStock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incoming?: Resolver<Array<ResolversTypes['IncomingStock']>, ParentType, ContextType>;
  availableToPromise?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shortBy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  awaited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  drawnAhead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StockPositionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPositionConnection'] = ResolversParentTypes['StockPositionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockPositionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockPositionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockPositionEdge'] = ResolversParentTypes['StockPositionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType>;
};

export type ConditionStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionStock'] = ResolversParentTypes['ConditionStock']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['StockCondition'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConditionStockConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionStockConnection'] = ResolversParentTypes['ConditionStockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConditionStockEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConditionStockEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionStockEdge'] = ResolversParentTypes['ConditionStockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConditionStock'], ParentType, ContextType>;
};

export type WriteOffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteOff'] = ResolversParentTypes['WriteOff']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['WriteOffReason'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WriteOffConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteOffConnection'] = ResolversParentTypes['WriteOffConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WriteOffEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WriteOffEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteOffEdge'] = ResolversParentTypes['WriteOffEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WriteOff'], ParentType, ContextType>;
};

export type IncomingStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncomingStock'] = ResolversParentTypes['IncomingStock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reservation'] = ResolversParentTypes['Reservation'], FederationReferenceType extends FederationReferenceTypes['Reservation'] = FederationReferenceTypes['Reservation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reservation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReservationState'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReservationLine']>, ParentType, ContextType>;
};

export type ReservationLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationLine'] = ResolversParentTypes['ReservationLine']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  committed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  released?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  awaited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receiptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  heldUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CartHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CartHold'] = ResolversParentTypes['CartHold']> = {
  cartId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  heldUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HoldForCartResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldForCartResult'] = ResolversParentTypes['HoldForCartResult']> = {
  __resolveType: TypeResolveFn<'CartHold' | 'ReservationOutOfStock', ParentType, ContextType>;
};

export type ReserveStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockResult'] = ResolversParentTypes['ReserveStockResult']> = {
  __resolveType: TypeResolveFn<'ReserveStockSuccess' | 'ReservationOutOfStock', ParentType, ContextType>;
};

export type ReserveStockSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockSuccess'] = ResolversParentTypes['ReserveStockSuccess']> = {
  reservation?: Resolver<ResolversTypes['Reservation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReservationOutOfStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReservationOutOfStock'] = ResolversParentTypes['ReservationOutOfStock']> = {
  shortages?: Resolver<Array<ResolversTypes['Shortage']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShortageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shortage'] = ResolversParentTypes['Shortage']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportResult'] = ResolversParentTypes['ImportResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<Array<ResolversTypes['ImportRefusal']>, ParentType, ContextType>;
};

export type ImportRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRefusal'] = ResolversParentTypes['ImportRefusal']> = {
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdjustStockResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockResult'] = ResolversParentTypes['AdjustStockResult']> = {
  __resolveType: TypeResolveFn<'AdjustStockSuccess' | 'AdjustmentBelowReserved', ParentType, ContextType>;
};

export type AdjustStockSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockSuccess'] = ResolversParentTypes['AdjustStockSuccess']> = {
  position?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdjustmentBelowReservedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustmentBelowReserved'] = ResolversParentTypes['AdjustmentBelowReserved']> = {
  position?: Resolver<ResolversTypes['StockPosition'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomisationOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomisationOption'] = ResolversParentTypes['CustomisationOption']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CustomisationOptionLabelArgs>>;
  kind?: Resolver<ResolversTypes['CustomisationKind'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  choices?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  surcharges?: Resolver<Array<ResolversTypes['CustomisationSurcharge']>, ParentType, ContextType>;
  craft?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  minutesPerLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutesPerUnit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomisationSurchargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomisationSurcharge'] = ResolversParentTypes['CustomisationSurcharge']> = {
  fromQuantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<QueryProductsArgs, 'first'>>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<QueryVariantArgs, 'sku'>>;
  variantByGtin?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<QueryVariantByGtinArgs, 'gtin'>>;
  variants?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<QueryVariantsArgs, 'skus'>>;
  stockPositions?: Resolver<ResolversTypes['StockPositionConnection'], ParentType, ContextType, RequireFields<QueryStockPositionsArgs, 'first'>>;
  conditionStock?: Resolver<ResolversTypes['ConditionStockConnection'], ParentType, ContextType, RequireFields<QueryConditionStockArgs, 'condition' | 'first'>>;
  writeOffs?: Resolver<ResolversTypes['WriteOffConnection'], ParentType, ContextType, RequireFields<QueryWriteOffsArgs, 'first'>>;
  reservation?: Resolver<Maybe<ResolversTypes['Reservation']>, ParentType, ContextType, RequireFields<QueryReservationArgs, 'id'>>;
  cartHold?: Resolver<Maybe<ResolversTypes['CartHold']>, ParentType, ContextType, RequireFields<QueryCartHoldArgs, 'cartId'>>;
  catalogSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
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
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Dimensions?: DimensionsResolvers<ContextType>;
  Availability?: AvailabilityResolvers<ContextType>;
  StockPosition?: StockPositionResolvers<ContextType>;
  StockPositionConnection?: StockPositionConnectionResolvers<ContextType>;
  StockPositionEdge?: StockPositionEdgeResolvers<ContextType>;
  ConditionStock?: ConditionStockResolvers<ContextType>;
  ConditionStockConnection?: ConditionStockConnectionResolvers<ContextType>;
  ConditionStockEdge?: ConditionStockEdgeResolvers<ContextType>;
  WriteOff?: WriteOffResolvers<ContextType>;
  WriteOffConnection?: WriteOffConnectionResolvers<ContextType>;
  WriteOffEdge?: WriteOffEdgeResolvers<ContextType>;
  IncomingStock?: IncomingStockResolvers<ContextType>;
  Reservation?: ReservationResolvers<ContextType>;
  ReservationLine?: ReservationLineResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  CartHold?: CartHoldResolvers<ContextType>;
  HoldForCartResult?: HoldForCartResultResolvers<ContextType>;
  ReserveStockResult?: ReserveStockResultResolvers<ContextType>;
  ReserveStockSuccess?: ReserveStockSuccessResolvers<ContextType>;
  ReservationOutOfStock?: ReservationOutOfStockResolvers<ContextType>;
  Shortage?: ShortageResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  ImportRefusal?: ImportRefusalResolvers<ContextType>;
  AdjustStockResult?: AdjustStockResultResolvers<ContextType>;
  AdjustStockSuccess?: AdjustStockSuccessResolvers<ContextType>;
  AdjustmentBelowReserved?: AdjustmentBelowReservedResolvers<ContextType>;
  CustomisationOption?: CustomisationOptionResolvers<ContextType>;
  CustomisationSurcharge?: CustomisationSurchargeResolvers<ContextType>;
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

