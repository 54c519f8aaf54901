import type { EventName } from '../../../schema/events/registry.ts';
import {
  incidentFolds,
  messageFolds,
  surveyFolds,
  type IncidentFact,
  type MessageFact,
  type SurveyFact,
} from './careFacts.ts';
import type { Folds } from './heard.ts';
import { orderFolds, overdueFromMs, type OrderFact } from './orderFact.ts';
import { returnFolds, type ReturnFact } from './returnFact.ts';
import { shipmentFolds, type ShipmentFact } from './shipmentFact.ts';
import { capacityFolds, placeFolds, type CapacityFact, type PlaceFact } from './siteFacts.ts';
import { workFolds, type WorkFact } from './workFact.ts';

/** The kinds of fact that figures are made of. */
export interface Facts {
  readonly order: OrderFact;
  readonly shipment: ShipmentFact;
  readonly work: WorkFact;
  readonly return: ReturnFact;
  readonly message: MessageFact;
  readonly incident: IncidentFact;
  readonly survey: SurveyFact;
  readonly place: PlaceFact;
  readonly capacity: CapacityFact;
}
export type FactKind = keyof Facts;

/** What rows are found by. */
export interface FactColumns {
  readonly orderId?: string;
  /** Epoch ms it is counted under. */
  readonly atMs?: number;
  readonly channel?: string;
  readonly locationId?: string;
  /** From when on it counts as late while it has not come. */
  readonly overdueFromMs?: number;
  /** Something is still to be done about it. */
  readonly isOpen?: boolean;
}

/** How one kind of fact is folded, named and found. */
export interface KindRule<F> {
  readonly folds: Folds<F>;
  /** Member of the events' payload that names it. */
  readonly idOf: (data: Readonly<Record<string, unknown>>) => string;
  readonly columns: (fact: F) => FactColumns;
  /** What is counted anew when it changes, `order:<id>` for instance; undefined if nothing is. */
  readonly subjectOf: (fact: F) => string | undefined;
  /** Whether a change can change what is counted. @default always */
  readonly counts?: (before: F | undefined, after: F) => boolean;
}

const named =
  (member: string) =>
  (data: Readonly<Record<string, unknown>>): string =>
    String(data[member]);
const given = <K extends string, V>(key: K, value: V | undefined): { [N in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [N in K]: V });

/** One line for each kind. */
export const kindRules: { readonly [K in FactKind]: KindRule<Facts[K]> } = {
  order: {
    ...{ folds: orderFolds, idOf: named('orderId'), subjectOf: ({ id }) => `order:${id}` },
    columns: (fact) => ({
      ...{ atMs: fact.placedAtMs, channel: fact.channel },
      ...given('overdueFromMs', overdueFromMs(fact)),
    }),
  },
  shipment: {
    ...{ folds: shipmentFolds, idOf: named('shipmentId'), subjectOf: ({ orderId }) => `order:${orderId}` },
    columns: ({ orderId }) => ({ orderId }),
  },
  work: {
    ...{
      folds: workFolds,
      idOf: named('fulfillmentOrderId'),
      subjectOf: ({ orderId }) => `order:${orderId}`,
    },
    // Most steps of the work change what waits, and nothing that is counted.
    counts: (before, after) =>
      before?.refused !== after.refused ||
      before.handedOverAtMs !== after.handedOverAtMs ||
      (before.step === 'DONE') !== (after.step === 'DONE'),
    columns: ({ orderId, locationId, step }) => ({
      ...{ orderId, locationId },
      ...(step === 'DONE' ? {} : { isOpen: true }),
    }),
  },
  return: {
    ...{ folds: returnFolds, idOf: named('returnId'), subjectOf: ({ id }) => `return:${id}` },
    columns: ({ channel, requestedAtMs: atMs }) => ({ channel, atMs }),
  },
  message: {
    ...{ folds: messageFolds, idOf: named('messageId'), subjectOf: ({ id }) => `message:${id}` },
    columns: () => ({}),
  },
  incident: {
    ...{ folds: incidentFolds, idOf: named('incidentId'), subjectOf: ({ id }) => `incident:${id}` },
    columns: ({ orderId, closedAtMs }) => ({
      orderId,
      ...(closedAtMs === undefined ? { isOpen: true } : {}),
    }),
  },
  survey: {
    ...{ folds: surveyFolds, idOf: named('orderId'), subjectOf: ({ id }) => `survey:${id}` },
    columns: () => ({}),
  },
  place: {
    ...{ folds: placeFolds, idOf: named('locationId'), subjectOf: () => undefined, columns: () => ({}) },
  },
  capacity: {
    folds: capacityFolds,
    idOf: ({ locationId, day }) => `${String(locationId)}:${String(day)}`,
    subjectOf: () => undefined,
    columns: ({ locationId }) => ({ locationId }),
  },
};

export const factKinds = Object.keys(kindRules) as FactKind[];

/** The kind of fact that an event belongs to; each event belongs to one. */
export const kindOfEvent: ReadonlyMap<EventName, FactKind> = new Map(
  factKinds.flatMap((kind) =>
    (Object.keys(kindRules[kind].folds) as EventName[]).map((name) => [name, kind] as const),
  ),
);
