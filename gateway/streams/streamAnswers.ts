import type { EndpointObserver } from '../model/observer.ts';
import type { EngineResponse } from '../engine/types.ts';
import type { ErrorMask } from '../../platform/http/errorMask.ts';
import type { Exchange } from '../admission/exchange.ts';
import { RequestFault } from '../../platform/http/requestFault.ts';
import { contentTypeFor, sendJson, statusFor } from '../http/respond.ts';
import { StreamClosed, boundedStream } from './boundedStream.ts';
import type { HttpWriter } from './httpWriter.ts';
import { createHttpWriter } from './httpWriter.ts';
import type { OpenStreams } from './openStreams.ts';
import type { StreamFormat } from './streamFormats.ts';
import { deferParts, eventStreamFormat, subscriptionPartsFormat } from './streamFormats.ts';
import type { Rechecks } from '../auth/recheck.ts';
import type { Holdings } from '../limits/holdings.ts';
import { tooManyStreams } from './tooManyStreams.ts';

/** Bounds of a stream. */
export interface StreamConfig {
  /** Events that may wait for one subscriber. */
  readonly queue: number;
  readonly heartbeatMs: number;
  /** How long a client may leave written bytes lying, milliseconds. */
  readonly stallMs: number;
}

/** Answers that are not one JSON document. */
export interface StreamAnswers {
  /** Whether an exchange is to be answered as a stream. */
  wants(exchange: Exchange): boolean;
  /**
   * Answers as a stream. `opened` is called once it is known how the operation began: what comes later is
   * not the time a client waited.
   */
  answer(exchange: Exchange, opened: (outcome: EngineResponse['outcome']) => void): Promise<void>;
}

type Opened = (outcome: EngineResponse['outcome']) => void;

export interface StreamAnswersDeps {
  readonly endpoint: string;
  readonly config: StreamConfig;
  readonly open: OpenStreams;
  /** Streams each caller has open. */
  readonly streams: Holdings;
  readonly rechecks: Rechecks;
  readonly observer: EndpointObserver;
  readonly mask: ErrorMask;
}

const noStreamAccepted = () =>
  new RequestFault(
    'A subscription is a stream: accept text/event-stream or multipart/mixed;subscriptionSpec=1.0, or use a WebSocket.',
    { status: 406, code: 'NOT_ACCEPTABLE' },
  );

/** Streams over plain HTTP: subscriptions as server-sent events or multipart, `@defer` as multipart. */
export function createStreamAnswers(deps: StreamAnswersDeps): StreamAnswers {
  const writer = new StreamWriter(deps);
  return {
    wants: ({ accepted, admitted: { operation } }) =>
      operation.kind === 'subscription' ||
      (operation.incremental && accepted.deferParts) ||
      (accepted.eventStream && accepted.single === undefined),
    answer(exchange, opened) {
      const { accepted, admitted } = exchange;
      if (admitted.operation.kind === 'subscription') return writer.subscribe(exchange, opened);
      if (admitted.operation.incremental && accepted.deferParts) return writer.defer(exchange, opened);
      return writer.runOnce(exchange, opened);
    },
  };
}

class StreamWriter {
  readonly #deps: StreamAnswersDeps;

  constructor(deps: StreamAnswersDeps) {
    this.#deps = deps;
  }

  async subscribe(exchange: Exchange, opened: Opened): Promise<void> {
    const { accepted, admitted, scope, res, requestId } = exchange;
    if (!accepted.eventStream && !accepted.subscriptionParts) throw noStreamAccepted();
    this.#hold(exchange);
    const outcome = await admitted.engine.subscribe(admitted.operation, admitted.variables, scope);
    opened(outcome.ok ? 'ok' : outcome.response.outcome);
    exchange.collector.apply(res);
    if (outcome.ok) {
      const format = accepted.eventStream ? eventStreamFormat : subscriptionPartsFormat;
      return this.#sendEvents(exchange, format, outcome.events);
    }
    const { body, outcome: ended } = outcome.response;
    if (accepted.eventStream) return this.#sendEvents(exchange, eventStreamFormat, once(outcome.response));
    const status = statusFor(accepted, ended === 'refused' ? 400 : 200, true);
    sendJson(res, { requestId, status, contentType: contentTypeFor(accepted), body });
  }

  async defer(exchange: Exchange, opened: Opened): Promise<void> {
    const { admitted, scope, res } = exchange;
    this.#hold(exchange);
    const parts = admitted.engine.runIncremental(admitted.operation, admitted.variables, scope);
    let writer: HttpWriter | undefined;
    for await (const part of parts) {
      // The first part decides what the head may still say: cookies of the first fetches.
      if (writer === undefined) {
        opened('ok');
        exchange.collector.apply(res);
        writer = this.#writerFor(exchange, { contentType: deferParts.contentType, heartbeat: '' });
      }
      if (!(await writer.write(deferParts.part(part.body)))) return;
    }
    writer?.close(deferParts.done);
  }

  /** One more stream of this caller, until its response is over. */
  #hold({ caller, res }: Exchange): void {
    const release = this.#deps.streams.take(caller.budgetKey);
    if (!release) throw tooManyStreams();
    if (res.destroyed) release();
    else res.once('close', release);
  }

  async runOnce(exchange: Exchange, opened: Opened): Promise<void> {
    const { engine, operation, variables } = exchange.admitted;
    const response = await engine.run(operation, variables, exchange.scope);
    opened(response.outcome);
    exchange.collector.apply(exchange.res);
    await this.#sendEvents(exchange, eventStreamFormat, once(response));
  }

  async #sendEvents(
    exchange: Exchange,
    format: StreamFormat,
    events: AsyncIterable<EngineResponse>,
  ): Promise<void> {
    const { config, open, observer, endpoint, mask } = this.#deps;
    const transport = format === eventStreamFormat ? 'sse' : 'multipart';
    const writer = this.#writerFor(exchange, format);
    const stream = boundedStream(events, {
      limit: config.queue,
      onEnd: (reason, error) => {
        if (reason === 'failed') mask.faultOf(error, exchange.requestId);
        if (reason === 'slow' || reason === 'expired') observer.subscriptionClosed?.(endpoint, reason);
      },
    });
    const forget = open.add(stream, exchange.caller.expiresAtMs);
    const { authorization } = exchange.req.headers;
    const ignore = this.#deps.rechecks.add({ authorization, address: exchange.address }, () =>
      stream.end('expired'),
    );
    writer.onGone(() => stream.end('left'));
    observer.subscriptionsChanged?.(endpoint, transport, 1);
    try {
      await writer.write(format.open);
      for await (const event of stream) {
        if (!(await writer.write(format.event(event.body)))) return;
        observer.eventSent?.(endpoint, transport);
      }
      writer.close(format.done);
    } catch (thrown) {
      writer.close(format.cut(thrown instanceof StreamClosed ? thrown : new StreamClosed('failed')));
    } finally {
      forget();
      ignore();
      observer.subscriptionsChanged?.(endpoint, transport, -1);
    }
  }

  #writerFor({ res }: Exchange, format: Pick<StreamFormat, 'contentType' | 'heartbeat'>): HttpWriter {
    return createHttpWriter(res, format.contentType, { ...this.#deps.config, heartbeat: format.heartbeat });
  }
}

/** A stream of one event. */
async function* once(response: EngineResponse): AsyncGenerator<EngineResponse, void, undefined> {
  await Promise.resolve();
  yield response;
}
