import { useCallback, useEffect, useState } from 'react';
import { useClient, useSubscription, type CombinedError } from 'urql';
import { usePreferences } from '../../../client/preferences.ts';
import {
  deskFind,
  deskOrdersLive,
  type DeskFindResult,
  type OrderSearchInput,
} from '../generated/operations.ts';
import { criteriaOf } from './criteria.ts';

export type FoundOrder = DeskFindResult['searchOrders']['edges'][number]['node'];

/** What the list shows. */
export interface Found {
  readonly orders: readonly FoundOrder[];
  /** In all, where that is known. */
  readonly count: number | undefined;
  readonly more: string | undefined;
  readonly error: CombinedError | undefined;
}

const openStates = [
  'PLACED',
  'CONFIRMED',
  'IN_FULFILLMENT',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'PARTIALLY_DELIVERED',
] as const;
const states = {
  OPEN: openStates,
  ON_HOLD: ['ON_HOLD'],
  DELIVERED: ['DELIVERED', 'CLOSED'],
  CANCELLED: ['CANCELLED'],
} as const;
export const statusChoices = ['OPEN', 'ON_HOLD', 'DELIVERED', 'CANCELLED'] as const;
export type StatusChoice = (typeof statusChoices)[number];
export const isStatusChoice = (word: string): word is StatusChoice =>
  statusChoices.some((each) => each === word);

/** How the list is narrowed; it stands in the address. */
export interface Narrowing {
  readonly words: string;
  readonly status: StatusChoice | undefined;
  readonly delayed: boolean;
}

/** Orders that fit, kept as they are now: a change anywhere is read at once. */
export function useFound({ words, status, delayed }: Narrowing) {
  const client = useClient();
  const { language: locale } = usePreferences();
  const [found, setFound] = useState<Found>();
  const read = useCallback(
    async (after?: string): Promise<Found> => {
      const narrow: OrderSearchInput = {
        ...(status !== undefined && { status: states[status] }),
        ...(delayed && { delayed: true }),
      };
      const wishes = words.trim() === '' ? [{}] : criteriaOf(words);
      const answers = await Promise.all(
        wishes.map((wish) =>
          client.query(
            deskFind,
            { filter: { ...wish, ...narrow }, locale, after },
            { requestPolicy: 'network-only' },
          ),
        ),
      );
      const pages = answers.flatMap(({ data }) => (data ? [data.searchOrders] : []));
      const orders = new Map(pages.flatMap(({ edges }) => edges.map(({ node }) => [node.id, node] as const)));
      const only = pages.length === 1 ? pages[0] : undefined;
      return {
        orders: [...orders.values()],
        count: only === undefined ? orders.size : (only.totalCount ?? undefined),
        more: only?.pageInfo.hasNextPage ? (only.pageInfo.endCursor ?? undefined) : undefined,
        error: pages.length === 0 ? answers.find(({ error }) => error !== undefined)?.error : undefined,
      };
    },
    [client, words, status, delayed, locale],
  );
  const [{ data: changed }] = useSubscription({ query: deskOrdersLive, variables: { locale } });
  useEffect(() => {
    let isCurrent = true;
    void read().then((next) => isCurrent && setFound(next));
    return () => {
      isCurrent = false;
    };
  }, [read, changed]);
  const readMore = async (after: string): Promise<void> => {
    const next = await read(after);
    setFound((before) => before && { ...next, orders: [...before.orders, ...next.orders] });
  };
  return { found, readMore, readAgain: () => void read().then(setFound) };
}
