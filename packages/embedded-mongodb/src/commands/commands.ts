import type { Command } from '../engine/command.ts';
import { abortTransaction } from './abortTransaction.ts';
import {
  appendOplogNote,
  connectionStatus,
  currentOp,
  getCmdLineOpts,
  getLog,
  hostInfo,
  killOp,
  replSetGetConfig,
  replSetGetStatus,
  whatsmyuri,
} from './administration.ts';
import { aggregate } from './aggregate.ts';
import { buildInfo, buildinfo } from './buildInfo.ts';
import { bulkWrite } from './bulkWrite.ts';
import { collMod } from './collMod.ts';
import { commitTransaction } from './commitTransaction.ts';
import { configureFailPoint } from './configureFailPoint.ts';
import { count } from './count.ts';
import { create } from './create.ts';
import { createIndexes } from './createIndexes.ts';
import { deleteCommand } from './delete.ts';
import { distinct } from './distinct.ts';
import { drop } from './drop.ts';
import { dropDatabase } from './dropDatabase.ts';
import { dropIndexes } from './dropIndexes.ts';
import { endSessions, killAllSessions, killSessions, refreshSessions } from './endSessions.ts';
import { explain } from './explain.ts';
import { find } from './find.ts';
import { findAndModify, findandmodify } from './findAndModify.ts';
import { getMore } from './getMore.ts';
import { hello, isMaster, ismaster } from './hello.ts';
import { insert } from './insert.ts';
import { killCursors } from './killCursors.ts';
import { listCollections } from './listCollections.ts';
import { listDatabases } from './listDatabases.ts';
import { listIndexes } from './listIndexes.ts';
import { getParameter, setParameter } from './parameters.ts';
import { ping } from './ping.ts';
import { refusedCommands } from './refused.ts';
import { renameCollection } from './renameCollection.ts';
import { startSession } from './startSession.ts';
import { collStats, dbStats, serverStatus } from './stats.ts';
import { update } from './update.ts';
import { validate } from './validate.ts';

/** Every command by name. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [
    abortTransaction,
    aggregate,
    appendOplogNote,
    buildInfo,
    buildinfo,
    bulkWrite,
    collMod,
    collStats,
    commitTransaction,
    configureFailPoint,
    connectionStatus,
    count,
    create,
    createIndexes,
    currentOp,
    dbStats,
    deleteCommand,
    distinct,
    drop,
    dropDatabase,
    dropIndexes,
    endSessions,
    explain,
    find,
    findAndModify,
    findandmodify,
    getCmdLineOpts,
    getLog,
    getMore,
    getParameter,
    hello,
    hostInfo,
    insert,
    isMaster,
    ismaster,
    killAllSessions,
    killCursors,
    killOp,
    killSessions,
    listCollections,
    listDatabases,
    listIndexes,
    ping,
    refreshSessions,
    renameCollection,
    replSetGetConfig,
    replSetGetStatus,
    serverStatus,
    setParameter,
    startSession,
    update,
    validate,
    whatsmyuri,
    ...refusedCommands,
  ].map((command) => [command.name, command]),
);
