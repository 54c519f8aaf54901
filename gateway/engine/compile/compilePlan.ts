import type { OperationSpec, PlanNode } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import { compileEntities } from './entitiesStep.ts';
import type { Step } from '../data/execution.ts';
import { compileFetch } from './fetchStep.ts';
import { readOperationKeys } from './operationKeys.ts';

/** Compiles a plan (without `defer` and `subscription`, which their own runners take apart) into one step. */
export function compilePlan(node: PlanNode, possibleTypes: PossibleTypes): Step {
  const copy = hasAmbiguousKeys(node);
  return compileNode(node, possibleTypes, copy);
}

function compileNode(node: PlanNode, possibleTypes: PossibleTypes, copy: boolean): Step {
  switch (node.kind) {
    case 'sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, possibleTypes, copy)));
    case 'parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, possibleTypes, copy)));
    case 'fetch':
      return announcing(node.fetchId, compileFetch(node, possibleTypes));
    case 'entities':
      return announcing(node.fetchId, compileEntities(node, possibleTypes, copy));
    case 'condition': {
      const then = node.then && compileNode(node.then, possibleTypes, copy);
      const otherwise = node.otherwise && compileNode(node.otherwise, possibleTypes, copy);
      return (execution) => (execution.variables[node.variable] === true ? then : otherwise)?.(execution);
    }
    case 'defer':
    case 'subscription':
      throw new Error(`A ${node.kind} node can only be the root of a plan.`);
  }
}

function announcing(fetchId: string | undefined, step: Step): Step {
  if (fetchId === undefined) return step;
  return async (execution) => {
    await step(execution);
    execution.finished?.(fetchId);
  };
}

function inSequence(steps: readonly Step[]): Step {
  const [only] = steps;
  if (steps.length === 1 && only) return only;
  return async (execution) => {
    for (const step of steps) await step(execution);
  };
}

function inParallel(steps: readonly Step[]): Step {
  const [only] = steps;
  if (steps.length === 1 && only) return only;
  return async (execution) => {
    const started: (Promise<void> | void)[] = [];
    for (const step of steps) started.push(step(execution));
    for (const one of started) await one;
  };
}

/** True when some response key of the plan stands for two different things, so that objects must not be shared. */
export function hasAmbiguousKeys(node: PlanNode): boolean {
  const meanings = new Map<string, string>();
  for (const operation of operationsOf(node)) {
    for (const [key, found] of readOperationKeys(operation.text).meanings) {
      for (const meaning of found) {
        const known = meanings.get(key);
        if (known !== undefined && known !== meaning) return true;
        meanings.set(key, meaning);
      }
    }
  }
  return false;
}

/** Every subgraph operation of a plan, in plan order. */
export function operationsOf(node: PlanNode): readonly OperationSpec[] {
  switch (node.kind) {
    case 'sequence':
    case 'parallel':
      return node.nodes.flatMap(operationsOf);
    case 'fetch':
    case 'entities':
      return [node.operation];
    case 'condition':
      return [node.then, node.otherwise].flatMap((child) => (child ? operationsOf(child) : []));
    case 'subscription':
      return [node.primary.operation, ...(node.rest ? operationsOf(node.rest) : [])];
    case 'defer':
      return [node.primary, ...node.deferred.map((part) => part.node)].flatMap((child) =>
        child ? operationsOf(child) : [],
      );
  }
}
