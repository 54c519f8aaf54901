/* Generated from schema/subgraphs/returns.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { OrderRef, ReturnDoc } from '../store/models.ts';
import type { ToldLine, ToldOption, ToldFinding, ToldRefusal } from '../queries/told.ts';
import type { OfferedPlace } from '../queries/returnPlaces.ts';
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
  /** Ask to send units back. Repeating the key returns the first outcome. */
  requestReturn: RequestReturnResult;
  /** Ask to send a gift back, with the code of its receipt: the money becomes a gift card, and the giver hears nothing of it. Repeating the key returns the first outcome. */
  returnGift: RequestReturnResult;
  /**
   * Pay what an exchange costs more than the units that came back (`ReturnExchange.due`), by card: what is wanted is sent, and
   * the amount captured then. PAYMENT_DECLINED leaves it due; try another card with a new key. INVALID_TRANSITION when nothing
   * is due. Where nobody has the article any more, the exchange is REFUSED and the money goes back. A card that asks its
   * customer for more (3-D Secure) counts as declined. Repeating the key pays nothing more.
   */
  payExchange: Return;
  /** Withdraw a return that has not been received. `reason`: why, at most 500 characters; needed from staff who do it for a customer. */
  cancelReturn: Return;
  /**
   * Take units in at a counter without a return that was asked for before: by the number of the order, or by the code of a
   * gift receipt. By a code only the articles of the receipt; their money becomes a gift card, which `giftReceipt` shows by the
   * code, and the giver hears nothing of it. NOT_FOUND for a number or a code nobody has; associates at a location of their own
   * only.
   */
  acceptWalkIn: RequestReturnResult;
  /** The units have arrived. */
  receiveReturn: Return;
  /**
   * Say what units are good for, all at once or in parts; the refund follows for those that are accepted. Units without a
   * finding stay open. INVALID_QUANTITY for more units than are open.
   */
  inspectReturn: Return;
  /** Refuse a return before it is received. */
  rejectReturn: Return;
  /** Change settings of returns. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeReturnsSettings: SettingsRecord;
  /** Give settings of returns back to their defaults. */
  resetReturnsSettings: SettingsRecord;
};


export type MutationRequestReturnArgs = {
  input: RequestReturnInput;
};


export type MutationReturnGiftArgs = {
  input: ReturnGiftInput;
};


export type MutationPayExchangeArgs = {
  input: PayExchangeInput;
};


export type MutationCancelReturnArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  key?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationAcceptWalkInArgs = {
  input: AcceptWalkInInput;
};


export type MutationReceiveReturnArgs = {
  input: ReceiveReturnInput;
};


export type MutationInspectReturnArgs = {
  input: InspectReturnInput;
};


export type MutationRejectReturnArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  key?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationChangeReturnsSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetReturnsSettingsArgs = {
  input: ResetSettingsInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Returns as they are after something happened to them, of those the caller may see and that fit: a channel's, a store's, an order's. From now on: read the list after connecting. Changes of one return that come together are told once. */
  returnsChanged: Return;
};


export type SubscriptionReturnsChangedArgs = {
  filter?: InputMaybe<ReturnsChangedFilter>;
};

/** Which returns to hear of; all criteria together. */
export type ReturnsChangedFilter = {
  /** Sales channel of the order. */
  channel?: InputMaybe<Scalars['ID']['input']>;
  /** A location that takes the units in. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  /** One order. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states after the change. */
  status?: InputMaybe<Array<ReturnStatus>>;
};

/** An order, to which this subgraph adds its returns. */
export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
  /** Returns of this order, as far as the caller may see them. */
  returns: Array<Return>;
  /** How units of this order may be sent back, with cost (for these reasons) and greenhouse gases. */
  returnOptions: Array<ReturnOption>;
  /**
   * Where units of this order can be given back near an address (where it went, if absent): stores and parcel points that are
   * open within weeks, the nearest first, then the pickup at home with its slots. Costs are for these reasons. BAD_USER_INPUT
   * for a country nobody knows, and without an address for more than 50 places.
   */
  returnPlaces: Array<ReturnPlace>;
  /**
   * Until when units of the order (or of one line) may be sent back, for most reasons (or for one); null before everything
   * has arrived, and when none may be sent back.
   */
  returnWindowEndsAt: Maybe<Scalars['DateTime']['output']>;
};


