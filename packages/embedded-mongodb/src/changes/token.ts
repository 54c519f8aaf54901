import { MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import { isDoc } from '../document/types.ts';

/** A place in the history. */
export interface Place {
  readonly time: LogicalTime;
  /** Which entry of that time; the largest number stands for all of them. */
  readonly index: number;
  /** True right after an event that ended the stream. */
  readonly invalidated: boolean;
}

/** Behind all entries of a time. */
export const lastIndex = 0xffff_ffff;

/** Writes a place as clients keep it. */
export function writeToken({ time, index, invalidated }: Place): Doc {
  const bytes = Buffer.alloc(14);
  bytes[0] = 0x82;
  bytes.writeUInt32BE(time.t, 1);
  bytes.writeUInt32BE(time.i, 5);
  bytes.writeUInt32BE(index, 9);
  bytes[13] = invalidated ? 1 : 0;
  return { _data: bytes.toString('hex').toUpperCase() };
}

/** Reads what `writeToken` wrote. */
export function readToken(token: unknown): Place {
  const data = isDoc(token) ? token['_data'] : undefined;
  if (typeof data !== 'string' || !/^82[0-9A-F]{26}$/.test(data))
    throw new MongoError(
      260,
      'Attempting to resume a change stream with a resume token this server did not give',
    );
  const bytes = Buffer.from(data, 'hex');
  return {
    time: { t: bytes.readUInt32BE(1), i: bytes.readUInt32BE(5) },
    index: bytes.readUInt32BE(9),
    invalidated: bytes[13] === 1,
  };
}
