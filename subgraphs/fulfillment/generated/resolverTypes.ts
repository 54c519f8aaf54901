/* Generated from schema/subgraphs/fulfillment.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { LocationDoc, OrderRef } from '../store/models.ts';
import type { FulfillmentOrder as FulfillmentOrderModel, WorkLine } from '../domain/fulfillmentOrder.ts';
import type { Slip, SlipLine } from '../domain/packingSlip.ts';
import type { PickBatchDoc, ManifestDoc, ThrottleDoc } from '../store/siteDocs.ts';
import type { CompetitiveOffer as CompetitiveOfferModel, OfferedUnits } from '../domain/competition.ts';
import type { MakingJob as MakingJobModel } from '../domain/making.ts';
import type { PickEntry as PickEntryModel } from '../domain/pickList.ts';
import type { ManifestRow } from '../domain/manifest.ts';
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
  /** Begin to make what is made to order of picked work. */
  startMaking: FulfillmentOrder;
  /** Everything that is made to order in it is made; it can be packed now. */
  finishMaking: FulfillmentOrder;
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
  /** Pick several fulfillment orders together: all of them begin. INVALID_TRANSITION when one cannot; then none does. */
  startPickBatch: PickBatch;
  /** Pick what a carrier's pickup needs: accepted work that is due by an instant, most urgent first. NOTHING_TO_PICK when there is none. */
  releaseWave: PickBatch;
  /** Count units by their SKU or GTIN. SCAN_REFUSED when the article is not on the list, unknown, or nothing of it is left to pick; then nothing changes. */
  scanPick: PickBatch;
  /** End picking: what was scanned is picked. Every line with units missing must be named with its reason; these units are sourced elsewhere. */
  finishPickBatch: PickBatch;
  /** Give a batch up: nothing of it is picked; its work can be picked by hand or in another batch. */
  cancelPickBatch: PickBatch;
  /** Take a purchase order on, all of it or part: what is not accepted is sourced elsewhere. */
  acceptPurchaseOrder: PurchaseOrder;
  /** Refuse a purchase order: its units are sourced elsewhere. */
  declinePurchaseOrder: PurchaseOrder;
  /** Everything accepted has left with the supplier's own carrier. A call that broke off goes on with the same key. */
  shipPurchaseOrder: PurchaseOrder;
  /** What a supplier charges for one unit (at most 1,000 a call); it holds for purchase orders raised from then on. */
  setSupplyCosts: SetSupplyCostsResult;
  /** Offer work that its location has not answered to further locations, too: the first claim wins. Collected goods stay where they are. */
  offerToLocations: FulfillmentOrder;
  /** Claim an offer for a location: exactly one of those it was made to gets it, the others ALREADY_CLAIMED. Its stock moves there, and then the work is on its list. */
  claimOffer: OfferClaim;
  /** Say where articles lie at a location (at most 1,000 a call): pick lists follow zones and bins. */
  setBins: SetBinsResult;
  /** A carrier's pickup: every labelled parcel for it is handed over at once and stands on one manifest, with those handed over by themselves since the one before. NOTHING_TO_HAND_OVER when there is none. */
  closeManifest: CarrierManifest;
  /** No new orders for a location until an instant; the promise leaves it out at once. Work it has stays. */
  pauseLocation: LocationThrottle;
  /** End a pause before its time. */
  resumeLocation: LocationThrottle;
  /** Limit how much new work a location takes, until an instant: in any hour, and waiting at each step. It replaces the limits of before; without limits there are none. */
  limitLocation: LocationThrottle;
  /** Opening hours of today, in place of the usual ones; none means closed. They end with the local day. */
  setOpeningToday: LocationThrottle;
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


export type MutationStartMakingArgs = {
  input: MakingInput;
};


