import { useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { usePreferences } from '../../../client/preferences.ts';
import { deskOrder, deskOrderLive, type DeskOrderResult } from '../generated/operations.ts';

export type DeskOrderView = NonNullable<DeskOrderResult['order']>;
export type DeskLine = DeskOrderView['lines'][number];

/** An order as it is now: read once, then kept by its live status, which begins where the reading ended. */
export function useOrder(id: string) {
  const { language: locale } = usePreferences();
  const [{ data, error, fetching }, readAgain] = useQuery({
    query: deskOrder,
    variables: { id, locale },
    requestPolicy: 'cache-and-network',
  });
  const order = data?.order ?? undefined;
  // Fixed once: the stream goes on from there by itself, and a new one for each event would be one too many.
  const [startedAt, setStartedAt] = useState<number>();
  if (startedAt === undefined && order !== undefined) setStartedAt(order.lastSeq);
  useSubscription({
    query: deskOrderLive,
    variables: { id, afterSeq: startedAt ?? 0, locale },
    pause: startedAt === undefined,
  });
  return { order, error, fetching, readAgain: () => readAgain({ requestPolicy: 'network-only' }) };
}