/** An order, to which this subgraph adds its returns. */
export type OrderReturnOptionsArgs = {
  reasons?: InputMaybe<Array<ReturnReason>>;
};


/** An order, to which this subgraph adds its returns. */
export type OrderReturnPlacesArgs = {
  near?: InputMaybe<DestinationInput>;
  methods?: InputMaybe<Array<ReturnMethod>>;
  reasons?: InputMaybe<Array<ReturnReason>>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An order, to which this subgraph adds its returns. */
export type OrderReturnWindowEndsAtArgs = {
  lineId?: InputMaybe<Scalars['ID']['input']>;
  reason?: InputMaybe<ReturnReason>;
};

/** A shipment, named here only; shipping owns it. */
export type Shipment = {
  __typename?: 'Shipment';
  id: Scalars['ID']['output'];
};

/** A location, named here only; fulfillment owns it. */
export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
};

/** Somewhere units can be given back. */
export type ReturnPlace = {
  __typename?: 'ReturnPlace';
  /** How they are given back there. */
  method: ReturnMethod;
  /** The way in words, in the language of `locale` (en, fr, it), else of the order. */
  title: Scalars['String']['output'];
  /** The place; null for a pickup. */
  location: Maybe<Location>;
  /** Its name; null for a pickup. */
  name: Maybe<Scalars['String']['output']>;
  /** Metres from the address, as the crow flies; null for a pickup. */
  distanceMetres: Maybe<Scalars['Int']['output']>;
  /** What it costs the customer; taken off the refund. */
  cost: Money;
  /** When it is open next, or still is; null for a pickup. */
  open: Maybe<TimeSpan>;
  /** When it can be picked up; empty for a place. */
  slots: Array<TimeSpan>;
  /** Until when the units have to be on their way; null for no limit but the return window. */
  sendBy: Maybe<Scalars['DateTime']['output']>;
  /** When the money is back at the latest, if they are given back at the first occasion. */
  moneyBackBy: Scalars['DateTime']['output'];
};


/** Somewhere units can be given back. */
export type ReturnPlaceTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** From an instant until another. */
export type TimeSpan = {
  __typename?: 'TimeSpan';
  /** Beginning. */
  from: Scalars['DateTime']['output'];
  /** End. */
  until: Scalars['DateTime']['output'];
};

/** A way to send units back. */
export type ReturnOption = {
  __typename?: 'ReturnOption';
  /** The way. */
  method: ReturnMethod;
  /** The way in words, in the language of `locale` (en, fr, it), else of the order. */
  title: Scalars['String']['output'];
  /** What it costs the customer; taken off the refund. */
  cost: Money;
  /** Kilograms of CO2 equivalent of the way back. */
  kgCO2e: Scalars['Float']['output'];
};


/** A way to send units back. */
export type ReturnOptionTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How units come back. */
export type ReturnMethod =
  /** Brought to a store. */
  | 'IN_STORE'
  /** Dropped at a parcel point with a label. */
  | 'DROP_OFF'
  /** Picked up at home. */
  | 'PICKUP'
  /** Taken back by the carrier that could not deliver it; not to be asked for. */
  | 'CARRIER';

