import type { EngineObserver } from '../engine/types.ts';

/** One observer that tells several. */
export const joinEngineObservers = (observers: readonly EngineObserver[]): EngineObserver => ({
  planned: (info) => observers.forEach((one) => one.planned?.(info)),
  failed: (error) => observers.forEach((one) => one.failed?.(error)),
  lookedUp: (hit) => observers.forEach((one) => one.lookedUp?.(hit)),
  fetched: (info) => observers.forEach((one) => one.fetched?.(info)),
});
