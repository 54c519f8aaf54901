/* Generated from schema/subgraphs/care.graphql by npm run schema. Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SettingsRecord as SettingsRecordModel } from '../../../platform/settings/settingsRecord.ts';
import type { OrderRef, MessageDoc, IncidentDoc, TicketDoc } from '../store/models.ts';
import type { NoteRow } from '../queries/ticketNotes.ts';
import type { Rendered } from '../templates/render.ts';
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
  /** Send a message again, with what it told, to the address the order has now. Repeating the key sends nothing more. */
  resendMessage: Message;
  /** Switch messages of a group on or off for the customer of an order, on all their orders. Repeating the key changes nothing more. */
  setMessagePreference: Array<MessagePreference>;
  /** Ask the service desk about an order, or note what the desk has to do. Repeating the key opens nothing more. */
  openTicket: Ticket;
  /** Write on a ticket: to the desk, to the customer, or among staff. */
  replyToTicket: Ticket;
  /** Change a ticket; its clocks stand while the customer is asked, and end when it is solved. */
  changeTicket: Ticket;
  /** The customer says that a parcel reported as delivered has not come: a person looks at it. */
  reportNotReceived: Incident;
  /** Answer a promise that moved, by the link of its message: keep waiting, cancel what has not left, or collect it instead. CONFLICT when the date is not the one promised now, when another answer was carried out, or when the place has it no more; NOT_FOUND for a token that was not made for the order. Repeating the key changes nothing more. */
  answerPromise: PromiseAnswered;
  /** Change settings of care. They hold at once, in every process within two seconds. Repeating the key changes nothing more. */
  changeCareSettings: SettingsRecord;
  /** Give settings of care back to their defaults. */
  resetCareSettings: SettingsRecord;
};


export type MutationResendMessageArgs = {
  input: ResendMessageInput;
};


export type MutationSetMessagePreferenceArgs = {
  input: SetMessagePreferenceInput;
};


export type MutationOpenTicketArgs = {
  input: OpenTicketInput;
};


export type MutationReplyToTicketArgs = {
  input: ReplyToTicketInput;
};


export type MutationChangeTicketArgs = {
  input: ChangeTicketInput;
};


export type MutationReportNotReceivedArgs = {
  input: ReportNotReceivedInput;
};


export type MutationAnswerPromiseArgs = {
  input: AnswerPromiseInput;
};


export type MutationChangeCareSettingsArgs = {
  input: ChangeSettingsInput;
};


export type MutationResetCareSettingsArgs = {
  input: ResetSettingsInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Tickets as they are after something happened to them, of those that fit. From now on: read the list after connecting. Changes of one ticket that come together are told once. */
  ticketsChanged: Ticket;
};


export type SubscriptionTicketsChangedArgs = {
  filter?: InputMaybe<TicketFilter>;
};

/** Which tickets to hear of; all criteria together. */
export type TicketFilter = {
  /** How they stand. */
  status?: InputMaybe<Array<TicketStatus>>;
  /** What they are about. */
  reason?: InputMaybe<Array<TicketReason>>;
  /** How soon they are to be done. */
  priority?: InputMaybe<Array<TicketPriority>>;
  /** Subject of whoever works on them. */
  assignee?: InputMaybe<Scalars['String']['input']>;
};

/** An order, to which this subgraph adds what its customer was told. */
export type Order = {
  __typename?: 'Order';
  id: Scalars['ID']['output'];
  /** Messages to the customer, oldest first, those that were not sent included. They name no address. */
  messages: Array<Message>;
  /** What is or was not as promised, oldest first. */
  incidents: Array<Incident>;
  /** What people look at, oldest first. Customers see what was written to them. */
  tickets: Array<Ticket>;
};

/** One message to the customer of an order, on one channel. */
export type Message = {
  __typename?: 'Message';
  /** Message id. */
  id: Scalars['ID']['output'];
  /** What it tells. */
  code: MessageCode;
  /** What it belongs to; customers switch messages off by group. */
  group: MessageGroup;
  /** The way it takes. */
  channel: MessageChannel;
  /** What became of it. */
  status: MessageStatus;
  /** Why it waits, was skipped or failed; null otherwise. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was sent, or decided if it was not. */
  at: Scalars['DateTime']['output'];
  /** When it is to be sent, while it waits. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** Language it was written in, once it was. */
  language: Maybe<Scalars['String']['output']>;
  /** Version of the texts it was written in, once it was: the same words have the same. */
  textVersion: Maybe<Scalars['String']['output']>;
  /** The message it repeats, if staff sent it again. */
  resendOf: Maybe<Scalars['ID']['output']>;
};

