/* Generated from schema/subgraphs/insights.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { OrderFact } from '../domain/orderFact.ts';
import type { InsightsView } from '../queries/view.ts';
import type { Backlog, AtRisk, DayCapacity } from '../queries/now.ts';
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

export type Subscription = {
  __typename?: 'Subscription';
  /** The figures of a span of days, now and whenever they changed; changes of about a second are told together. */
  insightsChanged: Insights;
};


export type SubscriptionInsightsChangedArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
  channel?: InputMaybe<Scalars['ID']['input']>;
};

/** Figures of a span of days. Days are those on which orders were placed, returns asked for, and messages, incidents and surveys began. */
export type Insights = {
  __typename?: 'Insights';
  /** First day, UTC. */
  from: Scalars['LocalDate']['output'];
  /** Last day, UTC. */
  to: Scalars['LocalDate']['output'];
  /** The channel, if it is of one alone. Messages, incidents and surveys are of all channels. */
  channel: Maybe<Scalars['ID']['output']>;
  /** When it was counted. */
  asOf: Scalars['DateTime']['output'];
  /** Orders placed; those the customer gave up in time are not counted. */
  orders: Scalars['Int']['output'];
  /** Orders that came, or whose date has passed. */
  judged: Scalars['Int']['output'];
  /** Orders that are still to come in time. */
  open: Scalars['Int']['output'];
  /** Share of judged orders that came in full by the date the customer agreed to; null without any. */
  keptRate: Maybe<Scalars['Float']['output']>;
  /** On time and in full, against three dates. */
  otif: Array<OtifFigure>;
  /** Promises kept, by day, channel and method (of orders), or by location, carrier, service and last mile (of shipments); most first. */
  kept: Array<KeptFigure>;
  /** Why orders came late, most frequent first. */
  lateness: Array<LatenessFigure>;
  /** Share of orders in more than one shipment; null without orders. */
  splitRate: Maybe<Scalars['Float']['output']>;
  /** Shipments for one order; null without orders. */
  shipmentsPerOrder: Maybe<Scalars['Float']['output']>;
  /** Greenhouse gases of the delivery of one order, in kilograms of CO2 equivalent (ISO 14083), as planned; null without orders. */
  kgCO2ePerOrder: Maybe<Scalars['Float']['output']>;
  /** What serving an order costs, by currency. */
  cost: Array<CostFigure>;
  /** Returns by reason and currency, most units first. */
  returns: Array<ReturnFigure>;
  /** Messages to customers by what they tell and channel, most first. */
  messages: Array<MessageFigure>;
  /** Incidents by kind, most first. */
  incidents: Array<IncidentFigure>;
  /** What customers say of deliveries; the surest good one first (lower bound of the Wilson interval). */
  surveys: Array<SurveyFigure>;
};


/** Figures of a span of days. Days are those on which orders were placed, returns asked for, and messages, incidents and surveys began. */
export type InsightsKeptArgs = {
  by: InsightsDimension;
};


/** Figures of a span of days. Days are those on which orders were placed, returns asked for, and messages, incidents and surveys began. */
export type InsightsSurveysArgs = {
  by: SurveyDimension;
};

/** What promises are told apart by. */
export type InsightsDimension =
  /** Day on which the order was placed, UTC. */
  | 'DAY'
  /** Sales channel. */
  | 'CHANNEL'
  /** Kind of delivery method. */
  | 'METHOD'
  /** Location the shipment left from. */
  | 'LOCATION'
  /** Carrier of the service. */
  | 'CARRIER'
  /** Carrier service. */
  | 'SERVICE'
  /** Whoever brought it to the customer: a partner of the carrier, or the carrier itself. */
  | 'LAST_MILE';

/** What surveys are told apart by. */
export type SurveyDimension =
  /** All together. */
  | 'ALL'
  /** Carrier service. */
  | 'SERVICE'
  /** Whoever brought it to the customer. */
  | 'LAST_MILE'
  /** Location it left from. */
  | 'LOCATION'
  /** Whether the promise was KEPT or BROKEN. */
  | 'KEPT';

/** The date that a delivery is held against. */
export type OtifAgainst =
  /** The date promised first, for ever. */
  | 'FIRST'
  /** What the customer asked for or agreed to last, the start of a chosen window included. */
  | 'REQUESTED'
  /** The date said last, by whomever. */
  | 'LAST';

