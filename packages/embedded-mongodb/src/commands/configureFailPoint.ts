import { MongoError } from '../document/errors.ts';
import type { Command } from '../engine/command.ts';
import { knownFailPoints } from '../engine/failPoints.ts';
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
