/* Generated from schema/subgraphs/shipping.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { CarrierServiceDoc, CarrierLaneDoc, OrderRef } from '../store/models.ts';
import type { Shipment as ShipmentModel, ShipmentParcel, TrackedEvent } from '../domain/shipment.ts';
import type { ClaimState } from '../domain/claim.ts';
import type { ShipmentLeg as ShipmentLegModel } from '../domain/carriedBy.ts';
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
  /** Create or replace carrier services (at most 200 a call). */
  importCarrierServices: CarrierServiceImportResult;
  /** Create a shipment with its carrier and buy the label. Repeating a key returns the first outcome. */
  createShipment: Shipment;
  /** Create a shipment back from the customer. Repeating a key returns the first outcome. */
  createReturnShipment: Shipment;
  /** Ask the carrier for news now instead of waiting for its webhook. CARRIER_NOT_CONNECTED for a supplier's own carrier. */
  pollShipment: Shipment;
  /** Tell how far a parcel is that a supplier's own carrier has, which tells us nothing itself: as a report of a carrier. CARRIER_CONNECTED for a carrier that reports by itself. Repeating the key changes nothing more. */
  reportTracking: Shipment;
  /** Void a shipment that has not been handed over. `reason`: why, at most 500 characters; needed from staff. It stands in the journal. */
  voidShipment: Shipment;
  /** Claim money of a carrier for a shipment that was lost, damaged, late or not received. Incidents of the first, second and fourth kind do so by themselves. One claim for each shipment and kind: opening it again gives it again. */
  openCarrierClaim: CarrierClaim;
  /** Add a proof: a photo of the damage, an affidavit of the customer. */
  addClaimEvidence: CarrierClaim;
  /** The claim is with the carrier. INVALID_TRANSITION before its window opens, after it closed, and while a proof is missing. */
  submitCarrierClaim: CarrierClaim;
  /** What the carrier says to it. */
  answerCarrierClaim: CarrierClaim;
  /** Book money that came in from the carrier; never more than it granted. */
  bookClaimPayment: CarrierClaim;
  /** Claim no more. */
  withdrawCarrierClaim: CarrierClaim;
  /** Let the simulator carrier play a shipment's journey: its events arrive by signed webhook. Development only. */
  simulateCarrier: SimulateCarrierResult;
  /** Change settings of shipping. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeShippingSettings: SettingsRecord;
  /** Give settings of shipping back to their defaults. */
  resetShippingSettings: SettingsRecord;
};


export type MutationImportCarrierServicesArgs = {
  input: ImportCarrierServicesInput;
};


export type MutationCreateShipmentArgs = {
  input: CreateShipmentInput;
};


export type MutationCreateReturnShipmentArgs = {
  input: CreateReturnShipmentInput;
};


export type MutationPollShipmentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReportTrackingArgs = {
  input: ReportTrackingInput;
};


export type MutationVoidShipmentArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  key?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationOpenCarrierClaimArgs = {
  input: OpenCarrierClaimInput;
};


export type MutationAddClaimEvidenceArgs = {
  input: ClaimEvidenceInput;
};


export type MutationSubmitCarrierClaimArgs = {
  input: SubmitCarrierClaimInput;
};


export type MutationAnswerCarrierClaimArgs = {
  input: AnswerCarrierClaimInput;
};


export type MutationBookClaimPaymentArgs = {
  input: BookClaimPaymentInput;
};


export type MutationWithdrawCarrierClaimArgs = {
  input: WithdrawCarrierClaimInput;
};


export type MutationSimulateCarrierArgs = {
  input: SimulateCarrierInput;
};


export type MutationChangeShippingSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetShippingSettingsArgs = {
  input: ResetSettingsInput;
};

/** A service of a carrier. */
export type CarrierService = {
  __typename?: 'CarrierService';
  /** Service code. */
  code: Scalars['ID']['output'];
  /** Carrier code. */
  carrier: Scalars['ID']['output'];
  /** Name shown to customers, in the given language. */
  name: Scalars['String']['output'];
  /** Method types it can serve. */
  methodTypes: Array<DeliveryMethodType>;
  /** Whether it is in use. */
  active: Scalars['Boolean']['output'];
  /** Weight limit of one parcel, in grams. */
  maxWeightGrams: Scalars['Int']['output'];
  /** Length limit, in millimetres. */
  maxLengthMm: Scalars['Int']['output'];
  /** Vehicle of the last mile. */
  lastMileVehicle: Scalars['String']['output'];
  /** Vehicle of the line haul. */
  lineHaulVehicle: Scalars['String']['output'];
  /** Lanes it serves. */
  lanes: Array<CarrierLane>;
};


