import { ErrorLedger } from '../data/errorLedger.ts';
import type { CallSubgraph, Execution } from '../data/execution.ts';
import type { EngineObserver, EngineResponse, RequestScope } from '../types.ts';
import type { Operation } from './operation.ts';
import { failedRun, refusal } from './responses.ts';
import type { Running } from './running.ts';
import { RunBounds } from '../data/runBounds.ts';
import type { GuardLimits } from '../guard/limits.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Variables that passed every check, or the answer that says why not. */
export type Admission =
  | { readonly ok: true; readonly variables: Variables }
  | { readonly ok: false; readonly response: EngineResponse };

/** What every run of an engine uses. */
export interface RunTools {
  readonly call: CallSubgraph;
  readonly observer: EngineObserver | undefined;
  readonly running: Running;
}

/** Runs a query or mutation to its whole answer. Never rejects. */
export async function runOperation(
  operation: Operation,
  given: Variables | undefined,
  scope: RequestScope,
  { call, observer, running }: RunTools,
): Promise<EngineResponse> {
  running.enter();
  try {
    const admission = admitVariables(operation, given);
    if (!admission.ok) return admission.response;
    const found = operation.variantFor(scope, admission.variables);
    const variant = found instanceof Promise ? await found : found;
    if (variant.refusal) return variant.refusal;
    const execution = newExecution(admission.variables, scope, call, variant.limits);
    operation.introspect?.(execution.data, admission.variables);
    if (variant.step) await variant.step(execution);
    return variant.serialize(execution);
  } catch (error) {
    observer?.failed?.(error);
    return failedRun(error);
  } finally {
    running.leave();
  }
}

/** Checks the variables of a request and the price they lead to. */
export function admitVariables(operation: Operation, given: Variables | undefined): Admission {
  const coerced = operation.coerce(given);
  if (!coerced.ok) return { ok: false, response: refusal(coerced.errors) };
  const excess = operation.costs.check(coerced.variables);
  if (excess) return { ok: false, response: refusal([excess]) };
  return coerced;
}

/** An execution with nothing gathered yet. */
export function newExecution(
  variables: Variables,
  scope: RequestScope,
  call: CallSubgraph,
  limits: GuardLimits,
): Execution {
  return { data: {}, variables, scope, errors: new ErrorLedger(), call, bounds: new RunBounds(limits) };
}
