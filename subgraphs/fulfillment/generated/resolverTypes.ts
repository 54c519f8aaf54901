/* Generated from schema/subgraphs/fulfillment.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { LocationDoc, OrderRef } from '../store/models.ts';
import type { FulfillmentOrder as FulfillmentOrderModel, WorkLine } from '../domain/fulfillmentOrder.ts';
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
  /** Create or replace locations (at most 500 a call). */
  importLocations: LocationImportResult;
  /** Take on the work. */
  acceptFulfillmentOrder: FulfillmentOrder;
  /** Refuse the work with a reason, until it has a label: stock is corrected, this location is not asked again, the units are sourced elsewhere. */
  rejectFulfillmentOrder: FulfillmentOrder;
  /** Begin to pick. */
  startPicking: FulfillmentOrder;
  /** Report what was picked; fewer units than asked is a short pick, and the missing ones are sourced elsewhere. */
  pickFulfillmentOrder: FulfillmentOrder;
  /** Put the picked units into parcels. */
  packFulfillmentOrder: FulfillmentOrder;
  /** Buy the label; the shipment is created with the carrier. */
  labelFulfillmentOrder: FulfillmentOrder;
  /** Void the label of parcels that have not been handed over: they can be packed again, unpicked, refused, or labelled anew. INVALID_TRANSITION when the carrier has scanned one. */
  voidLabel: FulfillmentOrder;
  /** Put picked units back on the shelf; they are to be picked again. */
  unpickFulfillmentOrder: FulfillmentOrder;
  /** Picked units turned out to be broken or missing: stock is corrected, they are sourced elsewhere, the rest goes on. */
  reportFailedUnits: FulfillmentOrder;
  /** Give the parcels to the carrier. */
  handOverFulfillmentOrder: FulfillmentOrder;
  /** Tell the customer that the goods wait in the store. */
  readyForCollection: FulfillmentOrder;
  /** The customer has collected some of the goods; the rest waits on, until the same day. `proof` as for all of them. */
  collectUnits: FulfillmentOrder;
  /** The customer has collected the goods, or what is left of them. With `proof` nothing is handed out on a wrong code; a setting says whether it is needed. */
  collectFulfillmentOrder: FulfillmentOrder;
  /** Change settings of fulfillment. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeFulfillmentSettings: SettingsRecord;
  /** Give settings of fulfillment back to their defaults. */
  resetFulfillmentSettings: SettingsRecord;
};


export type MutationImportLocationsArgs = {
  input: ImportLocationsInput;
};


export type MutationAcceptFulfillmentOrderArgs = {
  input: FulfillmentOrderActionInput;
};


export type MutationRejectFulfillmentOrderArgs = {
  input: RejectFulfillmentOrderInput;
};


export type MutationStartPickingArgs = {
  input: FulfillmentOrderActionInput;
};


export type MutationPickFulfillmentOrderArgs = {
  input: PickInput;
};


export type MutationPackFulfillmentOrderArgs = {
  input: PackInput;
};


export type MutationLabelFulfillmentOrderArgs = {
  input: FulfillmentOrderActionInput;
};


export type MutationVoidLabelArgs = {
  input: WorkCorrectionInput;
};


export type MutationUnpickFulfillmentOrderArgs = {
  input: WorkCorrectionInput;
};


export type MutationReportFailedUnitsArgs = {
  input: FailedUnitsInput;
};


export type MutationHandOverFulfillmentOrderArgs = {
  input: FulfillmentOrderActionInput;
};


export type MutationReadyForCollectionArgs = {
  input: FulfillmentOrderActionInput;
};


export type MutationCollectUnitsArgs = {
  input: CollectUnitsInput;
  proof?: InputMaybe<CollectionProofInput>;
};


export type MutationCollectFulfillmentOrderArgs = {
  input: FulfillmentOrderActionInput;
  proof?: InputMaybe<CollectionProofInput>;
};


export type MutationChangeFulfillmentSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetFulfillmentSettingsArgs = {
  input: ResetSettingsInput;
};

