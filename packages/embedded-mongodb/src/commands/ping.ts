import type { Command } from '../engine/command.ts';

/** Says that the server is there. */
export const ping: Command = { name: 'ping', kind: 'free', run: () => ({}) };
