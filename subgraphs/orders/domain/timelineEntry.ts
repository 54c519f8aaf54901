import type { ActorKind } from './actor.ts';
import type { OrderState } from './order.ts';
import { summaryOf } from './summary.ts';

/** An event of an order as its timeline shows it. */
export interface TimelineEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly actor: string;
  readonly by: ActorKind;
  readonly data: unknown;
  /** The order it is of. */
  readonly of: OrderState;
}

/** The sentence of an event: in the asked language, else in that of the order. */
export const sentence = (
  type: string,
  data: unknown,
  { locale, promise }: Pick<OrderState, 'locale' | 'promise'>,
  asked?: string | null,
): string => summaryOf(type, data, { locale: asked ?? locale, timeZone: promise.timeZone });
