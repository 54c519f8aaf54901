import type { Command } from './command.ts';

/** Says that the server is there. */
export const ping: Command = { name: 'ping', kind: 'free', run: () => ({}) };
