import type { DailySpreadState } from './dailySpread.ts';
import type { ExpectationState } from './expectation.ts';
import type { ShipmentFacts } from './facts.ts';
import type { SecondOpinionState } from './secondOpinion.ts';
import type { LateBy } from './latenessPrice.ts';
import type { OpenState } from './openShipments.ts';
import type { PresentPaceState } from './presentPace.ts';
import type { ThroughputState } from './throughput.ts';
import type { WorkClockState } from './workClock.ts';

/** What may be said of one order now, before any policy. */
export interface Outlook {
  /** Expected working days, purchase to delivery. */
  readonly centre: number;
  /** Uncalibrated chance of still being under way at the end of the n-th day after the day of purchase. */
  readonly late: LateBy;
}

/** One of the last orders. */
export interface Recent {
  readonly facts: ShipmentFacts;
  readonly centre: number;
}

/** What is kept of journeys from one run of the program to the next. */
export interface JourneysState {
  readonly clock: WorkClockState & { today: number };
  readonly expectation: ExpectationState;
  readonly spread: DailySpreadState;
  readonly opinion: SecondOpinionState;
  readonly open: OpenState;
  readonly recent: readonly Recent[];
  readonly throughput: ThroughputState;
  readonly present: PresentPaceState;
}
