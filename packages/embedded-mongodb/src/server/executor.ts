import { codeName, MongoError } from '../document/errors.ts';
import type { LogicalTime } from '../document/logicalTime.ts';
import type { Doc } from '../document/types.ts';
import type { Engine } from '../engine/engine.ts';
import type { Holder } from '../storage/conflicts.ts';
import { LockWait } from '../storage/conflicts.ts';
import { failure } from '../wire/message.ts';
import { replyTo } from './reply.ts';

/** One command on its way. */
export interface Task {
  /** Runs outside the LMDB transaction: a statement of a multi-document transaction reads its snapshot. */
  readonly outside: boolean;
  /** True when the reply must wait until the disk has the effects. */
  readonly durable: boolean;
  /** Milliseconds since the epoch after which waiting for a transaction ends, or Infinity. */
  readonly deadline: number;
  readonly isGone: () => boolean;
  /** Forgets what an aborted batch had done. */
  reset(): void;
  run(): Doc;
  reply(reply: Doc): void;
}

/** A fault in a command's code, as opposed to an error it reports: the whole batch is undone. */
class Fault extends Error {
  readonly task: Task;

  constructor(task: Task, cause: unknown) {
    super('a command failed unexpectedly', { cause });
    this.task = task;
  }
}

/**
 * Runs writes in batches: all that arrived since the last turn of the event loop share one LMDB
 * transaction and, with whatever else is waiting by then, one sync of the disk.
 */
export class Executor {
  readonly #engine: Engine;
  #queue: Task[] = [];
  #scheduled = false;
  #draining = false;
  #syncing = false;
  #unsynced: { tasks: [Task, Doc][]; time: LogicalTime } | undefined;
  readonly #waiting = new Map<Holder, Set<Task>>();
  #stopped = false;
  /** The tasks of the batch being run; who was waiting for a transaction that ends in it joins at once. */
  #running: Task[] | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
    engine.onTransactionEnd = (holder) => this.#wake(holder);
  }

  submit(task: Task): void {
    this.#queue.push(task);
    // While the disk syncs, a write that must wait for the next sync anyway gains nothing from an earlier
    // commit; gathered until then, all that arrived meanwhile share one.
    if (this.#scheduled || this.#stopped || (this.#syncing && task.durable)) return;
    this.#scheduled = true;
    setImmediate(() => this.#drain());
  }

  /** Ends waits whose time is over. */
  expireWaits(now: number): void {
    for (const [holder, tasks] of this.#waiting)
      for (const task of tasks) {
        if (now < task.deadline && !task.isGone()) continue;
        tasks.delete(task);
        if (tasks.size === 0) this.#waiting.delete(holder);
        if (!task.isGone())
          task.reply(failure(new MongoError(50, 'operation exceeded time limit'), codeName(50)));
      }
  }

  /** Finishes what is queued; nothing is accepted afterwards. */
  async stop(): Promise<void> {
    if (this.#queue.length) this.#drain();
    this.#stopped = true;
    while (this.#syncing) await new Promise((resolve) => setImmediate(resolve));
  }

  #drain(): void {
    this.#scheduled = false;
    const tasks = this.#queue;
    this.#queue = [];
    this.#draining = true;
    let at = 0;
    while (at < tasks.length) {
      const task = tasks[at] as Task;
      if (task.outside) {
        at++;
        this.#runOutside(task);
        continue;
      }
      const from = at;
      while (at < tasks.length && !(tasks[at] as Task).outside) at++;
      this.#runBatch(tasks.slice(from, at));
    }
    this.#draining = false;
  }

  #runOutside(task: Task): void {
    if (task.isGone()) return;
    try {
      task.reply(task.run());
    } catch (error) {
      task.reply(replyTo(error));
    }
  }

  #runBatch(tasks: Task[]): void {
    const engine = this.#engine;
    const done: [Task, Doc][] = [];
    try {
      engine.store.write(() => {
        this.#running = tasks;
        for (let at = 0; at < tasks.length; at++) this.#runInside(tasks[at] as Task, done);
        engine.catalog.flush(engine.live);
        engine.history.flush(engine.live);
      });
    } catch (error) {
      this.#running = undefined;
      this.#recover(tasks, error);
      return;
    }
    this.#running = undefined;
    engine.activity.commits += 1;
    const durable: [Task, Doc][] = [];
    for (const pair of done) {
      if (pair[0].durable) durable.push(pair);
      else pair[0].reply(pair[1]);
    }
    this.#sync(durable);
  }

  #runInside(task: Task, done: [Task, Doc][]): void {
    if (task.isGone()) return;
    try {
      done.push([task, task.run()]);
    } catch (error) {
      if (error instanceof LockWait) this.#park(task, error.holder);
      else if (error instanceof MongoError) done.push([task, replyTo(error)]);
      else throw isDiskError(error) ? error : new Fault(task, error);
    }
  }

  /** Nothing of the batch happened: its memory is dropped, and all but the culprit start over. */
  #recover(tasks: readonly Task[], error: unknown): void {
    for (const parked of this.#waiting.values()) for (const task of tasks) parked.delete(task);
    for (const { transaction } of this.#engine.sessions.list())
      if (transaction) this.#engine.abort(transaction);
    this.#engine.reload();
    for (const task of tasks) {
      task.reset();
      if (error instanceof Fault && error.task !== task) this.submit(task);
      else task.reply(replyTo(error instanceof Fault ? error.cause : error));
    }
  }

  #park(task: Task, holder: Holder): void {
    const tasks = this.#waiting.get(holder);
    if (tasks) tasks.add(task);
    else this.#waiting.set(holder, new Set([task]));
  }

  #wake(holder: Holder): void {
    const tasks = this.#waiting.get(holder);
    this.#waiting.delete(holder);
    if (!tasks) return;
    if (this.#running) this.#running.push(...tasks);
    else {
      // Before the next statement of another transaction takes what was just released.
      this.#queue.push(...tasks);
      queueMicrotask(() => this.#drain());
    }
  }

  /** Joins the next sync. One runs at a time; what commits meanwhile shares the one after. */
  #sync(tasks: [Task, Doc][]): void {
    const { time } = this.#engine.history;
    if (this.#unsynced) this.#unsynced.tasks.push(...tasks);
    else this.#unsynced = { tasks, time };
    this.#unsynced.time = time;
    if (!this.#syncing) this.#startSync();
  }

  #startSync(): void {
    const group = this.#unsynced;
    this.#unsynced = undefined;
    if (!group) return;
    this.#syncing = true;
    this.#engine.store.sync((error) => {
      this.#syncing = false;
      for (const [task, reply] of group.tasks) task.reply(error ? replyTo(error) : reply);
      if (!error) this.#engine.history.publish(group.time);
      // A sync that was over at once comes back in the middle of a drain, which has its tasks in order already.
      if (this.#queue.length && !this.#scheduled && !this.#draining) this.#drain();
      if (!this.#syncing) this.#startSync();
    });
  }
}

function isDiskError(error: unknown): boolean {
  return /MDB_|No space left|ENOSPC|EIO|Input\/output error/.test((error as Error).message);
}
