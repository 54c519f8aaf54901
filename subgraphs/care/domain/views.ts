import type { Facts } from './facts.ts';
import type { FactLine, MessageCodeStep } from './steps.ts';

/** Goods that wait for their customer in a store. */
export interface WaitingGoods {
  readonly fulfillmentOrderId: string;
  readonly locationId: string;
  readonly collectByMs: number;
}

/** What care keeps of an order; nothing personal. */
export interface OrderView {
  readonly _id: string;
  readonly number: string;
  /** Subject of the customer. */
  readonly owner: string;
  /** Sales channel. */
  readonly channel: string;
  /** Language of the order. */
  readonly locale: string;
  readonly country: string;
  /** Country and the beginning of the postal code; orders of before lack it. */
  readonly area?: string;
  /** The carrier's service its goods are to take; absent when it is collected. */
  readonly serviceCode?: string;
  /** Zone of the place it goes to. */
  readonly timeZone: string;
  readonly placedAtMs: number;
  /** Latest delivery as promised first, and now. */
  readonly originalLatestAtMs: number;
  readonly latestAtMs: number;
  /** The date it was promised anew for; its parcels that are made later are watched by it, too. */
  readonly repromisedLatestAtMs?: number;
  /** Store where it is collected, if it is. */
  readonly collectAtId?: string;
  /** Units ordered and cancelled. */
  readonly ordered: number;
  readonly cancelled: number;
  /** Shipments it was planned to travel in. */
  readonly planned: number;
  readonly total: Facts['amount'];
  readonly lines: readonly FactLine[];
  /** Ids of its returns: a refund of one of them is told as such. */
  readonly returnIds: readonly string[];
  /** Lines that are sent in exchange for what came back. */
  readonly exchanged?: readonly string[];
  /** Units to be sent again, asked for and not answered, by cause. */
  readonly reshipsAsked?: readonly string[];
  /** What waits for its customer in a store: the work that put it there, where, and until when. */
  readonly waits?: readonly WaitingGoods[];
  readonly deliveredAtMs?: number;
  /** When the first of its goods were to be with the carrier. */
  readonly dispatchDueAtMs?: number;
  /** Units that had a label at the last look; its parcels say what holds. */
  readonly labelled: number;
  /** When to look at it again. */
  readonly lookAtMs?: number;
  /** When to ask how the delivery was. */
  readonly surveyAtMs?: number;
}

/** Parcels of one shipment that travel together. */
export interface ParcelView {
  readonly _id: string;
  readonly orderId: string;
  readonly returnId?: string;
  /** It goes to a store, where the customer collects. */
  readonly toStore: boolean;
  /** Code of the carrier's service. */
  readonly serviceCode: string;
  /** Where it left from. */
  readonly locationId?: string;
  /** Who brings it: a partner of the carrier, or the carrier. */
  readonly lastMile?: string;
  readonly tracking: readonly string[];
  readonly lines: readonly FactLine[];
  /** Ids of its lines; parcels of before lack them. */
  readonly lineIds?: readonly string[];
  readonly promisedLatestAtMs?: number;
  readonly createdAtMs: number;
  readonly labelledAtMs?: number;
  readonly handedOverAtMs?: number;
  /** The newest step of the way that is told, and when it happened. */
  readonly newestStep?: MessageCodeStep;
  readonly newestStepAtMs?: number;
  /** When the carrier's newest report happened. */
  readonly lastScanAtMs?: number;
  /** When the carrier expects to deliver. */
  readonly etaMs?: number;
  /** When the customer is to hear next of what the clock tells: that it arrives tomorrow, or still waits for them. */
  readonly noticeAtMs?: number;
  /** Until when the pickup point keeps it, if it waits at one. */
  readonly keptUntilMs?: number;
  /** When it was first reported elsewhere again after customs. */
  readonly clearedAtMs?: number;
  /** Numbers of it that its carrier says it does not know, and since when; and those that it has reported, whichever came first. */
  readonly unknownNumbers?: readonly { readonly trackingCode: string; readonly atMs: number }[];
  readonly knownNumbers?: readonly string[];
  /** Since when it goes back to the sender. */
  readonly returningAtMs?: number;
  readonly deliveredAtMs?: number;
  /** Where it goes: country and the beginning of the postal code. */
  readonly area?: string;
  /** From the order to hand-over, ms. */
  readonly handlingMs?: number;
  /** The longest time without a report so far, ms. */
  readonly silentMs?: number;
  /** From hand-over to the door, ms. */
  readonly tookMs?: number;
  readonly lostAtMs?: number;
  readonly voided?: boolean;
  /** What the carrier reported last, if that was trouble. */
  readonly trouble?: 'ATTEMPT_FAILED' | 'EXCEPTION' | 'DAMAGED';
  readonly troubleAtMs?: number;
  /** When to look at it again. */
  readonly lookAtMs?: number;
}

/** Since when its carrier does not know a number of it, epoch ms; undefined where it knows them all, or has reported them since. */
export function numberUnknownAtMs({
  unknownNumbers = [],
  knownNumbers = [],
}: ParcelView): number | undefined {
  const unknown = unknownNumbers.filter(({ trackingCode }) => !knownNumbers.includes(trackingCode));
  return unknown.length === 0 ? undefined : Math.min(...unknown.map(({ atMs }) => atMs));
}

export const isCancelled = ({ ordered, cancelled }: OrderView): boolean => cancelled >= ordered;
