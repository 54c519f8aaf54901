import { unavailableError } from '../compile/fetchFailure.ts';
import type { CallSubgraph } from '../data/execution.ts';
import type {
  EngineObserver,
  EngineResponse,
  RequestScope,
  SubgraphResult,
  SubgraphTransport,
  SubscriptionOutcome,
} from '../types.ts';
import { EventStream } from './eventStream.ts';
import type { Operation } from './operation.ts';
import { failure, failedRun } from './responses.ts';
import { admitVariables, newExecution } from './runOperation.ts';
import type { Variant } from './variant.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface SubscriptionSettings {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly call: CallSubgraph;
  readonly shareKey: ((scope: RequestScope) => string | undefined) | undefined;
  readonly onNewer: ((scope: RequestScope) => void) | undefined;
  readonly queue: number;
  /** Time each event has to be completed, milliseconds. */
  readonly eventTimeoutMs: number;
  readonly now: () => number;
  readonly observer: EngineObserver | undefined;
}

/** A shared upstream and the subscription of whoever opened it. */
interface Opened {
  readonly stream: EventStream;
  readonly own: AsyncIterable<EngineResponse>;
}

/**
 * Opens subscriptions; identical ones of callers with equal keys share one upstream and the text of each event, as
 * long as it has told nothing: many begin with what was before or is now, and whoever came later would miss that.
 */
export class Subscriptions {
  readonly #settings: SubscriptionSettings;
  readonly #shared = new Map<string, Promise<Opened>>();
  readonly #idle: (() => void)[] = [];
  #open = 0;

  constructor(settings: SubscriptionSettings) {
    this.#settings = settings;
  }

  async open(
    operation: Operation,
    given: Variables | undefined,
    scope: RequestScope,
  ): Promise<SubscriptionOutcome> {
    try {
      const admission = admitVariables(operation, given);
      if (!admission.ok) return admission;
      const variant = await operation.variantFor(scope, admission.variables);
      if (!variant.subscription)
        return {
          ok: false,
          response: withoutEvents(variant, admission.variables, scope, this.#settings.call),
        };
      return { ok: true, events: await this.#events(operation, variant, admission.variables, scope) };
    } catch (error) {
      return { ok: false, response: failure(unavailableError(error)) };
    }
  }

  /** Resolves when no upstream is open. */
  whenIdle(): Promise<void> {
    return this.#open === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  async #events(
    operation: Operation,
    variant: Variant,
    variables: Variables,
    scope: RequestScope,
  ): Promise<AsyncIterable<EngineResponse>> {
    const subscribeTo = (stream: EventStream) => stream.subscribe(this.#settings.queue, scope.signal);
    const key = this.#settings.shareKey?.(scope);
    if (key === undefined) return subscribeTo(await this.#start(variant, variables, scope, () => undefined));
    const identity = JSON.stringify([
      key,
      operation.hash,
      operation.operationName,
      operation.signature(scope),
      variables,
    ]);
    const known = this.#shared.get(identity);
    const shared = known && (await known).stream;
    if (shared && !shared.hasBegun) return subscribeTo(shared);
    // The stream outlives whoever opened it, so that caller's signal must not end it.
    const { signal: _signal, departure: _departure, hasLeft: _hasLeft, ...lasting } = scope;
    const forget = (): void => {
      if (this.#shared.get(identity) === opened) this.#shared.delete(identity);
    };
    const opened = this.#start(variant, variables, lasting, forget).then((stream) => ({
      stream,
      own: subscribeTo(stream),
    }));
    this.#shared.set(identity, opened);
    opened.catch(forget);
    return (await opened).own;
  }

  async #start(
    variant: Variant,
    variables: Variables,
    scope: RequestScope,
    onEnd: () => void,
  ): Promise<EventStream> {
    const compiled = variant.subscription;
    const transport = compiled && this.#settings.transports.get(compiled.operation.subgraph);
    if (!compiled || !transport) throw new Error('The subscription has no subgraph.');
    const upstream = await transport.subscribe({
      operation: compiled.operation,
      variables: compiled.variablesOf(variables),
      scope,
    });
    this.#open++;
    return new EventStream(this.#complete(variant, variables, scope, upstream), () => {
      onEnd();
      if (--this.#open === 0) for (const resolve of this.#idle.splice(0)) resolve();
    });
  }

  /**
   * Turns upstream events into whole responses, one after the other. Written by hand, because a generator that
   * waits for an event cannot be made to return, and would keep a quiet upstream open after everybody left.
   */
  #complete(
    variant: Variant,
    variables: Variables,
    scope: RequestScope,
    upstream: AsyncIterable<SubgraphResult>,
  ): AsyncIterator<EngineResponse, undefined> {
    const settings = this.#settings;
    const events = upstream[Symbol.asyncIterator]();
    return {
      async next() {
        const { value, done } = await events.next();
        if (done === true) return { value: undefined, done };
        settings.onNewer?.(scope);
        const eventScope = { ...scope, deadlineMs: settings.now() + settings.eventTimeoutMs };
        const response = await completeEvent(variant, variables, eventScope, settings, value);
        return { value: response, done: false };
      },
      async return() {
        await events.return?.();
        return { value: undefined, done: true };
      },
    };
  }
}

async function completeEvent(
  variant: Variant,
  variables: Variables,
  scope: RequestScope,
  settings: SubscriptionSettings,
  event: SubgraphResult,
): Promise<EngineResponse> {
  try {
    const execution = newExecution(variables, scope, settings.call, variant.limits);
    variant.subscription?.absorb(execution, event);
    await variant.subscription?.rest?.(execution);
    return variant.serialize(execution);
  } catch (error) {
    settings.observer?.failed?.(error);
    return failedRun(error);
  }
}

/** The answer when the caller may not see the subscription's field: nulls with reasons, and no stream. */
function withoutEvents(
  variant: Variant,
  variables: Variables,
  scope: RequestScope,
  call: CallSubgraph,
): EngineResponse {
  return variant.refusal ?? variant.serialize(newExecution(variables, scope, call, variant.limits));
}
