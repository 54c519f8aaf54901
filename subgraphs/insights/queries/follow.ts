import { stoppable } from '../../../platform/streams/stoppable.ts';
import type { InsightsApplication } from '../application.ts';
import { readInsights } from './insights.ts';
import type { InsightsView } from './view.ts';

/** Name under which subscribers hear that figures changed. */
export const figuresStream = 'figures';

type Span = Parameters<typeof readInsights>[1];

/** The figures of a span now, and whenever they changed, in this process or another. */
export async function followInsights(
  application: InsightsApplication,
  span: Span,
  signal: AbortSignal | undefined,
): Promise<AsyncIterableIterator<InsightsView>> {
  // Listens before it reads, so that nothing between the two is missed.
  const changes = application.journal.watch(figuresStream, signal);
  const first = await readInsights(application, span);
  return stoppable((inner) => figuresOf(application, { span, first, changes, signal: inner }), signal);
}

async function* figuresOf(
  application: InsightsApplication,
  {
    span,
    first,
    changes,
    signal,
  }: {
    readonly span: Span;
    readonly first: InsightsView;
    readonly changes: AsyncIterableIterator<string>;
    readonly signal: AbortSignal;
  },
): AsyncGenerator<InsightsView, void, void> {
  const stop = (): void => void changes.return?.();
  signal.addEventListener('abort', stop, { once: true });
  try {
    yield first;
    while (!signal.aborted) {
      const next = await changes.next();
      if (next.done === true) return;
      yield await readInsights(application, span);
    }
  } finally {
    await changes.return?.();
  }
}
