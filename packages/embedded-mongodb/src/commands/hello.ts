import { ObjectId, Timestamp } from 'bson';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';
import type { Command, CommandContext } from '../engine/command.ts';
import { sessionTimeoutMinutes } from '../engine/sessions.ts';
import { maxDocumentSize } from '../storage/records.ts';
import { maxMessageSize } from '../wire/message.ts';

/** The name of the one-member replica set. */
export const setName = 'promesse';
/** MongoDB 8.0. */
export const maxWireVersion = 25;

const electionId = new ObjectId('7fffffff0000000000000001');
function run({ body, client, engine }: CommandContext): Doc {
  const metadata = body['client'];
  if (isDoc(metadata) && isDoc(metadata['application']))
    client.appName = String(metadata['application']['name']);
  if (isDoc(body['speculativeAuthenticate']))
    throw new MongoError(18, 'Authentication is not enabled: this server listens on loopback only');
  return {
    helloOk: true,
    ...('hello' in body ? { isWritablePrimary: true } : { ismaster: true }),
    secondary: false,
    setName,
    setVersion: 1,
    hosts: [engine.address],
    primary: engine.address,
    me: engine.address,
    electionId,
    lastWrite: {
      opTime: { ts: timestampOf(engine.history.time), t: 1n },
      lastWriteDate: new Date(engine.now()),
    },
    maxBsonObjectSize: maxDocumentSize,
    maxMessageSizeBytes: maxMessageSize,
    maxWriteBatchSize: 100_000,
    localTime: new Date(engine.now()),
    logicalSessionTimeoutMinutes: sessionTimeoutMinutes,
    connectionId: client.id,
    minWireVersion: 0,
    maxWireVersion,
    readOnly: false,
  };
}

function timestampOf(time: { t: number; i: number }): Timestamp {
  return new Timestamp(time);
}

/** The handshake. */
export const hello: Command = { name: 'hello', kind: 'free', run };
/** The handshake by its two older names. */
export const isMaster: Command = { name: 'isMaster', kind: 'free', run };
export const ismaster: Command = { name: 'ismaster', kind: 'free', run };
