import type { EngineObserver } from '../engine/types.ts';
import type { DoorObserver } from './observer.ts';

/** One observer that tells several. */
export const joinDoorObservers = (observers: readonly DoorObserver[]): DoorObserver =>
  observers.length === 1
    ? (observers[0] as DoorObserver)
    : {
        operationEnded: (report) => observers.forEach((one) => one.operationEnded?.(report)),
        socketsChanged: (...args) => observers.forEach((one) => one.socketsChanged?.(...args)),
        subscriptionsChanged: (...args) => observers.forEach((one) => one.subscriptionsChanged?.(...args)),
        eventSent: (...args) => observers.forEach((one) => one.eventSent?.(...args)),
        subscriptionClosed: (...args) => observers.forEach((one) => one.subscriptionClosed?.(...args)),
      };

/** One observer that tells several. */
export const joinEngineObservers = (observers: readonly EngineObserver[]): EngineObserver =>
  observers.length === 1
    ? (observers[0] as EngineObserver)
    : {
        planned: (info) => observers.forEach((one) => one.planned?.(info)),
        failed: (error) => observers.forEach((one) => one.failed?.(error)),
        lookedUp: (hit) => observers.forEach((one) => one.lookedUp?.(hit)),
        fetched: (info) => observers.forEach((one) => one.fetched?.(info)),
      };