/** A place that holds stock, ships, or lets customers collect. */
export type Location = {
  __typename?: 'Location';
  /** Location id. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Kind. */
  kind: LocationKind;
  /** City. */
  city: Scalars['String']['output'];
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** Latitude in degrees. */
  latitude: Scalars['Float']['output'];
  /** Longitude in degrees. */
  longitude: Scalars['Float']['output'];
  /** Zone its opening hours are in. */
  timeZone: Scalars['TimeZone']['output'];
  /** Weekly opening hours. */
  openingHours: Array<OpeningHours>;
  /** Days it is closed: holidays and exceptions. */
  closedDays: Array<Scalars['LocalDate']['output']>;
  /** What it can do. */
  abilities: Array<LocationAbility>;
  /** Shipments it can prepare a day. */
  capacityPerDay: Scalars['Int']['output'];
  /** Minutes from release to packed, in opening hours. */
  handlingMinutes: Scalars['Int']['output'];
  /** Whether it takes part at all. */
  active: Scalars['Boolean']['output'];
};

/** Kind of location. */
export type LocationKind =
  /** Serves online orders. */
  | 'WAREHOUSE'
  /** Serves customers, and may ship. */
  | 'STORE'
  /** Ships its own goods for the retailer. */
  | 'SUPPLIER'
  /** A partner's pickup point or locker; holds no stock. */
  | 'PICKUP_POINT';

/** What a location can do. */
export type LocationAbility =
  /** Ship to customers. */
  | 'SHIP'
  /** Hand over to customers. */
  | 'COLLECT'
  /** Make customised goods. */
  | 'CUSTOMISE'
  /** Serve within the hour. */
  | 'INSTANT'
  /** Is an automatic locker. */
  | 'LOCKER';

/** Opening hours of one weekday. */
export type OpeningHours = {
  __typename?: 'OpeningHours';
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['output'];
  /** Opening, HH:MM local time. */
  opensAt: Scalars['String']['output'];
  /** Closing, HH:MM local time. */
  closesAt: Scalars['String']['output'];
};

