import { openUnits, type FulfillmentOrder } from './fulfillmentOrder.ts';
import type { FulfillmentStep, WorkPriority } from '../generated/resolverTypes.ts';

/** What of a fulfillment order a work list looks at. */
export type ListedWork = Pick<
  FulfillmentOrder,
  '_id' | 'status' | 'step' | 'dueAt' | 'lines' | 'awaiting' | 'locationId'
>;

/** How much waits at one step. */
export interface StepCount {
  readonly step: FulfillmentStep;
  readonly orders: number;
  readonly units: number;
  readonly late: number;
}

/** What decides how urgent work is. */
export interface Pace {
  readonly nowMs: number;
  /** Minutes that the location needs from release to packed. */
  readonly handlingMinutes: number;
  /** Work to begin after this (epoch ms) is scheduled. */
  readonly openFromMs: number;
}

const minuteMs = 60_000;

/** Whole minutes to an instant, rounded down: nobody has a minute that has begun. */
export const minutesTo = (atMs: number, nowMs: number): number => Math.floor((atMs - nowMs) / minuteMs);

export const unitsToDo = ({ lines }: Pick<ListedWork, 'lines'>): number =>
  lines.reduce((sum, line) => sum + openUnits(line), 0);

/** Goods that wait for a customer are late for nobody's pickup. */
const isLate = ({ step, dueAt }: ListedWork, nowMs: number): boolean =>
  step !== 'READY_FOR_COLLECTION' && dueAt.handoverMs < nowMs;

/** How urgent work is: by what is left to the carrier's pickup, against what the work takes. */
export function priorityOf(work: ListedWork, pace: Pace): WorkPriority {
  const left = minutesTo(work.dueAt.handoverMs, pace.nowMs);
  if (left < 0) return 'LATE';
  if (work.awaiting === true || work.status === 'ON_HOLD') return 'LATER';
  if (left <= pace.handlingMinutes) return 'URGENT';
  return work.status === 'OPEN' && work.dueAt.pickStartMs > pace.openFromMs ? 'LATER' : 'NORMAL';
}

/** Counts by step in the order of `steps`; steps without work are left out. */
export function countSteps(
  works: readonly ListedWork[],
  steps: readonly FulfillmentStep[],
  nowMs: number,
): StepCount[] {
  return steps.flatMap((step) => {
    const here = works.filter((work) => work.step === step);
    if (here.length === 0) return [];
    const units = here.reduce((sum, work) => sum + unitsToDo(work), 0);
    return [{ step, orders: here.length, units, late: here.filter((work) => isLate(work, nowMs)).length }];
  });
}

/** How many of them are late. */
export const countLate = (works: readonly ListedWork[], nowMs: number): number =>
  works.filter((work) => isLate(work, nowMs)).length;