/** A service of a carrier. */
export type CarrierServiceNameArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Where a service goes and what that takes. */
export type CarrierLane = {
  __typename?: 'CarrierLane';
  /** Countries it collects in. */
  originCountry: Scalars['CountryCode']['output'];
  /** Country it delivers in. */
  destinationCountry: Scalars['CountryCode']['output'];
  /** Only postal codes that begin so; empty for all. */
  postalPrefixes: Array<Scalars['String']['output']>;
  /** Not postal codes that begin so. */
  excludedPostalPrefixes: Array<Scalars['String']['output']>;
  /** Farthest distance in kilometres, if it is limited. */
  maxDistanceKm: Maybe<Scalars['Int']['output']>;
  /** Shortest transit in business days (hours below if it is faster). */
  transitDaysMin: Scalars['Int']['output'];
  /** Longest usual transit in business days. */
  transitDaysMax: Scalars['Int']['output'];
  /** Transit in minutes for services within a day; null otherwise. */
  transitMinutes: Maybe<Scalars['Int']['output']>;
  /** What the customer pays for the first kilogram. */
  price: Money;
  /** What the customer pays for each further kilogram. */
  pricePerKg: Money;
  /** What it costs the retailer for the first kilogram. */
  cost: Money;
  /** What each further kilogram costs the retailer. */
  costPerKg: Money;
};

/** Carrier services to create or replace. */
export type ImportCarrierServicesInput = {
  /** The services. */
  services: Array<CarrierServiceInput>;
};

/** A carrier service, as input. */
export type CarrierServiceInput = {
  /** Service code. */
  code: Scalars['ID']['input'];
  /** Carrier code. */
  carrier: Scalars['ID']['input'];
  /** Name in English. */
  nameEn: Scalars['String']['input'];
  /** Name in French. */
  nameFr?: InputMaybe<Scalars['String']['input']>;
  /** Name in Italian. */
  nameIt?: InputMaybe<Scalars['String']['input']>;
  /** Method types it can serve. */
  methodTypes: Array<DeliveryMethodType>;
  /** Whether it is in use. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Weight limit of one parcel, in grams. */
  maxWeightGrams: Scalars['Int']['input'];
  /** Length limit, in millimetres. */
  maxLengthMm: Scalars['Int']['input'];
  /** Items it does not carry, by restriction (DANGEROUS, OVERSIZE, FRAGILE). */
  refusedRestrictions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Vehicle of the last mile: VAN_DIESEL, VAN_ELECTRIC, CARGO_BIKE, or NONE for collection. */
  lastMileVehicle: Scalars['String']['input'];
  /** Stops on a usual last-mile round. */
  stopsPerRound?: InputMaybe<Scalars['Int']['input']>;
  /** Kilometres of a usual last-mile round. */
  kmPerRound?: InputMaybe<Scalars['Float']['input']>;
  /** Vehicle of the line haul: HGV_ARTIC, HGV_RIGID, VAN_DIESEL, VAN_ELECTRIC, RAIL, AIR_SHORT, NONE. */
  lineHaulVehicle: Scalars['String']['input'];
  /** Weekdays on which it collects, 1 is Monday. */
  pickupWeekdays: Array<Scalars['Int']['input']>;
  /** When it collects, HH:MM in the origin's zone. */
  pickupTime: Scalars['String']['input'];
  /** Weekdays on which it delivers, 1 is Monday. */
  deliveryWeekdays: Array<Scalars['Int']['input']>;
  /** Delivery from, HH:MM in the destination's zone. */
  deliveryFrom?: InputMaybe<Scalars['String']['input']>;
  /** Delivery until, HH:MM in the destination's zone. */
  deliveryUntil?: InputMaybe<Scalars['String']['input']>;
  /** Windows to choose from, for SCHEDULED, as HH:MM-HH:MM. */
  windows?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Deliveries sold of each window, by day and destination area; unlimited if absent. */
  windowCapacity?: InputMaybe<Scalars['Int']['input']>;
  /** Lanes it serves. */
  lanes: Array<CarrierLaneInput>;
  /** What the carrier can print and read of an address; anything if absent. */
  addressLimits?: InputMaybe<AddressLimitsInput>;
};

/** A lane, as input. */
export type CarrierLaneInput = {
  /** Country it collects in. */
  originCountry: Scalars['CountryCode']['input'];
  /** Country it delivers in. */
  destinationCountry: Scalars['CountryCode']['input'];
  /**
   * Only postal codes that begin so; empty for all of the country without its territories (Réunion, Canary Islands,
   * Northern Ireland). Of several lanes of a service, the one with the longest beginning holds.
   */
  postalPrefixes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Not postal codes that begin so. */
  excludedPostalPrefixes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Farthest distance in kilometres. */
  maxDistanceKm?: InputMaybe<Scalars['Int']['input']>;
  /** Shortest transit in business days. */
  transitDaysMin: Scalars['Int']['input'];
  /** Longest usual transit in business days. */
  transitDaysMax: Scalars['Int']['input'];
  /** Transit in minutes, for services within a day. */
  transitMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** What the customer pays for the first kilogram. */
  price: MoneyInput;
  /** What the customer pays for each further kilogram. */
  pricePerKg: MoneyInput;
  /** What it costs the retailer for the first kilogram. */
  cost: MoneyInput;
  /** What each further kilogram costs the retailer. */
  costPerKg: MoneyInput;
};