/** On time and in full against one date. */
export type OtifFigure = {
  __typename?: 'OtifFigure';
  /** The date. */
  against: OtifAgainst;
  /** Orders judged. */
  orders: Scalars['Int']['output'];
  /** Of them on time and in full. */
  kept: Scalars['Int']['output'];
  /** Share; null without orders. */
  rate: Maybe<Scalars['Float']['output']>;
};

/** Promises of one group. */
export type KeptFigure = {
  __typename?: 'KeptFigure';
  /** The day, code or id. */
  key: Scalars['ID']['output'];
  /** Orders or shipments promised. */
  promised: Scalars['Int']['output'];
  /** Those that came, or whose date has passed. */
  judged: Scalars['Int']['output'];
  /** Of them in time. */
  kept: Scalars['Int']['output'];
  /** Share of judged that were in time; null without any. */
  keptRate: Maybe<Scalars['Float']['output']>;
  /** Mean days by which those late that came were late; null without any. */
  meanDaysLate: Maybe<Scalars['Float']['output']>;
};

/** Why orders came late. */
export type LatenessCause =
  /** Lost on the way. */
  | 'LOST'
  /** Damaged on the way. */
  | 'DAMAGED'
  /** Went back to the sender. */
  | 'RETURNED'
  /** A location refused or did not find it. */
  | 'STOCK'
  /** Goods that had to come in were late. */
  | 'SUPPLY'
  /** It left later than planned. */
  | 'PREPARATION'
  /** Nobody was there to take it. */
  | 'CUSTOMER_ABSENT'
  /** It left in time, and the carrier took longer. */
  | 'CARRIER'
  /** None of these. */
  | 'UNKNOWN';

/** Orders late for one reason. */
export type LatenessFigure = {
  __typename?: 'LatenessFigure';
  /** The reason. */
  cause: LatenessCause;
  /** Orders that came late, or are still to come after their date. */
  orders: Scalars['Int']['output'];
  /** Share of all late ones. */
  share: Scalars['Float']['output'];
  /** Mean days late of those that came; null without any. */
  meanDaysLate: Maybe<Scalars['Float']['output']>;
};

/** What serving orders of one currency costs. */
export type CostFigure = {
  __typename?: 'CostFigure';
  /** Orders. */
  orders: Scalars['Int']['output'];
  /** Delivery as planned, for one order whose cost is known; null without any. */
  deliveryPerOrder: Maybe<Money>;
  /** Given out of goodwill, in all. */
  goodwill: Money;
  /** Returns of these days, beside refunds, in all. */
  returns: Money;
  /** All three for one order; null without orders. */
  perOrder: Maybe<Money>;
};

/** Returns for one reason. */
export type ReturnFigure = {
  __typename?: 'ReturnFigure';
  /** The reason, as returns name it. */
  reason: Scalars['String']['output'];
  /** Returns. */
  returns: Scalars['Int']['output'];
  /** Units. */
  units: Scalars['Int']['output'];
  /** What they were sold for. */
  value: Money;
  /** Given back. */
  refunded: Money;
  /** What they cost beside that: the way back, the work, and what the goods lost. */
  cost: Money;
};

/** Messages of one kind on one channel. */
export type MessageFigure = {
  __typename?: 'MessageFigure';
  /** What they tell, as care names it. */
  code: Scalars['String']['output'];
  /** EMAIL or SMS. */
  channel: Scalars['String']['output'];
  /** Decided. */
  decided: Scalars['Int']['output'];
  /** Taken by the provider. */
  sent: Scalars['Int']['output'];
  /** Not sent, since the world moved on or the customer wants none. */
  skipped: Scalars['Int']['output'];
  /** Refused for good. */
  failed: Scalars['Int']['output'];
  /** Came back. */
  bounced: Scalars['Int']['output'];
  /** Complained about. */
  complained: Scalars['Int']['output'];
  /** Mean minutes from the fact to the provider; null without any sent. */
  meanMinutes: Maybe<Scalars['Float']['output']>;
};

/** Incidents of one kind. */
export type IncidentFigure = {
  __typename?: 'IncidentFigure';
  /** Kind, as care names it. */
  type: Scalars['String']['output'];
  /** Opened. */
  opened: Scalars['Int']['output'];
  /** Of them open now. */
  open: Scalars['Int']['output'];
  /** Mean hours for which the closed ones were open; null without any. */
  meanHoursOpen: Maybe<Scalars['Float']['output']>;
};

