import { MongoError } from '../errors.ts';
import { knownFailPoints } from '../failPoints.ts';
import type { Command } from './command.ts';
import { docOf } from './arguments.ts';

/** Lets tests make commands fail; unknown unless the server was started with test commands. */
export const configureFailPoint: Command = {
  name: 'configureFailPoint',
  kind: 'free',
  adminOnly: true,
  run({ engine, body }) {
    if (!engine.options.testCommands) throw new MongoError(59, "no such command: 'configureFailPoint'");
    const name = body['configureFailPoint'];
    if (typeof name !== 'string' || !knownFailPoints.includes(name))
      throw new MongoError(2, `Cannot find fail point ${String(name)}`);
    engine.failPoints.configure(name, body['mode'], docOf(body, 'data') ?? {});
    return {};
  },
};
