import { MongoError } from '../document/errors.ts';
import type { Command } from '../engine/command.ts';

function refusing(name: string, code: number, message: string): Command {
  return {
    name,
    kind: 'free',
    run() {
      throw new MongoError(code, message);
    },
  };
}

const noSearch =
  'Using Atlas Search Database Commands and the $listSearchIndexes aggregation stage requires additional configuration: this server has no search index';

/** Commands of MongoDB that this server leaves out on purpose, each with the code a server without the feature gives. */
export const refusedCommands: readonly Command[] = [
  refusing('createSearchIndexes', 31082, noSearch),
  refusing('updateSearchIndex', 31082, noSearch),
  refusing('dropSearchIndex', 31082, noSearch),
  refusing('mapReduce', 115, 'mapReduce is not supported by this server: it runs no JavaScript'),
  refusing('enableSharding', 59, "no such command: 'enableSharding'"),
  refusing('shardCollection', 59, "no such command: 'shardCollection'"),
  refusing('saslStart', 18, 'Authentication is not enabled: this server listens on loopback only'),
];
