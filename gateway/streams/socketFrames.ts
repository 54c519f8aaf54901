import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { EngineResponse } from '../engine/types.ts';
import type { BoundedStream } from './boundedStream.ts';

/** A response text wrapped as a result, unwrapped again just before it is sent. */
export const wrapped = ({ body }: { readonly body: string }): ExecutionResult => ({ extensions: { body } });

/** Makes payloads of `next` messages. One event for many subscribers is the same text: it is parsed once. */
export function createUnwrapper(): (result: unknown) => FormattedExecutionResult {
  let lastBody: string | undefined;
  let lastFrame: FormattedExecutionResult = {};
  return (result) => {
    const { body } = (result as { extensions: { body: string } }).extensions;
    if (body !== lastBody) {
      lastFrame = JSON.parse(body) as FormattedExecutionResult;
      lastBody = body;
    }
    return lastFrame;
  };
}

/** Events as responses. */
export async function* mapped<T extends { readonly body: string }>(
  source: AsyncIterable<T>,
): AsyncGenerator<EngineResponse> {
  for await (const { body } of source) yield { body, outcome: 'ok' };
}

/** The stream as the socket protocol wants it: results instead of texts, and able to return at once. */
export function wrappedStream(
  stream: BoundedStream,
  onEvent: () => void,
): AsyncIterableIterator<ExecutionResult> {
  const wrap = (step: IteratorResult<EngineResponse, undefined>): IteratorResult<ExecutionResult> => {
    if (step.done === true) return step;
    onEvent();
    return { done: false, value: wrapped(step.value) };
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => wrap(await stream.next()),
    return: async () => wrap(await stream.return()),
    throw: async () => wrap(await stream.throw()),
  };
  return results;
}
