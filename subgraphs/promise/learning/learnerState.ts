import type { AdditiveState } from './additiveModel.ts';
import type { CalibratorState } from './calibrator.ts';
import type { ShipmentFacts } from './facts.ts';
import type { NetworkPulseState } from './networkPulse.ts';
import type { SteadyPriceState } from './latenessPrice.ts';
import type { OpenState } from './openShipments.ts';
import type { PresentPaceState } from './presentPace.ts';
import type { DailySpreadState } from './dailySpread.ts';
import type { ThroughputState } from './throughput.ts';
import type { WorkClockState } from './workClock.ts';

/** A delivery promise, in the destination's calendar. */
export interface LearnedPromise {
  /** Calendar days from the day of purchase to the promised day; delivered on that day is kept. */
  readonly days: number;
  /** The promised day, see {@link dayOf}. */
  readonly day: number;
  /** True chance that it is kept, 0..1. */
  readonly confidence: number;
  /** Expected working days, for the trace. */
  readonly expectedWorkingDays: number;
}

export interface Recent {
  readonly facts: ShipmentFacts;
  readonly centre: number;
}

/** Everything a learner knows; JSON-safe. A learner restored from it goes on exactly as the one that wrote it. */
export interface LearnerState {
  readonly version: 2;
  readonly day: number;
  readonly price: SteadyPriceState;
  readonly clock: WorkClockState & { today: number };
  readonly handling: AdditiveState;
  readonly transit: AdditiveState;
  readonly spread: DailySpreadState;
  readonly calibrator: CalibratorState;
  readonly pulse: NetworkPulseState;
  readonly open: OpenState;
  readonly recent: readonly Recent[];
  readonly throughput: ThroughputState;
  readonly present: PresentPaceState;
}
