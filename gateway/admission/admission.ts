import type { Engine, PreparedOperation, RequestScope } from '../engine/types.ts';
import type { GraphQLError } from 'graphql';
import type { GraphqlParams } from './graphqlParams.ts';
import type { PersistedOperations } from './persisted.ts';
import type { Budget, BudgetHeaders } from '../limits/budget.ts';
import type { Caller } from '../model/caller.ts';
import type { EngineSlot } from './engineSlot.ts';

/** An operation that may run, on the engine it was prepared by. */
export interface Admitted {
  readonly ok: true;
  readonly engine: Engine;
  readonly operation: PreparedOperation;
  readonly text: string;
  /** True when the operation was ready before this request came. */
  readonly known: boolean;
  readonly variables: Record<string, unknown> | undefined;
  /** What is left of the caller's budget, as response headers. */
  readonly budgetHeaders: BudgetHeaders;
}

/** An operation the engine refused, with the errors to show. */
export interface Refused {
  readonly ok: false;
  readonly engine: Engine;
  readonly text: string;
  readonly reason: 'syntax' | 'limit' | 'validation' | 'operation' | 'internal';
  readonly errors: readonly GraphQLError[];
}

/** The way every operation takes before it runs, whatever it came in by. */
export interface Admission {
  /**
   * Throws or rejects with a `RequestFault` when the text is unknown or the budget is spent. A promise only when
   * something must be waited for.
   */
  readonly admit: (params: GraphqlParams, caller: Caller) => Admitted | Refused | Promise<Admitted | Refused>;
}

export interface AdmissionDeps {
  readonly slot: EngineSlot;
  readonly persisted: PersistedOperations;
  /** Undefined: nobody has a budget. */
  readonly budget: Budget | undefined;
}

/** Cost of looking at a text the engine has not seen: reading and planning are work, more for longer ones, even when they fail. */
const unknownTextCost = (text: string): number => 10 + Math.ceil(text.length / 2);

export function createAdmission({ slot, persisted, budget }: AdmissionDeps): Admission {
  const noHeaders: BudgetHeaders = {};

  /** The text a request means; one that names none counts as a request, too. */
  const resolve = async (params: GraphqlParams, caller: Caller): Promise<string> => {
    try {
      return await persisted.resolve(params);
    } catch (fault) {
      await budget?.spend(caller.budgetKey, 0);
      throw fault;
    }
  };
  const prepare = async (params: GraphqlParams, caller: Caller): Promise<Admitted | Refused> => {
    const text = await resolve(params, caller);
    const engine = slot.current;
    const ready = engine.lookup(text, params.operationName);
    if (ready === undefined && budget !== undefined)
      await budget.charge(caller.budgetKey, unknownTextCost(text));
    const preparation = ready
      ? ({ ok: true, operation: ready } as const)
      : await engine.prepare(text, params.operationName);
    if (!preparation.ok) {
      // What was refused counts as a request like any other.
      await budget?.spend(caller.budgetKey, 0);
      return { ...preparation, engine, text };
    }
    const { operation } = preparation;
    // Planned anew for these conditions, a known text is as much work as an unknown one.
    if (ready !== undefined && budget !== undefined && operation.isNewChoice(params.variables))
      await budget.charge(caller.budgetKey, unknownTextCost(text));
    const cost = budget ? operation.costOf(params.variables) : 0;
    const budgetHeaders = budget ? await budget.spend(caller.budgetKey, cost) : noHeaders;
    if (params.extensions !== undefined) await persisted.learn(params);
    const known = ready !== undefined;
    return { ok: true, engine, operation, text, known, variables: params.variables, budgetHeaders };
  };

  return {
    admit(params, caller) {
      const text = persisted.plainText(params);
      if (text === undefined) return prepare(params, caller);
      const { variables } = params;
      const engine = slot.current;
      const operation = engine.lookup(text, params.operationName);
      if (operation === undefined) return prepare(params, caller);
      const admitted = (headers: BudgetHeaders): Admitted => {
        return { ok: true, engine, operation, text, known: true, variables, budgetHeaders: headers };
      };
      if (budget === undefined) return admitted(noHeaders);
      if (operation.isNewChoice(variables)) return prepare(params, caller);
      const headers = budget.spend(caller.budgetKey, operation.costOf(variables));
      return headers instanceof Promise ? headers.then(admitted) : admitted(headers);
    },
  };
}

/** What of a request a scope is made from. */
export interface ScopeParts {
  readonly caller: Caller;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  readonly onSubgraphHeaders?: NonNullable<RequestScope['onSubgraphHeaders']>;
}

/** The engine's view of a request. */
export const scopeOf = ({ caller, ...rest }: ScopeParts): RequestScope => ({
  identity: caller.identity,
  authority: caller.authority,
  ...rest,
});
