import { Binary, Double, Timestamp } from 'bson';
import { decodeDocument, documentLength } from '../bson/decode.ts';
import { Writer } from '../bson/encode.ts';
import { MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';

/** The largest message, in bytes; it is what hello tells the driver. */
export const maxMessageSize = 48_000_000;

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;

/** A request as it came over the wire. */
export interface Request {
  readonly requestId: number;
  readonly body: Doc;
  /** True for the handshake of old, which is answered in its own form. */
  readonly legacy: boolean;
  /** False when the client said it expects no answer. */
  readonly wantsReply: boolean;
}

/** A frame that cannot be answered; the connection is closed. */
export class BadFrame extends Error {}

/** The length of the frame that starts the buffer, or 0 while too little has arrived. */
export function frameLength(bytes: Buffer): number {
  if (bytes.length < 16) return 0;
  const length = bytes.readInt32LE(0);
  if (length < 16 || length > maxMessageSize) throw new BadFrame(`a message of ${length} bytes`);
  return length;
}

/** Reads one whole frame. Throws BadFrame when there is no telling what it says. */
export function readRequest(frame: Buffer): Request {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === opMsg) return readMessage(frame, requestId);
  if (opCode === opQuery) return readQuery(frame, requestId);
  throw new BadFrame(`operation code ${opCode}`);
}

function readMessage(frame: Buffer, requestId: number): Request {
  if (frame.length < 26) throw new BadFrame('a message without a body');
  const flags = frame.readUInt32LE(16);
  if (flags & 0xfffc) throw new BadFrame(`unknown flags ${flags}`);
  const end = flags & 1 ? frame.length - 4 : frame.length;
  const content = end === frame.length ? frame : frame.subarray(0, end);
  let body: Doc | undefined;
  const sequences: [string, Buffer[]][] = [];
  let at = 20;
  while (at < end) {
    const kind = frame[at++];
    if (kind === 0) {
      if (body) throw new BadFrame('two bodies');
      const size = documentLength(content, at);
      body = decodeDocument(content, at);
      at += size;
    } else if (kind === 1) {
      const { name, documents, next } = readSequence(content, at);
      sequences.push([name, documents]);
      at = next;
    } else throw new BadFrame(`section kind ${String(kind)}`);
  }
  if (!body) throw new BadFrame('a message without a body');
  for (const [name, documents] of sequences) {
    if (name in body) throw new MongoError(40415, `duplicate field ${name}`);
    body[name] = documents;
  }
  return { requestId, body, legacy: false, wantsReply: (flags & 2) === 0 };
}

function readSequence(frame: Buffer, at: number): { name: string; documents: Buffer[]; next: number } {
  if (at + 5 > frame.length) throw new BadFrame('a sequence cut short');
  const size = frame.readInt32LE(at);
  const end = at + size;
  if (size < 5 || end > frame.length) throw new BadFrame(`a sequence of ${size} bytes`);
  const nameEnd = frame.indexOf(0, at + 4);
  if (nameEnd < 0 || nameEnd >= end) throw new BadFrame('a sequence without a name');
  const name = frame.toString('utf8', at + 4, nameEnd);
  const documents: Buffer[] = [];
  let from = nameEnd + 1;
  while (from < end) {
    const length = documentLength(frame, from);
    if (from + length > end) throw new BadFrame('a sequence longer than it says');
    documents.push(frame.subarray(from, from + length));
    from += length;
  }
  return { name, documents, next: end };
}

function readQuery(frame: Buffer, requestId: number): Request {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0 || nameEnd + 9 > frame.length) throw new BadFrame('a query cut short');
  const ns = frame.toString('utf8', 20, nameEnd);
  if (!ns.endsWith('.$cmd')) throw new BadFrame('a query of the old protocol');
  const body = decodeDocument(frame, nameEnd + 9);
  body['$db'] ??= ns.slice(0, -5);
  return { requestId, body, legacy: true, wantsReply: true };
}

const writer = new Writer();
let lastId = 0;
const noSignature = new Binary(Buffer.alloc(20), 0);
const one = new Double(1);
const zero = new Double(0);

/** Writes a reply as one buffer. A failure carries its own `ok: 0`. */
export function writeReply(request: Request, reply: object, time: LogicalTime | undefined): Buffer {
  const id = (lastId = (lastId + 1) | 0);
  writer.reset();
  const headLength = request.legacy ? 36 : 21;
  writer.bytes.fill(0, 0, headLength);
  writer.at = headLength + 4;
  for (const name in reply) {
    const value = (reply as Doc)[name];
    if (value !== undefined) writer.element(name, value);
  }
  if (!('ok' in reply)) writer.element('ok', one);
  if (time) writeTimes(time);
  writer.close(headLength);
  const { bytes } = writer;
  bytes.writeInt32LE(writer.at, 0);
  bytes.writeInt32LE(id, 4);
  bytes.writeInt32LE(request.requestId, 8);
  bytes.writeInt32LE(request.legacy ? opReply : opMsg, 12);
  if (request.legacy) {
    bytes.writeInt32LE(8, 16);
    bytes.writeInt32LE(1, 32);
  }
  return writer.take();
}

function writeTimes(time: LogicalTime): void {
  const clusterTime = new Timestamp(time);
  writer.element('$clusterTime', { clusterTime, signature: { hash: noSignature, keyId: 0n } });
  writer.element('operationTime', clusterTime);
}

/** The fields of a failed command's reply. */
export function failure(error: MongoError, name: string): Doc {
  const { labels, code, message, extra } = error;
  return {
    ok: zero,
    errmsg: message,
    code,
    codeName: name,
    ...extra,
    ...(labels.length && { errorLabels: labels }),
  };
}