/** What customers say of one group of deliveries. */
export type SurveyFigure = {
  __typename?: 'SurveyFigure';
  /** Code or id; empty for all. */
  key: Scalars['String']['output'];
  /** Customers asked. */
  asked: Scalars['Int']['output'];
  /** Who answered. */
  answers: Scalars['Int']['output'];
  /** Mean rating, 1 to 5; null without answers. */
  meanRating: Maybe<Scalars['Float']['output']>;
  /** Share of ratings of 4 and 5; null without answers. */
  goodShare: Maybe<Scalars['Float']['output']>;
  /** What that share surely is: lower end of its 95 % interval (Wilson); 0 without answers. */
  atLeast: Scalars['Float']['output'];
};

/** A location, named here only; fulfillment owns it. */
export type Location = {
  __typename?: 'Location';
  id: Scalars['ID']['output'];
};

/** Work that waits at one step of a location. */
export type BacklogFigure = {
  __typename?: 'BacklogFigure';
  /** The location. */
  location: Location;
  /** The step, as fulfillment names it; OFFERED before it is accepted. */
  step: Scalars['String']['output'];
  /** Fulfillment orders. */
  work: Scalars['Int']['output'];
  /** Units. */
  units: Scalars['Int']['output'];
  /** Of the fulfillment orders, those whose step should be done. */
  overdue: Scalars['Int']['output'];
  /** When the most urgent is due; null where it waits for the customer. */
  nextDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes until then; negative when it has passed. */
  minutesLeft: Maybe<Scalars['Int']['output']>;
};

/** An order whose promise is in danger. */
export type OrderAtRisk = {
  __typename?: 'OrderAtRisk';
  /** The order. */
  order: Order;
  /** Sales channel. */
  channel: Scalars['ID']['output'];
  /** Date the customer agreed to. */
  promisedLatestAt: Scalars['DateTime']['output'];
  /** When it is expected now, if anybody says so. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
  /** Minutes until the promised date; negative when it has passed. */
  minutesLeft: Scalars['Int']['output'];
  /** Why: kinds of open incidents, WORK_OVERDUE, DATE_PASSED. */
  reasons: Array<Scalars['String']['output']>;
};

/** A location's day. */
export type CapacityFigure = {
  __typename?: 'CapacityFigure';
  /** The location. */
  location: Location;
  /** Local day. */
  day: Scalars['LocalDate']['output'];
  /** Shipments it can send. */
  capacity: Scalars['Int']['output'];
  /** Shipments sold of it. */
  used: Scalars['Int']['output'];
  /** Share sold; null without capacity. */
  load: Maybe<Scalars['Float']['output']>;
};

/** An order, to which this subgraph adds whether its promise was kept. */
export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
  /** Whether the promise was kept; null while it is open, and when the customer gave up everything in time. */
  promiseOutcome: Maybe<PromiseOutcome>;
};

/** A promise and what became of it. */
export type PromiseOutcome = {
  __typename?: 'PromiseOutcome';
  /** Latest delivery as first promised. */
  promisedLatestAt: Scalars['DateTime']['output'];
  /** When everything had arrived, or waited in the store to be collected; null if nothing did by the promised date. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether everything arrived by the first promised date (OTIF against the first confirmed date, at the customer). */
  kept: Scalars['Boolean']['output'];
  /** The same in words, in the language of `locale` (en, fr, it); in English without one. */
  text: Scalars['String']['output'];
  /** Days late; 0 or less is in time. */
  daysLate: Scalars['Float']['output'];
  /** Days from order to promised latest delivery. */
  promisedDays: Scalars['Float']['output'];
};


/** A promise and what became of it. */
export type PromiseOutcomeTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Promises held against what happened. */
export type PromiseScorecard = {
  __typename?: 'PromiseScorecard';
  /** Orders with an outcome. */
  orders: Scalars['Int']['output'];
  /** Orders still open. */
  open: Scalars['Int']['output'];
  /** Share of promises kept, 0 to 1; null without orders. */
  keptRate: Maybe<Scalars['Float']['output']>;
  /** Mean days from order to promised latest delivery; null without orders. */
  meanPromisedDays: Maybe<Scalars['Float']['output']>;
  /** Mean days from order to delivery; null without orders. */
  meanActualDays: Maybe<Scalars['Float']['output']>;
  /** By carrier service and by location. */
  breakdown: Array<ScorecardRow>;
};

