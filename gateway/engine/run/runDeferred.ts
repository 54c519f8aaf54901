import type { CallSubgraph, Execution } from '../data/execution.ts';
import { errorsMember, serializeDeferred } from '../serialize/compileSerializer.ts';
import type { PendingFragment } from '../serialize/writing.ts';
import type { EngineObserver, IncrementalPart, RequestScope } from '../types.ts';
import type { DeferredPlan, DeferredStep } from './deferredVariant.ts';
import type { Operation } from './operation.ts';
import { failedRun } from './responses.ts';
import { admitVariables, newExecution } from './runOperation.ts';
import { tooLarge } from '../data/tooLarge.ts';

/** Runs an operation with `@defer`: the first part at once, then each deferred part as its data is there. */
export async function* runDeferred(
  operation: Operation,
  given: Readonly<Record<string, unknown>> | undefined,
  scope: RequestScope,
  call: CallSubgraph,
  observer: EngineObserver | undefined,
): AsyncGenerator<IncrementalPart, void, undefined> {
  try {
    const admission = admitVariables(operation, given);
    if (!admission.ok) return yield { body: admission.response.body, hasNext: false };
    const variant = await operation.deferredFor(scope, admission.variables);
    if (variant.refusal) return yield { body: variant.refusal.body, hasNext: false };
    const { variables } = admission;
    const progress = new Progress();
    const execution: Execution = {
      ...newExecution(variables, scope, call, variant.limits),
      finished: (fetchId) => progress.finish(fetchId),
    };
    operation.introspect?.(execution.data, variables);
    await progress.start(variant.planFor(variables), execution);
    const { members, pending } = variant.serializeInitial(execution);
    if (execution.bounds.exceeded) return yield { body: tooLarge.body, hasNext: false };
    const isWhole = pending.length === 0;
    const rest = isWhole ? errorsMember(execution.errors.remaining()) : '';
    yield { body: `{${members}${rest},"hasNext":${!isWhole}}`, hasNext: !isWhole };
    yield* deliver(pending, progress, execution);
  } catch (error) {
    observer?.failed?.(error);
    yield { body: failedRun(error).body, hasNext: false };
  }
}

/** Yields pending fragments, those that became ready together in one part. */
async function* deliver(
  first: PendingFragment[],
  progress: Progress,
  execution: Execution,
): AsyncGenerator<IncrementalPart, void, undefined> {
  let waiting = first;
  while (waiting.length > 0) {
    await progress.oneOf(new Set(waiting.map(({ part }) => part)));
    const later: PendingFragment[] = [];
    const entries: string[] = [];
    for (const fragment of waiting) {
      if (!progress.isReady(fragment.part)) later.push(fragment);
      else entries.push(serializeDeferred(fragment, later, execution.bounds));
    }
    if (execution.bounds.exceeded) return yield { body: tooLarge.body, hasNext: false };
    waiting = later;
    const hasNext = waiting.length > 0;
    const rest = hasNext ? [] : execution.errors.remaining();
    const told = rest.length === 0 ? '' : `,"extensions":{"errors":${JSON.stringify(rest)}}`;
    yield { body: `{"incremental":[${entries.join(',')}],"hasNext":${hasNext}${told}}`, hasNext };
  }
}

/** Keeps track of which fetches have ended and which deferred parts have all their data. */
class Progress {
  readonly #finished = new Set<string>();
  readonly #waitingFor = new Map<string, (() => void)[]>();
  readonly #parts = new Map<string, { running: number; done: Promise<unknown> }>();

  /** Starts a plan; resolves when its primary steps have ended. Parts start as soon as what they need is there. */
  async start({ primary, parts }: DeferredPlan, execution: Execution): Promise<void> {
    const started = Promise.resolve(primary?.(execution));
    for (const part of parts) this.#startPart(part, started, execution);
    await started;
  }

  finish(fetchId: string): void {
    this.#finished.add(fetchId);
    for (const resume of this.#waitingFor.get(fetchId) ?? []) resume();
    this.#waitingFor.delete(fetchId);
  }

  /** A part the plan does not know of needs no fetching of its own. */
  isReady(part: string): boolean {
    return (this.#parts.get(part)?.running ?? 0) === 0;
  }

  async oneOf(parts: ReadonlySet<string>): Promise<void> {
    const all = [...parts];
    if (all.some((part) => this.isReady(part))) return;
    await Promise.race(all.map(async (part) => this.#parts.get(part)?.done));
  }

  #startPart(step: DeferredStep, primary: Promise<unknown>, execution: Execution): void {
    const state = this.#parts.get(step.part) ?? { running: 0, done: Promise.resolve() };
    this.#parts.set(step.part, state);
    state.running++;
    const run = async () => {
      // A fetch may be left out by a condition: the end of the primary plan stands in for it.
      const needed = Promise.all(step.depends.map(async (fetchId) => this.#end(fetchId)));
      await Promise.race([needed, primary]);
      await this.start(step.plan, execution);
      state.running--;
    };
    state.done = Promise.all([state.done, run()]);
  }

  #end(fetchId: string): Promise<void> | undefined {
    if (this.#finished.has(fetchId)) return undefined;
    return new Promise((resolve) => {
      const waiting = this.#waitingFor.get(fetchId);
      if (waiting) waiting.push(resolve);
      else this.#waitingFor.set(fetchId, [resolve]);
    });
  }
}
