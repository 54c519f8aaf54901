import { rowsChanged } from '../../../platform/journal/rowsChanged.ts';
import type { Identity } from '../../../schema/identity.ts';
import type { ReturnsApplication } from '../application.ts';
import type { ReturnDoc } from '../store/models.ts';
import { mayRead } from './rowsOf.ts';

/** Which returns to hear of; all criteria together. */
export interface ReturnFilter {
  readonly channel?: string | null | undefined;
  readonly locationId?: string | null | undefined;
  readonly orderId?: string | null | undefined;
  readonly status?: readonly ReturnDoc['status'][] | null | undefined;
}

const stream = 'return:';

const fits = (found: ReturnDoc, { channel, locationId, orderId, status }: ReturnFilter): boolean =>
  (channel == null || found.channel === channel) &&
  (locationId == null || found.locationId === locationId) &&
  (orderId == null || found.orderId === orderId) &&
  (status == null || status.includes(found.status));

/** Returns as they are after something happened to them, of those the caller may see and that fit, from now on. */
export function returnsChanged(
  { journal, model }: ReturnsApplication,
  who: Identity,
  filter: ReturnFilter,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<ReturnDoc> {
  const read = async (_id: string): Promise<ReturnDoc | null> => {
    const found = await model.findOne({ _id }).lean<ReturnDoc>();
    return found !== null && mayRead(who, found) && fits(found, filter) ? found : null;
  };
  return rowsChanged(journal, stream, read, signal);
}