/** A page of locations. */
export type LocationConnection = {
  __typename?: 'LocationConnection';
  /** The locations of this page. */
  edges: Array<LocationEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One location in a page. */
export type LocationEdge = {
  __typename?: 'LocationEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The location. */
  node: Location;
};

/** Locations to create or replace. */
export type ImportLocationsInput = {
  /** The locations. */
  locations: Array<LocationInput>;
};

/** A location, as input. */
export type LocationInput = {
  /** Location id. */
  id: Scalars['ID']['input'];
  /** Name. */
  name: Scalars['String']['input'];
  /** Kind. */
  kind: LocationKind;
  /** City. */
  city: Scalars['String']['input'];
  /** Country. */
  country: Scalars['CountryCode']['input'];
  /** Postal code. */
  postalCode: Scalars['String']['input'];
  /** Latitude in degrees. */
  latitude: Scalars['Float']['input'];
  /** Longitude in degrees. */
  longitude: Scalars['Float']['input'];
  /** Zone its opening hours are in. */
  timeZone: Scalars['TimeZone']['input'];
  /** Weekly opening hours. */
  openingHours: Array<OpeningHoursInput>;
  /** Days it is closed. */
  closedDays?: InputMaybe<Array<Scalars['LocalDate']['input']>>;
  /** What it can do. */
  abilities: Array<LocationAbility>;
  /** Shipments it can prepare a day. */
  capacityPerDay: Scalars['Int']['input'];
  /** Minutes from release to packed, in opening hours. */
  handlingMinutes: Scalars['Int']['input'];
  /** Whether it takes part at all. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Opening hours of one weekday, as input. */
export type OpeningHoursInput = {
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['input'];
  /** Opening, HH:MM local time. */
  opensAt: Scalars['String']['input'];
  /** Closing, HH:MM local time. */
  closesAt: Scalars['String']['input'];
};

/** What a location import did. */
export type LocationImportResult = {
  __typename?: 'LocationImportResult';
  /** Rows created or changed. */
  changed: Scalars['Int']['output'];
  /** Rows that were already so. */
  unchanged: Scalars['Int']['output'];
};

/** An order, to which this subgraph adds its work. */
export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
  /** The work of each location on this order, as far as the caller may see it. */
  fulfillmentOrders: Array<FulfillmentOrder>;
};

/** A shipment, named here only; shipping owns it. */
export type Shipment = {
  __typename?: 'Shipment';
  id: Scalars['ID']['output'];
};

/** A variant, named here only; the catalogue owns it. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  sku: Scalars['ID']['output'];
};

/** The work of one location for one order. */
export type FulfillmentOrder = {
  __typename?: 'FulfillmentOrder';
  /** Fulfillment order id. */
  id: Scalars['ID']['output'];
  /** The order. */
  order: Order;
  /** The location that works on it. */
  location: Location;
  /** How the work stands. */
  status: FulfillmentOrderStatus;
  /** How the location answered. */
  assignment: AssignmentStatus;
  /** Where the goods are in the location's work. */
  step: FulfillmentStep;
  /** What to do next, from the table of transitions. */
  allowedActions: Array<FulfillmentAction>;
  /** Its lines. */
  lines: Array<FulfillmentOrderLine>;
  /** Parcels, once packed. */
  parcels: Array<PackedParcel>;
  /** Code of the carrier service; null for collection. */
  serviceCode: Maybe<Scalars['ID']['output']>;
  /** Whether the customer collects here. */
  collection: Scalars['Boolean']['output'];
  /** Store the goods are sent to, where the customer collects them; null otherwise. */
  forwardTo: Maybe<Location>;
  /** Fulfillment order that sent the goods here to be collected; null when they are this location's own. */
  arrivedFrom: Maybe<Scalars['ID']['output']>;
  /** The shipment, once labelled. */
  shipment: Maybe<Shipment>;
  /** When it must be picked, packed and handed over for the promise to hold. */
  dueAt: FulfillmentDueTimes;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was handed over or collected. */
  handedOverAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when the goods wait for the customer, once they are ready to collect. Afterwards they are for sale again. */
  collectBy: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused, if it was. */
  rejectReason: Maybe<RejectReason>;
};

/** Due times of the work. */
export type FulfillmentDueTimes = {
  __typename?: 'FulfillmentDueTimes';
  /** Picking should begin. */
  pickStart: Scalars['DateTime']['output'];
  /** Parcels should be packed. */
  packed: Scalars['DateTime']['output'];
  /** Parcels should be with the carrier, or ready to collect. */
  handover: Scalars['DateTime']['output'];
};

/** How the work stands. */
export type FulfillmentOrderStatus =
  /** To be done. */
  | 'OPEN'
  /** To be done later, or when units that have not come yet are there. */
  | 'SCHEDULED'
  /** Not to be done now. */
  | 'ON_HOLD'
  /** Being done. */
  | 'IN_PROGRESS'
  /** Done in part; the rest went elsewhere. */
  | 'INCOMPLETE'
  /** Done. */
  | 'CLOSED'
  /** Not to be done any more. */
  | 'CANCELLED';

/** How the location answered. */
export type AssignmentStatus =
  /** Asked, no answer yet. */
  | 'OFFERED'
  /** Taken on. */
  | 'ACCEPTED'
  /** Refused. */
  | 'REJECTED'
  /** Not answered in time. */
  | 'EXPIRED'
  /** Asked to stop. */
  | 'CANCEL_REQUESTED';

/** Where the goods are in the location's work. */
export type FulfillmentStep =
  /** To be picked. */
  | 'TO_PICK'
  /** Being picked. */
  | 'PICKING'
  /** Picked. */
  | 'PICKED'
  /** Nothing could be picked. */
  | 'SHORT'
  /** In parcels. */
  | 'PACKED'
  /** Parcels have labels. */
  | 'LABELLED'
  /** With the carrier. */
  | 'HANDED_OVER'
  /** Waits for the customer. */
  | 'READY_FOR_COLLECTION'
  /** With the customer. */
  | 'COLLECTED';

/** What can be done with a fulfillment order. */
export type FulfillmentAction =
  /** Take it on. */
  | 'ACCEPT'
  /** Refuse it. */
  | 'REJECT'
  /** Begin to pick. */
  | 'START_PICKING'
  /** Report what was picked. */
  | 'PICK'
  /** Put into parcels. */
  | 'PACK'
  /** Buy the label. */
  | 'LABEL'
  /** Give to the carrier. */
  | 'HAND_OVER'
  /** Put aside for the customer. */
  | 'READY_FOR_COLLECTION'
  /** Give to the customer. */
  | 'COLLECT'
  /** Void the label. */
  | 'VOID_LABEL'
  /** Put back on the shelf. */
  | 'UNPICK'
  /** Report broken or missing units. */
  | 'REPORT_FAILED';

/** Units of one order line at one location. */
export type FulfillmentOrderLine = {
  __typename?: 'FulfillmentOrderLine';
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** The variant. */
  variant: ProductVariant;
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
  /** Units to do. */
  quantity: Scalars['Int']['output'];
  /** Units of these that have not come yet: nothing is picked before their receipt is booked. */
  awaited: Scalars['Int']['output'];
  /** Units picked. */
  picked: Scalars['Int']['output'];
  /** Units of the picked ones that the customer has collected. */
  collected: Scalars['Int']['output'];
  /** Units cancelled meanwhile. */
  cancelled: Scalars['Int']['output'];
  /** Units that went elsewhere. */
  rerouted: Scalars['Int']['output'];
};

/** A packed parcel. */
export type PackedParcel = {
  __typename?: 'PackedParcel';
  /** Number within the fulfillment order, from 1. */
  number: Scalars['Int']['output'];
  /** Weight in grams. */
  weightGrams: Scalars['Int']['output'];
  /** What is in it. */
  lines: Array<ParcelLine>;
};

/** Units in a parcel. */
export type ParcelLine = {
  __typename?: 'ParcelLine';
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** Why a location refuses work. */
export type RejectReason =
  /** The goods are not there: stock is set to what is left. */
  | 'NOT_IN_STOCK'
  /** The goods are damaged: they are taken off stock. */
  | 'DAMAGED'
  /** No hands: stock stays as it is. */
  | 'NO_CAPACITY'
  /** The location is closed: stock stays as it is. */
  | 'CLOSED';

/** An action on a fulfillment order. */
export type FulfillmentOrderActionInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Idempotency key; without it, repeating a done action is refused. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** Units that the customer has collected. */
export type CollectUnitsInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Which, at least one line; each line once. */
  lines: Array<ParcelLineInput>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A correction of work that has begun. */
export type WorkCorrectionInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Picked units that turned out to be broken or missing. */
export type FailedUnitsInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Which, each line once. */
  lines: Array<FailedUnitsLineInput>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of a line that turned out to be broken or missing. */
export type FailedUnitsLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** What is wrong with them. */
  reason: RejectReason;
};

/** What somebody at the counter shows. */
export type CollectionProofInput = {
  /** Collection code of the order. */
  code: Scalars['String']['input'];
  /** Name on their identity card: the recipient's, or one the customer allowed. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** A refusal. */
export type RejectFulfillmentOrderInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason: RejectReason;
  /** Idempotency key. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** What was picked. */
export type PickInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Units picked by line; lines left out count as picked in full. */
  lines?: InputMaybe<Array<PickedLineInput>>;
  /** Idempotency key. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** Units picked of a line. */
export type PickedLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units picked, from 0. */
  quantity: Scalars['Int']['input'];
  /** Why fewer than asked. */
  reason?: InputMaybe<RejectReason>;
};

/** How it was packed. */
export type PackInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Parcels; if absent, as few as the carrier service takes by weight. */
  parcels?: InputMaybe<Array<ParcelInput>>;
  /** Idempotency key. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** A parcel, as input. */
export type ParcelInput = {
  /** Weight in grams; computed from the goods if absent. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
  /** What is in it. */
  lines: Array<ParcelLineInput>;
};

/** Units in a parcel, as input. */
export type ParcelLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** Which fulfillment orders to list. */
export type FulfillmentOrderFilter = {
  /** Only this location. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** Only this order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Only these states. */
  status?: InputMaybe<Array<FulfillmentOrderStatus>>;
  /** Only these steps. */
  step?: InputMaybe<Array<FulfillmentStep>>;
};

/** A page of fulfillment orders. */
export type FulfillmentOrderConnection = {
  __typename?: 'FulfillmentOrderConnection';
  /** The fulfillment orders of this page. */
  edges: Array<FulfillmentOrderEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One fulfillment order in a page. */
export type FulfillmentOrderEdge = {
  __typename?: 'FulfillmentOrderEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The fulfillment order. */
  node: FulfillmentOrder;
};

/** How the units of one order stand with all locations. */
export type UnitsAtLocations = {
  __typename?: 'UnitsAtLocations';
  /** Order id. */
  orderId: Scalars['ID']['output'];
  /** False while units look for another place or a cancellation is being decided: they may be counted twice or not at all. */
  atRest: Scalars['Boolean']['output'];
  /** Its lines, as far as a location ever had units of them. */
  lines: Array<LineAtLocations>;
};

/** How the units of one order line stand with all locations. */
export type LineAtLocations = {
  __typename?: 'LineAtLocations';
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Units that will be or were sent. */
  wanted: Scalars['Int']['output'];
  /** Units of these that have left, or wait to be collected. */
  left: Scalars['Int']['output'];
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** One location; null if there is none. */
  location: Maybe<Location>;
  /** Locations, by name. */
  locations: LocationConnection;
  /** One fulfillment order the caller may see; null otherwise. */
  fulfillmentOrder: Maybe<FulfillmentOrder>;
  /** Work lists: fulfillment orders the caller may see, most urgent first. */
  fulfillmentOrders: FulfillmentOrderConnection;
  /** How the units of orders stand with the locations (at most 100 orders): compared with what orders counts. */
  unitsAtLocations: Array<UnitsAtLocations>;
  /** What the retailer decides about fulfillment. */
  fulfillmentSettings: SettingsRecord;
};


export type QueryLocationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLocationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<LocationKind>;
  country?: InputMaybe<Scalars['CountryCode']['input']>;
};


export type QueryFulfillmentOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFulfillmentOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FulfillmentOrderFilter>;
};


