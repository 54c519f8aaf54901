import { collectionName } from '../collections/collections.ts';
import { MongoError } from '../document/errors.ts';
import { toNumber } from '../document/toNumber.ts';
import type { Doc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { variablesOf } from './arguments.ts';
import { runStatements } from './statements.ts';
import { emptyAsNone, statementsOf } from './update.ts';
import { filterOf, runDelete } from './write.ts';

function run(context: CommandContext): Doc {
  const { body } = context;
  const name = collectionName(context, 'delete');
  const statements = statementsOf(body, 'delete', 'deletes');
  for (const { limit } of statements)
    if (limit === undefined)
      throw new MongoError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
    else if (![0, 1].includes(toNumber(limit)))
      throw new MongoError(9, `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
  const { n, writeErrors } = runStatements(context, statements, (statement) =>
    runDelete(context, name, {
      filter: filterOf(statement['q'], 'delete.deletes.q'),
      multi: toNumber(statement['limit'] ?? 0) === 0,
      collation: statement['collation'],
      hint: emptyAsNone(statement['hint']),
      variables: variablesOf(body),
    }),
  );
  return { n, ...(writeErrors.length && { writeErrors }) };
}

/** Removes documents. */
export const deleteCommand: Command = {
  name: 'delete',
  kind: 'write',
  inTransactions: true,
  retryable: true,
  run,
};
