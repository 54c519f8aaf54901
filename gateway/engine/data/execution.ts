import type { RequestScope, SubgraphOperation, SubgraphResult } from '../types.ts';
import type { CallVariables } from './callVariables.ts';
import type { ErrorLedger } from './errorLedger.ts';
import type { RunBounds } from './runBounds.ts';

/** How a plan reaches a subgraph: transports, in-flight sharing and observation already put together. */
export type CallSubgraph = (
  operation: SubgraphOperation,
  variables: CallVariables,
  scope: RequestScope,
) => Promise<SubgraphResult>;

/** One run of one plan: what the compiled steps read and write. */
export interface Execution {
  /** Data gathered so far, in subgraph shape; the serializer turns it into the client's. */
  data: Record<string, unknown>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly scope: RequestScope;
  readonly errors: ErrorLedger;
  readonly bounds: RunBounds;
  readonly call: CallSubgraph;
  /** Told the id of each fetch that has ended, for deferred parts that wait for it. */
  readonly finished?: (fetchId: string) => void;
}

/** A compiled plan node. A step never rejects: what fails is written into the data and the ledger. */
export type Step = (execution: Execution) => Promise<void> | void;