/** Units on their way back. */
export type Return = {
  __typename?: 'Return';
  /** Return id. */
  id: Scalars['ID']['output'];
  /** Number shown to people. */
  number: Scalars['String']['output'];
  /** The order. */
  order: Order;
  /** How it stands. */
  status: ReturnStatus;
  /** How it stands in words, in the language of `locale` (en, fr, it), else of the order. */
  statusText: Scalars['String']['output'];
  /** How it comes back. */
  method: ReturnMethod;
  /** Store or parcel point the customer chose, if they did. */
  place: Maybe<Location>;
  /** When it is picked up at home, if it is. */
  pickup: Maybe<TimeSpan>;
  /** What it costs the customer. */
  cost: Money;
  /** Its lines. */
  lines: Array<ReturnLine>;
  /** What the customer gets instead, if they asked for something. */
  exchange: Maybe<ReturnExchange>;
  /** The shipment back, if there is one. */
  shipment: Maybe<Shipment>;
  /** Label to stick on the parcel, for DROP_OFF and PICKUP. */
  label: Maybe<Document>;
  /** Money to give back or given back. */
  refund: Maybe<Money>;
  /** What it costs the retailer: way back, work, and value lost. */
  retailerCost: Money;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** When it was received. */
  receivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the refund was done. */
  refundedAt: Maybe<Scalars['DateTime']['output']>;
};


/** Units on their way back. */
export type ReturnStatusTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What a customer gets instead of what comes back. */
export type ReturnExchange = {
  __typename?: 'ReturnExchange';
  /** When it is sent. */
  when: ExchangeMoment;
  /** How it stands. */
  status: ExchangeStatus;
  /** Units wanted. */
  lines: Array<ReturnExchangeLine>;
  /** Lines of the order that they became. */
  lineIds: Array<Scalars['ID']['output']>;
  /** What it costs more than the units that came back, while that is to be paid: with payExchange. */
  due: Maybe<Money>;
  /** Until when; then the money goes back. */
  payBy: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused (OUT_OF_STOCK, PAYMENT_REQUIRED, PAYMENT_DECLINED, UNKNOWN_SKU, NOT_ACCEPTED); the money goes back then. */
  code: Maybe<Scalars['String']['output']>;
};

/** Units wanted instead. */
export type ReturnExchangeLine = {
  __typename?: 'ReturnExchangeLine';
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
};

/** When what is wanted instead is sent. */
export type ExchangeMoment =
  /** Now. */
  | 'AT_ONCE'
  /** When the units have come back and are good. */
  | 'ON_RECEIPT';

/** How an exchange stands. */
export type ExchangeStatus =
  /** Asked for. */
  | 'ASKED'
  /** What came back is good, and what is wanted costs more: it waits until that is paid. */
  | 'PAYMENT_DUE'
  /** The other units are part of the order. */
  | 'MADE'
  /** Not possible; the money goes back. */
  | 'REFUSED';

/** By what returns are summed up. */
export type ReturnStatisticsKey =
  /** Why units come back. */
  | 'REASON'
  /** Stock keeping unit. */
  | 'SKU'
  /** How they come back. */
  | 'METHOD';

/** Returns summed up. */
export type ReturnStatistic = {
  __typename?: 'ReturnStatistic';
  /** The reason, SKU or method. */
  key: Scalars['String']['output'];
  /** Currency of its amounts: one row for each. */
  currency: Scalars['CurrencyCode']['output'];
  /** Returns with such units; one with several reasons counts for each. */
  returns: Scalars['Int']['output'];
  /** Units asked to return. */
  units: Scalars['Int']['output'];
  /** Units received. */
  received: Scalars['Int']['output'];
  /** What these returns cost the retailer, each divided over its units. */
  cost: Money;
};

/** How a return stands. */
export type ReturnStatus =
  /** Asked for. */
  | 'REQUESTED'
  /** Allowed. */
  | 'AUTHORIZED'
  /** Has its label. */
  | 'LABEL_ISSUED'
  /** On its way. */
  | 'IN_TRANSIT'
  /** Lost on its way; it may still turn up. */
  | 'LOST'
  /** Arrived. */
  | 'RECEIVED'
  /** Looked at; the refund is under way. */
  | 'INSPECTED'
  /** Money given back. */
  | 'REFUNDED'
  /** Refused. */
  | 'REJECTED'
  /** Withdrawn. */
  | 'CANCELLED';

