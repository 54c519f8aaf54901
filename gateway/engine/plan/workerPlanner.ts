import type { WorkerOptions } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import type { Planner, PlanRequest } from './planner.ts';
import type { PlanNode } from './planNode.ts';
import type { PlanReply, PlanTask } from './plannerThread.ts';
import { PlanningTimeout } from './planningTimeout.ts';

/** Memory a plan may take before its thread, and nothing else, ends. */
const threadMegabytes = 512;

/** Plans that may wait for the thread: more would be late anyway, and fill the memory. */
const mostWaiting = 64;

/** The thread runs as source where this file does; Node then needs telling how to read it. */
const isSource = import.meta.url.endsWith('.ts');

function openThread(supergraphSdl: string): Worker {
  const options: WorkerOptions = {
    workerData: supergraphSdl,
    resourceLimits: { maxOldGenerationSizeMb: threadMegabytes },
    execArgv: [],
  };
  const file = new URL(isSource ? './plannerThread.ts' : './plannerThread.js', import.meta.url);
  if (!isSource) return new Worker(file, options);
  // Found from the working directory, as `node --import tsx` finds it.
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(file.href)})))`;
  return new Worker(code, { ...options, eval: true });
}

/**
 * The JavaScript planner in a thread of its own: whatever it is given, this thread goes on serving, and a plan that is
 * not ready in `planningMs` ends with its thread. Rejects when the supergraph cannot be planned for.
 */
export async function createWorkerPlanner(supergraphSdl: string, planningMs: number): Promise<Planner> {
  const planner = new WorkerPlanner(supergraphSdl, planningMs);
  await planner.ready();
  return planner;
}

interface Waiting {
  readonly task: PlanTask;
  readonly resolve: (plan: PlanNode | undefined) => void;
  readonly reject: (error: Error) => void;
}

class WorkerPlanner implements Planner {
  readonly name = 'javascript';
  readonly #sdl: string;
  readonly #planningMs: number;
  readonly #queue: Waiting[] = [];
  #thread: Promise<Worker> | undefined;
  #current: Waiting | undefined;
  #late: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(sdl: string, planningMs: number) {
    this.#sdl = sdl;
    this.#planningMs = planningMs;
  }

  /** Resolves when the thread can plan. */
  ready(): Promise<Worker> {
    return (this.#thread ??= this.#open());
  }

  plan(request: PlanRequest): Promise<PlanNode | undefined> {
    if (this.#queue.length >= mostWaiting) return Promise.reject(new PlanningTimeout());
    return new Promise((resolve, reject) => {
      this.#queue.push({ task: { id: ++this.#lastId, request }, resolve, reject });
      void this.#next();
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await (await thread?.catch(() => undefined))?.terminate();
  }

  #open(): Promise<Worker> {
    const opened: Promise<Worker> = new Promise((resolve, reject) => {
      const worker = openThread(this.#sdl);
      worker.on('message', (reply: PlanReply) => {
        if (reply.id > 0) return this.#settle(reply);
        // Between plans the thread keeps no process alive.
        worker.unref();
        resolve(worker);
      });
      let isOver = false;
      const fail = (error: Error): void => {
        if (isOver) return;
        isOver = true;
        reject(error);
        this.#lost(opened, error);
      };
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('The planning thread has ended.')));
    });
    return opened;
  }

  /** What was lost long ago and replaced concerns nobody any more. */
  #lost(thread: Promise<Worker>, error: Error): void {
    if (this.#thread === thread) this.#abandon(error);
  }

  /** One plan at a time, so that the time of each counts from its own beginning. */
  async #next(): Promise<void> {
    if (this.#current !== undefined) return;
    const waiting = (this.#current = this.#queue.shift());
    if (waiting === undefined) return;
    try {
      const worker = await this.ready();
      if (this.#current !== waiting) return;
      worker.ref();
      this.#late = setTimeout(() => {
        this.#abandon(new PlanningTimeout());
        void worker.terminate();
      }, this.#planningMs);
      worker.postMessage(waiting.task);
    } catch (error) {
      this.#abandon(error as Error);
    }
  }

  #settle({ id, plan, error }: PlanReply): void {
    const waiting = this.#current;
    if (waiting?.task.id !== id) return;
    this.#end();
    void this.#thread?.then((worker) => this.#current === undefined && worker.unref());
    if (error === undefined) waiting.resolve(plan);
    else waiting.reject(new Error(error));
    void this.#next();
  }

  /** The thread is lost: the next plan gets a new one. */
  #abandon(error: Error): void {
    this.#thread = undefined;
    const waiting = this.#current;
    this.#end();
    waiting?.reject(error);
    void this.#next();
  }

  #end(): void {
    clearTimeout(this.#late);
    this.#current = undefined;
  }
}
