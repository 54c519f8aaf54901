import type { Network } from '@promesse/promise-engine/network/network';
import type { PromiseApplication } from '../application.ts';

/**
 * The network as it may be asked now: it knows until when dates can be promised and how old its data is.
 * @param atMs the instant that is asked about, epoch ms; now unless told.
 */
export function networkNow({ keeper, freshness, journal }: PromiseApplication, atMs?: number): Network {
  const nowMs = journal.clock.nowMs();
  keeper.dateCalendars(nowMs, atMs);
  freshness.tell(keeper.network, atMs ?? nowMs, nowMs);
  return keeper.network;
}
