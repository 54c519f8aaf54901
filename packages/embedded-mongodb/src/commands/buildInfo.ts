import type { Command } from '../engine/command.ts';
import { maxDocumentSize } from '../storage/records.ts';

/** The MongoDB version whose behaviour is offered. */
export const version = '8.0.0';

/** Says which version this is, and that it is not mongod. */
export const buildInfo: Command = {
  name: 'buildInfo',
  kind: 'free',
  run: () => ({
    version,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'promesse-embedded',
    modules: [],
    allocator: 'v8',
    javascriptEngine: 'none',
    sysInfo: 'deprecated',
    bits: 64,
    debug: false,
    maxBsonObjectSize: maxDocumentSize,
    storageEngines: ['lmdb'],
    promesse: true,
  }),
};
/** The same by its older name. */
export const buildinfo: Command = { ...buildInfo, name: 'buildinfo' };
