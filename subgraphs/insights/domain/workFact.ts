import type { EventName } from '../../../schema/events/registry.ts';
import type { Fold, Folds } from './heard.ts';

/** Where work stands at a location, as the location sees it. */
export type WorkStep =
  | 'OFFERED'
  | 'TO_PICK'
  | 'PICKING'
  | 'PICKED'
  | 'MAKING'
  | 'MADE'
  | 'PACKED'
  | 'LABELLED'
  | 'READY_FOR_COLLECTION'
  | 'DONE';

/** A location's work on an order, folded from its own events. */
export interface WorkFact {
  readonly id: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly channel: string;
  readonly step: WorkStep;
  readonly units: number;
  readonly due: { readonly pickStartMs: number; readonly packedMs: number; readonly handoverMs: number };
  readonly promisedLatestAtMs: number;
  readonly handedOverAtMs?: number;
  /** The location gave units up: refused, did not answer, or did not find them. */
  readonly refused: boolean;
}

type Data = { readonly lines?: readonly { readonly quantity: number }[] };
const unitsOf = ({ lines = [] }: Data): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

const to =
  (step: WorkStep): Fold<WorkFact, EventName>['fold'] =>
  (fact) =>
    fact === undefined || fact.step === 'DONE' ? fact : { ...fact, step };
const given = (fact: WorkFact | undefined, data: Data, over: boolean): WorkFact | undefined =>
  fact && {
    ...{ ...fact, refused: true, units: Math.max(0, fact.units - unitsOf(data)) },
    ...(over || fact.units <= unitsOf(data) ? { step: 'DONE' as const } : {}),
  };
const left = (fact: WorkFact | undefined, atMs: number): WorkFact | undefined =>
  fact && { ...fact, step: 'DONE', handedOverAtMs: fact.handedOverAtMs ?? atMs };

export const workFolds: Folds<WorkFact> = {
  'fulfillment.FulfillmentOrderCreated': (_fact, { data }) => ({
    ...{ id: data.fulfillmentOrderId, orderId: data.orderId, locationId: data.locationId },
    ...{ channel: data.channel, step: 'OFFERED', units: unitsOf(data), due: data.dueAt, refused: false },
    promisedLatestAtMs: data.promisedLatestAtMs,
  }),
  'fulfillment.WorkRescheduled': (fact, { data: { dueAt: due, promisedLatestAtMs } }) =>
    fact && { ...fact, due, promisedLatestAtMs },
  'fulfillment.Accepted': to('TO_PICK'),
  'fulfillment.PickingStarted': to('PICKING'),
  'fulfillment.Picked': (fact, { data }) => {
    const missing = unitsOf({ lines: data.short });
    if (fact === undefined) return undefined;
    const picked = { ...fact, step: 'PICKED' as const };
    return missing === 0 ? picked : given(picked, { lines: data.short }, unitsOf(data) === 0);
  },
  'fulfillment.MakingStarted': to('MAKING'),
  'fulfillment.MakingFinished': to('MADE'),
  'fulfillment.Packed': to('PACKED'),
  'fulfillment.Labelled': to('LABELLED'),
  'fulfillment.LabelVoided': to('PACKED'),
  'fulfillment.Unpicked': to('TO_PICK'),
  'fulfillment.UnitsFailed': (fact, { data }) => given(fact, data, false),
  'fulfillment.UnitsDeclined': (fact, { data }) => given(fact, data, false),
  'fulfillment.Rejected': (fact, { data }) => given(fact, data, true),
  'fulfillment.Expired': (fact, { data }) => given(fact, data, true),
  // Somebody else was faster: nobody refused anything.
  'fulfillment.ClaimedElsewhere': to('DONE'),
  'fulfillment.Rerouted': (fact) => fact,
  'fulfillment.Unfulfillable': (fact) => fact && { ...fact, refused: true },
  'fulfillment.HandedOver': (fact, { data }) => left(fact, data.atMs),
  'fulfillment.ReadyForCollection': (fact, { at }) =>
    fact && { ...fact, step: 'READY_FOR_COLLECTION', handedOverAtMs: fact.handedOverAtMs ?? at },
  'fulfillment.Collected': (fact, { data }) => left(fact, data.atMs),
  'fulfillment.CollectionExpired': to('DONE'),
  'fulfillment.LinesCancelled': (fact, { data }) =>
    fact && {
      ...{ ...fact, units: Math.max(0, fact.units - unitsOf(data)) },
      ...(data.closed ? { step: 'DONE' as const } : {}),
    },
};

/** Until when the step it stands at is to be done; undefined where nothing is to be done. */
export function dueAtMs({ step, due }: WorkFact): number | undefined {
  switch (step) {
    case 'OFFERED':
    case 'TO_PICK':
      return due.pickStartMs;
    case 'PICKING':
    case 'PICKED':
    case 'MAKING':
    case 'MADE':
      return due.packedMs;
    case 'PACKED':
    case 'LABELLED':
      return due.handoverMs;
    case 'READY_FOR_COLLECTION':
    case 'DONE':
      return undefined;
    default:
      return step satisfies never;
  }
}