/** One entry of a return: units of one order line that come back for one reason. Two entries may name one line. */
export type ReturnLine = {
  __typename?: 'ReturnLine';
  /** Id of the entry. */
  entryId: Scalars['ID']['output'];
  /** Id of the order line. */
  lineId: Scalars['ID']['output'];
  /** Stock keeping unit. */
  sku: Scalars['ID']['output'];
  /** Units asked to return. */
  quantity: Scalars['Int']['output'];
  /** Units received. */
  received: Scalars['Int']['output'];
  /** Why. */
  reason: ReturnReason;
  /** Why in words, in the language of `locale` (en, fr, it), else of the order. */
  reasonText: Scalars['String']['output'];
  /** What became of the units, in the order in which they were looked at. */
  dispositions: Array<UnitDisposition>;
  /** Units that have arrived and nobody has looked at. */
  open: Scalars['Int']['output'];
};


/** One entry of a return: units of one order line that come back for one reason. Two entries may name one line. */
export type ReturnLineReasonTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Why units come back. */
export type ReturnReason =
  /** Does not fit. */
  | 'DOES_NOT_FIT'
  /** Not wanted any more. */
  | 'CHANGED_MIND'
  /** Came damaged. */
  | 'DAMAGED'
  /** Not what was ordered. */
  | 'WRONG_ITEM'
  /** Came too late. */
  | 'TOO_LATE'
  /** Does not work. */
  | 'DEFECTIVE'
  /** The carrier could not deliver it. */
  | 'UNDELIVERABLE'
  /** Refused when it was delivered. */
  | 'REFUSED';

/** Units with the same fate. */
export type UnitDisposition = {
  __typename?: 'UnitDisposition';
  /** The fate. */
  disposition: ReturnDisposition;
  /** The fate in words, in the language of `locale` (en, fr, it), else of the order. */
  text: Scalars['String']['output'];
  /** Units. */
  quantity: Scalars['Int']['output'];
  /** In which state they are. */
  grade: Maybe<ReturnGrade>;
  /** References of photos, such as addresses. */
  photos: Array<Scalars['String']['output']>;
  /** Words of whoever looked at them; the customer sees them. */
  note: Maybe<Scalars['String']['output']>;
};


/** Units with the same fate. */
export type UnitDispositionTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** In which state returned units are. */
export type ReturnGrade =
  /** Unopened. */
  | 'NEW'
  /** Opened, without a trace of use. */
  | 'AS_NEW'
  /** Used. */
  | 'USED'
  /** Broken. */
  | 'BROKEN';

/** What becomes of a returned unit. */
export type ReturnDisposition =
  /** Sold again as new; refunded. */
  | 'RESTOCK'
  /** Repaired first; refunded. */
  | 'REFURBISH'
  /** Sold at a lower price; refunded. */
  | 'OUTLET'
  /** Thrown away; refunded. */
  | 'SCRAP'
  /** Given away; refunded. */
  | 'DONATE'
  /** Sent back to the customer; not refunded. */
  | 'REFUSE';

/** A return to ask for. */
export type RequestReturnInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** Units to send back. */
  lines: Array<ReturnLineInput>;
  /** How. */
  method: ReturnMethod;
  /** Store or parcel point it is brought to, one of `Order.returnPlaces`; any if absent. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** When it is picked up at home, one of the slots of `Order.returnPlaces`; as the carrier comes if absent. */
  pickup?: InputMaybe<PickupSlotInput>;
  /** What is wanted instead: another size or another article; money if absent. */
  exchange?: InputMaybe<ExchangeInput>;
  /** Token of a card for what that costs more, with AT_ONCE; kept nowhere. What is exchanged ON_RECEIPT is paid then: payExchange. */
  cardToken?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters; needed from staff who ask for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A gift that is sent back. */
