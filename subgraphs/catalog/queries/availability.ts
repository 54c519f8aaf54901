import type { Context } from '../context.ts';
import { availabilityOf, type Availability } from '../domain/availability.ts';
import { sellsFrom } from '../domain/place.ts';
import type { VariantDoc } from '../store/models.ts';

/** What can be sold of a variant on a channel now: of places in use, and without what carts held past their time. */
export async function availabilityOn(
  variant: VariantDoc,
  channel: string,
  { loaders, application }: Pick<Context, 'loaders' | 'application'>,
): Promise<Availability> {
  const { channelBufferUnits, lowStockUnits } = application.settings.current();
  const [positions, overdue] = await Promise.all([
    loaders.stockOfSku.load(variant._id),
    loaders.overdueUnits(),
  ]);
  const places = await Promise.all(positions.map(({ locationId }) => loaders.place.load(locationId)));
  const open = positions
    .filter((_, index) => sellsFrom(places[index] ?? undefined))
    .map((each) => ({ ...each, softReserved: each.softReserved - (overdue.get(each._id) ?? 0) }));
  const mayWait = variant.preorderUntilMs !== undefined || variant.backorderUntilMs !== undefined;
  return availabilityOf(open, variant, application.journal.clock.nowMs(), {
    bufferUnits: channelBufferUnits[channel] ?? 0,
    lowStockUnits,
    horizonMs: application.promise.horizonMs(),
    hasWarehouse: mayWait && open.length === 0 && (await application.places.hasWarehouse()),
  });
}
