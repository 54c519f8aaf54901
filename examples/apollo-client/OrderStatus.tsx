import { CombinedGraphQLErrors, gql, type TypedDocumentNode } from '@apollo/client';
import { useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { mayFollowAgain } from '../streamEnd.ts';

interface Update {
  readonly seq: number;
  readonly status: string;
  readonly summary: string;
  readonly resync: boolean;
}

const ORDER_STATUS: TypedDocumentNode<{ readonly orderStatus: Update }, { orderId: string }> = gql`
  subscription OrderStatus($orderId: ID!) {
    orderStatus(orderId: $orderId) {
      seq
      status
      summary
      resync
    }
  }
`;

/**
 * After a cut the client subscribes again from the start, and the server tells the whole history again: a number that
 * was seen is dropped. `resync` means that history before it is gone.
 */
function withUpdate(seen: readonly Update[], update: Update): readonly Update[] {
  if (update.resync) return [update];
  return update.seq > (seen.at(-1)?.seq ?? 0) ? [...seen, update] : seen;
}

/** The live status of an order, step by step. */
export function OrderStatus({ orderId }: { readonly orderId: string }) {
  const [updates, setUpdates] = useState<readonly Update[]>([]);
  const { error, restart } = useSubscription(ORDER_STATUS, {
    variables: { orderId },
    // Kept here, step by step; the cache would hold the last one only.
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => data && setUpdates((seen) => withUpdate(seen, data.orderStatus)),
  });
  useEffect(() => {
    if (!CombinedGraphQLErrors.is(error) || !mayFollowAgain(error.errors)) return;
    const again = setTimeout(restart, 500);
    return () => clearTimeout(again);
  }, [error, restart]);
  return (
    <section aria-live="polite">
      <h2>{updates.at(-1)?.status ?? 'Waiting for news...'}</h2>
      <ol>
        {updates.map(({ seq, status, summary }) => (
          <li key={seq}>
            #{seq} {status}: {summary}
          </li>
        ))}
      </ol>
      {error && (
        <p role="alert">
          {error.message} <button onClick={restart}>Follow again</button>
        </p>
      )}
    </section>
  );
}
