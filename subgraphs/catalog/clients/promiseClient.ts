import type { Clock } from '../../../platform/clock/clock.ts';
import type { SubgraphClient } from '../../../platform/graph/subgraphClient.ts';
import type { Log } from '../../../platform/log/log.ts';
import { promiseHorizon } from '../generated/promiseOperations.ts';

/** The promise, as the catalogue speaks to it. */
export interface PromiseClient {
  /** How far ahead a promise looks now, ms; as last heard when nobody answers. */
  horizonMs(): number;
}

const dayMs = 86_400_000;
/** Rules change rarely: what was heard holds for a minute. */
const heardForMs = 60_000;

/** Answers from what was heard and asks anew beside it, so that no page waits for another subgraph. */
export function createPromiseClient(client: SubgraphClient, clock: Clock, log: Log): PromiseClient {
  let horizonDays = 30;
  let askedAtMs = -Infinity;
  const ask = async (): Promise<void> => {
    try {
      const { promiseNetwork } = await client.call(promiseHorizon, { variables: {}, retries: 0 });
      horizonDays = promiseNetwork.horizonDays;
    } catch (error) {
      log.info({ error }, 'how far the promise looks ahead could not be asked; it is taken to be as before');
    }
  };
  return {
    horizonMs: () => {
      if (clock.nowMs() - askedAtMs >= heardForMs) {
        askedAtMs = clock.nowMs();
        void ask();
      }
      return horizonDays * dayMs;
    },
  };
}
