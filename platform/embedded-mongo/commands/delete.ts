import type { Doc } from '../bson/types.ts';
import { toNumber } from '../query/leaf.ts';
import { collectionName } from './collections.ts';
import type { Command, CommandContext } from './command.ts';
import { docOf } from './find.ts';
import { runStatements } from './statements.ts';
import { emptyAsNone, statementsOf } from './update.ts';
import { filterOf, runDelete } from './write.ts';

function run(context: CommandContext): Doc {
  const { body } = context;
  const name = collectionName(context, 'delete');
  const statements = statementsOf(body, 'delete', 'deletes');
  const { n, writeErrors } = runStatements(context, statements, (statement) =>
    runDelete(context, name, {
      filter: filterOf(statement['q'], 'delete.deletes.q'),
      multi: toNumber(statement['limit'] ?? 0) === 0,
      collation: statement['collation'],
      hint: emptyAsNone(statement['hint']),
      variables: docOf(body, 'let'),
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
