import { defineMachine } from '../../../platform/machine/machine.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';

export const ticketStatuses = [
  'NEW',
  'OPEN',
  'PENDING_CUSTOMER',
  'PENDING_CARRIER',
  'SNOOZED',
  'SOLVED',
  'CLOSED',
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];
export const ticketPriorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];
export const ticketReasons = ['LATE', 'LOST', 'DAMAGED', 'WRONG_ITEM', 'MISSING_ITEM', 'ADDRESS', 'PAYMENT', 'RETURN', 'SURVEY', 'OTHER'] as const; // prettier-ignore
export type TicketReason = (typeof ticketReasons)[number];
export type TicketResolution = NonNullable<EventPayload<'care.TicketChanged'>['resolution']>;

export const ticketMachine = defineMachine<TicketStatus>({
  name: 'Ticket',
  initial: 'NEW',
  final: ['CLOSED'],
  transitions: {
    NEW: ['OPEN', 'PENDING_CUSTOMER', 'PENDING_CARRIER', 'SNOOZED', 'SOLVED', 'CLOSED'],
    OPEN: ['PENDING_CUSTOMER', 'PENDING_CARRIER', 'SNOOZED', 'SOLVED', 'CLOSED'],
    PENDING_CUSTOMER: ['OPEN', 'PENDING_CARRIER', 'SNOOZED', 'SOLVED', 'CLOSED'],
    PENDING_CARRIER: ['OPEN', 'PENDING_CUSTOMER', 'SNOOZED', 'SOLVED', 'CLOSED'],
    SNOOZED: ['OPEN', 'PENDING_CUSTOMER', 'PENDING_CARRIER', 'SOLVED', 'CLOSED'],
    SOLVED: ['OPEN', 'CLOSED'],
    CLOSED: [],
  },
});

/** One thing said on a ticket; its words are kept apart, where they can be erased. */
export interface TicketNote {
  readonly id: string;
  readonly atMs: number;
  readonly by: 'CUSTOMER' | 'STAFF' | 'SYSTEM';
  /** Subject of whoever wrote it. */
  readonly author: string;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
}

/** A promise to a customer who asks: runs over opening hours, stands while the customer is asked. */
export interface SlaClock {
  readonly dueAtMs?: number;
  /** Open time left when it was stopped, ms. */
  readonly leftMs?: number;
  readonly metAtMs?: number;
}

export interface TicketState {
  readonly _id: string;
  /** Shown to people. */
  readonly number: string;
  readonly orderId: string;
  readonly parcelId?: string;
  readonly incidentId?: string;
  /** Whose order it is about. */
  readonly owner: string;
  /** Sales channel of the order. */
  readonly channel: string;
  readonly status: TicketStatus;
  /** Until when it is put off, of one that is SNOOZED. */
  readonly snoozedUntilMs?: number;
  readonly priority: TicketPriority;
  readonly reason: TicketReason;
  readonly assignee?: string;
  readonly tags: readonly string[];
  readonly notes: readonly TicketNote[];
  readonly firstResponse: SlaClock;
  readonly resolution: SlaClock;
  readonly resolvedAs?: TicketResolution;
  readonly openedAtMs: number;
  readonly changedAtMs: number;
}

type TicketEventName = Extract<EventName, `care.Ticket${string}`>;
export type TicketEvent = {
  [N in TicketEventName]: { readonly type: N; readonly data: EventPayload<N> };
}[TicketEventName];
export const ticketEvent = <N extends TicketEventName>(type: N, data: EventPayload<N>) => ({ type, data });

const clockOf = ({
  dueAtMs,
  leftMs,
  metAtMs,
}: EventPayload<'care.TicketChanged'>['firstResponse']): SlaClock => ({
  ...(dueAtMs === undefined ? {} : { dueAtMs }),
  ...(leftMs === undefined ? {} : { leftMs }),
  ...(metAtMs === undefined ? {} : { metAtMs }),
});

export function evolveTicket(state: TicketState | undefined, event: TicketEvent, at: number): TicketState {
  if (event.type === 'care.TicketOpened') {
    const {
      ticketId: _id,
      parcelId,
      incidentId,
      firstResponseDueAtMs,
      resolutionDueAtMs,
      ...rest
    } = event.data;
    return {
      ...{ _id, ...rest, status: 'NEW', tags: [], notes: [], openedAtMs: at, changedAtMs: at },
      ...(parcelId === undefined ? {} : { parcelId }),
      ...(incidentId === undefined ? {} : { incidentId }),
      firstResponse: clockOf({ dueAtMs: firstResponseDueAtMs }),
      resolution: clockOf({ dueAtMs: resolutionDueAtMs }),
    };
  }
  if (state === undefined) throw new Error('A ticket begins with TicketOpened.');
  switch (event.type) {
    case 'care.TicketNoted': {
      const { noteId: id, by, author, visibility } = event.data;
      return { ...state, notes: [...state.notes, { id, atMs: at, by, author, visibility }], changedAtMs: at };
    }
    case 'care.TicketChanged': {
      const { status, priority, assignee, tags, resolution, firstResponse, resolutionClock } = event.data;
      const { snoozedUntilMs } = event.data;
      const { assignee: _before, snoozedUntilMs: _until, ...rest } = state;
      return {
        ...rest,
        ...{ status, priority, tags, changedAtMs: at },
        ...(snoozedUntilMs === undefined ? {} : { snoozedUntilMs }),
        ...(assignee === undefined ? {} : { assignee }),
        ...(resolution === undefined ? {} : { resolvedAs: resolution }),
        ...{ firstResponse: clockOf(firstResponse), resolution: clockOf(resolutionClock) },
      };
    }
    default:
      return event satisfies never;
  }
}

export const isDone = ({ status }: Pick<TicketState, 'status'>): boolean =>
  status === 'SOLVED' || status === 'CLOSED';
