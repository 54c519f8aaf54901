import { Schema, type Connection, type Model } from 'mongoose';
import { modelOf } from '../../../platform/mongo/modelOf.ts';
import type { LocalizedText } from '../../../platform/values/localized.ts';
import type { ChoiceState } from '../domain/choice.ts';
import type { IncidentState } from '../domain/incident.ts';
import type { MessageState } from '../domain/message.ts';
import type { PreferencesState } from '../domain/preferences.ts';
import type { SurveyState } from '../domain/survey.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { OrderView, ParcelView } from '../domain/views.ts';

export type MessageDoc = MessageState & { version: number };
/** A store where customers collect. */
export interface PlaceView {
  readonly _id: string;
  readonly name: string;
  readonly city: string;
}
/** A carrier's service. */
export interface ServiceView {
  readonly _id: string;
  readonly name: LocalizedText;
}
/** A customer's wishes. */
export type PreferencesDoc = PreferencesState & { version: number };
/** An address nothing is sent to any more, kept as a keyed hash. */
export interface SuppressionRow {
  readonly _id: string;
  readonly kind: 'BOUNCED' | 'COMPLAINED' | 'STOPPED';
  readonly atMs: number;
}
export type IncidentDoc = IncidentState & { version: number };
export type SurveyDoc = SurveyState & { version: number };
export type ChoiceDoc = ChoiceState & { version: number };
export type TicketDoc = TicketState & { version: number };
/** Words on a ticket: they may be personal, so they stand here alone and can be erased. */
export interface TicketTextRow {
  readonly _id: string;
  readonly ticketId: string;
  readonly orderId: string;
  readonly text: string;
}
/** A return's number, as messages name it. */
export interface ReturnView {
  readonly _id: string;
  readonly number: string;
}
/** An order, known here by its id alone. */
export interface OrderRef {
  readonly id: string;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const flag = { type: Boolean, required: true };
const top = { versionKey: false, id: false, minimize: false } as const;
const optionalTexts = { type: [String], default: undefined };
const mixed = { type: Schema.Types.Mixed, required: true };

const message = new Schema(
  {
    ...{ _id: text, key: text, orderId: text, parcelId: String, code: text, channel: text, status: text },
    ...{ facts: mixed, factAtMs: whole, dueAtMs: whole, attempts: whole, waitsFor: String, reason: String },
    textVersion: String,
    ...{ language: String, sentAtMs: Number, resendOf: String, createdAtMs: whole, leaseUntilMs: Number },
    version: whole,
  },
  top,
);
message.index({ status: 1, dueAtMs: 1 });
message.index({ orderId: 1, createdAtMs: 1 });

const order = new Schema(
  {
    ...{ _id: text, number: text, owner: text, channel: text, locale: text, country: text, timeZone: text },
    ...{ area: String, serviceCode: String },
    ...{ placedAtMs: whole, originalLatestAtMs: whole, latestAtMs: whole, collectAtId: String },
    ...{ ordered: whole, cancelled: whole, deliveredAtMs: Number, total: mixed, lines: mixed },
    ...{ dispatchDueAtMs: Number, labelled: whole, planned: whole, lookAtMs: Number, surveyAtMs: Number },
    returnIds: { type: [String], required: true },
    reshipsAsked: { type: [String], default: undefined },
    repromisedLatestAtMs: Number,
    ...{ exchanged: optionalTexts, waits: { type: [Schema.Types.Mixed], default: undefined } },
  },
  top,
);
const parcel = new Schema(
  {
    ...{ _id: text, orderId: text, returnId: String, toStore: flag, serviceCode: text, lines: mixed },
    tracking: { type: [String], required: true },
    ...{ promisedLatestAtMs: Number, createdAtMs: whole, labelledAtMs: Number, handedOverAtMs: Number },
    ...{ newestStep: String, newestStepAtMs: Number, lastScanAtMs: Number, etaMs: Number },
    ...{ returningAtMs: Number, deliveredAtMs: Number, lostAtMs: Number, voided: Boolean },
    ...{ trouble: String, troubleAtMs: Number, lookAtMs: Number, tookMs: Number },
    ...{ locationId: String, lastMile: String },
    ...{ keptUntilMs: Number, clearedAtMs: Number, knownNumbers: optionalTexts },
    unknownNumbers: { type: [Schema.Types.Mixed], default: undefined },
    ...{ area: String, handlingMs: Number, silentMs: Number, noticeAtMs: Number, lineIds: optionalTexts },
  },
  top,
);
parcel.index({ orderId: 1 });
parcel.index({ lookAtMs: 1 }, { sparse: true });
parcel.index({ serviceCode: 1, handedOverAtMs: -1 });
order.index({ lookAtMs: 1 }, { sparse: true });
order.index({ number: 1 });
order.index({ owner: 1 });
order.index({ surveyAtMs: 1 }, { sparse: true });

const survey = new Schema(
  {
    ...{ _id: text, owner: text, askedAtMs: whole, rating: Number, answeredAtMs: Number },
    ...{ serviceCodes: { type: [String], required: true }, kept: flag, version: whole },
    ...{ lastMileCarriers: optionalTexts, locationIds: optionalTexts, what: optionalTexts },
  },
  top,
);
survey.index({ owner: 1, askedAtMs: -1 });

const incident = new Schema(
  {
    ...{ _id: text, orderId: text, parcelId: String, type: text, status: text, openedAtMs: whole },
    ...{ closedAtMs: Number, closedBecause: String, evidence: mixed, times: whole, version: whole },
  },
  top,
);
incident.index({ orderId: 1, openedAtMs: 1 });
incident.index({ parcelId: 1, status: 1 });
const ticket = new Schema(
  {
    ...{ _id: text, number: text, orderId: text, parcelId: String, incidentId: String, owner: text },
    ...{ channel: text, status: text, priority: text, reason: text, assignee: String },
    snoozedUntilMs: Number,
    tags: { type: [String], required: true },
    ...{ notes: mixed, firstResponse: mixed, resolution: mixed, resolvedAs: String },
    ...{ openedAtMs: whole, changedAtMs: whole, version: whole },
  },
  top,
);
ticket.index({ orderId: 1, openedAtMs: 1 });
ticket.index({ incidentId: 1 });
ticket.index({ number: 1 });
ticket.index({ status: 1, openedAtMs: 1, _id: 1 });
ticket.index({ snoozedUntilMs: 1 }, { sparse: true });
const ticketText = new Schema({ _id: text, ticketId: text, orderId: text, text }, top);
ticketText.index({ ticketId: 1 });
ticketText.index({ orderId: 1 });

const choice = new Schema(
  {
    ...{ _id: text, latestAtMs: whole, previousLatestAtMs: whole, answer: String, answeredAtMs: Number },
    ...{ collectAtId: String, version: whole },
  },
  top,
);

export interface CareModels {
  readonly Message: Model<MessageDoc>;
  readonly Order: Model<OrderView>;
  readonly Parcel: Model<ParcelView>;
  readonly Place: Model<PlaceView>;
  readonly Service: Model<ServiceView>;
  readonly Return: Model<ReturnView>;
  readonly Preferences: Model<PreferencesDoc>;
  readonly Suppression: Model<SuppressionRow>;
  readonly Incident: Model<IncidentDoc>;
  readonly Ticket: Model<TicketDoc>;
  readonly TicketText: Model<TicketTextRow>;
  readonly Survey: Model<SurveyDoc>;
  readonly Choice: Model<ChoiceDoc>;
}

export const careModels = (connection: Connection): CareModels => ({
  Message: modelOf<MessageDoc>(connection, 'Message', message, 'messages'),
  Order: modelOf<OrderView>(connection, 'OrderView', order, 'orders'),
  Parcel: modelOf<ParcelView>(connection, 'ParcelView', parcel, 'parcels'),
  Place: modelOf<PlaceView>(
    connection,
    'PlaceView',
    new Schema({ _id: text, name: text, city: text }, top),
    'places',
  ),
  Service: modelOf<ServiceView>(
    connection,
    'ServiceView',
    new Schema({ _id: text, name: mixed }, top),
    'services',
  ),
  Return: modelOf<ReturnView>(
    connection,
    'ReturnView',
    new Schema({ _id: text, number: text }, top),
    'returns',
  ),
  Preferences: modelOf<PreferencesDoc>(
    connection,
    'Preferences',
    new Schema({ _id: text, off: { type: [String], required: true }, version: whole }, top),
    'preferences',
  ),
  Suppression: modelOf<SuppressionRow>(
    connection,
    'Suppression',
    new Schema({ _id: text, kind: text, atMs: whole }, top),
    'suppressions',
  ),
  Incident: modelOf<IncidentDoc>(connection, 'Incident', incident, 'incidents'),
  Ticket: modelOf<TicketDoc>(connection, 'Ticket', ticket, 'tickets'),
  TicketText: modelOf<TicketTextRow>(connection, 'TicketText', ticketText, 'ticketTexts'),
  Survey: modelOf<SurveyDoc>(connection, 'Survey', survey, 'surveys'),
  Choice: modelOf<ChoiceDoc>(connection, 'Choice', choice, 'choices'),
});
