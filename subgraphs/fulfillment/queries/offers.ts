import type { Identity } from '../../../schema/identity.ts';
import { offerOf, type CompetitiveOffer } from '../domain/competition.ts';
import type { FulfillmentOrder } from '../domain/fulfillmentOrder.ts';
import type { FulfillmentSettings } from '../domain/settings.ts';
import type { FulfillmentModels } from '../store/models.ts';
import { ownLocation } from '../store/ownRow.ts';

/** What is needed to read offers. */
export interface OfferReading {
  readonly models: FulfillmentModels;
  readonly settings: { current(): FulfillmentSettings };
  readonly journal: { readonly clock: { nowMs(): number } };
}

/** Work of other locations that one may claim, most urgent first. */
export async function offersTo(reading: OfferReading, locationId: string): Promise<CompetitiveOffer[]> {
  const { models, settings, journal } = reading;
  const found = await models.FulfillmentOrder.find({
    ...{ offeredTo: locationId, status: 'OPEN' as const, assignment: 'OFFERED' as const },
  })
    .sort({ 'dueAt.handoverMs': 1, _id: 1 })
    .limit(100)
    .lean<FulfillmentOrder[]>();
  const terms = {
    nowMs: journal.clock.nowMs(),
    expiresAfterMs: settings.current().offerExpiresAfterMinutes * 60_000,
  };
  return found.map((work) => offerOf(work, terms));
}

/** The same for somebody who works there. */
export async function competitiveOffers(
  reading: OfferReading,
  who: Identity,
  locationId: string,
): Promise<CompetitiveOffer[]> {
  await ownLocation(reading.models, who, locationId);
  return offersTo(reading, locationId);
}
