import { codedError } from '../../../platform/errors/codedError.ts';
import type { EventName, EventPayload } from '../../../schema/events/registry.ts';
import { isCancelled, type OrderView } from './views.ts';

export type ChoiceAnswer = EventPayload<'care.ChoiceAnswered'>['answer'];

/** What the customer may decide since the promise of their order moved, and what they decided. One for each order. */
export interface ChoiceState {
  /** Order id. */
  readonly _id: string;
  /** Latest delivery as it is promised now, and as it was before, epoch ms. */
  readonly latestAtMs: number;
  readonly previousLatestAtMs: number;
  readonly answer?: ChoiceAnswer;
  readonly answeredAtMs?: number;
  readonly collectAtId?: string;
}

type ChoiceEventName = Extract<EventName, `care.Choice${string}`>;
export type ChoiceEvent = {
  [N in ChoiceEventName]: { readonly type: N; readonly data: EventPayload<N> };
}[ChoiceEventName];

export const choiceEvent = <N extends ChoiceEventName>(type: N, data: EventPayload<N>) => ({ type, data });

export function evolveChoice(state: ChoiceState | undefined, event: ChoiceEvent, at: number): ChoiceState {
  switch (event.type) {
    case 'care.ChoiceOffered': {
      const { orderId: _id, latestAtMs, previousLatestAtMs } = event.data;
      return { _id, latestAtMs, previousLatestAtMs };
    }
    case 'care.ChoiceAnswered': {
      if (state === undefined) throw new Error('A choice begins with ChoiceOffered.');
      const { answer, collectAtId } = event.data;
      const place = collectAtId === undefined ? {} : { collectAtId };
      return { ...state, answer, answeredAtMs: at, ...place };
    }
    default:
      return event satisfies never;
  }
}

/** Waiting can be thought over for as long as nothing has left; what was carried out cannot. */
export const isOpen = (choice: ChoiceState, order: OrderView): boolean =>
  choice.latestAtMs === order.latestAtMs &&
  choice.answer !== 'CANCEL' &&
  choice.answer !== 'COLLECT' &&
  !isCancelled(order) &&
  order.deliveredAtMs === undefined;

/** Offers the choice once for each date. */
export const decideOffer = (
  known: ChoiceState | undefined,
  data: EventPayload<'care.ChoiceOffered'>,
): ChoiceEvent[] => (known?.latestAtMs === data.latestAtMs ? [] : [choiceEvent('care.ChoiceOffered', data)]);

/**
 * Whether an answer may be given; CONFLICT when the date it is about is not the one promised now, or when something else was
 * chosen and carried out. True when it was given before.
 */
export function requireOpen(
  choice: ChoiceState | undefined,
  order: OrderView,
  { answer, latestAtMs }: { readonly answer: ChoiceAnswer; readonly latestAtMs: number },
): boolean {
  if (choice !== undefined && choice.latestAtMs === latestAtMs && choice.answer === answer) return true;
  if (choice === undefined || choice.latestAtMs !== latestAtMs || !isOpen(choice, order))
    throw codedError('CONFLICT', 'There is nothing to choose for this date any more; read the order again.');
  return false;
}
