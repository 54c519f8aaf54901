import { MongoError } from '../document/errors.ts';
import type { Command } from '../engine/command.ts';

/** Closes cursors. */
export const killCursors: Command = {
  name: 'killCursors',
  kind: 'free',
  inTransactions: true,
  run({ body, engine }) {
    const ids = body['cursors'];
    if (!Array.isArray(ids))
      throw new MongoError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
    const killed = ids.filter((id) => engine.cursors.kill(id as bigint));
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};
