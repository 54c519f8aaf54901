import { ruleOf, type Channel, type MessageCode } from './codes.ts';
import type { FactsOf } from './facts.ts';

/** Something a customer is to be told. */
export interface Telling<C extends MessageCode> {
  readonly orderId: string;
  readonly parcelId?: string;
  readonly code: C;
  /** What makes this fact another one than the last of its kind: the same version is told once. */
  readonly version: string | number;
  readonly facts: FactsOf<C>;
  /** When it happened, epoch ms. */
  readonly factAtMs: number;
  /** A rule may say within moments what is done about it. @default false */
  readonly mayBeAnswered?: boolean;
}

/** What may be told once. */
export const keyOf = (
  { orderId, parcelId = '', code, version }: Omit<Telling<MessageCode>, 'facts' | 'factAtMs'>,
  channel: Channel,
): string => [orderId, parcelId, code, version, channel].join('|');

/** A rule answers trouble within moments: its word replaces ours that we look into it. */
const looksIntoIt = 30;

/** How often the settling time of a carrier's reports a message waits for a newer word. */
const settlesFor = ({ code, mayBeAnswered }: Pick<Telling<MessageCode>, 'code' | 'mayBeAnswered'>): number =>
  mayBeAnswered === true ? looksIntoIt : ruleOf(code).step === true ? 1 : 0;

/** How long a message waits for a newer word, ms. */
export const settleMsOf = (
  telling: Pick<Telling<MessageCode>, 'code' | 'mayBeAnswered'>,
  { settleSeconds }: { readonly settleSeconds: number },
): number => settlesFor(telling) * settleSeconds * 1_000;
