import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import type { Engine } from '../engine/engine.ts';
import type { Session } from '../engine/sessions.ts';

/** Forgets a session with its cursors and its running transaction. */
export function closeSession(engine: Engine, session: Session): void {
  if (session.transaction) engine.abort(session.transaction);
  engine.cursors.killWhere((cursor) => cursor.session === session.key);
  engine.sessions.end(session);
}

function named({ engine, body }: CommandContext, command: string): Session[] {
  const list = body[command];
  if (!Array.isArray(list))
    throw new MongoError(14, `BSON field '${command}' is the wrong type, expected type 'array'`);
  return list.filter(isDoc).flatMap((lsid: Doc) => engine.sessions.find(lsid) ?? []);
}

function ending(name: string): Command {
  return {
    name,
    kind: 'free',
    run(context) {
      for (const session of named(context, name)) closeSession(context.engine, session);
      return {};
    },
  };
}

/** Ends sessions the client no longer needs. */
export const endSessions = ending('endSessions');
/** Ends sessions by force. */
export const killSessions = ending('killSessions');
/** Ends all sessions. */
export const killAllSessions: Command = {
  name: 'killAllSessions',
  kind: 'free',
  run({ engine }) {
    for (const session of engine.sessions.list()) closeSession(engine, session);
    return {};
  },
};
/** Keeps sessions alive. */
export const refreshSessions: Command = {
  name: 'refreshSessions',
  kind: 'free',
  run(context) {
    for (const session of named(context, 'refreshSessions')) context.engine.sessions.use(session.lsid);
    return {};
  },
};
