import { defineMachine } from '../../../platform/machine/machine.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import { codeOf, type Channel, type MessageCode } from './codes.ts';
import type { KnownFacts } from './facts.ts';

export type MessageStatus = 'DUE' | 'SENT' | 'SKIPPED' | 'FAILED' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED';

/** DUE waits, also in quiet hours and between tries. What the other side reports later only ever gets worse. */
export const messageMachine = defineMachine<MessageStatus>({
  name: 'Message',
  initial: 'DUE',
  final: ['SKIPPED', 'FAILED', 'COMPLAINED'],
  transitions: {
    DUE: ['SENT', 'SKIPPED', 'FAILED'],
    SENT: ['DELIVERED', 'BOUNCED', 'COMPLAINED'],
    DELIVERED: ['BOUNCED', 'COMPLAINED'],
    BOUNCED: ['COMPLAINED'],
    SKIPPED: [],
    FAILED: [],
    COMPLAINED: [],
  },
});

/** Why a message was not sent, or waits. */
export type WaitReason = 'QUIET_HOURS' | 'TRY_AGAIN' | 'ORDER_UNKNOWN' | 'DIGEST' | 'REMEDY';

/** One message to one customer on one channel: the intent, and what became of it. Nothing personal stands in it. */
export interface MessageState {
  readonly _id: string;
  /** Order, parcel, code and version of the fact: what may be told once. */
  readonly key: string;
  readonly orderId: string;
  readonly parcelId?: string;
  readonly code: MessageCode;
  readonly channel: Channel;
  readonly status: MessageStatus;
  readonly facts: KnownFacts;
  /** When what it tells of happened, epoch ms. */
  readonly factAtMs: number;
  readonly dueAtMs: number;
  readonly attempts: number;
  readonly waitsFor?: WaitReason;
  /** Why it was skipped or failed. */
  readonly reason?: string;
  readonly language?: string;
  /** Names the words it was written with. */
  readonly textVersion?: string;
  readonly sentAtMs?: number;
  /** The message it repeats, when somebody asked for that. */
  readonly resendOf?: string;
  readonly createdAtMs: number;
  /** Until then one process works on it; one that ran out says that an earlier try may have gone through. */
  readonly leaseUntilMs?: number;
}

type MessageEventName = Extract<EventName, `care.Message${string}`>;
export type MessageEvent = {
  [N in MessageEventName]: { readonly type: N; readonly data: EventPayload<N> };
}[MessageEventName];

export const messageEvent = <N extends MessageEventName>(type: N, data: EventPayload<N>) => ({ type, data });

/** Folds one event into a message. */
export function evolveMessage(
  state: MessageState | undefined,
  event: MessageEvent,
  at: number,
): MessageState {
  if (event.type === 'care.MessageDecided') {
    const { messageId, key, orderId, parcelId, code, channel, facts, factAtMs, dueAtMs, resendOf } =
      event.data;
    return {
      ...{ _id: messageId, key, orderId, channel, facts, factAtMs, dueAtMs, code: codeOf(code) },
      ...(parcelId === undefined ? {} : { parcelId }),
      ...(resendOf === undefined ? {} : { resendOf }),
      ...{ status: 'DUE', attempts: 0, createdAtMs: at },
    };
  }
  if (state === undefined) throw new Error('A message begins with MessageDecided.');
  const { waitsFor: _, leaseUntilMs: _lease, ...rest } = state;
  switch (event.type) {
    case 'care.MessageHeld': {
      const { untilMs, waitsFor } = event.data;
      const attempts = waitsFor === 'TRY_AGAIN' ? rest.attempts + 1 : rest.attempts;
      return { ...rest, dueAtMs: untilMs, waitsFor, attempts };
    }
    case 'care.MessageSent':
      return {
        ...{ ...rest, status: 'SENT', language: event.data.language, sentAtMs: event.data.atMs },
        ...(event.data.textVersion === undefined ? {} : { textVersion: event.data.textVersion }),
      };
    case 'care.MessageSkipped':
      return { ...rest, status: 'SKIPPED', reason: event.data.reason };
    case 'care.MessageFailed':
      return { ...rest, status: 'FAILED', reason: event.data.reason };
    case 'care.MessageReported':
      return { ...rest, status: event.data.status };
    default:
      return event satisfies never;
  }
}