/** What a service import did. */
export type CarrierServiceImportResult = {
  __typename?: 'CarrierServiceImportResult';
  /** Rows created or changed. */
  changed: Scalars['Int']['output'];
  /** Rows that were already so. */
  unchanged: Scalars['Int']['output'];
};

/** An order, to which this subgraph adds its shipments. */
export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
  /** Shipments to and from the customer, as far as the caller may see them. */
  shipments: Array<Shipment>;
};

/** A location, named here only; fulfillment owns it. */
export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
};

/** Parcels that travel together with one carrier. */
export type Shipment = {
  __typename?: 'Shipment';
  /** Shipment id. */
  id: Scalars['ID']['output'];
  /** The order. */
  order: Order;
  /** Whether it goes back to the retailer. */
  isReturn: Scalars['Boolean']['output'];
  /** Who carries it: of the service, or the sender's own. */
  carrier: Scalars['String']['output'];
  /** The service. */
  carrierService: CarrierService;
  /** Where it leaves from or goes back to. */
  location: Location;
  /** Id of the store it goes to, where the customer collects; null when it goes to the customer. */
  collectAtId: Maybe<Scalars['ID']['output']>;
  /** The highest milestone reached. */
  milestone: ShipmentMilestone;
  /** How far it is in words, in the language of `locale` (en, fr, it); in English without one. */
  milestoneText: Scalars['String']['output'];
  /** Its parcels. */
  parcels: Array<Parcel>;
  /** The label. */
  label: Maybe<Document>;
  /** Who carries it on parts of the way beside its carrier, as far as that is known. */
  legs: Array<ShipmentLeg>;
  /** Who brings it to its recipient: a partner of the carrier, or the carrier itself. */
  lastMileCarrier: Scalars['String']['output'];
  /** What the carrier reported, by time of happening. */
  trackingEvents: Array<TrackingEvent>;
  /** Latest delivery promised of it; null for returns. */
  promisedLatestAt: Maybe<Scalars['DateTime']['output']>;
  /** When the carrier expects to deliver. */
  estimatedDeliveryAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was handed over. */
  handedOverAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was delivered. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
};


/** Parcels that travel together with one carrier. */
export type ShipmentMilestoneTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How far a shipment is. */
export type ShipmentMilestone =
  /** Created. */
  | 'CREATED'
  /** Has a label. */
  | 'LABEL_PURCHASED'
  /** With the carrier. */
  | 'HANDED_OVER'
  /** On its way. */
  | 'IN_TRANSIT'
  /** Held or being cleared by customs; it goes on from there. */
  | 'CUSTOMS'
  /** On the last mile. */
  | 'OUT_FOR_DELIVERY'
  /** Waits at a pickup point. */
  | 'AVAILABLE_FOR_PICKUP'
  /** Could not be delivered, will be tried again. */
  | 'ATTEMPT_FAILED'
  /** Delivered. */
  | 'DELIVERED'
  /** Something went wrong. */
  | 'EXCEPTION'
  /** The recipient did not take it; goes back to the sender. */
  | 'REFUSED'
  /** Damaged on the way; goes back to the sender. */
  | 'DAMAGED'
  /** Goes back to the sender. */
  | 'RETURN_TO_SENDER'
  /** Back at the sender. */
  | 'RETURNED_TO_SENDER'
  /** Lost. */
  | 'LOST'
  /** Void. */
  | 'CANCELLED';

/** One parcel. */
export type Parcel = {
  __typename?: 'Parcel';
  /** Number within the shipment, from 1. */
  number: Scalars['Int']['output'];
  /** The carrier's code; carriers use codes again, so it identifies only with carrier and date. */
  trackingCode: Scalars['String']['output'];
  /** Weight in grams. */
  weightGrams: Scalars['Int']['output'];
  /** What is in it. */
  lines: Array<ShippedUnits>;
  /** How far it is. */
  milestone: ShipmentMilestone;
  /** Why it goes back to the sender; null while it does not. */
  turnedBack: Maybe<TurnReason>;
  /** When it was delivered to its recipient. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Since when its carrier says that it does not know the code; null once it has reported the parcel. */
  numberUnknownSince: Maybe<Scalars['DateTime']['output']>;
};

/** A part of the way that somebody else than the shipment's carrier carries it on. */
export type ShipmentLeg = {
  __typename?: 'ShipmentLeg';
  /** The part. */
  kind: LegKind;
  /** Carrier code. */
  carrier: Scalars['String']['output'];
  /** The code it has there, if it has one. */
  trackingCode: Maybe<Scalars['String']['output']>;
  /** The carrier's code of the parcel that travels so; null for all of the shipment. */
  parcelTrackingCode: Maybe<Scalars['String']['output']>;
  /** How that is known. */
  knownBy: LegKnownBy;
  /** Since when. */
  since: Scalars['DateTime']['output'];
};

/** Parts of the way. */
export type LegKind =
  /** Between hubs. */
  | 'LINE_HAUL'
  /** To the recipient. */
  | 'LAST_MILE'
  /** Carried for the carrier, on a part that nobody names. */
  | 'SUB_CONTRACTOR';

