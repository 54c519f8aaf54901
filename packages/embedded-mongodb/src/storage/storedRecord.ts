import { decodeDocument } from '../bson/decode.ts';
import type { Doc } from '../document/types.ts';

/** A document as it lies in the file; decoded only when someone looks inside. */
export class StoredRecord {
  readonly id: number;
  readonly raw: Buffer;
  #decoded: Doc | undefined;

  constructor(id: number, raw: Buffer) {
    this.id = id;
    this.raw = raw;
  }

  get doc(): Doc {
    return (this.#decoded ??= decodeDocument(this.raw));
  }
}