/** A message as its reader would see it. */
export type MessagePreview = {
  __typename?: 'MessagePreview';
  /** Language. */
  language: Scalars['String']['output'];
  /** Version of the texts: the same words have the same. */
  textVersion: Scalars['String']['output'];
  /** Subject. */
  subject: Scalars['String']['output'];
  /** The mail with its layout. */
  html: Scalars['String']['output'];
  /** The mail as plain text. */
  text: Scalars['String']['output'];
  /** The short message; null for codes that are not sent to telephones. */
  sms: Maybe<Scalars['String']['output']>;
};

/** Whether a customer wants messages of a group on a channel. */
export type MessagePreference = {
  __typename?: 'MessagePreference';
  /** Channel. */
  channel: MessageChannel;
  /** Group. */
  group: MessageGroup;
  /** Whether they are sent. */
  wanted: Scalars['Boolean']['output'];
  /** Whether they have to be sent and cannot be switched off. */
  required: Scalars['Boolean']['output'];
};

/** A wish of a customer. */
export type SetMessagePreferenceInput = {
  /** An order of the customer. */
  orderId: Scalars['ID']['input'];
  /** Channel. */
  channel: MessageChannel;
  /** Group. */
  group: MessageGroup;
  /** Whether such messages are wanted. */
  wanted: Scalars['Boolean']['input'];
  /** Why, at most 500 characters; needed from staff who set it for a customer. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A message to send again. */
export type ResendMessageInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The message. */
  messageId: Scalars['ID']['input'];
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Ways to a customer. */
export type MessageChannel =
  /** E-mail. */
  | 'EMAIL'
  /** A short message to the telephone. */
  | 'SMS';

/** What a message belongs to. */
export type MessageGroup =
  /** The order and its money. */
  | 'ORDER'
  /** Parcels on their way. */
  | 'DELIVERY'
  /** Goods to collect. */
  | 'COLLECTION'
  /** Goods that come back. */
  | 'RETURN'
  /** Care and moved promises. */
  | 'SERVICE'
  /** Questions after delivery. */
  | 'SURVEY';

/** Something that is not as promised. */
export type Incident = {
  __typename?: 'Incident';
  /** Incident id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  type: IncidentType;
  /** Whether it is so now. */
  status: IncidentStatus;
  /** Id of the shipment it is about; null when it is about the order. */
  shipmentId: Maybe<Scalars['ID']['output']>;
  /** When it happened or was found. */
  openedAt: Scalars['DateTime']['output'];
  /** When it was over. */
  closedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was over: ARRIVED or OVER. */
  closedBecause: Maybe<Scalars['String']['output']>;
  /** How it is known: CARRIER, CLOCK, LEARNED or CUSTOMER. */
  knownBy: Scalars['String']['output'];
  /** Date that was promised, where it is about one. */
  promisedAt: Maybe<Scalars['DateTime']['output']>;
  /** Date that is expected now, where it is known. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
  /** What is to be done about it first. */
  firstAction: IncidentAction;
  /** Whether the carrier is to pay for it. */
  claim: Scalars['Boolean']['output'];
  /** What the customer may get: NONE, DELIVERY_FEE or RESHIP_OR_REFUND. */
  remedy: Scalars['String']['output'];
};

/** What is to be done first about an incident. */
export type IncidentAction =
  /** Nothing: the customer is told, and it is watched. */
  | 'WATCH'
  /** Ask the location why the goods have not left. */
  | 'ASK_LOCATION'
  /** Look for the parcel at the location, and have it handed over again. */
  | 'FIND_AT_LOCATION'
  /** Have the location make another label; over with the first report of the carrier. */
  | 'MAKE_NEW_LABEL'
  /** Ask the carrier where it is, and when it comes. */
  | 'ASK_CARRIER'
  /** Ask the carrier which papers or duties customs waits for. */
  | 'CLEAR_CUSTOMS'
  /** Check the address with the customer. */
  | 'CHECK_ADDRESS'
  /** Ask the carrier for the proof of delivery. */
  | 'ASK_FOR_PROOF'
  /** Send it again, or give the money back. */
  | 'RESHIP_OR_REFUND';

/** Kinds of incident. */
export type IncidentType =
  /** Goods have not left in time. */
  | 'LATE_DISPATCH'
  /** The carrier has not reported a labelled parcel. */
  | 'LABEL_NOT_SCANNED'
  /** The carrier does not know the tracking number. */
  | 'TRACKING_INVALID'
  /** It is at customs, and nothing was reported of it for long. */
  | 'HELD_AT_CUSTOMS'
  /** The carrier expects to come after the promised date. */
  | 'DELAY_ANNOUNCED'
  /** Parcels like it mostly came after such a date. */
  | 'DELAY_PREDICTED'
  /** It could not be delivered. */
  | 'ATTEMPT_FAILED'
  /** The carrier reports a trouble of its own. */
  | 'EXCEPTION'
  /** It was damaged. */
  | 'DAMAGED'
  /** The carrier lost it, or has been silent for too long. */
  | 'LOST'
  /** It goes back to the sender. */
  | 'RETURNING'
  /** Delivered, says the carrier; not received, says the customer. */
  | 'NOT_RECEIVED'
  /** The promised date has passed, and it has not arrived. */
  | 'LEAD_TIME_EXCEEDED';

/** Whether an incident is so now. */
export type IncidentStatus =
  /** It is. */
  | 'OPEN'
  /** It is over. */
  | 'CLOSED';

/** Something that people of the service desk look at. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Ticket id. */
  id: Scalars['ID']['output'];
  /** Number shown to people. */
  number: Scalars['String']['output'];
  /** The order. */
  order: Order;
  /** How it stands. */
  status: TicketStatus;
  /** Until when it is put off; null unless it is SNOOZED. */
  snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  /** How soon it is to be done. */
  priority: TicketPriority;
  /** What it is about. */
  reason: TicketReason;
  /** Id of the shipment it is about, if it is about one. */
  shipmentId: Maybe<Scalars['ID']['output']>;
  /** Id of the incident that opened it, if one did. */
  incidentId: Maybe<Scalars['ID']['output']>;
  /** The incident with what it is known by, as evidence; null if none opened it. */
  incident: Maybe<Incident>;
  /** Subject of whoever works on it. */
  assignee: Maybe<Scalars['String']['output']>;
  /** Words to find it by. */
  tags: Array<Scalars['String']['output']>;
  /** What was written on it, oldest first; customers see what was written to them. */
  notes: Array<TicketNote>;
  /** Until when it is to be answered; null once it was, while the customer is asked, or if the desk never opens. */
  firstResponseDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is to be resolved; null as above. */
  resolutionDueAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether one of both times has passed. */
  overdue: Scalars['Boolean']['output'];
  /** Whether one of both times comes within the settings' slaWarnMinutes of opening hours, and none has passed. */
  dueSoon: Scalars['Boolean']['output'];
  /** What it came to. */
  resolution: Maybe<TicketResolution>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** States it can go to now. */
  allowedTransitions: Array<TicketStatus>;
};

