import { randomUUID } from 'node:crypto';
import { UUID, Binary } from 'bson';
import type { Command } from '../engine/command.ts';
import { sessionTimeoutMinutes } from '../engine/sessions.ts';

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
