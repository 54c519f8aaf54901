/** How readers share queries. */
export interface ReadTogetherOptions {
  /** Most ids in one query. @default 200 */
  readonly maxBatch?: number;
  /** Most queries under way at once; a busy application reads more in each instead. @default 2 */
  readonly maxUnderWay?: number;
  /** Least time from the beginning of a query that several shared to that of the next, ms. @default 0 */
  readonly apartMs?: number;
}

interface Waiting<R> {
  readonly row: Promise<R | null>;
  readonly resolve: (row: R | null) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Reads rows by id for all callers of a process: those who ask in one turn of the loop, or while earlier queries are
 * under way, share the next one. No query begins before its last caller has asked, so that everybody sees at least
 * what a query of their own would have seen. Callers of one id get the same row and must not change it. Under load
 * queries keep `apartMs` apart, because a query costs more than the rows it brings; who is alone never waits.
 */
export function readTogether<R extends { readonly _id: string }>(
  find: (ids: readonly string[]) => Promise<readonly R[]>,
  { maxBatch = 200, maxUnderWay = 2, apartMs = 0 }: ReadTogetherOptions = {},
): (id: string) => Promise<R | null> {
  const waiting = new Map<string, Waiting<R>>();
  let isPlanned = false;
  let underWay = 0;
  /** When the next query may begin under load, by `performance.now`. */
  let nextMs = 0;

  const plan = (): void => {
    if (isPlanned || waiting.size === 0 || underWay >= maxUnderWay) return;
    isPlanned = true;
    const waitMs = nextMs - performance.now();
    if (waitMs > 0) setTimeout(begin, waitMs);
    // After the sockets that are readable now have been read: their callers come along.
    else setImmediate(begin);
  };
  const begin = (): void => {
    isPlanned = false;
    void readSome().finally(() => {
      underWay--;
      plan();
    });
    plan();
  };
  const readSome = async (): Promise<void> => {
    underWay++;
    const asked = new Map([...waiting].slice(0, maxBatch));
    nextMs = asked.size > 1 ? performance.now() + apartMs : 0;
    for (const id of asked.keys()) waiting.delete(id);
    try {
      const rows = new Map((await find([...asked.keys()])).map((row) => [row._id, row]));
      for (const [id, { resolve }] of asked) resolve(rows.get(id) ?? null);
    } catch (cause) {
      for (const { reject } of asked.values()) reject(cause);
    }
  };
  return (id) => {
    const known = waiting.get(id);
    if (known !== undefined) return known.row;
    let settle!: Omit<Waiting<R>, 'row'>;
    const row = new Promise<R | null>((resolve, reject) => (settle = { resolve, reject }));
    waiting.set(id, { row, ...settle });
    plan();
    return row;
  };
}
