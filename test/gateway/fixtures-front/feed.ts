/** A stream of events a test pushes by hand, which knows when it is opened and left. */
export interface Feed<T> extends AsyncIterable<T> {
  push(event: T): void;
  end(): void;
  readonly opened: Promise<void>;
  readonly left: Promise<void>;
  readonly hasLeft: boolean;
  /** How many readers have opened it. */
  readonly readers: number;
}

export function createFeed<T>(): Feed<T> {
  let open: () => void = () => undefined;
  let leave: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const left = new Promise<void>((resolve) => (leave = resolve));
  const queue: T[] = [];
  let waiting: ((step: IteratorResult<T>) => void) | undefined;
  let over = false;
  let hasLeft = false;
  let readers = 0;
  const done: IteratorResult<T> = { done: true, value: undefined };
  const finish = () => {
    over = true;
    waiting?.(done);
    waiting = undefined;
  };
  return {
    opened,
    left,
    get hasLeft() {
      return hasLeft;
    },
    get readers() {
      return readers;
    },
    push(event) {
      if (over) return;
      if (waiting) {
        waiting({ done: false, value: event });
        waiting = undefined;
      } else queue.push(event);
    },
    end: finish,
    [Symbol.asyncIterator]() {
      readers++;
      open();
      return {
        next: () => {
          const event = queue.shift();
          if (event !== undefined) return Promise.resolve({ done: false, value: event });
          if (over) return Promise.resolve(done);
          return new Promise((resolve) => (waiting = resolve));
        },
        return: () => {
          hasLeft = true;
          leave();
          finish();
          return Promise.resolve(done);
        },
      };
    },
  };
}