export type ReturnGiftInput = {
  /** Code of the gift receipt. */
  code: Scalars['String']['input'];
  /** Units to send back. */
  lines: Array<ReturnLineInput>;
  /** How. */
  method: ReturnMethod;
  /** Store or parcel point it is brought to; any if absent. */
  placeId?: InputMaybe<Scalars['ID']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A card for what an exchange costs more. */
export type PayExchangeInput = {
  /** The return. */
  returnId: Scalars['ID']['input'];
  /** The provider's token for the card. Kept nowhere. */
  cardToken: Scalars['String']['input'];
  /** Why, at most 500 characters; needed from staff who pay for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters. */
  idempotencyKey: Scalars['String']['input'];
};

/** A slot for a pickup. */
export type PickupSlotInput = {
  /** Beginning. */
  from: Scalars['DateTime']['input'];
  /** End. */
  until: Scalars['DateTime']['input'];
};

/** What is wanted instead of what comes back. A variant of the same product costs what was paid, others what they cost now. */
export type ExchangeInput = {
  /** Units wanted. */
  lines: Array<ExchangeWishInput>;
  /** When they are sent. */
  when?: InputMaybe<ExchangeMoment>;
};

/** Units wanted instead. */
export type ExchangeWishInput = {
  /** Stock keeping unit. */
  sku: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
};

/** Units of an order line to send back. */
export type ReturnLineInput = {
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** Why. */
  reason: ReturnReason;
};

/** Outcome of asking for a return. */
export type RequestReturnResult = RequestReturnSuccess | NotReturnable;

/** The return is on its way. */
export type RequestReturnSuccess = {
  __typename?: 'RequestReturnSuccess';
  /** The return. */
  return: Return;
};

/** Refused: these units cannot be sent back. */
export type NotReturnable = {
  __typename?: 'NotReturnable';
  /** In words, in the language of `locale` (en, fr, it), else of the order. */
  message: Scalars['String']['output'];
  /** Lines it is about. */
  lineIds: Array<Scalars['ID']['output']>;
  /** NOT_DELIVERED, ALREADY_RETURNED, WINDOW_CLOSED or NOT_RETURNABLE (made to order, or by rule). */
  code: Scalars['String']['output'];
};


/** Refused: these units cannot be sent back. */
export type NotReturnableMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Units brought to a counter. */
export type AcceptWalkInInput = {
  /** Number of the order, as it stands on its papers; one of both must be given. */
  orderNumber?: InputMaybe<Scalars['String']['input']>;
  /** Code of the gift receipt. */
  giftCode?: InputMaybe<Scalars['String']['input']>;
  /** Location they are brought to. */
  locationId: Scalars['ID']['input'];
  /** Units. */
  lines: Array<WalkInLineInput>;
  /** Words of whoever does it, at most 500 characters; stand in the journal. Ordinary work at a counter needs none. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Units of a SKU brought to a counter. */
export type WalkInLineInput = {
  /** Stock keeping unit, or the number on its barcode as scanned (GTIN). */
  sku: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** Why they come back. */
  reason: ReturnReason;
};

/** Units that arrived. */
export type ReceiveReturnInput = {
  /** Return id. */
  id: Scalars['ID']['input'];
  /** Location they arrived at. */
  locationId: Scalars['ID']['input'];
  /** Units by line or entry; all of those that are not named. */
  lines?: InputMaybe<Array<ReceivedLineInput>>;
  /** Words of whoever does it, at most 500 characters; stand in the journal. Ordinary work at a counter needs none. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Idempotency key; one of both must be given. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** Units of a line that arrived. */
export type ReceivedLineInput = {
  /** Entry of the return; the entries of the line in their order if absent. */
  entryId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, from 0. */
  quantity: Scalars['Int']['input'];
};

/** What units are good for. */
export type InspectReturnInput = {
  /** Return id. */
  id: Scalars['ID']['input'];
  /** Findings; received units that are in none stay open. */
  findings: Array<FindingInput>;
  /** Words of whoever does it, at most 500 characters; stand in the journal. Ordinary work at a counter needs none. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Idempotency key; one of both must be given. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Earlier name of idempotencyKey.
   * @deprecated Use idempotencyKey.
   */
  key?: InputMaybe<Scalars['ID']['input']>;
};

/** What units of a line are good for. */
export type FindingInput = {
  /** Entry of the return; the entries of the line in their order if absent. */
  entryId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the order line. */
  lineId: Scalars['ID']['input'];
  /** Units, at least 1. */
  quantity: Scalars['Int']['input'];
  /** Their fate. */
  disposition: ReturnDisposition;
  /** In which state they are. */
  grade?: InputMaybe<ReturnGrade>;
  /** References of photos, at most 20: addresses, or ids in a store of pictures of the retailer's. */
  photos?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whether the retailer is to blame; by the reason given if absent. */
  fault?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of returns. */
export type ReturnConnection = {
  __typename?: 'ReturnConnection';
  /** The returns of this page. */
  edges: Array<ReturnEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One return in a page. */
export type ReturnEdge = {
  __typename?: 'ReturnEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The return. */
  node: Return;
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** One return the caller may see; null otherwise. */
  return: Maybe<Return>;
  /** Returns the caller may see, newest first. */
  returns: ReturnConnection;
  /** Returns asked for in a time, summed up by reason or by product: units, refunds, and what they cost the retailer. */
  returnStatistics: Array<ReturnStatistic>;
  /** What the retailer decides about returns. */
  returnsSettings: SettingsRecord;
};


export type QueryReturnArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReturnsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<ReturnStatus>>;
};


export type QueryReturnStatisticsArgs = {
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
  by?: ReturnStatisticsKey;
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
  Order: Order;
  Return: Return;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Return:
    ( { __typename: 'Return' }
    & GraphQLRecursivePick<FederationTypes['Return'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  RequestReturnResult:
    | ( Omit<RequestReturnSuccess, 'return'> & { return: _RefType['Return'] } & { __typename: 'RequestReturnSuccess' } )
    | ( ToldRefusal & { __typename: 'NotReturnable' } )
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
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReturnsChangedFilter: ReturnsChangedFilter;
  Order: ResolverTypeWrapper<OrderRef>;
  Shipment: ResolverTypeWrapper<Shipment>;
  Location: ResolverTypeWrapper<Location>;
  ReturnPlace: ResolverTypeWrapper<OfferedPlace>;
  TimeSpan: ResolverTypeWrapper<TimeSpan>;
  ReturnOption: ResolverTypeWrapper<ToldOption>;
  ReturnMethod: ReturnMethod;
  Return: ResolverTypeWrapper<ReturnDoc>;
  ReturnExchange: ResolverTypeWrapper<ReturnExchange>;
  ReturnExchangeLine: ResolverTypeWrapper<ReturnExchangeLine>;
  ExchangeMoment: ExchangeMoment;
  ExchangeStatus: ExchangeStatus;
  ReturnStatisticsKey: ReturnStatisticsKey;
  ReturnStatistic: ResolverTypeWrapper<ReturnStatistic>;
  ReturnStatus: ReturnStatus;
  ReturnLine: ResolverTypeWrapper<ToldLine>;
  ReturnReason: ReturnReason;
  UnitDisposition: ResolverTypeWrapper<ToldFinding>;
  ReturnGrade: ReturnGrade;
  ReturnDisposition: ReturnDisposition;
  RequestReturnInput: RequestReturnInput;
  ReturnGiftInput: ReturnGiftInput;
  PayExchangeInput: PayExchangeInput;
  PickupSlotInput: PickupSlotInput;
  ExchangeInput: ExchangeInput;
  ExchangeWishInput: ExchangeWishInput;
  ReturnLineInput: ReturnLineInput;
  RequestReturnResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestReturnResult']>;
  RequestReturnSuccess: ResolverTypeWrapper<Omit<RequestReturnSuccess, 'return'> & { return: ResolversTypes['Return'] }>;
  NotReturnable: ResolverTypeWrapper<ToldRefusal>;
  AcceptWalkInInput: AcceptWalkInInput;
  WalkInLineInput: WalkInLineInput;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceivedLineInput: ReceivedLineInput;
  InspectReturnInput: InspectReturnInput;
  FindingInput: FindingInput;
  ReturnConnection: ResolverTypeWrapper<Omit<ReturnConnection, 'edges'> & { edges: Array<ResolversTypes['ReturnEdge']> }>;
  ReturnEdge: ResolverTypeWrapper<Omit<ReturnEdge, 'node'> & { node: ResolversTypes['Return'] }>;
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
  Subscription: Record<PropertyKey, never>;
  ReturnsChangedFilter: ReturnsChangedFilter;
  Order: OrderRef;
  Shipment: Shipment;
  Location: Location;
  ReturnPlace: OfferedPlace;
  TimeSpan: TimeSpan;
  ReturnOption: ToldOption;
  Return: ReturnDoc;
  ReturnExchange: ReturnExchange;
  ReturnExchangeLine: ReturnExchangeLine;
  ReturnStatistic: ReturnStatistic;
  ReturnLine: ToldLine;
  UnitDisposition: ToldFinding;
  RequestReturnInput: RequestReturnInput;
  ReturnGiftInput: ReturnGiftInput;
  PayExchangeInput: PayExchangeInput;
  PickupSlotInput: PickupSlotInput;
  ExchangeInput: ExchangeInput;
  ExchangeWishInput: ExchangeWishInput;
  ReturnLineInput: ReturnLineInput;
  RequestReturnResult: ResolversUnionTypes<ResolversParentTypes>['RequestReturnResult'];
  RequestReturnSuccess: Omit<RequestReturnSuccess, 'return'> & { return: ResolversParentTypes['Return'] };
  NotReturnable: ToldRefusal;
  AcceptWalkInInput: AcceptWalkInInput;
  WalkInLineInput: WalkInLineInput;
  ReceiveReturnInput: ReceiveReturnInput;
  ReceivedLineInput: ReceivedLineInput;
  InspectReturnInput: InspectReturnInput;
  FindingInput: FindingInput;
  ReturnConnection: Omit<ReturnConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReturnEdge']> };
  ReturnEdge: Omit<ReturnEdge, 'node'> & { node: ResolversParentTypes['Return'] };
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
  requestReturn?: Resolver<ResolversTypes['RequestReturnResult'], ParentType, ContextType, RequireFields<MutationRequestReturnArgs, 'input'>>;
  returnGift?: Resolver<ResolversTypes['RequestReturnResult'], ParentType, ContextType, RequireFields<MutationReturnGiftArgs, 'input'>>;
  payExchange?: Resolver<ResolversTypes['Return'], ParentType, ContextType, RequireFields<MutationPayExchangeArgs, 'input'>>;
  cancelReturn?: Resolver<ResolversTypes['Return'], ParentType, ContextType, RequireFields<MutationCancelReturnArgs, 'id'>>;
  acceptWalkIn?: Resolver<ResolversTypes['RequestReturnResult'], ParentType, ContextType, RequireFields<MutationAcceptWalkInArgs, 'input'>>;
  receiveReturn?: Resolver<ResolversTypes['Return'], ParentType, ContextType, RequireFields<MutationReceiveReturnArgs, 'input'>>;
  inspectReturn?: Resolver<ResolversTypes['Return'], ParentType, ContextType, RequireFields<MutationInspectReturnArgs, 'input'>>;
  rejectReturn?: Resolver<ResolversTypes['Return'], ParentType, ContextType, RequireFields<MutationRejectReturnArgs, 'id' | 'reason'>>;
  changeReturnsSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeReturnsSettingsArgs, 'input'>>;
  resetReturnsSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetReturnsSettingsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  returnsChanged?: SubscriptionResolver<ResolversTypes['Return'], "returnsChanged", ParentType, ContextType, Partial<SubscriptionReturnsChangedArgs>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  returns?: Resolver<Array<ResolversTypes['Return']>, ParentType, ContextType>;
  returnOptions?: Resolver<Array<ResolversTypes['ReturnOption']>, ParentType, ContextType, RequireFields<OrderReturnOptionsArgs, 'reasons'>>;
  returnPlaces?: Resolver<Array<ResolversTypes['ReturnPlace']>, ParentType, ContextType, RequireFields<OrderReturnPlacesArgs, 'methods' | 'reasons' | 'first'>>;
  returnWindowEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType, Partial<OrderReturnWindowEndsAtArgs>>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReturnPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnPlace'] = ResolversParentTypes['ReturnPlace']> = {
  method?: Resolver<ResolversTypes['ReturnMethod'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ReturnPlaceTitleArgs>>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distanceMetres?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  open?: Resolver<Maybe<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
  sendBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  moneyBackBy?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TimeSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeSpan'] = ResolversParentTypes['TimeSpan']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReturnOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnOption'] = ResolversParentTypes['ReturnOption']> = {
  method?: Resolver<ResolversTypes['ReturnMethod'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ReturnOptionTitleArgs>>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  kgCO2e?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReturnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Return'] = ResolversParentTypes['Return'], FederationReferenceType extends FederationReferenceTypes['Return'] = FederationReferenceTypes['Return']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Return']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReturnStatus'], ParentType, ContextType>;
  statusText?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ReturnStatusTextArgs>>;
  method?: Resolver<ResolversTypes['ReturnMethod'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  pickup?: Resolver<Maybe<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnLine']>, ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['ReturnExchange']>, ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  retailerCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ReturnExchangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnExchange'] = ResolversParentTypes['ReturnExchange']> = {
  when?: Resolver<ResolversTypes['ExchangeMoment'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExchangeStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ReturnExchangeLine']>, ParentType, ContextType>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  due?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  payBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReturnExchangeLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnExchangeLine'] = ResolversParentTypes['ReturnExchangeLine']> = {
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReturnStatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnStatistic'] = ResolversParentTypes['ReturnStatistic']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReturnLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnLine'] = ResolversParentTypes['ReturnLine']> = {
  entryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ReturnReason'], ParentType, ContextType>;
  reasonText?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ReturnLineReasonTextArgs>>;
  dispositions?: Resolver<Array<ResolversTypes['UnitDisposition']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UnitDispositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitDisposition'] = ResolversParentTypes['UnitDisposition']> = {
  disposition?: Resolver<ResolversTypes['ReturnDisposition'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<UnitDispositionTextArgs>>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['ReturnGrade']>, ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RequestReturnResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestReturnResult'] = ResolversParentTypes['RequestReturnResult']> = {
  __resolveType: TypeResolveFn<'RequestReturnSuccess' | 'NotReturnable', ParentType, ContextType>;
};

export type RequestReturnSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestReturnSuccess'] = ResolversParentTypes['RequestReturnSuccess']> = {
  return?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotReturnableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotReturnable'] = ResolversParentTypes['NotReturnable']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<NotReturnableMessageArgs>>;
  lineIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReturnConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnConnection'] = ResolversParentTypes['ReturnConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReturnEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReturnEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnEdge'] = ResolversParentTypes['ReturnEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Return'], ParentType, ContextType>;
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
  return?: Resolver<Maybe<ResolversTypes['Return']>, ParentType, ContextType, RequireFields<QueryReturnArgs, 'id'>>;
  returns?: Resolver<ResolversTypes['ReturnConnection'], ParentType, ContextType, RequireFields<QueryReturnsArgs, 'first'>>;
  returnStatistics?: Resolver<Array<ResolversTypes['ReturnStatistic']>, ParentType, ContextType, RequireFields<QueryReturnStatisticsArgs, 'from' | 'until' | 'by'>>;
  returnsSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
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
  Order?: OrderResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  ReturnPlace?: ReturnPlaceResolvers<ContextType>;
  TimeSpan?: TimeSpanResolvers<ContextType>;
  ReturnOption?: ReturnOptionResolvers<ContextType>;
  Return?: ReturnResolvers<ContextType>;
  ReturnExchange?: ReturnExchangeResolvers<ContextType>;
  ReturnExchangeLine?: ReturnExchangeLineResolvers<ContextType>;
  ReturnStatistic?: ReturnStatisticResolvers<ContextType>;
  ReturnLine?: ReturnLineResolvers<ContextType>;
  UnitDisposition?: UnitDispositionResolvers<ContextType>;
  RequestReturnResult?: RequestReturnResultResolvers<ContextType>;
  RequestReturnSuccess?: RequestReturnSuccessResolvers<ContextType>;
  NotReturnable?: NotReturnableResolvers<ContextType>;
  ReturnConnection?: ReturnConnectionResolvers<ContextType>;
  ReturnEdge?: ReturnEdgeResolvers<ContextType>;
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