export type QueryUnitsAtLocationsArgs = {
  orderIds: Array<Scalars['ID']['input']>;
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
  Location: Location;
  Order: Order;
  FulfillmentOrder: FulfillmentOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Location:
    ( { __typename: 'Location' }
    & GraphQLRecursivePick<FederationTypes['Location'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  FulfillmentOrder:
    ( { __typename: 'FulfillmentOrder' }
    & GraphQLRecursivePick<FederationTypes['FulfillmentOrder'], {"id":true}> );
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
  Location: ResolverTypeWrapper<LocationDoc>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LocationKind: LocationKind;
  LocationAbility: LocationAbility;
  OpeningHours: ResolverTypeWrapper<OpeningHours>;
  LocationConnection: ResolverTypeWrapper<Omit<LocationConnection, 'edges'> & { edges: Array<ResolversTypes['LocationEdge']> }>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  ImportLocationsInput: ImportLocationsInput;
  LocationInput: LocationInput;
  OpeningHoursInput: OpeningHoursInput;
  LocationImportResult: ResolverTypeWrapper<LocationImportResult>;
  Order: ResolverTypeWrapper<OrderRef>;
  Shipment: ResolverTypeWrapper<Shipment>;
  ProductVariant: ResolverTypeWrapper<ProductVariant>;
  FulfillmentOrder: ResolverTypeWrapper<FulfillmentOrderModel>;
  FulfillmentDueTimes: ResolverTypeWrapper<FulfillmentDueTimes>;
  FulfillmentOrderStatus: FulfillmentOrderStatus;
  AssignmentStatus: AssignmentStatus;
  FulfillmentStep: FulfillmentStep;
  FulfillmentAction: FulfillmentAction;
  FulfillmentOrderLine: ResolverTypeWrapper<WorkLine>;
  PackedParcel: ResolverTypeWrapper<PackedParcel>;
  ParcelLine: ResolverTypeWrapper<ParcelLine>;
  RejectReason: RejectReason;
  FulfillmentOrderActionInput: FulfillmentOrderActionInput;
  CollectUnitsInput: CollectUnitsInput;
  WorkCorrectionInput: WorkCorrectionInput;
  FailedUnitsInput: FailedUnitsInput;
  FailedUnitsLineInput: FailedUnitsLineInput;
  CollectionProofInput: CollectionProofInput;
  RejectFulfillmentOrderInput: RejectFulfillmentOrderInput;
  PickInput: PickInput;
  PickedLineInput: PickedLineInput;
  PackInput: PackInput;
  ParcelInput: ParcelInput;
  ParcelLineInput: ParcelLineInput;
  FulfillmentOrderFilter: FulfillmentOrderFilter;
  FulfillmentOrderConnection: ResolverTypeWrapper<Omit<FulfillmentOrderConnection, 'edges'> & { edges: Array<ResolversTypes['FulfillmentOrderEdge']> }>;
  FulfillmentOrderEdge: ResolverTypeWrapper<Omit<FulfillmentOrderEdge, 'node'> & { node: ResolversTypes['FulfillmentOrder'] }>;
  UnitsAtLocations: ResolverTypeWrapper<UnitsAtLocations>;
  LineAtLocations: ResolverTypeWrapper<LineAtLocations>;
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
  Location: LocationDoc;
  ID: Scalars['ID']['output'];
  OpeningHours: OpeningHours;
  LocationConnection: Omit<LocationConnection, 'edges'> & { edges: Array<ResolversParentTypes['LocationEdge']> };
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  ImportLocationsInput: ImportLocationsInput;
  LocationInput: LocationInput;
  OpeningHoursInput: OpeningHoursInput;
  LocationImportResult: LocationImportResult;
  Order: OrderRef;
  Shipment: Shipment;
  ProductVariant: ProductVariant;
  FulfillmentOrder: FulfillmentOrderModel;
  FulfillmentDueTimes: FulfillmentDueTimes;
  FulfillmentOrderLine: WorkLine;
  PackedParcel: PackedParcel;
  ParcelLine: ParcelLine;
  FulfillmentOrderActionInput: FulfillmentOrderActionInput;
  CollectUnitsInput: CollectUnitsInput;
  WorkCorrectionInput: WorkCorrectionInput;
  FailedUnitsInput: FailedUnitsInput;
  FailedUnitsLineInput: FailedUnitsLineInput;
  CollectionProofInput: CollectionProofInput;
  RejectFulfillmentOrderInput: RejectFulfillmentOrderInput;
  PickInput: PickInput;
  PickedLineInput: PickedLineInput;
  PackInput: PackInput;
  ParcelInput: ParcelInput;
  ParcelLineInput: ParcelLineInput;
  FulfillmentOrderFilter: FulfillmentOrderFilter;
  FulfillmentOrderConnection: Omit<FulfillmentOrderConnection, 'edges'> & { edges: Array<ResolversParentTypes['FulfillmentOrderEdge']> };
  FulfillmentOrderEdge: Omit<FulfillmentOrderEdge, 'node'> & { node: ResolversParentTypes['FulfillmentOrder'] };
  UnitsAtLocations: UnitsAtLocations;
  LineAtLocations: LineAtLocations;
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
  importLocations?: Resolver<ResolversTypes['LocationImportResult'], ParentType, ContextType, RequireFields<MutationImportLocationsArgs, 'input'>>;
  acceptFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationAcceptFulfillmentOrderArgs, 'input'>>;
  rejectFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationRejectFulfillmentOrderArgs, 'input'>>;
  startPicking?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationStartPickingArgs, 'input'>>;
  pickFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationPickFulfillmentOrderArgs, 'input'>>;
  packFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationPackFulfillmentOrderArgs, 'input'>>;
  labelFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationLabelFulfillmentOrderArgs, 'input'>>;
  voidLabel?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationVoidLabelArgs, 'input'>>;
  unpickFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationUnpickFulfillmentOrderArgs, 'input'>>;
  reportFailedUnits?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationReportFailedUnitsArgs, 'input'>>;
  handOverFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationHandOverFulfillmentOrderArgs, 'input'>>;
  readyForCollection?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationReadyForCollectionArgs, 'input'>>;
  collectUnits?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationCollectUnitsArgs, 'input'>>;
  collectFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationCollectFulfillmentOrderArgs, 'input'>>;
  changeFulfillmentSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeFulfillmentSettingsArgs, 'input'>>;
  resetFulfillmentSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetFulfillmentSettingsArgs, 'input'>>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location'], FederationReferenceType extends FederationReferenceTypes['Location'] = FederationReferenceTypes['Location']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Location']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LocationKind'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
  closedDays?: Resolver<Array<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  abilities?: Resolver<Array<ResolversTypes['LocationAbility']>, ParentType, ContextType>;
  capacityPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handlingMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opensAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type LocationImportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationImportResult'] = ResolversParentTypes['LocationImportResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fulfillmentOrders?: Resolver<Array<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FulfillmentOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrder'] = ResolversParentTypes['FulfillmentOrder'], FederationReferenceType extends FederationReferenceTypes['FulfillmentOrder'] = FederationReferenceTypes['FulfillmentOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['FulfillmentOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FulfillmentOrderStatus'], ParentType, ContextType>;
  assignment?: Resolver<ResolversTypes['AssignmentStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['FulfillmentStep'], ParentType, ContextType>;
  allowedActions?: Resolver<Array<ResolversTypes['FulfillmentAction']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['FulfillmentOrderLine']>, ParentType, ContextType>;
  parcels?: Resolver<Array<ResolversTypes['PackedParcel']>, ParentType, ContextType>;
  serviceCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  collection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  forwardTo?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  arrivedFrom?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['FulfillmentDueTimes'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  collectBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rejectReason?: Resolver<Maybe<ResolversTypes['RejectReason']>, ParentType, ContextType>;
};

export type FulfillmentDueTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentDueTimes'] = ResolversParentTypes['FulfillmentDueTimes']> = {
  pickStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  packed?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  handover?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FulfillmentOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderLine'] = ResolversParentTypes['FulfillmentOrderLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  awaited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  collected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rerouted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PackedParcelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PackedParcel'] = ResolversParentTypes['PackedParcel']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ParcelLine']>, ParentType, ContextType>;
};

export type ParcelLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParcelLine'] = ResolversParentTypes['ParcelLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FulfillmentOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderConnection'] = ResolversParentTypes['FulfillmentOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FulfillmentOrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FulfillmentOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FulfillmentOrderEdge'] = ResolversParentTypes['FulfillmentOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType>;
};

