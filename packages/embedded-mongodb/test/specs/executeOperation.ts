import { AbstractCursor, ChangeStream, ClientSession, Collection, Db, GridFSBucket } from 'mongodb';
import { driverOptions } from './driverOptions.ts';
import { expectError } from './expectError.ts';
import { Mismatch } from './format.ts';
import type { Operation } from './format.ts';
import { match, show } from './match.ts';
import { ObservedClient } from './observedClient.ts';
import { bucketOperations } from './operations/buckets.ts';
import { clientOperations } from './operations/client.ts';
import { collectionIndexes } from './operations/collectionIndexes.ts';
import { collectionReads } from './operations/collectionReads.ts';
import { collectionWrites } from './operations/collectionWrites.ts';
import { cursorOperations } from './operations/cursors.ts';
import { databaseOperations } from './operations/database.ts';
import type { OperationContext, OperationTable } from './operations/operation.ts';
import { sessionOperations } from './operations/sessions.ts';
import { testRunnerOperations } from './operations/testRunner.ts';
import { mayHoldMore, toComparable } from './results.ts';

/** What every operation of one test shares. */
export type TestContext = Pick<OperationContext, 'entities' | 'internal' | 'uri' | 'rememberFailPoint'>;

/** Runs one operation and its assertions. With `raise`, an expected error is checked and then thrown all the same. */
export async function executeOperation(
  operation: Operation,
  test: TestContext,
  raise = false,
): Promise<void> {
  const outcome = await attempt(operation, test);
  if ('error' in outcome) {
    if (operation.expectError) expectError(operation.expectError, outcome.error, test.entities);
    if (raise || !(operation.expectError || operation.ignoreResultAndError)) throw outcome.error;
    return;
  }
  if (operation.ignoreResultAndError) return;
  if (operation.expectError) {
    throw new Mismatch(
      `${operation.name}: expected an error, got the result ${show(toComparable(outcome.result))}`,
    );
  }
  if ('expectResult' in operation) {
    const context = {
      entities: test.entities,
      path: `${operation.name} result`,
      root: mayHoldMore(operation.name),
    };
    match(operation.expectResult, toComparable(outcome.result), context);
  }
  if (operation.saveResultAsEntity) test.entities.set(operation.saveResultAsEntity, outcome.result);
}

async function attempt(
  operation: Operation,
  test: TestContext,
): Promise<{ result: unknown } | { error: unknown }> {
  const args = operation.arguments ?? {};
  const isRunners = operation.object === 'testRunner';
  const target = isRunners ? undefined : test.entities.get(operation.object);
  const table = isRunners ? testRunnerOperations : operationsOf(target);
  const run = table[operation.name];
  if (!run) throw new Error(`this runner has no operation ${operation.name} on ${operation.object}`);
  const context: OperationContext = {
    ...test,
    target,
    args,
    options: isRunners ? {} : driverOptions(args, test.entities),
    runNested: async (operations) => {
      for (const nested of operations) await executeOperation(nested, test, true);
    },
  };
  try {
    return { result: await run(context) };
  } catch (error) {
    if (isRunners || error instanceof Mismatch) throw error;
    return { error };
  }
}

function operationsOf(target: unknown): OperationTable {
  if (target instanceof Collection) return { ...collectionReads, ...collectionWrites, ...collectionIndexes };
  if (target instanceof Db) return databaseOperations;
  if (target instanceof ObservedClient) return clientOperations;
  if (target instanceof ClientSession) return sessionOperations;
  if (target instanceof GridFSBucket) return bucketOperations;
  if (target instanceof ChangeStream || target instanceof AbstractCursor) return cursorOperations;
  throw new Error('this runner has no operations on such an entity');
}