/** What customers say of one carrier service. */
export type SurveyScore = {
  __typename?: 'SurveyScore';
  /** Code of the service. */
  serviceCode: Scalars['ID']['output'];
  /** Answers. */
  answers: Scalars['Int']['output'];
  /** Share of ratings of 4 and 5. */
  goodShare: Scalars['Float']['output'];
  /** What that share surely is: lower end of its 95 % interval (Wilson). */
  atLeast: Scalars['Float']['output'];
};

/** Words on a ticket. */
export type TicketNote = {
  __typename?: 'TicketNote';
  /** Note id. */
  id: Scalars['ID']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who: CUSTOMER, STAFF or SYSTEM. */
  by: Scalars['String']['output'];
  /** Whether it is for staff alone. */
  internal: Scalars['Boolean']['output'];
  /** The words; null once they were erased. */
  text: Maybe<Scalars['String']['output']>;
};

/** How a ticket stands. */
export type TicketStatus =
  /** Nobody has looked at it. */
  | 'NEW'
  /** Somebody works on it. */
  | 'OPEN'
  /** The customer is asked; its clocks stand. */
  | 'PENDING_CUSTOMER'
  /** The carrier is asked. */
  | 'PENDING_CARRIER'
  /** Put off until a moment; its clocks go on. It opens again then, or when the customer writes. */
  | 'SNOOZED'
  /** Done; it may be opened again. */
  | 'SOLVED'
  /** Over. */
  | 'CLOSED';

/** How soon a ticket is to be done. */
export type TicketPriority =
  /** When there is time. */
  | 'LOW'
  /** As usual. */
  | 'NORMAL'
  /** Soon. */
  | 'HIGH'
  /** Now. */
  | 'URGENT';

