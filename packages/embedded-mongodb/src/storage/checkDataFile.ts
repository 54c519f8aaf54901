import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const pageHeader = 24;
const magic = 0xbeefc0de;

/** A data file that must not be served. */
export class DamagedFile extends Error {}

/** What a meta page says of the file: which page is the last, and by which transaction. */
interface Meta {
  readonly pageSize: number;
  readonly lastPage: number;
  readonly transaction: bigint;
}

/**
 * Refuses a data file that is cut short or no data file at all. LMDB maps the file and would read past its
 * end, which kills the process, so this is asked before it is opened.
 */
export function checkDataFile(file: string): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) throw damaged(file, 'it is empty');
    const head = Buffer.alloc(2 * 65_536);
    const got = readSync(descriptor, head, 0, head.length, 0);
    const first = readMeta(head, 0, got);
    const page = first?.pageSize ?? 4096;
    // The newest of several headers counts; where they lie depends on the size of a page.
    const metas = [first, readMeta(head, page / 2, got), readMeta(head, page, got)].filter(
      (meta) => meta !== undefined,
    );
    if (metas.length === 0) throw damaged(file, 'it has no valid header');
    const newest = metas.reduce((a, b) => (b.transaction > a.transaction ? b : a));
    const need = (newest.lastPage + 1) * newest.pageSize;
    if (size < need) throw damaged(file, `it has ${size} of the ${need} bytes its header speaks of`);
  } finally {
    closeSync(descriptor);
  }
}

function readMeta(head: Buffer, at: number, got: number): Meta | undefined {
  if (at + pageHeader + 136 > got) return undefined;
  const meta = at + pageHeader;
  if (head.readUInt32LE(meta) !== magic) return undefined;
  return {
    pageSize: head.readUInt32LE(meta + 24),
    lastPage: Number(head.readBigUInt64LE(meta + 120)),
    transaction: head.readBigUInt64LE(meta + 128),
  };
}

function damaged(file: string, why: string): DamagedFile {
  return new DamagedFile(
    `${file} is damaged: ${why}. It was cut short or overwritten; restore it from a backup, or move it away to start empty.`,
  );
}
