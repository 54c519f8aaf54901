import { codedError } from '../../../platform/errors/codedError.ts';
import { requireReason } from '../../../platform/identity/requireReason.ts';
import type { Identity, IdentityKind } from '../../../schema/identity.ts';

/** Where and by whom something is sold in a store. */
export interface SoldBy {
  readonly locationId: string;
  /** Subject of the associate. */
  readonly subject: string;
}

/** Who opened a cart for somebody else, and why. */
export interface OpenedBy {
  readonly subject: string;
  readonly kind: IdentityKind;
  readonly reason?: string;
}

/** What a cart says of who opens it and for whom. */
export interface CartOpening {
  readonly owner: string;
  readonly openedBy?: OpenedBy;
  readonly soldBy?: SoldBy;
  /** Stores whose associates may see the cart. */
  readonly locationIds?: readonly string[];
}

/** What a caller asks for. */
export interface OpeningAsk {
  readonly onBehalfOf?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly soldAt?: string | null | undefined;
}

const wrong = (field: string, message: string) => codedError('BAD_USER_INPUT', message, { field });

/** A customer somebody acts for: an opaque id, never one of ours. */
function customerIn(ref: string): string {
  if (ref.length > 200 || ref.startsWith('system:'))
    throw wrong('onBehalfOf', 'A customer is named by the opaque id their orders carry.');
  return ref;
}

/** The store an associate sells in: the one they name, or their only one. */
function storeOf({ locationIds = [] }: Identity, named: string | null | undefined): string {
  const [only] = locationIds;
  if (named == null) {
    if (only === undefined || locationIds.length > 1) throw wrong('soldAt', 'Name the store you sell in.');
    return only;
  }
  if (!locationIds.includes(named))
    throw codedError('FORBIDDEN', 'An associate sells in their own store.', { field: 'soldAt' });
  return named;
}

/**
 * Who a cart belongs to, and who opened it. Customers open their own; service opens one for a customer and says why; an
 * associate opens one in a store, for a customer or for somebody who is not known and gets `newRef`.
 */
export function openingOf(who: Identity, ask: OpeningAsk, newRef: string): CartOpening {
  const { onBehalfOf, soldAt } = ask;
  if (who.kind === 'associate') {
    const locationId = storeOf(who, soldAt);
    const owner = onBehalfOf == null ? newRef : customerIn(onBehalfOf);
    return {
      ...{ owner, openedBy: { subject: who.subject, kind: who.kind } },
      ...{ soldBy: { locationId, subject: who.subject }, locationIds: [locationId] },
    };
  }
  if (soldAt != null) throw codedError('FORBIDDEN', 'Associates sell in stores.', { field: 'soldAt' });
  if (onBehalfOf == null || onBehalfOf === who.subject) return { owner: who.subject };
  if (who.kind !== 'agent' && who.kind !== 'admin' && who.kind !== 'system')
    throw codedError('FORBIDDEN', 'Only service acts for a customer.', { field: 'onBehalfOf' });
  requireReason(who, onBehalfOf, ask.reason);
  const reason = (ask.reason ?? '').trim();
  return {
    owner: customerIn(onBehalfOf),
    openedBy: { subject: who.subject, kind: who.kind, ...(reason === '' ? {} : { reason }) },
  };
}