/** How it is known who carries. */
export type LegKnownBy =
  /** The carrier says so beforehand. */
  | 'DECLARED'
  /** A report named them, or is theirs. */
  | 'SCANNED'
  /** They brought most of what went there before. */
  | 'LEARNED';

/** Units of an order line in a parcel. */
export type ShippedUnits = {
  __typename?: 'ShippedUnits';
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** Why a parcel is taken back to whoever sent it. */
export type TurnReason =
  /** Nobody could take it. */
  | 'UNDELIVERABLE'
  /** The recipient refused it. */
  | 'REFUSED'
  /** It was damaged on the way. */
  | 'DAMAGED';

/** Something a carrier reported. */
export type TrackingEvent = {
  __typename?: 'TrackingEvent';
  /** What it means. */
  milestone: ShipmentMilestone;
  /** The same in words, in the language of `locale` (en, fr, it); in English without one. */
  milestoneText: Scalars['String']['output'];
  /** The carrier's own code. */
  rawCode: Scalars['String']['output'];
  /** The carrier's own words. */
  text: Scalars['String']['output'];
  /** Carrier that reported it, where that is a partner of the shipment's; null otherwise. */
  reportedBy: Maybe<Scalars['String']['output']>;
  /** The code that the parcel has there; null otherwise. */
  codeThere: Maybe<Scalars['String']['output']>;
  /** Until when the pickup point keeps it, as the carrier says or as the settings assume; null for other milestones. */
  keptUntil: Maybe<Scalars['DateTime']['output']>;
  /** When it happened, as far as that can be: between the shipment's creation and when it was heard. */
  occurredAt: Scalars['DateTime']['output'];
  /** When the carrier said it happened, where that cannot be; null otherwise. */
  reportedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was heard. */
  heardAt: Scalars['DateTime']['output'];
  /** The same as heardAt. */
  recordedAt: Scalars['DateTime']['output'];
};


/** Something a carrier reported. */
export type TrackingEventMilestoneTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A page of shipments. */
export type ShipmentConnection = {
  __typename?: 'ShipmentConnection';
  /** The shipments of this page. */
  edges: Array<ShipmentEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One shipment in a page. */
export type ShipmentEdge = {
  __typename?: 'ShipmentEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The shipment. */
  node: Shipment;
};

/** A shipment to create. */
export type CreateShipmentInput = {
  /** Idempotency key, for example the fulfillment order's id. */
  key: Scalars['ID']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Fulfillment order id. */
  fulfillmentOrderId: Scalars['ID']['input'];
  /** Location it leaves from. */
  locationId: Scalars['ID']['input'];
  /** Service code. */
  serviceCode: Scalars['ID']['input'];
  /** Owner of the order (opaque id). */
  owner: Scalars['ID']['input'];
  /** Sales channel of the order. */
  channel: Scalars['ID']['input'];
  /** Store it goes to, where the customer collects; to the customer if absent. */
  collectAtId?: InputMaybe<Scalars['ID']['input']>;
  /** Parcels. */
  parcels: Array<ShipmentParcelInput>;
  /** Latest delivery promised. */
  promisedLatestAt: Scalars['DateTime']['input'];
  /** The sender has a carrier of its own: no label is bought. */
  own?: InputMaybe<OwnCarrierInput>;
};

/** A carrier that the sender has chosen and paid. */
export type OwnCarrierInput = {
  /** Carrier. */
  carrier: Scalars['String']['input'];
  /** Tracking codes, one for each parcel in their order. */
  trackingCodes: Array<Scalars['String']['input']>;
};

/** A parcel to ship. */
export type ShipmentParcelInput = {
  /** Number, from 1. */
  number: Scalars['Int']['input'];
  /** Weight in grams. */
  weightGrams: Scalars['Int']['input'];
  /** What is in it. */
  lines: Array<ShipmentLineInput>;
};

/** Units of an order line in a parcel. */
export type ShipmentLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units. */
  quantity: Scalars['Int']['input'];
};

/** A shipment back to create. */
export type CreateReturnShipmentInput = {
  /** Idempotency key, for example the return's id. */
  key: Scalars['ID']['input'];
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Return id. */
  returnId: Scalars['ID']['input'];
  /** Location it goes back to. */
  locationId: Scalars['ID']['input'];
  /** Service code; the cheapest that takes returns if absent. */
  serviceCode?: InputMaybe<Scalars['ID']['input']>;
  /** Owner of the order (opaque id). */
  owner: Scalars['ID']['input'];
  /** Sales channel of the order. */
  channel: Scalars['ID']['input'];
  /** What comes back. */
  lines: Array<ShipmentLineInput>;
  /** Weight in grams. */
  weightGrams: Scalars['Int']['input'];
};

/** How far a parcel of a supplier's own carrier is. */
export type ReportTrackingInput = {
  /** Shipment id. */
  shipmentId: Scalars['ID']['input'];
  /** The parcel's tracking code. */
  trackingCode: Scalars['String']['input'];
  /** How far it is: what a carrier reports, from HANDED_OVER to DELIVERED, or what went wrong. */
  milestone: ShipmentMilestone;
  /** When it happened; now without it. What cannot be is brought between the shipment's creation and now. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** In the words of whoever tells it, at most 500 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Until when a pickup point keeps it; with AVAILABLE_FOR_PICKUP alone. As the settings assume without it. */
  keptUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A journey for the simulator carrier. */
export type SimulateCarrierInput = {
  /** Shipment id. */
  shipmentId: Scalars['ID']['input'];
  /** What should happen. */
  scenario?: SimulatedScenario;
};

/** Journeys that the simulator carrier can play. */
export type SimulatedScenario =
  /** Everything as planned. */
  | 'ON_TIME'
  /** Two days late. */
  | 'LATE'
  /** Announced to come two days late, and not there yet; play LATE to let it arrive. */
  | 'DELAYED'
  /** Lost on the way. */
  | 'LOST'
  /** Cannot be delivered and goes back to the sender. */
  | 'RETURNED'
  /** Refused by the recipient and goes back to the sender. */
  | 'REFUSED'
  /** Damaged on the way and goes back to the sender. */
  | 'DAMAGED'
  /** A partner takes it over for the last mile, and reports under its own code. */
  | 'HANDED_ON'
  /** Held by customs for a while, and on time. */
  | 'CUSTOMS'
  /** Waits at a pickup point, which keeps it for five days, and nobody has come yet; play ON_TIME to let it be collected. */
  | 'NOT_COLLECTED'
  /** The carrier says that it does not know the number; play ON_TIME to let it find the parcel. */
  | 'NUMBER_UNKNOWN'
  /** Every event twice. */
  | 'DUPLICATED'
  /** Events in the wrong order. */
  | 'OUT_OF_ORDER';

/** What the simulator sent. */
export type SimulateCarrierResult = {
  __typename?: 'SimulateCarrierResult';
  /** Webhook calls sent. */
  sent: Scalars['Int']['output'];
  /** The shipment afterwards. */
  shipment: Shipment;
};

/** What a carrier can print and read of an address: most characters by field. An address that does not fit is refused at checkout, never cut. */
export type AddressLimitsInput = {
  /** Most characters of the name. */
  name?: InputMaybe<Scalars['Int']['input']>;
  /** Most characters of the street with its number. */
  line1?: InputMaybe<Scalars['Int']['input']>;
  /** Most characters of the second line. */
  line2?: InputMaybe<Scalars['Int']['input']>;
  /** Most characters of the town. */
  city?: InputMaybe<Scalars['Int']['input']>;
  /** Letters it can print; all if absent. */
  characters?: InputMaybe<AddressCharacters>;
};

/** Letters that a carrier can print. */
export type AddressCharacters =
  /** Latin letters without accents. */
  | 'ASCII'
  /** Western European letters (ISO 8859-1). */
  | 'LATIN1'
  /** Latin letters with any accents; those it lacks it prints without. */
  | 'LATIN';

/** Money that a carrier is to pay. */
export type CarrierClaim = {
  __typename?: 'CarrierClaim';
  /** Claim id. */
  id: Scalars['ID']['output'];
  /** Number shown to people. */
  number: Scalars['String']['output'];
  /** The order. */
  order: Order;
  /** The shipment. */
  shipment: Shipment;
  /** The carrier that is to pay. */
  carrier: Scalars['String']['output'];
  /** What for. */
  kind: ClaimKind;
  /** How it stands. */
  status: ClaimStatus;
  /** What is claimed. */
  amount: Money;
  /** What the carrier grants; null before it says so. */
  granted: Maybe<Money>;
  /** What has come in. */
  paid: Money;
  /** The carrier takes it from then on. */
  notBefore: Scalars['DateTime']['output'];
  /** And until then. */
  deadline: Scalars['DateTime']['output'];
  /** Proofs that are there. */
  evidence: Array<ClaimEvidence>;
  /** Kinds of proof that the carrier wants and that are missing. */
  missingEvidence: Array<Scalars['String']['output']>;
  /** The carrier's own reference. */
  carrierReference: Maybe<Scalars['String']['output']>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** States it can go to now. */
  allowedTransitions: Array<ClaimStatus>;
};

/** A proof. */
export type ClaimEvidence = {
  __typename?: 'ClaimEvidence';
  /** Kind, such as TRACKING, VALUE, PHOTO, AFFIDAVIT. */
  kind: Scalars['String']['output'];
  /** Where it lies. */
  reference: Scalars['String']['output'];
  /** When it was added. */
  at: Scalars['DateTime']['output'];
};

/** What a carrier is to pay for. */
export type ClaimKind =
  /** It lost a parcel. */
  | 'LOST'
  /** It damaged one. */
  | 'DAMAGED'
  /** It came later than the service promises. */
  | 'DELAYED'
  /** Delivered, says the carrier; not received, says the customer. */
  | 'NOT_RECEIVED';

/** How a claim stands. */
export type ClaimStatus =
  /** To be sent to the carrier. */
  | 'OPEN'
  /** With the carrier. */
  | 'SUBMITTED'
  /** The carrier pays. */
  | 'ACCEPTED'
  /** The carrier does not pay. */
  | 'REFUSED'
  /** All that was granted has come in. */
  | 'PAID'
  /** Nothing is claimed any more. */
  | 'WITHDRAWN'
  /** The deadline passed before the carrier had it. */
  | 'EXPIRED';

/** A page of claims. */
export type CarrierClaimConnection = {
  __typename?: 'CarrierClaimConnection';
  /** The claims of this page. */
  edges: Array<CarrierClaimEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One claim in a page. */
export type CarrierClaimEdge = {
  __typename?: 'CarrierClaimEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The claim. */
  node: CarrierClaim;
};

/** A claim to open. */
export type OpenCarrierClaimInput = {
  /** The shipment. */
  shipmentId: Scalars['ID']['input'];
  /** What for. */
  kind: ClaimKind;
  /** What is claimed; what the units cost the customer if absent. */
  amount?: InputMaybe<MoneyInput>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A proof to add. */
export type ClaimEvidenceInput = {
  /** The claim. */
  claimId: Scalars['ID']['input'];
  /** Kind, at most 40 capital letters and underscores, such as PHOTO. */
  kind: Scalars['String']['input'];
  /** Where it lies, at most 500 characters. */
  reference: Scalars['String']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A claim that was sent. */
export type SubmitCarrierClaimInput = {
  /** The claim. */
  claimId: Scalars['ID']['input'];
  /** The carrier's own reference, at most 100 characters. */
  carrierReference?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** The carrier's answer. */
export type AnswerCarrierClaimInput = {
  /** The claim. */
  claimId: Scalars['ID']['input'];
  /** Whether it pays. */
  accepted: Scalars['Boolean']['input'];
  /** What it grants; all that is claimed if absent. Never more than that. */
  granted?: InputMaybe<MoneyInput>;
  /** Why, in the carrier's words, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Money that came in. */
export type BookClaimPaymentInput = {
  /** The claim. */
  claimId: Scalars['ID']['input'];
  /** How much. */
  amount: MoneyInput;
  /** Number of the receipt or credit note, at most 100 characters. */
  receipt: Scalars['String']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A claim to give up. */
export type WithdrawCarrierClaimInput = {
  /** The claim. */
  claimId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** Carrier services, by code. */
  carrierServices: Array<CarrierService>;
  /** One shipment the caller may see; null otherwise. */
  shipment: Maybe<Shipment>;
  /** Shipments the caller may see, newest first. */
  shipments: ShipmentConnection;
  /** Claims against carriers, nearest deadline first; finished ones only if their status is asked for. */
  carrierClaims: CarrierClaimConnection;
  /** What the retailer decides about shipping. */
  shippingSettings: SettingsRecord;
};


export type QueryCarrierServicesArgs = {
  active?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryShipmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryShipmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
  milestone?: InputMaybe<Array<ShipmentMilestone>>;
};


export type QueryCarrierClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<ClaimStatus>>;
  carrier?: InputMaybe<Scalars['ID']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
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
  CarrierService: CarrierService;
  Order: Order;
  Shipment: Shipment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CarrierService:
    ( { __typename: 'CarrierService' }
    & GraphQLRecursivePick<FederationTypes['CarrierService'], {"code":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Shipment:
    ( { __typename: 'Shipment' }
    & GraphQLRecursivePick<FederationTypes['Shipment'], {"id":true}> );
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
  CarrierService: ResolverTypeWrapper<CarrierServiceDoc>;
  CarrierLane: ResolverTypeWrapper<CarrierLaneDoc>;
  ImportCarrierServicesInput: ImportCarrierServicesInput;
  CarrierServiceInput: CarrierServiceInput;
  CarrierLaneInput: CarrierLaneInput;
  CarrierServiceImportResult: ResolverTypeWrapper<CarrierServiceImportResult>;
  Order: ResolverTypeWrapper<OrderRef>;
  Location: ResolverTypeWrapper<Location>;
  Shipment: ResolverTypeWrapper<ShipmentModel>;
  ShipmentMilestone: ShipmentMilestone;
  Parcel: ResolverTypeWrapper<ShipmentParcel>;
  ShipmentLeg: ResolverTypeWrapper<ShipmentLegModel>;
  LegKind: LegKind;
  LegKnownBy: LegKnownBy;
  ShippedUnits: ResolverTypeWrapper<ShippedUnits>;
  TurnReason: TurnReason;
  TrackingEvent: ResolverTypeWrapper<TrackedEvent>;
  ShipmentConnection: ResolverTypeWrapper<Omit<ShipmentConnection, 'edges'> & { edges: Array<ResolversTypes['ShipmentEdge']> }>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  CreateShipmentInput: CreateShipmentInput;
  OwnCarrierInput: OwnCarrierInput;
  ShipmentParcelInput: ShipmentParcelInput;
  ShipmentLineInput: ShipmentLineInput;
  CreateReturnShipmentInput: CreateReturnShipmentInput;
  ReportTrackingInput: ReportTrackingInput;
  SimulateCarrierInput: SimulateCarrierInput;
  SimulatedScenario: SimulatedScenario;
  SimulateCarrierResult: ResolverTypeWrapper<Omit<SimulateCarrierResult, 'shipment'> & { shipment: ResolversTypes['Shipment'] }>;
  AddressLimitsInput: AddressLimitsInput;
  AddressCharacters: AddressCharacters;
  CarrierClaim: ResolverTypeWrapper<ClaimState>;
  ClaimEvidence: ResolverTypeWrapper<ClaimEvidence>;
  ClaimKind: ClaimKind;
  ClaimStatus: ClaimStatus;
  CarrierClaimConnection: ResolverTypeWrapper<Omit<CarrierClaimConnection, 'edges'> & { edges: Array<ResolversTypes['CarrierClaimEdge']> }>;
  CarrierClaimEdge: ResolverTypeWrapper<Omit<CarrierClaimEdge, 'node'> & { node: ResolversTypes['CarrierClaim'] }>;
  OpenCarrierClaimInput: OpenCarrierClaimInput;
  ClaimEvidenceInput: ClaimEvidenceInput;
  SubmitCarrierClaimInput: SubmitCarrierClaimInput;
  AnswerCarrierClaimInput: AnswerCarrierClaimInput;
  BookClaimPaymentInput: BookClaimPaymentInput;
  WithdrawCarrierClaimInput: WithdrawCarrierClaimInput;
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
  CarrierService: CarrierServiceDoc;
  CarrierLane: CarrierLaneDoc;
  ImportCarrierServicesInput: ImportCarrierServicesInput;
  CarrierServiceInput: CarrierServiceInput;
  CarrierLaneInput: CarrierLaneInput;
  CarrierServiceImportResult: CarrierServiceImportResult;
  Order: OrderRef;
  Location: Location;
  Shipment: ShipmentModel;
  Parcel: ShipmentParcel;
  ShipmentLeg: ShipmentLegModel;
  ShippedUnits: ShippedUnits;
  TrackingEvent: TrackedEvent;
  ShipmentConnection: Omit<ShipmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['ShipmentEdge']> };
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  CreateShipmentInput: CreateShipmentInput;
  OwnCarrierInput: OwnCarrierInput;
  ShipmentParcelInput: ShipmentParcelInput;
  ShipmentLineInput: ShipmentLineInput;
  CreateReturnShipmentInput: CreateReturnShipmentInput;
  ReportTrackingInput: ReportTrackingInput;
  SimulateCarrierInput: SimulateCarrierInput;
  SimulateCarrierResult: Omit<SimulateCarrierResult, 'shipment'> & { shipment: ResolversParentTypes['Shipment'] };
  AddressLimitsInput: AddressLimitsInput;
  CarrierClaim: ClaimState;
  ClaimEvidence: ClaimEvidence;
  CarrierClaimConnection: Omit<CarrierClaimConnection, 'edges'> & { edges: Array<ResolversParentTypes['CarrierClaimEdge']> };
  CarrierClaimEdge: Omit<CarrierClaimEdge, 'node'> & { node: ResolversParentTypes['CarrierClaim'] };
  OpenCarrierClaimInput: OpenCarrierClaimInput;
  ClaimEvidenceInput: ClaimEvidenceInput;
  SubmitCarrierClaimInput: SubmitCarrierClaimInput;
  AnswerCarrierClaimInput: AnswerCarrierClaimInput;
  BookClaimPaymentInput: BookClaimPaymentInput;
  WithdrawCarrierClaimInput: WithdrawCarrierClaimInput;
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
  importCarrierServices?: Resolver<ResolversTypes['CarrierServiceImportResult'], ParentType, ContextType, RequireFields<MutationImportCarrierServicesArgs, 'input'>>;
  createShipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationCreateShipmentArgs, 'input'>>;
  createReturnShipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationCreateReturnShipmentArgs, 'input'>>;
  pollShipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationPollShipmentArgs, 'id'>>;
  reportTracking?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationReportTrackingArgs, 'input'>>;
  voidShipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType, RequireFields<MutationVoidShipmentArgs, 'id'>>;
  openCarrierClaim?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationOpenCarrierClaimArgs, 'input'>>;
  addClaimEvidence?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationAddClaimEvidenceArgs, 'input'>>;
  submitCarrierClaim?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationSubmitCarrierClaimArgs, 'input'>>;
  answerCarrierClaim?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationAnswerCarrierClaimArgs, 'input'>>;
  bookClaimPayment?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationBookClaimPaymentArgs, 'input'>>;
  withdrawCarrierClaim?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType, RequireFields<MutationWithdrawCarrierClaimArgs, 'input'>>;
  simulateCarrier?: Resolver<ResolversTypes['SimulateCarrierResult'], ParentType, ContextType, RequireFields<MutationSimulateCarrierArgs, 'input'>>;
  changeShippingSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeShippingSettingsArgs, 'input'>>;
  resetShippingSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetShippingSettingsArgs, 'input'>>;
};

export type CarrierServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierService'] = ResolversParentTypes['CarrierService'], FederationReferenceType extends FederationReferenceTypes['CarrierService'] = FederationReferenceTypes['CarrierService']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CarrierService']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CarrierServiceNameArgs>>;
  methodTypes?: Resolver<Array<ResolversTypes['DeliveryMethodType']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxWeightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxLengthMm?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastMileVehicle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lineHaulVehicle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lanes?: Resolver<Array<ResolversTypes['CarrierLane']>, ParentType, ContextType>;
};

export type CarrierLaneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierLane'] = ResolversParentTypes['CarrierLane']> = {
  originCountry?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  destinationCountry?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  postalPrefixes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  excludedPostalPrefixes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  maxDistanceKm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  transitDaysMin?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transitDaysMax?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transitMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  pricePerKg?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  costPerKg?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type CarrierServiceImportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierServiceImportResult'] = ResolversParentTypes['CarrierServiceImportResult']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment'], FederationReferenceType extends FederationReferenceTypes['Shipment'] = FederationReferenceTypes['Shipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  isReturn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  carrierService?: Resolver<ResolversTypes['CarrierService'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  collectAtId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  milestone?: Resolver<ResolversTypes['ShipmentMilestone'], ParentType, ContextType>;
  milestoneText?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ShipmentMilestoneTextArgs>>;
  parcels?: Resolver<Array<ResolversTypes['Parcel']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  legs?: Resolver<Array<ResolversTypes['ShipmentLeg']>, ParentType, ContextType>;
  lastMileCarrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trackingEvents?: Resolver<Array<ResolversTypes['TrackingEvent']>, ParentType, ContextType>;
  promisedLatestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  estimatedDeliveryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handedOverAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ParcelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Parcel'] = ResolversParentTypes['Parcel']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trackingCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ShippedUnits']>, ParentType, ContextType>;
  milestone?: Resolver<ResolversTypes['ShipmentMilestone'], ParentType, ContextType>;
  turnedBack?: Resolver<Maybe<ResolversTypes['TurnReason']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  numberUnknownSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ShipmentLegResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentLeg'] = ResolversParentTypes['ShipmentLeg']> = {
  kind?: Resolver<ResolversTypes['LegKind'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trackingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parcelTrackingCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  knownBy?: Resolver<ResolversTypes['LegKnownBy'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ShippedUnitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippedUnits'] = ResolversParentTypes['ShippedUnits']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrackingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingEvent'] = ResolversParentTypes['TrackingEvent']> = {
  milestone?: Resolver<ResolversTypes['ShipmentMilestone'], ParentType, ContextType>;
  milestoneText?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TrackingEventMilestoneTextArgs>>;
  rawCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codeThere?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keptUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heardAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type SimulateCarrierResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulateCarrierResult'] = ResolversParentTypes['SimulateCarrierResult']> = {
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type CarrierClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierClaim'] = ResolversParentTypes['CarrierClaim']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  shipment?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ClaimStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  granted?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  notBefore?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['ClaimEvidence']>, ParentType, ContextType>;
  missingEvidence?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  carrierReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  allowedTransitions?: Resolver<Array<ResolversTypes['ClaimStatus']>, ParentType, ContextType>;
};

export type ClaimEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEvidence'] = ResolversParentTypes['ClaimEvidence']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CarrierClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierClaimConnection'] = ResolversParentTypes['CarrierClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CarrierClaimEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CarrierClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierClaimEdge'] = ResolversParentTypes['CarrierClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CarrierClaim'], ParentType, ContextType>;
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
  carrierServices?: Resolver<Array<ResolversTypes['CarrierService']>, ParentType, ContextType, Partial<QueryCarrierServicesArgs>>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentArgs, 'id'>>;
  shipments?: Resolver<ResolversTypes['ShipmentConnection'], ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first'>>;
  carrierClaims?: Resolver<ResolversTypes['CarrierClaimConnection'], ParentType, ContextType, RequireFields<QueryCarrierClaimsArgs, 'first'>>;
  shippingSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
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
  CarrierService?: CarrierServiceResolvers<ContextType>;
  CarrierLane?: CarrierLaneResolvers<ContextType>;
  CarrierServiceImportResult?: CarrierServiceImportResultResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  Parcel?: ParcelResolvers<ContextType>;
  ShipmentLeg?: ShipmentLegResolvers<ContextType>;
  ShippedUnits?: ShippedUnitsResolvers<ContextType>;
  TrackingEvent?: TrackingEventResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  SimulateCarrierResult?: SimulateCarrierResultResolvers<ContextType>;
  CarrierClaim?: CarrierClaimResolvers<ContextType>;
  ClaimEvidence?: ClaimEvidenceResolvers<ContextType>;
  CarrierClaimConnection?: CarrierClaimConnectionResolvers<ContextType>;
  CarrierClaimEdge?: CarrierClaimEdgeResolvers<ContextType>;
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

