import { randomUUID } from 'node:crypto';
import { UUID } from 'bson';
import { Binary } from 'bson';
import { sessionTimeoutMinutes } from '../sessions.ts';
import type { Command } from './command.ts';

/** Makes a session id, for clients that do not make their own. */
export const startSession: Command = {
  name: 'startSession',
  kind: 'free',
  run({ engine }) {
    const id = { id: new Binary(Buffer.from(new UUID(randomUUID()).id), 4) };
    engine.sessions.use(id);
    return { id, timeoutMinutes: sessionTimeoutMinutes };
  },
};