export type MutationFinishMakingArgs = {
  input: MakingInput;
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


export type MutationStartPickBatchArgs = {
  input: StartPickBatchInput;
};


export type MutationReleaseWaveArgs = {
  input: ReleaseWaveInput;
};


export type MutationScanPickArgs = {
  input: ScanPickInput;
};


export type MutationFinishPickBatchArgs = {
  input: FinishPickBatchInput;
};


export type MutationCancelPickBatchArgs = {
  input: CancelPickBatchInput;
};


export type MutationAcceptPurchaseOrderArgs = {
  input: AcceptPurchaseOrderInput;
};


export type MutationDeclinePurchaseOrderArgs = {
  input: DeclinePurchaseOrderInput;
};


export type MutationShipPurchaseOrderArgs = {
  input: ShipPurchaseOrderInput;
};


export type MutationSetSupplyCostsArgs = {
  input: SetSupplyCostsInput;
};


export type MutationOfferToLocationsArgs = {
  input: OfferToLocationsInput;
};


export type MutationClaimOfferArgs = {
  input: ClaimOfferInput;
};


export type MutationSetBinsArgs = {
  input: SetBinsInput;
};


export type MutationCloseManifestArgs = {
  input: CloseManifestInput;
};


export type MutationPauseLocationArgs = {
  input: PauseLocationInput;
};


export type MutationResumeLocationArgs = {
  input: ResumeLocationInput;
};


export type MutationLimitLocationArgs = {
  input: LimitLocationInput;
};


export type MutationSetOpeningTodayArgs = {
  input: SetOpeningTodayInput;
};


export type MutationChangeFulfillmentSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetFulfillmentSettingsArgs = {
  input: ResetSettingsInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** The work list of a location: as it is now, then again after each change, and once a minute while minutes pass. Changes that come together are told once. A worker hears of the own locations only. */
  workListChanged: WorkList;
};


export type SubscriptionWorkListChangedArgs = {
  locationId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
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
  /** Crafts it masters, such as ENGRAVING: what needs one is made only where it is. */
  crafts: Array<Scalars['ID']['output']>;
  /** Shipments it can prepare a day. */
  capacityPerDay: Scalars['Int']['output'];
  /** Minutes from release to packed, in opening hours. */
  handlingMinutes: Scalars['Int']['output'];
  /** Whether it takes part at all. */
  active: Scalars['Boolean']['output'];
  /** What holds back new orders there now; null when nothing ever did. */
  throttle: Maybe<LocationThrottle>;
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
  /** Crafts it masters: capitals, digits and _, at most 40 characters; needs CUSTOMISE. */
  crafts?: InputMaybe<Array<Scalars['ID']['input']>>;
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
  /** What lies in which parcel, to be put into it: without prices, names and streets. */
  packingSlip: PackingSlip;
};

/** What lies in the parcels of a fulfillment order. */
export type PackingSlip = {
  __typename?: 'PackingSlip';
  /** Number of the order; null for orders of before. */
  orderNumber: Maybe<Scalars['String']['output']>;
  /** Its lines: by parcel once it is packed, before that in parcel 0. */
  lines: Array<PackingSlipLine>;
  /** What the customer wrote for whoever delivers, such as where to leave it; null without, and for what is collected. */
  instructions: Maybe<Scalars['String']['output']>;
  /** The slip as plain text of at most 80 columns, one page for each parcel with a form feed between them. */
  text: Scalars['String']['output'];
};


/** What lies in the parcels of a fulfillment order. */
export type PackingSlipTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Units of one article in one parcel. */
export type PackingSlipLine = {
  __typename?: 'PackingSlipLine';
  /** Number of the parcel, from 1; 0 before it is packed. */
  parcel: Scalars['Int']['output'];
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** The variant. */
  variant: ProductVariant;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
};

/** What a supplier is to send for an order: the supplier's own lines, and nothing of the rest. */
export type PurchaseOrder = {
  __typename?: 'PurchaseOrder';
  /** Id; of its fulfillment order. */
  id: Scalars['ID']['output'];
  /** Number for the supplier's papers. */
  number: Scalars['String']['output'];
  /** How it stands. */
  state: PurchaseOrderState;
  /** The supplier. */
  location: Location;
  /** Its lines. */
  lines: Array<PurchaseOrderLine>;
  /** What the supplier charges for the units still to send or sent; null where no cost is agreed for one of them. */
  cost: Maybe<Money>;
  /** When it goes elsewhere if nobody answers; null for never. */
  answerBy: Maybe<Scalars['DateTime']['output']>;
  /** When it must be with the carrier. */
  shipBy: Scalars['DateTime']['output'];
  /** Where it goes; from acceptance until it has been sent. */
  shipTo: Maybe<SupplyAddress>;
  /** The supplier's own carrier, once sent. */
  carrier: Maybe<Scalars['String']['output']>;
  /** Its tracking codes, one for each parcel. */
  trackingCodes: Array<Scalars['String']['output']>;
  /** When it was raised. */
  createdAt: Scalars['DateTime']['output'];
};

/** How a purchase order stands. */
export type PurchaseOrderState =
  /** Waits for the supplier's answer. */
  | 'OFFERED'
  /** To be sent. */
  | 'ACCEPTED'
  /** With the carrier. */
  | 'SHIPPED'
  /** Refused, not answered in time, or cancelled: nothing is to be sent. */
  | 'ENDED';

/** One article of a purchase order. */
export type PurchaseOrderLine = {
  __typename?: 'PurchaseOrderLine';
  /** Id of the line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units to send or sent. */
  quantity: Scalars['Int']['output'];
  /** Units that the supplier did not accept. */
  declined: Scalars['Int']['output'];
  /** Units cancelled meanwhile. */
  cancelled: Scalars['Int']['output'];
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
  /** What the supplier charges for one unit, as agreed when it was raised; null if nothing was. */
  unitCost: Maybe<Money>;
};

/** Where a purchase order goes. */
export type SupplyAddress = {
  __typename?: 'SupplyAddress';
  /** Name. */
  name: Scalars['String']['output'];
  /** Company, where goods go to one. */
  company: Maybe<Scalars['String']['output']>;
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** More of it. */
  line2: Maybe<Scalars['String']['output']>;
  /** Postal code; null where the country has none. */
  postalCode: Maybe<Scalars['String']['output']>;
  /** City. */
  city: Scalars['String']['output'];
  /** Country. */
  country: Scalars['CountryCode']['output'];
  /** State, province or county, where addresses name one. */
  region: Maybe<Scalars['String']['output']>;
  /** What the carrier should know, as the customer wrote it. */
  instructions: Maybe<Scalars['String']['output']>;
};

/** Acceptance of a purchase order. */
export type AcceptPurchaseOrderInput = {
  /** Purchase order id. */
  id: Scalars['ID']['input'];
  /** Units accepted by line, each line once; lines left out are declined. All of it if there are none. */
  lines?: InputMaybe<Array<SupplyLineInput>>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of a line of a purchase order. */
export type SupplyLineInput = {
  /** Id of the line. */
  lineId: Scalars['ID']['input'];
  /** Units, from 0. */
  quantity: Scalars['Int']['input'];
};

/** Refusal of a purchase order. */
export type DeclinePurchaseOrderInput = {
  /** Purchase order id. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason: RejectReason;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What has left with the supplier's own carrier. */
export type ShipPurchaseOrderInput = {
  /** Purchase order id. */
  id: Scalars['ID']['input'];
  /** Carrier, 1 to 60 characters. */
  carrier: Scalars['String']['input'];
  /** Parcels with their tracking codes. */
  parcels: Array<SupplyParcelInput>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A parcel of a supplier. */
export type SupplyParcelInput = {
  /** The carrier's code, 1 to 60 printable ASCII characters. */
  trackingCode: Scalars['String']['input'];
  /** Weight in grams, 1 to 1,000,000; computed from the goods if absent. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
  /** What is in it; everything, where there is one parcel. */
  lines?: InputMaybe<Array<SupplyLineInput>>;
};

/** What a supplier charges. */
export type SetSupplyCostsInput = {
  /** The supplier's location. */
  locationId: Scalars['ID']['input'];
  /** Costs, each article once. */
  costs: Array<SupplyCostInput>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What a supplier charges for one unit of an article. */
export type SupplyCostInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** For one unit, without tax; null takes it away. */
  cost?: InputMaybe<MoneyInput>;
};

/** What became of costs. */
export type SetSupplyCostsResult = {
  __typename?: 'SetSupplyCostsResult';
  /** Articles whose cost changed. */
  changed: Scalars['Int']['output'];
};

/** What a location has to do. */
export type WorkList = {
  __typename?: 'WorkList';
  /** The location. */
  location: Location;
  /** When the list was true. */
  at: Scalars['DateTime']['output'];
  /** Fulfillment orders to do: open or being done. */
  open: Scalars['Int']['output'];
  /** Of these, later than the carrier's pickup. */
  late: Scalars['Int']['output'];
  /** Counts by step; steps without work are left out. */
  counts: Array<WorkStepCount>;
  /** Work of other stores that may be claimed here. */
  offers: Array<CompetitiveOffer>;
  /** Most urgent first; what waits for customers to collect it is only counted. */
  entries: Array<WorkListEntry>;
};

/** Work that several locations may claim. */
export type CompetitiveOffer = {
  __typename?: 'CompetitiveOffer';
  /** Id of the fulfillment order it is about. */
  id: Scalars['ID']['output'];
  /** What is to be done. */
  lines: Array<OfferedLine>;
  /** When it must be with the carrier. */
  pickupAt: Scalars['DateTime']['output'];
  /** Minutes until then. */
  minutesLeft: Scalars['Int']['output'];
  /** Locations it is offered to, with the one that was asked first. */
  competitors: Scalars['Int']['output'];
  /** When it goes elsewhere if nobody answers; null for never. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
};

/** Units of an offer. */
export type OfferedLine = {
  __typename?: 'OfferedLine';
  /** The variant. */
  variant: ProductVariant;
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** What to make of it. */
  customisation: Maybe<Scalars['String']['output']>;
};

/** A claim that won. */
export type OfferClaim = {
  __typename?: 'OfferClaim';
  /** Id of the fulfillment order that was offered. */
  offerId: Scalars['ID']['output'];
  /** The location that gets the work. */
  location: Location;
  /** The order; work on it stands on the location's list as soon as its stock has moved. */
  order: Order;
};

/** Work to offer to further locations. */
export type OfferToLocationsInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** 1 to 20 further locations that ship. */
  locationIds: Array<Scalars['ID']['input']>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A claim. */
export type ClaimOfferInput = {
  /** The offer: the id of its fulfillment order. */
  id: Scalars['ID']['input'];
  /** The location that claims it. */
  locationId: Scalars['ID']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** How much waits at one step. */
export type WorkStepCount = {
  __typename?: 'WorkStepCount';
  /** The step. */
  step: FulfillmentStep;
  /** Fulfillment orders. */
  orders: Scalars['Int']['output'];
  /** Units of them still to do. */
  units: Scalars['Int']['output'];
  /** Fulfillment orders that are late. */
  late: Scalars['Int']['output'];
};

/** One fulfillment order on a work list. */
export type WorkListEntry = {
  __typename?: 'WorkListEntry';
  /** The work. */
  fulfillmentOrder: FulfillmentOrder;
  /** Minutes left to the carrier's pickup, or to when it must be ready for the customer; negative when that has passed. */
  minutesLeft: Scalars['Int']['output'];
  /** How urgent it is. */
  priority: WorkPriority;
  /** Units still to do. */
  units: Scalars['Int']['output'];
};

/** How urgent work is. */
export type WorkPriority =
  /** The pickup has passed. */
  | 'LATE'
  /** No more time than the work takes. */
  | 'URGENT'
  /** To be done today. */
  | 'NORMAL'
  /** Scheduled, or waits for units or for the order to be released. */
  | 'LATER';

/** Fulfillment orders that are picked together. */
export type PickBatch = {
  __typename?: 'PickBatch';
  /** Batch id. */
  id: Scalars['ID']['output'];
  /** Where. */
  location: Location;
  /** Named orders, or what a pickup needs. */
  kind: PickBatchKind;
  /** How it stands. */
  state: PickBatchState;
  /** The work in it, most urgent first. */
  fulfillmentOrders: Array<FulfillmentOrder>;
  /** What to fetch, by zone and bin in walking order; articles without a bin come last. */
  zones: Array<PickZone>;
  /** Units to pick. */
  units: Scalars['Int']['output'];
  /** Units scanned. */
  scanned: Scalars['Int']['output'];
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
};

/** Kind of batch. */
export type PickBatchKind =
  /** Orders that somebody named. */
  | 'BATCH'
  /** What is due by an instant. */
  | 'WAVE';

/** How a batch stands. */
export type PickBatchState =
  /** Being picked. */
  | 'OPEN'
  /** Picked. */
  | 'DONE'
  /** Given up. */
  | 'CANCELLED';

/** What to fetch in one zone. */
export type PickZone = {
  __typename?: 'PickZone';
  /** Zone; null for articles whose place nobody said. */
  zone: Maybe<Scalars['String']['output']>;
  /** Bins in order. */
  entries: Array<PickEntry>;
};

/** One article to fetch. */
export type PickEntry = {
  __typename?: 'PickEntry';
  /** Bin; null if nobody said. */
  bin: Maybe<Scalars['String']['output']>;
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Number on its barcode, if it is known. */
  gtin: Maybe<Scalars['ID']['output']>;
  /** The variant. */
  variant: ProductVariant;
  /** Units to fetch for all orders of the batch. */
  quantity: Scalars['Int']['output'];
  /** Units scanned so far. */
  scanned: Scalars['Int']['output'];
  /** For which orders. */
  shares: Array<PickShare>;
};

/** Units of an article for one order. */
export type PickShare = {
  __typename?: 'PickShare';
  /** The work. */
  fulfillmentOrderId: Scalars['ID']['output'];
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Units to pick. */
  quantity: Scalars['Int']['output'];
  /** Units scanned for it. */
  scanned: Scalars['Int']['output'];
};

/** Orders to pick together. */
export type StartPickBatchInput = {
  /** Where. */
  locationId: Scalars['ID']['input'];
  /** 1 to 50 fulfillment orders of this location. */
  fulfillmentOrderIds: Array<Scalars['ID']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What a pickup needs. */
export type ReleaseWaveInput = {
  /** Where. */
  locationId: Scalars['ID']['input'];
  /** Work due to be handed over by then. */
  dueBy: Scalars['DateTime']['input'];
  /** Only for these carrier services; all if empty. */
  serviceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** At most so many fulfillment orders, 1 to 50. */
  most?: InputMaybe<Scalars['Int']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A scan. */
export type ScanPickInput = {
  /** The batch. */
  batchId: Scalars['ID']['input'];
  /** SKU or GTIN (8, 12, 13 or 14 digits) as scanned. */
  code: Scalars['String']['input'];
  /** Units, from 1. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** Only for this order, where each has its own tote; otherwise the most urgent one that needs it. */
  fulfillmentOrderId?: InputMaybe<Scalars['ID']['input']>;
  /** Chosen by the caller, once for each scan. */
  idempotencyKey: Scalars['String']['input'];
};

/** The end of picking. */
export type FinishPickBatchInput = {
  /** The batch. */
  batchId: Scalars['ID']['input'];
  /** Every line with units that were not scanned, and why. */
  short?: InputMaybe<Array<ShortPickInput>>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units that were not found. */
export type ShortPickInput = {
  /** The work. */
  fulfillmentOrderId: Scalars['ID']['input'];
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Why. */
  reason: RejectReason;
};

/** A batch to give up. */
export type CancelPickBatchInput = {
  /** The batch. */
  batchId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Where articles lie. */
export type SetBinsInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** The places. */
  bins: Array<BinInput>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Where an article lies. */
export type BinInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Zone, at most 40 characters; null takes the place away. */
  zone?: InputMaybe<Scalars['String']['input']>;
  /** Bin in the zone, at most 40 characters. */
  bin?: InputMaybe<Scalars['String']['input']>;
};

/** What became of places. */
export type SetBinsResult = {
  __typename?: 'SetBinsResult';
  /** Articles whose place changed. */
  changed: Scalars['Int']['output'];
};

/** Parcels that wait for one pickup. */
export type CarrierPickup = {
  __typename?: 'CarrierPickup';
  /** The carrier; null for services nobody has described yet. */
  carrier: Maybe<Scalars['String']['output']>;
  /** Services. */
  serviceCodes: Array<Scalars['ID']['output']>;
  /** When it comes, as promised. */
  pickupAt: Scalars['DateTime']['output'];
  /** Minutes until then. */
  minutesLeft: Scalars['Int']['output'];
  /** Fulfillment orders with a label, ready to be handed over. */
  ready: Scalars['Int']['output'];
  /** Parcels of these. */
  readyParcels: Scalars['Int']['output'];
  /** Fulfillment orders that are to go with it and have no label yet. */
  notReady: Scalars['Int']['output'];
};

/** A pickup to hand everything over to. */
export type CloseManifestInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Carrier services that are picked up. */
  serviceCodes: Array<Scalars['ID']['input']>;
  /** Only what is due by then; all labelled parcels if absent. */
  dueBy?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What one pickup took. */
export type CarrierManifest = {
  __typename?: 'CarrierManifest';
  /** Manifest id. */
  id: Scalars['ID']['output'];
  /** Where. */
  location: Location;
  /** Services. */
  serviceCodes: Array<Scalars['ID']['output']>;
  /** When it was closed. */
  closedAt: Scalars['DateTime']['output'];
  /** Parcels. */
  parcels: Scalars['Int']['output'];
  /** Their weight together, in grams. */
  weightGrams: Scalars['Int']['output'];
  /** What it took. */
  entries: Array<ManifestEntry>;
  /** Labelled work that stayed because units of it are being cancelled or its label is being voided. */
  leftOut: Array<Scalars['ID']['output']>;
  /** More was ready than one manifest takes (200): close another. */
  more: Scalars['Boolean']['output'];
};

/** One shipment on a manifest. */
export type ManifestEntry = {
  __typename?: 'ManifestEntry';
  /** The work. */
  fulfillmentOrderId: Scalars['ID']['output'];
  /** The shipment. */
  shipment: Shipment;
  /** Service. */
  serviceCode: Scalars['ID']['output'];
  /** Parcels. */
  parcels: Scalars['Int']['output'];
  /** Weight in grams. */
  weightGrams: Scalars['Int']['output'];
  /** When it was handed over by itself, within a day before; null for what was handed over with the pickup. */
  handedOverAt: Maybe<Scalars['DateTime']['output']>;
};

/** What holds back new orders at a location. */
export type LocationThrottle = {
  __typename?: 'LocationThrottle';
  /** Location id. */
  locationId: Scalars['ID']['output'];
  /** Whether it takes new orders now. */
  takesOrders: Scalars['Boolean']['output'];
  /** Why it does not. */
  heldBackBy: Maybe<ThrottleCause>;
  /** Until when it is paused; null if it is not. */
  pausedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Most new fulfillment orders in any 60 minutes; null without limit. */
  maxPerHour: Maybe<Scalars['Int']['output']>;
  /** Most fulfillment orders that may wait at a step. */
  maxPerStep: Array<StepLimit>;
  /** Until when the limits hold; null without limits. */
  limitedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Opening hours of one day, in place of the usual ones; null if the usual ones hold. */
  today: Maybe<OpeningOfDay>;
  /** Why, as whoever changed it last said. */
  reason: Scalars['String']['output'];
  /** Who changed it last. */
  changedBy: Scalars['ID']['output'];
  /** When it was changed last. */
  changedAt: Scalars['DateTime']['output'];
};

/** What holds back new orders. */
export type ThrottleCause =
  /** A pause. */
  | 'PAUSED'
  /** As many new orders as allowed came within the hour. */
  | 'HOUR_FULL'
  /** As much as allowed waits at a step. */
  | 'STEP_FULL';

/** How much may wait at a step. */
export type StepLimit = {
  __typename?: 'StepLimit';
  /** The step. */
  step: FulfillmentStep;
  /** Fulfillment orders. */
  most: Scalars['Int']['output'];
};

/** How much may wait at a step, as input. */
export type StepLimitInput = {
  /** The step. */
  step: FulfillmentStep;
  /** Fulfillment orders, 1 to 100,000. */
  most: Scalars['Int']['input'];
};

/** Opening hours of one day. */
export type OpeningOfDay = {
  __typename?: 'OpeningOfDay';
  /** The local day. */
  day: Scalars['LocalDate']['output'];
  /** Hours; none means closed. */
  hours: Array<OpeningSpan>;
};

/** From and until when a place is open. */
export type OpeningSpan = {
  __typename?: 'OpeningSpan';
  /** Opening, HH:MM local time. */
  opensAt: Scalars['String']['output'];
  /** Closing, HH:MM local time. */
  closesAt: Scalars['String']['output'];
};

/** From and until when a place is open, as input. */
export type OpeningSpanInput = {
  /** Opening, HH:MM local time. */
  opensAt: Scalars['String']['input'];
  /** Closing, HH:MM local time. */
  closesAt: Scalars['String']['input'];
};

/** A pause. */
export type PauseLocationInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Until when, at most 30 days from now; it ends by itself. */
  until: Scalars['DateTime']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** The end of a pause. */
export type ResumeLocationInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Limits of new work. */
export type LimitLocationInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Most new fulfillment orders in any 60 minutes, 1 to 100,000; null without limit. */
  maxPerHour?: InputMaybe<Scalars['Int']['input']>;
  /** Most that may wait at a step; each step once. TO_PICK counts open work that nobody has begun. */
  maxPerStep?: InputMaybe<Array<StepLimitInput>>;
  /** Until when, at most 30 days from now; it ends by itself. */
  until: Scalars['DateTime']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Opening hours of today. */
export type SetOpeningTodayInput = {
  /** Location id. */
  locationId: Scalars['ID']['input'];
  /** Hours of the local day, in order and without overlap; none means closed, null gives the usual hours back. */
  hours?: InputMaybe<Array<OpeningSpanInput>>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
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
  /** What is made to order is being made. */
  | 'MAKING'
  /** What is made to order is made. */
  | 'MADE'
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
  /** Begin to make what is made to order. */
  | 'START_MAKING'
  /** Say that it is made. */
  | 'FINISH_MAKING'
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
  /** What was chosen of it, with how it is made; empty where the wish is in words. */
  making: Array<MakingStep>;
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

/** One option of a made-to-order article, for whoever makes it. */
export type MakingStep = {
  __typename?: 'MakingStep';
  /** Code of the option. */
  code: Scalars['ID']['output'];
  /** What is wanted. */
  value: Scalars['String']['output'];
  /** The value is a reference to a picture or file. */
  isAttachment: Scalars['Boolean']['output'];
  /** Craft it needs. */
  craft: Maybe<Scalars['ID']['output']>;
  /** Working minutes, as the catalogue says, for all units of the line. */
  minutes: Scalars['Int']['output'];
  /** How it is made. */
  instructions: Maybe<Scalars['String']['output']>;
};

/** Units of one order line to be made. */
export type MakingJob = {
  __typename?: 'MakingJob';
  /** The work they belong to. */
  fulfillmentOrder: FulfillmentOrder;
  /** The line. */
  line: FulfillmentOrderLine;
  /** Whether somebody has begun. */
  begun: Scalars['Boolean']['output'];
  /** Minutes until it must be packed. */
  minutesLeft: Scalars['Int']['output'];
};

/** Making of what is made to order. */
export type MakingInput = {
  /** Fulfillment order id. */
  id: Scalars['ID']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
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
  /** What a location has to do now, most urgent first, with counts per step. A worker sees the own locations only. */
  workList: WorkList;
  /** A batch or wave of picking the caller may see; null otherwise. */
  pickBatch: Maybe<PickBatch>;
  /** Batches and waves of a location that are being picked, oldest first; at most 100. */
  openPickBatches: Array<PickBatch>;
  /** Purchase orders to a supplier, by when they must leave; a supplier sees the own ones only. */
  purchaseOrders: Array<PurchaseOrder>;
  /** One purchase order the caller may see; null otherwise. */
  purchaseOrder: Maybe<PurchaseOrder>;
  /** The queue of what is made to order at a location: picked and not begun, or begun; most urgent first. At most 200. */
  makingQueue: Array<MakingJob>;
  /** Work of other stores that a location may claim: the first that does gets it. Most urgent first; at most 100. */
  competitiveOffers: Array<CompetitiveOffer>;
  /** Which parcels of a location wait for which carrier's pickup, and how much is not ready yet; earliest pickup first. */
  carrierPickups: Array<CarrierPickup>;
  /** A manifest the caller may see; null otherwise. */
  carrierManifest: Maybe<CarrierManifest>;
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


export type QueryWorkListArgs = {
  locationId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPickBatchArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOpenPickBatchesArgs = {
  locationId: Scalars['ID']['input'];
};


export type QueryPurchaseOrdersArgs = {
  locationId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<PurchaseOrderState>>;
};


export type QueryPurchaseOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMakingQueueArgs = {
  locationId: Scalars['ID']['input'];
  craft?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCompetitiveOffersArgs = {
  locationId: Scalars['ID']['input'];
};


export type QueryCarrierPickupsArgs = {
  locationId: Scalars['ID']['input'];
};


export type QueryCarrierManifestArgs = {
  id: Scalars['ID']['input'];
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
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Location: ResolverTypeWrapper<LocationDoc>;
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
  PackingSlip: ResolverTypeWrapper<Slip>;
  PackingSlipLine: ResolverTypeWrapper<SlipLine>;
  PurchaseOrder: ResolverTypeWrapper<FulfillmentOrderModel>;
  PurchaseOrderState: PurchaseOrderState;
  PurchaseOrderLine: ResolverTypeWrapper<PurchaseOrderLine>;
  SupplyAddress: ResolverTypeWrapper<SupplyAddress>;
  AcceptPurchaseOrderInput: AcceptPurchaseOrderInput;
  SupplyLineInput: SupplyLineInput;
  DeclinePurchaseOrderInput: DeclinePurchaseOrderInput;
  ShipPurchaseOrderInput: ShipPurchaseOrderInput;
  SupplyParcelInput: SupplyParcelInput;
  SetSupplyCostsInput: SetSupplyCostsInput;
  SupplyCostInput: SupplyCostInput;
  SetSupplyCostsResult: ResolverTypeWrapper<SetSupplyCostsResult>;
  WorkList: ResolverTypeWrapper<Omit<WorkList, 'location' | 'offers' | 'entries'> & { location: ResolversTypes['Location'], offers: Array<ResolversTypes['CompetitiveOffer']>, entries: Array<ResolversTypes['WorkListEntry']> }>;
  CompetitiveOffer: ResolverTypeWrapper<CompetitiveOfferModel>;
  OfferedLine: ResolverTypeWrapper<OfferedUnits>;
  OfferClaim: ResolverTypeWrapper<Omit<OfferClaim, 'location' | 'order'> & { location: ResolversTypes['Location'], order: ResolversTypes['Order'] }>;
  OfferToLocationsInput: OfferToLocationsInput;
  ClaimOfferInput: ClaimOfferInput;
  WorkStepCount: ResolverTypeWrapper<WorkStepCount>;
  WorkListEntry: ResolverTypeWrapper<Omit<WorkListEntry, 'fulfillmentOrder'> & { fulfillmentOrder: ResolversTypes['FulfillmentOrder'] }>;
  WorkPriority: WorkPriority;
  PickBatch: ResolverTypeWrapper<PickBatchDoc>;
  PickBatchKind: PickBatchKind;
  PickBatchState: PickBatchState;
  PickZone: ResolverTypeWrapper<Omit<PickZone, 'entries'> & { entries: Array<ResolversTypes['PickEntry']> }>;
  PickEntry: ResolverTypeWrapper<PickEntryModel>;
  PickShare: ResolverTypeWrapper<PickShare>;
  StartPickBatchInput: StartPickBatchInput;
  ReleaseWaveInput: ReleaseWaveInput;
  ScanPickInput: ScanPickInput;
  FinishPickBatchInput: FinishPickBatchInput;
  ShortPickInput: ShortPickInput;
  CancelPickBatchInput: CancelPickBatchInput;
  SetBinsInput: SetBinsInput;
  BinInput: BinInput;
  SetBinsResult: ResolverTypeWrapper<SetBinsResult>;
  CarrierPickup: ResolverTypeWrapper<CarrierPickup>;
  CloseManifestInput: CloseManifestInput;
  CarrierManifest: ResolverTypeWrapper<ManifestDoc>;
  ManifestEntry: ResolverTypeWrapper<ManifestRow>;
  LocationThrottle: ResolverTypeWrapper<ThrottleDoc>;
  ThrottleCause: ThrottleCause;
  StepLimit: ResolverTypeWrapper<StepLimit>;
  StepLimitInput: StepLimitInput;
  OpeningOfDay: ResolverTypeWrapper<OpeningOfDay>;
  OpeningSpan: ResolverTypeWrapper<OpeningSpan>;
  OpeningSpanInput: OpeningSpanInput;
  PauseLocationInput: PauseLocationInput;
  ResumeLocationInput: ResumeLocationInput;
  LimitLocationInput: LimitLocationInput;
  SetOpeningTodayInput: SetOpeningTodayInput;
  FulfillmentDueTimes: ResolverTypeWrapper<FulfillmentDueTimes>;
  FulfillmentOrderStatus: FulfillmentOrderStatus;
  AssignmentStatus: AssignmentStatus;
  FulfillmentStep: FulfillmentStep;
  FulfillmentAction: FulfillmentAction;
  FulfillmentOrderLine: ResolverTypeWrapper<WorkLine>;
  MakingStep: ResolverTypeWrapper<MakingStep>;
  MakingJob: ResolverTypeWrapper<MakingJobModel>;
  MakingInput: MakingInput;
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
  Subscription: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Location: LocationDoc;
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
  PackingSlip: Slip;
  PackingSlipLine: SlipLine;
  PurchaseOrder: FulfillmentOrderModel;
  PurchaseOrderLine: PurchaseOrderLine;
  SupplyAddress: SupplyAddress;
  AcceptPurchaseOrderInput: AcceptPurchaseOrderInput;
  SupplyLineInput: SupplyLineInput;
  DeclinePurchaseOrderInput: DeclinePurchaseOrderInput;
  ShipPurchaseOrderInput: ShipPurchaseOrderInput;
  SupplyParcelInput: SupplyParcelInput;
  SetSupplyCostsInput: SetSupplyCostsInput;
  SupplyCostInput: SupplyCostInput;
  SetSupplyCostsResult: SetSupplyCostsResult;
  WorkList: Omit<WorkList, 'location' | 'offers' | 'entries'> & { location: ResolversParentTypes['Location'], offers: Array<ResolversParentTypes['CompetitiveOffer']>, entries: Array<ResolversParentTypes['WorkListEntry']> };
  CompetitiveOffer: CompetitiveOfferModel;
  OfferedLine: OfferedUnits;
  OfferClaim: Omit<OfferClaim, 'location' | 'order'> & { location: ResolversParentTypes['Location'], order: ResolversParentTypes['Order'] };
  OfferToLocationsInput: OfferToLocationsInput;
  ClaimOfferInput: ClaimOfferInput;
  WorkStepCount: WorkStepCount;
  WorkListEntry: Omit<WorkListEntry, 'fulfillmentOrder'> & { fulfillmentOrder: ResolversParentTypes['FulfillmentOrder'] };
  PickBatch: PickBatchDoc;
  PickZone: Omit<PickZone, 'entries'> & { entries: Array<ResolversParentTypes['PickEntry']> };
  PickEntry: PickEntryModel;
  PickShare: PickShare;
  StartPickBatchInput: StartPickBatchInput;
  ReleaseWaveInput: ReleaseWaveInput;
  ScanPickInput: ScanPickInput;
  FinishPickBatchInput: FinishPickBatchInput;
  ShortPickInput: ShortPickInput;
  CancelPickBatchInput: CancelPickBatchInput;
  SetBinsInput: SetBinsInput;
  BinInput: BinInput;
  SetBinsResult: SetBinsResult;
  CarrierPickup: CarrierPickup;
  CloseManifestInput: CloseManifestInput;
  CarrierManifest: ManifestDoc;
  ManifestEntry: ManifestRow;
  LocationThrottle: ThrottleDoc;
  StepLimit: StepLimit;
  StepLimitInput: StepLimitInput;
  OpeningOfDay: OpeningOfDay;
  OpeningSpan: OpeningSpan;
  OpeningSpanInput: OpeningSpanInput;
  PauseLocationInput: PauseLocationInput;
  ResumeLocationInput: ResumeLocationInput;
  LimitLocationInput: LimitLocationInput;
  SetOpeningTodayInput: SetOpeningTodayInput;
  FulfillmentDueTimes: FulfillmentDueTimes;
  FulfillmentOrderLine: WorkLine;
  MakingStep: MakingStep;
  MakingJob: MakingJobModel;
  MakingInput: MakingInput;
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
  startMaking?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationStartMakingArgs, 'input'>>;
  finishMaking?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationFinishMakingArgs, 'input'>>;
  packFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationPackFulfillmentOrderArgs, 'input'>>;
  labelFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationLabelFulfillmentOrderArgs, 'input'>>;
  voidLabel?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationVoidLabelArgs, 'input'>>;
  unpickFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationUnpickFulfillmentOrderArgs, 'input'>>;
  reportFailedUnits?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationReportFailedUnitsArgs, 'input'>>;
  handOverFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationHandOverFulfillmentOrderArgs, 'input'>>;
  readyForCollection?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationReadyForCollectionArgs, 'input'>>;
  collectUnits?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationCollectUnitsArgs, 'input'>>;
  collectFulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationCollectFulfillmentOrderArgs, 'input'>>;
  startPickBatch?: Resolver<ResolversTypes['PickBatch'], ParentType, ContextType, RequireFields<MutationStartPickBatchArgs, 'input'>>;
  releaseWave?: Resolver<ResolversTypes['PickBatch'], ParentType, ContextType, RequireFields<MutationReleaseWaveArgs, 'input'>>;
  scanPick?: Resolver<ResolversTypes['PickBatch'], ParentType, ContextType, RequireFields<MutationScanPickArgs, 'input'>>;
  finishPickBatch?: Resolver<ResolversTypes['PickBatch'], ParentType, ContextType, RequireFields<MutationFinishPickBatchArgs, 'input'>>;
  cancelPickBatch?: Resolver<ResolversTypes['PickBatch'], ParentType, ContextType, RequireFields<MutationCancelPickBatchArgs, 'input'>>;
  acceptPurchaseOrder?: Resolver<ResolversTypes['PurchaseOrder'], ParentType, ContextType, RequireFields<MutationAcceptPurchaseOrderArgs, 'input'>>;
  declinePurchaseOrder?: Resolver<ResolversTypes['PurchaseOrder'], ParentType, ContextType, RequireFields<MutationDeclinePurchaseOrderArgs, 'input'>>;
  shipPurchaseOrder?: Resolver<ResolversTypes['PurchaseOrder'], ParentType, ContextType, RequireFields<MutationShipPurchaseOrderArgs, 'input'>>;
  setSupplyCosts?: Resolver<ResolversTypes['SetSupplyCostsResult'], ParentType, ContextType, RequireFields<MutationSetSupplyCostsArgs, 'input'>>;
  offerToLocations?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType, RequireFields<MutationOfferToLocationsArgs, 'input'>>;
  claimOffer?: Resolver<ResolversTypes['OfferClaim'], ParentType, ContextType, RequireFields<MutationClaimOfferArgs, 'input'>>;
  setBins?: Resolver<ResolversTypes['SetBinsResult'], ParentType, ContextType, RequireFields<MutationSetBinsArgs, 'input'>>;
  closeManifest?: Resolver<ResolversTypes['CarrierManifest'], ParentType, ContextType, RequireFields<MutationCloseManifestArgs, 'input'>>;
  pauseLocation?: Resolver<ResolversTypes['LocationThrottle'], ParentType, ContextType, RequireFields<MutationPauseLocationArgs, 'input'>>;
  resumeLocation?: Resolver<ResolversTypes['LocationThrottle'], ParentType, ContextType, RequireFields<MutationResumeLocationArgs, 'input'>>;
  limitLocation?: Resolver<ResolversTypes['LocationThrottle'], ParentType, ContextType, RequireFields<MutationLimitLocationArgs, 'input'>>;
  setOpeningToday?: Resolver<ResolversTypes['LocationThrottle'], ParentType, ContextType, RequireFields<MutationSetOpeningTodayArgs, 'input'>>;
  changeFulfillmentSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeFulfillmentSettingsArgs, 'input'>>;
  resetFulfillmentSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetFulfillmentSettingsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  workListChanged?: SubscriptionResolver<ResolversTypes['WorkList'], "workListChanged", ParentType, ContextType, RequireFields<SubscriptionWorkListChangedArgs, 'locationId' | 'first'>>;
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
  crafts?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  capacityPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handlingMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  throttle?: Resolver<Maybe<ResolversTypes['LocationThrottle']>, ParentType, ContextType>;
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
  packingSlip?: Resolver<ResolversTypes['PackingSlip'], ParentType, ContextType>;
};

export type PackingSlipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PackingSlip'] = ResolversParentTypes['PackingSlip']> = {
  orderNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PackingSlipLine']>, ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PackingSlipTextArgs>>;
};

export type PackingSlipLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PackingSlipLine'] = ResolversParentTypes['PackingSlipLine']> = {
  parcel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PurchaseOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrder'] = ResolversParentTypes['PurchaseOrder']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PurchaseOrderState'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PurchaseOrderLine']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  answerBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shipBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shipTo?: Resolver<Maybe<ResolversTypes['SupplyAddress']>, ParentType, ContextType>;
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trackingCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PurchaseOrderLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseOrderLine'] = ResolversParentTypes['PurchaseOrderLine']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type SupplyAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupplyAddress'] = ResolversParentTypes['SupplyAddress']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetSupplyCostsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetSupplyCostsResult'] = ResolversParentTypes['SetSupplyCostsResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkList'] = ResolversParentTypes['WorkList']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['WorkStepCount']>, ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['CompetitiveOffer']>, ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['WorkListEntry']>, ParentType, ContextType>;
};

export type CompetitiveOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompetitiveOffer'] = ResolversParentTypes['CompetitiveOffer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['OfferedLine']>, ParentType, ContextType>;
  pickupAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  minutesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  competitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type OfferedLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferedLine'] = ResolversParentTypes['OfferedLine']> = {
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfferClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferClaim'] = ResolversParentTypes['OfferClaim']> = {
  offerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type WorkStepCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkStepCount'] = ResolversParentTypes['WorkStepCount']> = {
  step?: Resolver<ResolversTypes['FulfillmentStep'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkListEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkListEntry'] = ResolversParentTypes['WorkListEntry']> = {
  fulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType>;
  minutesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['WorkPriority'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PickBatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickBatch'] = ResolversParentTypes['PickBatch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PickBatchKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PickBatchState'], ParentType, ContextType>;
  fulfillmentOrders?: Resolver<Array<ResolversTypes['FulfillmentOrder']>, ParentType, ContextType>;
  zones?: Resolver<Array<ResolversTypes['PickZone']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PickZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickZone'] = ResolversParentTypes['PickZone']> = {
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['PickEntry']>, ParentType, ContextType>;
};

export type PickEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickEntry'] = ResolversParentTypes['PickEntry']> = {
  bin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  gtin?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ProductVariant'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['PickShare']>, ParentType, ContextType>;
};

export type PickShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickShare'] = ResolversParentTypes['PickShare']> = {
  fulfillmentOrderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SetBinsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetBinsResult'] = ResolversParentTypes['SetBinsResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CarrierPickupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierPickup'] = ResolversParentTypes['CarrierPickup']> = {
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceCodes?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  pickupAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  minutesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ready?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readyParcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notReady?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CarrierManifestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierManifest'] = ResolversParentTypes['CarrierManifest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  serviceCodes?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  closedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  parcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['ManifestEntry']>, ParentType, ContextType>;
  leftOut?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  more?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ManifestEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ManifestEntry'] = ResolversParentTypes['ManifestEntry']> = {
  fulfillmentOrderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
  serviceCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parcels?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LocationThrottleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocationThrottle'] = ResolversParentTypes['LocationThrottle']> = {
  locationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  takesOrders?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  heldBackBy?: Resolver<Maybe<ResolversTypes['ThrottleCause']>, ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  maxPerHour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxPerStep?: Resolver<Array<ResolversTypes['StepLimit']>, ParentType, ContextType>;
  limitedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  today?: Resolver<Maybe<ResolversTypes['OpeningOfDay']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type StepLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StepLimit'] = ResolversParentTypes['StepLimit']> = {
  step?: Resolver<ResolversTypes['FulfillmentStep'], ParentType, ContextType>;
  most?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpeningOfDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningOfDay'] = ResolversParentTypes['OpeningOfDay']> = {
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  hours?: Resolver<Array<ResolversTypes['OpeningSpan']>, ParentType, ContextType>;
};

export type OpeningSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OpeningSpan'] = ResolversParentTypes['OpeningSpan']> = {
  opensAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closesAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  making?: Resolver<Array<ResolversTypes['MakingStep']>, ParentType, ContextType>;
  awaited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  collected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rerouted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MakingStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MakingStep'] = ResolversParentTypes['MakingStep']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isAttachment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  craft?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MakingJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MakingJob'] = ResolversParentTypes['MakingJob']> = {
  fulfillmentOrder?: Resolver<ResolversTypes['FulfillmentOrder'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['FulfillmentOrderLine'], ParentType, ContextType>;
  begun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  workList?: Resolver<ResolversTypes['WorkList'], ParentType, ContextType, RequireFields<QueryWorkListArgs, 'locationId' | 'first'>>;
  pickBatch?: Resolver<Maybe<ResolversTypes['PickBatch']>, ParentType, ContextType, RequireFields<QueryPickBatchArgs, 'id'>>;
  openPickBatches?: Resolver<Array<ResolversTypes['PickBatch']>, ParentType, ContextType, RequireFields<QueryOpenPickBatchesArgs, 'locationId'>>;
  purchaseOrders?: Resolver<Array<ResolversTypes['PurchaseOrder']>, ParentType, ContextType, RequireFields<QueryPurchaseOrdersArgs, 'locationId' | 'first'>>;
  purchaseOrder?: Resolver<Maybe<ResolversTypes['PurchaseOrder']>, ParentType, ContextType, RequireFields<QueryPurchaseOrderArgs, 'id'>>;
  makingQueue?: Resolver<Array<ResolversTypes['MakingJob']>, ParentType, ContextType, RequireFields<QueryMakingQueueArgs, 'locationId'>>;
  competitiveOffers?: Resolver<Array<ResolversTypes['CompetitiveOffer']>, ParentType, ContextType, RequireFields<QueryCompetitiveOffersArgs, 'locationId'>>;
  carrierPickups?: Resolver<Array<ResolversTypes['CarrierPickup']>, ParentType, ContextType, RequireFields<QueryCarrierPickupsArgs, 'locationId'>>;
  carrierManifest?: Resolver<Maybe<ResolversTypes['CarrierManifest']>, ParentType, ContextType, RequireFields<QueryCarrierManifestArgs, 'id'>>;
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
  Subscription?: SubscriptionResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  LocationImportResult?: LocationImportResultResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  FulfillmentOrder?: FulfillmentOrderResolvers<ContextType>;
  PackingSlip?: PackingSlipResolvers<ContextType>;
  PackingSlipLine?: PackingSlipLineResolvers<ContextType>;
  PurchaseOrder?: PurchaseOrderResolvers<ContextType>;
  PurchaseOrderLine?: PurchaseOrderLineResolvers<ContextType>;
  SupplyAddress?: SupplyAddressResolvers<ContextType>;
  SetSupplyCostsResult?: SetSupplyCostsResultResolvers<ContextType>;
  WorkList?: WorkListResolvers<ContextType>;
  CompetitiveOffer?: CompetitiveOfferResolvers<ContextType>;
  OfferedLine?: OfferedLineResolvers<ContextType>;
  OfferClaim?: OfferClaimResolvers<ContextType>;
  WorkStepCount?: WorkStepCountResolvers<ContextType>;
  WorkListEntry?: WorkListEntryResolvers<ContextType>;
  PickBatch?: PickBatchResolvers<ContextType>;
  PickZone?: PickZoneResolvers<ContextType>;
  PickEntry?: PickEntryResolvers<ContextType>;
  PickShare?: PickShareResolvers<ContextType>;
  SetBinsResult?: SetBinsResultResolvers<ContextType>;
  CarrierPickup?: CarrierPickupResolvers<ContextType>;
  CarrierManifest?: CarrierManifestResolvers<ContextType>;
  ManifestEntry?: ManifestEntryResolvers<ContextType>;
  LocationThrottle?: LocationThrottleResolvers<ContextType>;
  StepLimit?: StepLimitResolvers<ContextType>;
  OpeningOfDay?: OpeningOfDayResolvers<ContextType>;
  OpeningSpan?: OpeningSpanResolvers<ContextType>;
  FulfillmentDueTimes?: FulfillmentDueTimesResolvers<ContextType>;
  FulfillmentOrderLine?: FulfillmentOrderLineResolvers<ContextType>;
  MakingStep?: MakingStepResolvers<ContextType>;
  MakingJob?: MakingJobResolvers<ContextType>;
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