/** One group of a scorecard. */
export type ScorecardRow = {
  __typename?: 'ScorecardRow';
  /** SERVICE or LOCATION. */
  dimension: Scalars['String']['output'];
  /** Code of the service or id of the location. */
  key: Scalars['ID']['output'];
  /** Shipments with an outcome. */
  shipments: Scalars['Int']['output'];
  /** Share delivered by the promised date. */
  keptRate: Scalars['Float']['output'];
};

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** Promises held against what happened, over orders placed in a span of days. */
  promiseScorecard: PromiseScorecard;
  /** The figures of a span of days (UTC, at most 400), of one channel or all: what was promised, kept, late, sent back, told and asked. Kept by events, exact at the moment of asking. */
  insights: Insights;
  /** Work that waits now, by location and step, most urgent first. */
  backlog: Array<BacklogFigure>;
  /** Orders whose promise is in danger now: an incident is open, a carrier expects to come late, work is overdue, or the date has passed. Nearest date first, at most 200. */
  ordersAtRisk: Array<OrderAtRisk>;
  /** Shipments that locations can send on a day, and those sold of them; at most 31 days. */
  capacity: Array<CapacityFigure>;
};


export type QueryPromiseScorecardArgs = {
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  to?: InputMaybe<Scalars['LocalDate']['input']>;
  channel?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInsightsArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
  channel?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryBacklogArgs = {
  locationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrdersAtRiskArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  channel?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryCapacityArgs = {
  from: Scalars['LocalDate']['input'];
  to: Scalars['LocalDate']['input'];
  locationId?: InputMaybe<Scalars['ID']['input']>;
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
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
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Insights: ResolverTypeWrapper<InsightsView>;
  InsightsDimension: InsightsDimension;
  SurveyDimension: SurveyDimension;
  OtifAgainst: OtifAgainst;
  OtifFigure: ResolverTypeWrapper<OtifFigure>;
  KeptFigure: ResolverTypeWrapper<KeptFigure>;
  LatenessCause: LatenessCause;
  LatenessFigure: ResolverTypeWrapper<LatenessFigure>;
  CostFigure: ResolverTypeWrapper<CostFigure>;
  ReturnFigure: ResolverTypeWrapper<ReturnFigure>;
  MessageFigure: ResolverTypeWrapper<MessageFigure>;
  IncidentFigure: ResolverTypeWrapper<IncidentFigure>;
  SurveyFigure: ResolverTypeWrapper<SurveyFigure>;
  Location: ResolverTypeWrapper<Location>;
  BacklogFigure: ResolverTypeWrapper<Backlog>;
  OrderAtRisk: ResolverTypeWrapper<AtRisk>;
  CapacityFigure: ResolverTypeWrapper<DayCapacity>;
  Order: ResolverTypeWrapper<Omit<Order, 'promiseOutcome'> & { promiseOutcome?: Maybe<ResolversTypes['PromiseOutcome']> }>;
  PromiseOutcome: ResolverTypeWrapper<OrderFact>;
  PromiseScorecard: ResolverTypeWrapper<PromiseScorecard>;
  ScorecardRow: ResolverTypeWrapper<ScorecardRow>;
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
  Subscription: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Insights: InsightsView;
  OtifFigure: OtifFigure;
  KeptFigure: KeptFigure;
  LatenessFigure: LatenessFigure;
  CostFigure: CostFigure;
  ReturnFigure: ReturnFigure;
  MessageFigure: MessageFigure;
  IncidentFigure: IncidentFigure;
  SurveyFigure: SurveyFigure;
  Location: Location;
  BacklogFigure: Backlog;
  OrderAtRisk: AtRisk;
  CapacityFigure: DayCapacity;
  Order: Omit<Order, 'promiseOutcome'> & { promiseOutcome?: Maybe<ResolversParentTypes['PromiseOutcome']> } | FederationReferenceTypes['Order'];
  PromiseOutcome: OrderFact;
  PromiseScorecard: PromiseScorecard;
  ScorecardRow: ScorecardRow;
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

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  insightsChanged?: SubscriptionResolver<ResolversTypes['Insights'], "insightsChanged", ParentType, ContextType, RequireFields<SubscriptionInsightsChangedArgs, 'from' | 'to'>>;
};

export type InsightsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Insights'] = ResolversParentTypes['Insights']> = {
  from?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keptRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  otif?: Resolver<Array<ResolversTypes['OtifFigure']>, ParentType, ContextType>;
  kept?: Resolver<Array<ResolversTypes['KeptFigure']>, ParentType, ContextType, RequireFields<InsightsKeptArgs, 'by'>>;
  lateness?: Resolver<Array<ResolversTypes['LatenessFigure']>, ParentType, ContextType>;
  splitRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shipmentsPerOrder?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kgCO2ePerOrder?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  cost?: Resolver<Array<ResolversTypes['CostFigure']>, ParentType, ContextType>;
  returns?: Resolver<Array<ResolversTypes['ReturnFigure']>, ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['MessageFigure']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['IncidentFigure']>, ParentType, ContextType>;
  surveys?: Resolver<Array<ResolversTypes['SurveyFigure']>, ParentType, ContextType, RequireFields<InsightsSurveysArgs, 'by'>>;
};

export type OtifFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OtifFigure'] = ResolversParentTypes['OtifFigure']> = {
  against?: Resolver<ResolversTypes['OtifAgainst'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type KeptFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeptFigure'] = ResolversParentTypes['KeptFigure']> = {
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keptRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanDaysLate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type LatenessFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LatenessFigure'] = ResolversParentTypes['LatenessFigure']> = {
  cause?: Resolver<ResolversTypes['LatenessCause'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanDaysLate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CostFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostFigure'] = ResolversParentTypes['CostFigure']> = {
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveryPerOrder?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  goodwill?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  perOrder?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ReturnFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnFigure'] = ResolversParentTypes['ReturnFigure']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  returns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type MessageFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageFigure'] = ResolversParentTypes['MessageFigure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bounced?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complained?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanMinutes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type IncidentFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentFigure'] = ResolversParentTypes['IncidentFigure']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanHoursOpen?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SurveyFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SurveyFigure'] = ResolversParentTypes['SurveyFigure']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  goodShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  atLeast?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BacklogFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BacklogFigure'] = ResolversParentTypes['BacklogFigure']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  minutesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderAtRiskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderAtRisk'] = ResolversParentTypes['OrderAtRisk']> = {
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promisedLatestAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  minutesLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CapacityFigureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CapacityFigure'] = ResolversParentTypes['CapacityFigure']> = {
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  promiseOutcome?: Resolver<Maybe<ResolversTypes['PromiseOutcome']>, ParentType, ContextType>;
};

