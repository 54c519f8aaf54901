import { serialize } from 'bson';
import { frame, opMsg } from './frames.ts';

export const ping = opMsg({ ping: 1, $db: 'admin' });
const pingBytes = serialize({ ping: 1, $db: 'admin' });

function withLength(message: Buffer, length: number): Buffer {
  const changed = Buffer.from(message);
  changed.writeInt32LE(length, 0);
  return changed;
}

/** Frames that cannot be read, by what is wrong with them. */
export const frames: [string, Buffer][] = [
  ['a length of 0', withLength(ping, 0)],
  ['a length below the header', withLength(ping, 15)],
  ['a negative length', withLength(ping, -1)],
  ['a length above 48 MB', withLength(ping, 48_000_001)],
  ['the greatest length', withLength(ping, 2_147_483_647)],
  ['an unknown operation', frame(9999, pingBytes)],
  ['an operation long gone', frame(2002, pingBytes)],
  ['a compressed message nobody agreed on', frame(2012, Buffer.alloc(9))],
  ['plain text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
];

const kind = (byte: number, rest: Uint8Array): Buffer => Buffer.concat([Buffer.from([byte]), rest]);
const sequence = (size: number, name: string, ...documents: Uint8Array[]): Buffer => {
  const head = Buffer.alloc(4);
  head.writeInt32LE(size, 0);
  return kind(1, Buffer.concat([head, Buffer.from(`${name}\0`), ...documents]));
};
const claims = (length: number): Buffer => {
  const bytes = Buffer.from(pingBytes);
  bytes.writeInt32LE(length, 0);
  return bytes;
};
/** Messages that make no sense, by what is wrong with them. */
export const messages: [string, Buffer][] = [
  ['no sections', opMsg(Buffer.alloc(0))],
  ['an unknown kind of section', opMsg(kind(7, pingBytes))],
  ['two bodies', opMsg(Buffer.concat([kind(0, pingBytes), kind(0, pingBytes)]))],
  ['a body that claims more than there is', opMsg(kind(0, claims(5_000)))],
  ['a body that claims less than it is', opMsg(kind(0, claims(6)))],
  ['a body of negative length', opMsg(kind(0, claims(-5)))],
  [
    'a body without its last zero',
    opMsg(kind(0, Buffer.concat([pingBytes.subarray(0, -1), Buffer.from([9])]))),
  ],
  ['only a sequence', opMsg(sequence(20, 'documents', serialize({})))],
  [
    'a sequence that claims more than there is',
    opMsg(Buffer.concat([kind(0, pingBytes), sequence(9_999, 'documents')])),
  ],
  [
    'a sequence without the end of its name',
    opMsg(Buffer.concat([kind(0, pingBytes), kind(1, Buffer.from([9, 0, 0, 0, 65]))])),
  ],
  ['a required flag nobody knows', opMsg({ ping: 1, $db: 'admin' }, { flags: 1 << 5 })],
  ['a checksum that is not there', opMsg({ ping: 1, $db: 'admin' }, { flags: 1 })],
  ['no database', opMsg({ ping: 1 })],
  ['an empty command', opMsg({})],
  ['a database that is no string', opMsg({ ping: 1, $db: 5 })],
  ['a database name with a slash', opMsg({ insert: 'c', documents: [{}], $db: 'a/b' })],
  ['a very long database name', opMsg({ insert: 'c', documents: [{}], $db: 'd'.repeat(5_000) })],
  ['a very long collection name', opMsg({ insert: 'c'.repeat(5_000), documents: [{}], $db: 'd' })],
  ['a session that is no document', opMsg({ ping: 1, lsid: 5, $db: 'admin' })],
  [
    'a transaction number without a session',
    opMsg({ insert: 'c', documents: [{}], txnNumber: 1, autocommit: false, $db: 'd' }),
  ],
  ['a getMore of a word', opMsg({ getMore: 'x', collection: 'c', $db: 'd' })],
  ['an unknown type of BSON', opMsg(kind(0, Buffer.from([10, 0, 0, 0, 0x70, 97, 0, 1, 0, 0])))],
  [
    'a string that claims to be huge',
    opMsg(kind(0, Buffer.from([14, 0, 0, 0, 2, 97, 0, 255, 255, 255, 127, 65, 0, 0]))),
  ],
];
