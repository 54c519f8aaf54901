import { SubgraphUnavailable } from './subgraphUnavailable.ts';
import type { Wire } from './wire.ts';

/** A text to post, and until when its answer is waited for. */
export interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds after which it is given up. */
  readonly timeoutMs: number;
  /** Gives it up as well: the caller has gone. */
  readonly signal?: AbortSignal | undefined;
}

/** Posts one text over a wire; rejects with SubgraphUnavailable when no answer came in time. */
export function postOnce(
  wire: Wire,
  { headers, body, timeoutMs, signal }: Post,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    const giveUp = (): void => {
      exchange.abort();
      fail(new SubgraphUnavailable('SUBGRAPH_TIMEOUT', 'The subgraph did not answer in time.'));
    };
    const exchange = wire.post(Object.entries(headers).flat(), body, {
      answered(status, text) {
        end();
        resolve({ status, text });
      },
      failed: fail,
    });
    const timer = setTimeout(giveUp, timeoutMs);
    if (signal?.aborted === true) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}
