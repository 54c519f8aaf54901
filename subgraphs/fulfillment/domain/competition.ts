import { codedError, notFound } from '../../../platform/errors/codedError.ts';
import type { Events } from './decide.ts';
import { openLines, refOf, refusedLines, type FulfillmentOrder } from './fulfillmentOrder.ts';
import { setAside } from './unitState.ts';
import { minutesTo } from './workList.ts';

/** Is nobody's answer to it known yet? */
const isOpen = ({ status, assignment }: FulfillmentOrder): boolean =>
  status === 'OPEN' && assignment === 'OFFERED';

/** Further locations may claim the work, too. Repeating it changes nothing. */
export function decideOfferToMore(work: FulfillmentOrder, to: readonly string[], reason: string): Events {
  if (!isOpen(work))
    throw codedError(
      'INVALID_TRANSITION',
      'Only work that its location has not answered can be offered to others.',
    );
  if (work.collection)
    throw codedError('BAD_USER_INPUT', 'The customer collects it there; it cannot be done elsewhere.');
  const more = to.filter((id) => id !== work.locationId && !(work.offeredTo ?? []).includes(id));
  return more.length === 0 && work.offeredTo !== undefined
    ? []
    : [{ type: 'fulfillment.OfferedToMore', data: { ...refOf(work), to: more, reason } }];
}

/** Whoever comes first has it; for its own location that is accepting it. */
export function decideClaim(work: FulfillmentOrder, by: string): Events {
  if (work.locationId !== by && !(work.offeredTo ?? []).includes(by)) throw notFound('offer');
  if (!isOpen(work))
    throw codedError('ALREADY_CLAIMED', 'Another location was faster, or the offer has ended.');
  if (work.locationId === by) return [{ type: 'fulfillment.Accepted', data: refOf(work) }];
  const lines = refusedLines(work);
  return [
    { type: 'fulfillment.ClaimedElsewhere', data: { ...refOf(work), lines, by } },
    ...setAside(work, lines),
  ];
}

/** Units of an offer. */
export interface OfferedUnits {
  readonly sku: string;
  readonly quantity: number;
  readonly customisation?: string | undefined;
}

/** An offer as somebody who may claim it sees it. */
export interface CompetitiveOffer {
  readonly id: string;
  readonly lines: OfferedUnits[];
  readonly pickupAt: number;
  readonly minutesLeft: number;
  readonly competitors: number;
  readonly expiresAt: number | null;
}

/** @param expiresAfterMs how long an offer waits; 0 for ever. */
export function offerOf(
  work: FulfillmentOrder,
  { nowMs, expiresAfterMs }: { readonly nowMs: number; readonly expiresAfterMs: number },
): CompetitiveOffer {
  const made = new Map(work.lines.map((line) => [line.lineId, line.customisation]));
  return {
    id: work._id,
    lines: openLines(work).map(({ lineId, sku, quantity }) => ({
      sku,
      quantity,
      customisation: made.get(lineId),
    })),
    ...{ pickupAt: work.dueAt.handoverMs, minutesLeft: minutesTo(work.dueAt.handoverMs, nowMs) },
    competitors: (work.offeredTo ?? []).length + 1,
    expiresAt: expiresAfterMs === 0 ? null : work.createdAtMs + expiresAfterMs,
  };
}