export type PromiseOutcomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseOutcome'] = ResolversParentTypes['PromiseOutcome']> = {
  promisedLatestAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PromiseOutcomeTextArgs>>;
  daysLate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  promisedDays?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PromiseScorecardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseScorecard'] = ResolversParentTypes['PromiseScorecard']> = {
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keptRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanPromisedDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanActualDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  breakdown?: Resolver<Array<ResolversTypes['ScorecardRow']>, ParentType, ContextType>;
};

export type ScorecardRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScorecardRow'] = ResolversParentTypes['ScorecardRow']> = {
  dimension?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keptRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  promiseScorecard?: Resolver<ResolversTypes['PromiseScorecard'], ParentType, ContextType, Partial<QueryPromiseScorecardArgs>>;
  insights?: Resolver<ResolversTypes['Insights'], ParentType, ContextType, RequireFields<QueryInsightsArgs, 'from' | 'to'>>;
  backlog?: Resolver<Array<ResolversTypes['BacklogFigure']>, ParentType, ContextType, Partial<QueryBacklogArgs>>;
  ordersAtRisk?: Resolver<Array<ResolversTypes['OrderAtRisk']>, ParentType, ContextType, RequireFields<QueryOrdersAtRiskArgs, 'first'>>;
  capacity?: Resolver<Array<ResolversTypes['CapacityFigure']>, ParentType, ContextType, RequireFields<QueryCapacityArgs, 'from' | 'to'>>;
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
  Subscription?: SubscriptionResolvers<ContextType>;
  Insights?: InsightsResolvers<ContextType>;
  OtifFigure?: OtifFigureResolvers<ContextType>;
  KeptFigure?: KeptFigureResolvers<ContextType>;
  LatenessFigure?: LatenessFigureResolvers<ContextType>;
  CostFigure?: CostFigureResolvers<ContextType>;
  ReturnFigure?: ReturnFigureResolvers<ContextType>;
  MessageFigure?: MessageFigureResolvers<ContextType>;
  IncidentFigure?: IncidentFigureResolvers<ContextType>;
  SurveyFigure?: SurveyFigureResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  BacklogFigure?: BacklogFigureResolvers<ContextType>;
  OrderAtRisk?: OrderAtRiskResolvers<ContextType>;
  CapacityFigure?: CapacityFigureResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PromiseOutcome?: PromiseOutcomeResolvers<ContextType>;
  PromiseScorecard?: PromiseScorecardResolvers<ContextType>;
  ScorecardRow?: ScorecardRowResolvers<ContextType>;
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

