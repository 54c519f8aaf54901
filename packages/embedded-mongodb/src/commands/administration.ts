import { hostname } from 'node:os';
import type { Command } from '../engine/command.ts';
import { setName } from './hello.ts';

/** Who the client is: nobody in particular, as there is no authentication on loopback. */
export const connectionStatus: Command = {
  name: 'connectionStatus',
  kind: 'free',
  run: () => ({
    authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] },
  }),
};

/** About the machine. */
export const hostInfo: Command = {
  name: 'hostInfo',
  kind: 'free',
  run: () => ({
    system: { hostname: hostname(), cpuAddrSize: 64 },
    os: { type: process.platform },
    extra: {},
  }),
};

/** The client's own address. */
export const whatsmyuri: Command = {
  name: 'whatsmyuri',
  kind: 'free',
  run: ({ client }) => ({ you: client.remote }),
};

/** There is no log in memory. */
export const getLog: Command = {
  name: 'getLog',
  kind: 'free',
  run: () => ({ totalLinesWritten: 0, log: [] }),
};

/** How the server was started, as far as clients need to know. */
export const getCmdLineOpts: Command = {
  name: 'getCmdLineOpts',
  kind: 'free',
  run: () => ({ argv: ['embedded-mongo'], parsed: {} }),
};

/** The replica set has this one member. */
export const replSetGetStatus: Command = {
  name: 'replSetGetStatus',
  kind: 'free',
  run: ({ engine }) => ({
    set: setName,
    date: new Date(engine.now()),
    myState: 1,
    term: 1n,
    members: [{ _id: 0, name: engine.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
  }),
};

/** The configuration of the one-member set. */
export const replSetGetConfig: Command = {
  name: 'replSetGetConfig',
  kind: 'free',
  run: ({ engine }) => ({
    config: {
      _id: setName,
      version: 1,
      term: 1n,
      members: [{ _id: 0, host: engine.address, priority: 1, votes: 1 }],
    },
  }),
};

/** Nothing can be killed: commands do not interleave. */
export const killOp: Command = {
  name: 'killOp',
  kind: 'free',
  run: () => ({ info: 'attempting to kill op' }),
};

/** Running operations: the one that asks. */
export const currentOp: Command = { name: 'currentOp', kind: 'free', run: () => ({ inprog: [] }) };
/** Leaves an entry in the history without a change. */
export const appendOplogNote: Command = {
  name: 'appendOplogNote',
  kind: 'write',
  run: ({ engine }) => {
    engine.history.tick();
    return {};
  },
};
