import type { GraphQLFormattedError } from 'graphql';
import type { EntitiesNode, EntityBatch } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import type { SubgraphResult } from '../types.ts';
import type { ErrorLedger } from '../data/errorLedger.ts';
import { Failure } from '../data/errorLedger.ts';
import type { RepresentationList } from '../data/callVariables.ts';
import { ClientVariables } from '../data/callVariables.ts';
import type { Step } from '../data/execution.ts';
import { unavailableError } from './fetchFailure.ts';
import type { Gathered, GatherEntities } from './gatherEntities.ts';
import { compileGather } from './gatherEntities.ts';
import type { Represent } from './representationValue.ts';
import { compileRepresent } from './representationValue.ts';
import { mergeData } from './mergeData.ts';
import { readOperationKeys } from './operationKeys.ts';
import { bareError, markMissing, placeError } from './placeErrors.ts';
import type { RewriteData } from './rewriteData.ts';
import { compileRewrites } from './rewriteData.ts';
import { compileOperation } from './subgraphOperation.ts';

type Fields = Record<string, unknown>;

interface Batch {
  readonly key: string;
  readonly variable: string;
  readonly prefix: string;
  readonly gather: GatherEntities;
  readonly represent: Represent;
  readonly rewrite: RewriteData | undefined;
  /** Response keys the batch brings to each object. */
  readonly fields: readonly string[];
}

/**
 * Compiles a fetch of entities. `copy` keeps objects that get the same entity apart; without it they share the
 * nested values, which is faster and right as long as every response key of the plan has one meaning.
 */
export function compileEntities(node: EntitiesNode, possibleTypes: PossibleTypes, copy: boolean): Step {
  const operation = compileOperation(node.operation);
  const names = node.operation.variables;
  const keys = readOperationKeys(node.operation.text);
  const batches = node.batches.map((batch) =>
    compileBatch(batch, keys.below.get(batch.key) ?? [], possibleTypes),
  );
  return async (execution) => {
    const lists: RepresentationList[] = [];
    let count = 0;
    const gathered: Gathered[] = [];
    for (const batch of batches) {
      const found = batch.gather(execution.data, execution.bounds);
      if (!found) return;
      gathered.push(found);
      count += found.count;
      lists.push({
        variable: batch.variable,
        prefix: batch.prefix,
        json: found.json,
        values: () => valuesOf(batch, found),
      });
      for (const { object, failure } of found.lost) markMissing(object, batch.fields, failure);
    }
    if (count === 0) return;
    let result: SubgraphResult;
    try {
      const variables = new ClientVariables(names, execution.variables, lists);
      result = await execution.call(operation, variables, execution.scope);
    } catch (error) {
      result = { errors: [unavailableError(error)] };
    }
    const { subgraph } = operation;
    absorb({ result, subgraph, batches, gathered, errors: execution.errors }, copy, possibleTypes);
  };
}

/** One representation for each of the objects found: of those that stand for the same entity, the first tells. */
function valuesOf({ represent }: Batch, { targets }: Gathered): unknown[] {
  return targets.map(([first]) => represent(first as Fields));
}

function compileBatch(batch: EntityBatch, fields: readonly string[], possibleTypes: PossibleTypes): Batch {
  return {
    key: batch.key,
    variable: batch.variable,
    prefix: `${JSON.stringify(batch.variable)}:`,
    gather: compileGather(batch, possibleTypes),
    represent: compileRepresent(batch, possibleTypes),
    rewrite: compileRewrites(batch.outputRewrites, possibleTypes),
    fields,
  };
}

/** An answer to a fetch of entities, with what it was asked for. */
interface Answer {
  readonly result: SubgraphResult;
  readonly subgraph: string;
  readonly batches: readonly Batch[];
  readonly gathered: readonly Gathered[];
  readonly errors: ErrorLedger;
}

/** Takes an answer into the objects that waited for it. */
function absorb(answer: Answer, copy: boolean, possibleTypes: PossibleTypes): void {
  const { result, batches, gathered } = answer;
  for (const error of result.errors ?? []) placeEntityError(error, answer);
  for (let index = 0; index < batches.length; index++) {
    const batch = batches[index] as Batch;
    const { targets } = gathered[index] as Gathered;
    const entities = result.data?.[batch.key];
    if (!Array.isArray(entities)) continue;
    for (let at = 0; at < targets.length; at++) {
      const entity: unknown = entities[at];
      if (entity === null || typeof entity !== 'object') continue;
      batch.rewrite?.(entity);
      const waiting = targets[at] as Fields[];
      for (let one = 0; one < waiting.length; one++) {
        takeEntity(waiting[one] as Fields, entity as Fields, copy && one > 0, possibleTypes);
      }
    }
  }
}

/** Merges an entity; a concrete type once known is not replaced by the interface a subgraph knows it as. */
function takeEntity(target: Fields, entity: Fields, copy: boolean, possibleTypes: PossibleTypes): void {
  const known = target['__typename'];
  mergeData(target, entity, copy);
  if (target['__typename'] === known || typeof known !== 'string') return;
  const isConcrete = possibleTypes(known).size === 1;
  if (isConcrete) target['__typename'] = known;
}

function placeEntityError(error: GraphQLFormattedError, answer: Answer): void {
  const { subgraph, batches, gathered, errors: ledger } = answer;
  const { data } = answer.result;
  const bare = bareError(error, subgraph);
  const [key, at, ...below] = error.path ?? [];
  const index = batches.findIndex((batch) => batch.key === key);
  const batch = batches[index];
  if (!batch || typeof at !== 'number') {
    // The request as a whole failed: every field it would have brought is missing for this reason.
    if (data) return ledger.add(bare);
    const failure = ledger.place(bare);
    return gathered.forEach(({ targets }, i) => {
      for (const object of targets.flat()) markMissing(object, batches[i]?.fields ?? [], failure);
    });
  }
  const list = data?.[batch.key];
  const entity: unknown = Array.isArray(list) ? list[at] : undefined;
  if (entity !== null && typeof entity === 'object') {
    if (!placeError(entity as Fields, below, bare, ledger)) ledger.add(bare);
    return;
  }
  const failure = ledger.place(bare, below.slice(1));
  const field = below[0];
  for (const object of gathered[index]?.targets[at] ?? []) {
    if (typeof field === 'string') {
      markMissing(object, [field], failure);
      markMissing(object, batch.fields, new Failure(bare, [], false));
    } else {
      markMissing(object, batch.fields, failure);
    }
  }
}
