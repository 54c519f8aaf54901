import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { fromJavascriptPlan } from './javascriptPlan.ts';
import type { Planner } from './planner.ts';
import { withUsableKeys, withVisibleDirectiveTypes } from './usableKeys.ts';

/**
 * Apollo's planner in JavaScript: runs everywhere, and is the one that can split `@defer`. It plans on this thread,
 * for as long as it takes: serving goes through `createWorkerPlanner`.
 */
export function createJavascriptPlanner(supergraphSdl: string): Planner {
  // The engine has already refused features it does not enforce, so the check of this library is turned off.
  const supergraph = Supergraph.build(withVisibleDirectiveTypes(withUsableKeys(supergraphSdl)), {
    supportedFeatures: null,
  });
  const planner = new QueryPlanner(supergraph, {
    incrementalDelivery: { enableDefer: true },
    // What is asked of one type must not be fetched for others: a field that fails there would take theirs with it.
    typeConditionedFetching: true,
  });
  const schema = supergraph.apiSchema();
  return {
    name: 'javascript',
    close: () => Promise.resolve(),
    plan({ text, operationName, rollout }) {
      const operation = operationFromDocument(
        schema,
        parse(text),
        operationName === undefined ? {} : { operationName },
      );
      const { node } = planner.buildQueryPlan(operation, {
        overrideConditions: rollout.conditions as Map<string, boolean>,
      });
      // It is only asked when there is something to fetch: an empty plan would answer nulls that nobody can explain.
      if (!node)
        return Promise.reject(new Error('The JavaScript planner found no way to fetch the operation.'));
      return Promise.resolve(fromJavascriptPlan(node));
    },
  };
}
