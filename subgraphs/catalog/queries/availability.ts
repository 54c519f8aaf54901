import { stockId } from '../store/stockStore.ts';
import { allOpen } from '../domain/openUnits.ts';
import type { Context } from '../context.ts';
import { availabilityOf, type Availability } from '../domain/availability.ts';
import { sellsFrom } from '../domain/place.ts';
import type { VariantDoc } from '../store/models.ts';

/** For whom availability is shown: on a channel, and to a cart, whose own held units are there for it. */
export interface Viewer {
  readonly channel: string;
  readonly cartId?: string | undefined;
}

type Asked = Pick<Context, 'loaders' | 'application'>;

/** `<sku>@<location>` -> units on the shelf that the cart holds itself. */
async function ownUnits(
  cartId: string | undefined,
  { loaders }: Asked,
): Promise<ReadonlyMap<string, number>> {
  const hold = cartId === undefined ? null : await loaders.cartHold.load(cartId);
  const own = hold === null ? [] : allOpen(hold).filter((line) => !line.future);
  return new Map(own.map(({ sku, locationId, quantity }) => [stockId(sku, locationId), quantity]));
}

/** What can be sold of a variant now: of places in use, and without what carts held past their time. */
export async function availabilityOn(
  variant: VariantDoc,
  { channel, cartId }: Viewer,
  asked: Asked,
): Promise<Availability> {
  const { loaders, application } = asked;
  const { channelBufferUnits, lowStockUnits } = application.settings.current();
  const [positions, overdue, own] = await Promise.all([
    loaders.stockOfSku.load(variant._id),
    loaders.overdueUnits(),
    ownUnits(cartId, asked),
  ]);
  const places = await Promise.all(positions.map(({ locationId }) => loaders.place.load(locationId)));
  const open = positions
    .filter((_, index) => sellsFrom(places[index] ?? undefined))
    .map((each) => {
      const notOthers = (overdue.get(each._id) ?? 0) + (own.get(each._id) ?? 0);
      return { ...each, softReserved: each.softReserved - notOthers };
    });
  const mayWait = variant.preorderUntilMs !== undefined || variant.backorderUntilMs !== undefined;
  return availabilityOf(open, variant, application.journal.clock.nowMs(), {
    bufferUnits: channelBufferUnits[channel] ?? 0,
    lowStockUnits,
    horizonMs: application.promise.horizonMs(),
    hasWarehouse: mayWait && open.length === 0 && (await application.places.hasWarehouse()),
  });
}