export type UnitsAtLocationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitsAtLocations'] = ResolversParentTypes['UnitsAtLocations']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  atRest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['LineAtLocations']>, ParentType, ContextType>;
};

export type LineAtLocationsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LineAtLocations'] = ResolversParentTypes['LineAtLocations']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<QueryLocationArgs, 'id'>>;
  locations?: Resolver<ResolversTypes['LocationConnection'], ParentType, ContextType, RequireFields<QueryLocationsArgs, 'first'>>;
  fulfillmentOrder?: Resolver<Maybe<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType, RequireFields<QueryFulfillmentOrderArgs, 'id'>>;
  fulfillmentOrders?: Resolver<ResolversTypes['FulfillmentOrderConnection'], ParentType, ContextType, RequireFields<QueryFulfillmentOrdersArgs, 'first'>>;
  unitsAtLocations?: Resolver<Array<ResolversTypes['UnitsAtLocations']>, ParentType, ContextType, RequireFields<QueryUnitsAtLocationsArgs, 'orderIds'>>;
  fulfillmentSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
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
  Location?: LocationResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  LocationImportResult?: LocationImportResultResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  FulfillmentOrder?: FulfillmentOrderResolvers<ContextType>;
  FulfillmentDueTimes?: FulfillmentDueTimesResolvers<ContextType>;
  FulfillmentOrderLine?: FulfillmentOrderLineResolvers<ContextType>;
  PackedParcel?: PackedParcelResolvers<ContextType>;
  ParcelLine?: ParcelLineResolvers<ContextType>;
  FulfillmentOrderConnection?: FulfillmentOrderConnectionResolvers<ContextType>;
  FulfillmentOrderEdge?: FulfillmentOrderEdgeResolvers<ContextType>;
  UnitsAtLocations?: UnitsAtLocationsResolvers<ContextType>;
  LineAtLocations?: LineAtLocationsResolvers<ContextType>;
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

