import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

export const incidentTypes = [
  'LATE_DISPATCH',
  'LABEL_NOT_SCANNED',
  'TRACKING_INVALID',
  'HELD_AT_CUSTOMS',
  'DELAY_ANNOUNCED',
  'DELAY_PREDICTED',
  'ATTEMPT_FAILED',
  'EXCEPTION',
  'DAMAGED',
  'LOST',
  'RETURNING',
  'NOT_RECEIVED',
  'LEAD_TIME_EXCEEDED',
] as const;
export type IncidentType = (typeof incidentTypes)[number];
/** What was over may come again: a parcel is delayed twice. */
export type IncidentStatus = 'OPEN' | 'CLOSED';

/** Something that is not as promised, with what it was known by. */
export interface IncidentState {
  readonly _id: string;
  readonly orderId: string;
  readonly parcelId?: string;
  readonly type: IncidentType;
  readonly status: IncidentStatus;
  /** When what opened it happened or was found, epoch ms. */
  readonly openedAtMs: number;
  readonly closedAtMs?: number;
  readonly closedBecause?: ClosedBecause;
  readonly evidence: Evidence;
  /** How often it was opened. */
  readonly times: number;
}
export type Evidence = EventPayload<'care.IncidentOpened'>['evidence'];
export type ClosedBecause = EventPayload<'care.IncidentClosed'>['because'];

type IncidentEventName = Extract<EventName, `care.Incident${string}`>;
export type IncidentEvent = {
  [N in IncidentEventName]: { readonly type: N; readonly data: EventPayload<N> };
}[IncidentEventName];

export const incidentEvent = <N extends IncidentEventName>(type: N, data: EventPayload<N>) => ({
  type,
  data,
});

export function evolveIncident(
  state: IncidentState | undefined,
  event: IncidentEvent,
  at: number,
): IncidentState {
  switch (event.type) {
    case 'care.IncidentOpened': {
      const { incidentId: _id, orderId, parcelId, type, openedAtMs, evidence } = event.data;
      return {
        ...{ _id, orderId, type, status: 'OPEN', openedAtMs, evidence, times: (state?.times ?? 0) + 1 },
        ...(parcelId === undefined ? {} : { parcelId }),
      };
    }
    case 'care.IncidentClosed': {
      if (state === undefined) throw new Error('An incident begins with IncidentOpened.');
      return { ...state, status: 'CLOSED', closedAtMs: at, closedBecause: event.data.because };
    }
    default:
      return event satisfies never;
  }
}
