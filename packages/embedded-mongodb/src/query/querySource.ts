import type { Doc } from '../document/types.ts';
import type { Batch, Source } from '../engine/cursors.ts';
import type { Projection } from '../projection/project.ts';
import type { Match } from './find.ts';

/** A reply must stay below 16 MB plus some space. */
const maxBatchBytes = 16 * 1024 * 1024;

/** Feeds a cursor with the matches of a query. */
export class QuerySource implements Source {
  done = false;
  readonly #matches: Iterator<Match>;
  readonly #projection: Projection | undefined;
  #ahead: Match | undefined;

  constructor(matches: Iterator<Match>, projection: Projection | undefined) {
    this.#matches = matches;
    this.#projection = projection;
  }

  next(count: number): Batch {
    const batch: Batch = [];
    let bytes = 0;
    while (batch.length < count) {
      const match = this.#take();
      if (!match) break;
      bytes += match.record.raw.length + 16;
      if (bytes > maxBatchBytes && batch.length) {
        this.#ahead = match;
        return batch;
      }
      batch.push(shape(match, this.#projection));
    }
    return batch;
  }

  #take(): Match | undefined {
    const ahead = this.#ahead;
    if (ahead) {
      this.#ahead = undefined;
      return ahead;
    }
    const next = this.#matches.next();
    if (!next.done) return next.value;
    this.done = true;
    return undefined;
  }
}

/** A match as it is sent: its bytes as they are, unless a projection changes it. */
export function shape(match: Match, projection: Projection | undefined): Doc | Buffer {
  return projection ? projection(match.record.doc, match.position) : match.record.raw;
}
