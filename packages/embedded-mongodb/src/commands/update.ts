import { decodeDocument } from '../bson/decode.ts';
import { collectionName } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { variablesOf } from './arguments.ts';
import { runStatements } from './statements.ts';
import { filterOf, runUpdate } from './write.ts';

/** The statements of a command, each decoded, checked for number. */
export function statementsOf(body: Doc, command: string, field: string): Doc[] {
  const statements = body[field];
  if (!Array.isArray(statements))
    throw new MongoError(40414, `BSON field '${command}.${field}' is missing but a required field`);
  if (statements.length === 0 || statements.length > 100_000)
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and 100000. Got ${statements.length} operations.`,
    );
  return statements.map((each: Doc | Buffer) => (Buffer.isBuffer(each) ? decodeDocument(each) : each));
}

function run(context: CommandContext): Doc {
  const { body } = context;
  const name = collectionName(context, 'update');
  const statements = statementsOf(body, 'update', 'updates');
  const variables = variablesOf(body);
  const { n, nModified, upserted, writeErrors } = runStatements(context, statements, (statement) =>
    runUpdate(context, name, {
      filter: filterOf(statement['q'], 'update.updates.q'),
      update: statement['u'],
      multi: statement['multi'] === true,
      upsert: statement['upsert'] === true,
      arrayFilters: statement['arrayFilters'] as unknown[] | undefined,
      collation: statement['collation'],
      hint: emptyAsNone(statement['hint']),
      sort: statement['sort'] as Doc | undefined,
      variables: isDoc(statement['c']) ? { ...variables, ...statement['c'] } : variables,
    }),
  );
  return { n, ...(upserted.length && { upserted }), nModified, ...(writeErrors.length && { writeErrors }) };
}

/** `{}` as a hint means none. */
export function emptyAsNone(hint: unknown): unknown {
  return isDoc(hint) && Object.keys(hint).length === 0 ? undefined : hint;
}

/** Changes documents. */
export const update: Command = { name: 'update', kind: 'write', inTransactions: true, retryable: true, run };
