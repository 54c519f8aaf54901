import type { OperationKind } from '../engine/types.ts';

/** Further away than any stream lives, and still a delay that a timer takes. */
const streamMs = 2_000_000_000;

/** Epoch milliseconds until which an operation may take. A stream lives on: its events have deadlines of their own. */
export const deadlineOf = (kind: OperationKind, startedMs: number, timeoutMs: number): number =>
  startedMs + (kind === 'subscription' ? streamMs : timeoutMs);
