import { codedError } from '../../../platform/errors/codedError.ts';
import type { ReturnsApplication } from '../application.ts';
import type { OrderFacts } from '../clients/ordersClient.ts';
import { methodAt } from '../domain/nearPlaces.ts';
import type { ReturnMethod } from '../domain/return.ts';
import { slotsFor } from '../queries/returnPlaces.ts';

/** Where and when the customer gives units back, as far as they said. */
export interface Choice {
  readonly placeId?: string | null | undefined;
  readonly pickup?: { readonly from: number; readonly until: number } | null | undefined;
}

/** A choice that was checked, as the return keeps it. */
export interface Chosen {
  readonly placeId?: string;
  readonly pickup?: { readonly fromMs: number; readonly untilMs: number };
}

/**
 * Checks where and when: UNKNOWN_LOCATION or LOCATION_CLOSED for the place, BAD_USER_INPUT for one that does not take
 * units this way, and for a slot that is not offered.
 */
export async function chosenPlace(
  application: ReturnsApplication,
  order: OrderFacts,
  method: ReturnMethod,
  { placeId, pickup }: Choice,
): Promise<Chosen> {
  if (pickup != null) return { pickup: await requireSlot(application, order, method, pickup) };
  if (placeId == null) return {};
  const place = (await application.others.places()).find(({ id }) => id === placeId);
  if (place === undefined)
    throw codedError('UNKNOWN_LOCATION', `There is no location ${placeId}.`, { field: 'placeId' });
  if (!place.active)
    throw codedError('LOCATION_CLOSED', `Location ${placeId} is closed.`, { field: 'placeId' });
  if (methodAt(place) !== method)
    throw codedError('BAD_USER_INPUT', `${place.name} takes nothing back this way.`, { field: 'placeId' });
  return { placeId };
}

async function requireSlot(
  application: ReturnsApplication,
  order: OrderFacts,
  method: ReturnMethod,
  { from: fromMs, until: untilMs }: { readonly from: number; readonly until: number },
): Promise<{ readonly fromMs: number; readonly untilMs: number }> {
  if (method !== 'PICKUP')
    throw codedError('BAD_USER_INPUT', 'A slot is for a pickup at home.', { field: 'pickup' });
  const offered = await slotsFor(application, order);
  if (!offered.some((slot) => slot.fromMs === fromMs && slot.untilMs === untilMs))
    throw codedError('BAD_USER_INPUT', 'This slot is not offered; ask for the places anew.', {
      field: 'pickup',
    });
  return { fromMs, untilMs };
}