/** What a ticket is about. */
export type TicketReason =
  /** It is late. */
  | 'LATE'
  /** It is lost. */
  | 'LOST'
  /** It is damaged. */
  | 'DAMAGED'
  /** It is not what was ordered. */
  | 'WRONG_ITEM'
  /** Something is missing. */
  | 'MISSING_ITEM'
  /** The address. */
  | 'ADDRESS'
  /** Money. */
  | 'PAYMENT'
  /** A return. */
  | 'RETURN'
  /** A bad rating. */
  | 'SURVEY'
  /** Anything else. */
  | 'OTHER';

/** What a ticket came to. */
export type TicketResolution =
  /** Sent again. */
  | 'RESHIPPED'
  /** Money given back. */
  | 'REFUNDED'
  /** Something given out of goodwill. */
  | 'GOODWILL'
  /** Explained. */
  | 'EXPLAINED'
  /** What it was about is gone. */
  | 'CAUSE_GONE'
  /** Anything else. */
  | 'OTHER';

/** A page of tickets. */
export type TicketConnection = {
  __typename?: 'TicketConnection';
  /** The tickets of this page. */
  edges: Array<TicketEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** One ticket in a page. */
export type TicketEdge = {
  __typename?: 'TicketEdge';
  /** Position in the list. */
  cursor: Scalars['String']['output'];
  /** The ticket. */
  node: Ticket;
};

/** A ticket to open. */
export type OpenTicketInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** What it is about. */
  reason: TicketReason;
  /** In words, 1 to 5,000 characters. */
  text: Scalars['String']['input'];
  /** How soon; staff only. */
  priority?: InputMaybe<TicketPriority>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** Words to add to a ticket. */
export type ReplyToTicketInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** The words, 1 to 5,000 characters. */
  text: Scalars['String']['input'];
  /** For staff alone; customers cannot write such. */
  internal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What to change on a ticket; what is left out stays. */
export type ChangeTicketInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** How it stands. */
  status?: InputMaybe<TicketStatus>;
  /** Until when it is put off, later than now; goes with SNOOZED alone. */
  snoozedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** How soon. */
  priority?: InputMaybe<TicketPriority>;
  /** Subject of whoever works on it; null takes it away. */
  assignee?: InputMaybe<Scalars['String']['input']>;
  /** Words to find it by, at most 20. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it came to; needed to solve or close it. */
  resolution?: InputMaybe<TicketResolution>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** A parcel that has not come. */
export type ReportNotReceivedInput = {
  /** Order id. */
  orderId: Scalars['ID']['input'];
  /** The shipment. */
  shipmentId: Scalars['ID']['input'];
  /** Why staff report it for the customer, at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the caller. */
  idempotencyKey: Scalars['String']['input'];
};

/** What became of a message. */
export type MessageStatus =
  /** To be sent, at once or later. */
  | 'DUE'
  /** The provider has taken it. */
  | 'SENT'
  /** Not sent, since the world moved on or the customer wants none. */
  | 'SKIPPED'
  /** The provider refused it, or did not take it in all tries. */
  | 'FAILED'
  /** It has arrived. */
  | 'DELIVERED'
  /** It came back. */
  | 'BOUNCED'
  /** Its reader complained. */
  | 'COMPLAINED';

/** What a message tells. */
export type MessageCode =
  /** The order is there. */
  | 'ORDER_PLACED'
  /** The customer must confirm the payment. */
  | 'PAYMENT_ACTION_NEEDED'
  /** The order is being checked. */
  | 'ORDER_ON_HOLD'
  /** The order was changed. */
  | 'ORDER_EDITED'
  /** The retailer cancelled some units. */
  | 'LINES_CANCELLED'
  /** The customer cancelled some units. */
  | 'LINES_CANCELLED_BY_CUSTOMER'
  /** The retailer cancelled the order. */
  | 'ORDER_CANCELLED'
  /** The customer cancelled the order. */
  | 'ORDER_CANCELLED_BY_CUSTOMER'
  /** Some units have to come in first. */
  | 'BACKORDERED'
  /** The date of units that have to come in moved. */
  | 'BACKORDER_MOVED'
  /** Money was given back. */
  | 'REFUNDED'
  /** Goods have not left when they should have. */
  | 'PREPARING_LATE'
  /** A labelled parcel has not been taken over, day 2. */
  | 'LABEL_NOT_SCANNED'
  /** The same, day 5. */
  | 'LABEL_STILL_NOT_SCANNED'
  /** The carrier does not know the tracking code. */
  | 'TRACKING_INVALID'
  /** A parcel left. */
  | 'PARCEL_SHIPPED'
  /** Several parcels of one order moved on. */
  | 'PARCELS_DIGEST'
  /** A parcel arrives tomorrow. */
  | 'ARRIVES_TOMORROW'
  /** A parcel arrives today. */
  | 'OUT_FOR_DELIVERY'
  /** The carrier announced a delay. */
  | 'DELAY_ANNOUNCED'
  /** A delay is likely. */
  | 'DELAY_PREDICTED'
  /** The promised date has passed, and it has not arrived. */
  | 'DELIVERY_OVERDUE'
  /** A parcel is at customs. */
  | 'CUSTOMS'
  /** A parcel could not be delivered today. */
  | 'ATTEMPT_FAILED'
  /** A parcel waits at a pickup point. */
  | 'AT_PICKUP_POINT'
  /** It still waits there. */
  | 'PICKUP_POINT_REMINDER'
  /** It waits there for the last day. */
  | 'PICKUP_POINT_LAST_DAY'
  /** A parcel arrived. */
  | 'PARCEL_DELIVERED'
  /** All parcels of an order arrived. */
  | 'ORDER_DELIVERED'
  /** A parcel was damaged. */
  | 'PARCEL_DAMAGED'
  /** A parcel was lost. */
  | 'PARCEL_LOST'
  /** A parcel goes back to the sender. */
  | 'RETURNING_TO_SENDER'
  /** It has come back. */
  | 'BACK_AT_WAREHOUSE'
  /** Goods wait in a store. */
  | 'READY_TO_COLLECT'
  /** They still wait there. */
  | 'COLLECT_REMINDER'
  /** They wait there for the last day. */
  | 'COLLECT_LAST_DAY'
  /** They were collected. */
  | 'COLLECTED'
  /** Nobody collected them in time. */
  | 'COLLECT_EXPIRED'
  /** The label of a return is ready. */
  | 'RETURN_LABEL'
  /** A return is on its way. */
  | 'RETURN_ON_ITS_WAY'
  /** A return arrived. */
  | 'RETURN_RECEIVED'
  /** A return was looked at. */
  | 'RETURN_INSPECTED'
  /** Money was given back for a return. */
  | 'RETURN_REFUNDED'
  /** A return was refused. */
  | 'RETURN_REFUSED'
  /** The goods of an exchange left. */
  | 'EXCHANGE_SHIPPED'
  /** The promised date moved. */
  | 'PROMISE_MOVED'
  /** A request of the customer was taken in. */
  | 'TICKET_OPENED'
  /** It was answered. */
  | 'TICKET_ANSWERED'
  /** It was closed. */
  | 'TICKET_CLOSED'
  /** Money was given back out of goodwill. */
  | 'GOODWILL'
  /** How was the delivery? */
  | 'SURVEY';

/** An order as its link shows it. */
export type TrackedOrder = {
  __typename?: 'TrackedOrder';
  /** Number, as customers know it. */
  number: Scalars['String']['output'];
  /** Language in which its customer is spoken to. */
  locale: Scalars['String']['output'];
  /** Zone in which its dates should be shown. */
  timeZone: Scalars['TimeZone']['output'];
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Latest delivery as it was promised first; never changed. */
  firstPromisedAt: Scalars['DateTime']['output'];
  /** Latest delivery as it is promised now. */
  promisedAt: Scalars['DateTime']['output'];
  /** When all of it had arrived. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether all of it is cancelled. */
  cancelled: Scalars['Boolean']['output'];
  /** Its parcels to the customer, oldest first; those that were given up are left out. */
  parcels: Array<TrackedParcel>;
  /** What can be, or was, chosen since the promise moved; null when it has not moved, or moved again by an agreed change. */
  choice: Maybe<PromiseChoice>;
};

/** A parcel as the link shows it. */
export type TrackedParcel = {
  __typename?: 'TrackedParcel';
  /** Tracking codes. */
  trackingCodes: Array<Scalars['String']['output']>;
  /** The newest step; null until the carrier has it. */
  step: Maybe<MessageCode>;
  /** When that step happened. */
  stepAt: Maybe<Scalars['DateTime']['output']>;
  /** When its carrier expects to deliver. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
  /** Latest delivery as promised for it. */
  promisedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it arrived. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
};

/** What a customer may decide since the promise moved. */
export type PromiseChoice = {
  __typename?: 'PromiseChoice';
  /** Latest delivery as it was promised before, and as it is now. */
  previousAt: Scalars['DateTime']['output'];
  /** The date to name when answering. */
  promisedAt: Scalars['DateTime']['output'];
  /** What was chosen; null until then. */
  answer: Maybe<PromiseAnswer>;
  /** When. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** What can be chosen now; empty when nothing can. */
  options: Array<PromiseOption>;
};

/** One thing that can be chosen. */
export type PromiseOption = {
  __typename?: 'PromiseOption';
  /** What. */
  answer: PromiseAnswer;
  /** Latest delivery, or when it waits in the store, by it; null for CANCEL. */
  promisedAt: Maybe<Scalars['DateTime']['output']>;
  /** For COLLECT: the place, to be handed back with its handle. */
  placeId: Maybe<Scalars['ID']['output']>;
  /** Name of the place. */
  placeName: Maybe<Scalars['String']['output']>;
  /** Proof of the offer; it expires. */
  handle: Maybe<Scalars['ID']['output']>;
  /** What the order costs less by it, as a negative sum; name it as acceptedDifference. */
  difference: Maybe<Money>;
};

/** Answers to a promise that moved. */
export type PromiseAnswer =
  /** Keep waiting. */
  | 'KEEP'
  /** Cancel what has not left. */
  | 'CANCEL'
  /** Collect it in a store or at a pickup point. */
  | 'COLLECT';

/** An answer to a promise that moved. */
export type AnswerPromiseInput = {
  /** Order id, as the link has it. */
  orderId: Scalars['ID']['input'];
  /** Token of the link. */
  token: Scalars['String']['input'];
  /** The date it is about: `choice.promisedAt`. */
  promisedAt: Scalars['DateTime']['input'];
  /** What is chosen. */
  answer: PromiseAnswer;
  /** For COLLECT: place of the option. */
  collectAtId?: InputMaybe<Scalars['ID']['input']>;
  /** For COLLECT: handle of the option. */
  handle?: InputMaybe<Scalars['ID']['input']>;
  /** For COLLECT: difference of the option. */
  acceptedDifference?: InputMaybe<MoneyInput>;
  /** Chosen by the caller, 1 to 255 printable ASCII characters; remembered for 7 days. */
  idempotencyKey: Scalars['String']['input'];
};

/** What came of an answer. */
export type PromiseAnswered = {
  __typename?: 'PromiseAnswered';
  /** How far it is carried out. */
  outcome: PromiseAnswerOutcome;
  /** The order afterwards. */
  order: TrackedOrder;
};

/** How far an answer is carried out. */
export type PromiseAnswerOutcome =
  /** It is done. */
  | 'DONE'
  /** Asked of whoever holds the goods; it goes on by itself, and a message tells what came of it. */
  | 'ASKED'
  /** Nothing was changed: the goods have left. */
  | 'TOO_LATE';

export type Link__Purpose =
  /** `SECURITY` features provide metadata necessary to securely resolve fields. */
  | 'SECURITY'
  /** `EXECUTION` features provide metadata necessary for operation execution. */
  | 'EXECUTION';

export type Query = {
  __typename?: 'Query';
  /** A message about an order as it would be sent now; nothing is sent. Null when the caller may not see the order. */
  previewMessage: Maybe<MessagePreview>;
  /** What the customer of an order wants to hear, by channel and group; null when the caller may not see the order. */
  messagePreferences: Maybe<Array<MessagePreference>>;
  /** What customers say of deliveries, by carrier service, the surest good one first. Answers of the last 365 days. */
  surveyScores: Array<SurveyScore>;
  /** Tickets, those due first; finished ones if their status is asked for. */
  tickets: TicketConnection;
  /** An order as whoever holds the link of its messages sees it, without signing in: how it stands, first and present promise, parcels, and what can be chosen since the promise moved. Names no person and no address. Null for a token that was not made for the order. */
  trackedOrder: Maybe<TrackedOrder>;
  /** What the retailer decides about messages, watching and the service desk. */
  careSettings: SettingsRecord;
};


export type QueryPreviewMessageArgs = {
  orderId: Scalars['ID']['input'];
  code: MessageCode;
  locale?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMessagePreferencesArgs = {
  orderId: Scalars['ID']['input'];
};


export type QueryTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<TicketStatus>>;
  reason?: InputMaybe<Array<TicketReason>>;
};


export type QueryTrackedOrderArgs = {
  orderId: Scalars['ID']['input'];
  token: Scalars['String']['input'];
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
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TicketFilter: TicketFilter;
  Order: ResolverTypeWrapper<OrderRef>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Message: ResolverTypeWrapper<MessageDoc>;
  MessagePreview: ResolverTypeWrapper<Rendered>;
  MessagePreference: ResolverTypeWrapper<MessagePreference>;
  SetMessagePreferenceInput: SetMessagePreferenceInput;
  ResendMessageInput: ResendMessageInput;
  MessageChannel: MessageChannel;
  MessageGroup: MessageGroup;
  Incident: ResolverTypeWrapper<IncidentDoc>;
  IncidentAction: IncidentAction;
  IncidentType: IncidentType;
  IncidentStatus: IncidentStatus;
  Ticket: ResolverTypeWrapper<TicketDoc>;
  SurveyScore: ResolverTypeWrapper<SurveyScore>;
  TicketNote: ResolverTypeWrapper<NoteRow>;
  TicketStatus: TicketStatus;
  TicketPriority: TicketPriority;
  TicketReason: TicketReason;
  TicketResolution: TicketResolution;
  TicketConnection: ResolverTypeWrapper<Omit<TicketConnection, 'edges'> & { edges: Array<ResolversTypes['TicketEdge']> }>;
  TicketEdge: ResolverTypeWrapper<Omit<TicketEdge, 'node'> & { node: ResolversTypes['Ticket'] }>;
  OpenTicketInput: OpenTicketInput;
  ReplyToTicketInput: ReplyToTicketInput;
  ChangeTicketInput: ChangeTicketInput;
  ReportNotReceivedInput: ReportNotReceivedInput;
  MessageStatus: MessageStatus;
  MessageCode: MessageCode;
  TrackedOrder: ResolverTypeWrapper<TrackedOrder>;
  TrackedParcel: ResolverTypeWrapper<TrackedParcel>;
  PromiseChoice: ResolverTypeWrapper<PromiseChoice>;
  PromiseOption: ResolverTypeWrapper<PromiseOption>;
  PromiseAnswer: PromiseAnswer;
  AnswerPromiseInput: AnswerPromiseInput;
  PromiseAnswered: ResolverTypeWrapper<PromiseAnswered>;
  PromiseAnswerOutcome: PromiseAnswerOutcome;
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
  TicketFilter: TicketFilter;
  Order: OrderRef;
  ID: Scalars['ID']['output'];
  Message: MessageDoc;
  MessagePreview: Rendered;
  MessagePreference: MessagePreference;
  SetMessagePreferenceInput: SetMessagePreferenceInput;
  ResendMessageInput: ResendMessageInput;
  Incident: IncidentDoc;
  Ticket: TicketDoc;
  SurveyScore: SurveyScore;
  TicketNote: NoteRow;
  TicketConnection: Omit<TicketConnection, 'edges'> & { edges: Array<ResolversParentTypes['TicketEdge']> };
  TicketEdge: Omit<TicketEdge, 'node'> & { node: ResolversParentTypes['Ticket'] };
  OpenTicketInput: OpenTicketInput;
  ReplyToTicketInput: ReplyToTicketInput;
  ChangeTicketInput: ChangeTicketInput;
  ReportNotReceivedInput: ReportNotReceivedInput;
  TrackedOrder: TrackedOrder;
  TrackedParcel: TrackedParcel;
  PromiseChoice: PromiseChoice;
  PromiseOption: PromiseOption;
  AnswerPromiseInput: AnswerPromiseInput;
  PromiseAnswered: PromiseAnswered;
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
  resendMessage?: Resolver<ResolversTypes['Message'], ParentType, ContextType, RequireFields<MutationResendMessageArgs, 'input'>>;
  setMessagePreference?: Resolver<Array<ResolversTypes['MessagePreference']>, ParentType, ContextType, RequireFields<MutationSetMessagePreferenceArgs, 'input'>>;
  openTicket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType, RequireFields<MutationOpenTicketArgs, 'input'>>;
  replyToTicket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType, RequireFields<MutationReplyToTicketArgs, 'input'>>;
  changeTicket?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType, RequireFields<MutationChangeTicketArgs, 'input'>>;
  reportNotReceived?: Resolver<ResolversTypes['Incident'], ParentType, ContextType, RequireFields<MutationReportNotReceivedArgs, 'input'>>;
  answerPromise?: Resolver<ResolversTypes['PromiseAnswered'], ParentType, ContextType, RequireFields<MutationAnswerPromiseArgs, 'input'>>;
  changeCareSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationChangeCareSettingsArgs, 'input'>>;
  resetCareSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType, RequireFields<MutationResetCareSettingsArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  ticketsChanged?: SubscriptionResolver<ResolversTypes['Ticket'], "ticketsChanged", ParentType, ContextType, Partial<SubscriptionTicketsChangedArgs>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  tickets?: Resolver<Array<ResolversTypes['Ticket']>, ParentType, ContextType>;
};

export type MessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['MessageCode'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['MessageGroup'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['MessageChannel'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  textVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resendOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type MessagePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePreview'] = ResolversParentTypes['MessagePreview']> = {
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessagePreferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessagePreference'] = ResolversParentTypes['MessagePreference']> = {
  channel?: Resolver<ResolversTypes['MessageChannel'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['MessageGroup'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['IncidentType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  shipmentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  knownBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  promisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstAction?: Resolver<ResolversTypes['IncidentAction'], ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TicketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TicketStatus'], ParentType, ContextType>;
  snoozedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['TicketPriority'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TicketReason'], ParentType, ContextType>;
  shipmentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  incidentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['TicketNote']>, ParentType, ContextType>;
  firstResponseDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolutionDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueSoon?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resolution?: Resolver<Maybe<ResolversTypes['TicketResolution']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  allowedTransitions?: Resolver<Array<ResolversTypes['TicketStatus']>, ParentType, ContextType>;
};

export type SurveyScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SurveyScore'] = ResolversParentTypes['SurveyScore']> = {
  serviceCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  answers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  goodShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  atLeast?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TicketNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketNote'] = ResolversParentTypes['TicketNote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  internal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TicketConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketConnection'] = ResolversParentTypes['TicketConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TicketEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TicketEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TicketEdge'] = ResolversParentTypes['TicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
};

export type TrackedOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackedOrder'] = ResolversParentTypes['TrackedOrder']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstPromisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  promisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parcels?: Resolver<Array<ResolversTypes['TrackedParcel']>, ParentType, ContextType>;
  choice?: Resolver<Maybe<ResolversTypes['PromiseChoice']>, ParentType, ContextType>;
};

export type TrackedParcelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackedParcel'] = ResolversParentTypes['TrackedParcel']> = {
  trackingCodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['MessageCode']>, ParentType, ContextType>;
  stepAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  promisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PromiseChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseChoice'] = ResolversParentTypes['PromiseChoice']> = {
  previousAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  promisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['PromiseAnswer']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['PromiseOption']>, ParentType, ContextType>;
};

export type PromiseOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseOption'] = ResolversParentTypes['PromiseOption']> = {
  answer?: Resolver<ResolversTypes['PromiseAnswer'], ParentType, ContextType>;
  promisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  placeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  placeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handle?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type PromiseAnsweredResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PromiseAnswered'] = ResolversParentTypes['PromiseAnswered']> = {
  outcome?: Resolver<ResolversTypes['PromiseAnswerOutcome'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['TrackedOrder'], ParentType, ContextType>;
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
  previewMessage?: Resolver<Maybe<ResolversTypes['MessagePreview']>, ParentType, ContextType, RequireFields<QueryPreviewMessageArgs, 'orderId' | 'code'>>;
  messagePreferences?: Resolver<Maybe<Array<ResolversTypes['MessagePreference']>>, ParentType, ContextType, RequireFields<QueryMessagePreferencesArgs, 'orderId'>>;
  surveyScores?: Resolver<Array<ResolversTypes['SurveyScore']>, ParentType, ContextType>;
  tickets?: Resolver<ResolversTypes['TicketConnection'], ParentType, ContextType, RequireFields<QueryTicketsArgs, 'first'>>;
  trackedOrder?: Resolver<Maybe<ResolversTypes['TrackedOrder']>, ParentType, ContextType, RequireFields<QueryTrackedOrderArgs, 'orderId' | 'token'>>;
  careSettings?: Resolver<ResolversTypes['SettingsRecord'], ParentType, ContextType>;
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
  Message?: MessageResolvers<ContextType>;
  MessagePreview?: MessagePreviewResolvers<ContextType>;
  MessagePreference?: MessagePreferenceResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  SurveyScore?: SurveyScoreResolvers<ContextType>;
  TicketNote?: TicketNoteResolvers<ContextType>;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  TrackedOrder?: TrackedOrderResolvers<ContextType>;
  TrackedParcel?: TrackedParcelResolvers<ContextType>;
  PromiseChoice?: PromiseChoiceResolvers<ContextType>;
  PromiseOption?: PromiseOptionResolvers<ContextType>;
  PromiseAnswered?: PromiseAnsweredResolvers<ContextType>;
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

