import type { HandlingEstimate, Lane, TransitEstimate, TransitModel } from '../model/transitModel.ts';
import { dayOf, DAY_MS } from './facts.ts';
import type { DayCalendar, ShipmentFacts, WallMs } from './facts.ts';
import { HandlingLearner } from './handlingLearner.ts';
import type { HandlingState } from './handlingLearner.ts';
import { learnerDefaults } from './learnerOptions.ts';
import type { LearnerOptions } from './learnerOptions.ts';
import type { LearnerState } from './learnerState.ts';
import { PromiseLearner } from './promiseLearner.ts';

/** What the model knows, JSON-safe. */
export interface LearnedTransitState {
  readonly version: 4;
  readonly handling: HandlingState;
  readonly services: readonly (readonly [string, LearnerState])[];
  readonly epoch: number;
  readonly day: number;
}

/** Recent observations a group needs to be named as the basis; below the last of them the table answers. */
const ENOUGH = 20;
const ENOUGH_FOR_SERVICE = 50;
const ENOUGH_FOR_HANDLING = 30;
/** Observations after which cached answers are worth recomputing within a day. */
const EPOCH_OBSERVATIONS = 500;
const MAX_SERVICES = 100;
const MAX_CACHED = 200_000;
/** Share of parcels that arrive before the earliest day shown. */
const EARLY = 0.02;

/**
 * The engine's {@link TransitModel}, learned: one learner per carrier service (each with its own weekends, pace and
 * backlog), fed with hand-overs and deliveries; one for handling. Answers are cached per lane until `version` moves.
 */
export class LearnedTransitModel implements TransitModel {
  readonly #options: LearnerOptions;
  readonly #handlingLearner: HandlingLearner;
  readonly #services = new Map<string, PromiseLearner>();
  readonly #transits = new Map<string, TransitEstimate | null>();
  readonly #handlings = new Map<string, HandlingEstimate | null>();
  #epoch: number;
  #day: number;
  #observations = 0;
  #currentVersion = '';

  constructor(calendar: DayCalendar, startDay: number, state?: LearnedTransitState) {
    this.#options = { ...learnerDefaults, calendar, target: 0.95 };
    this.#day = state?.day ?? startDay;
    this.#epoch = state?.epoch ?? 0;
    this.#handlingLearner = new HandlingLearner(startDay, state?.handling);
    for (const [serviceId, learner] of state?.services ?? []) {
      this.#services.set(serviceId, PromiseLearner.fromJSON(this.#options, learner));
    }
    this.#turn();
  }

  get version(): string {
    return this.#currentVersion;
  }

  transit(lane: Lane, _dispatchDayMs: number, target: number): TransitEstimate | null {
    const key = `${lane.serviceId}|${lane.originCountry}|${lane.originArea}|${lane.destinationCountry}|${lane.destinationArea}|${Math.round(lane.distanceKm)}|${target}`;
    const cached = this.#transits.get(key);
    if (cached !== undefined) return cached;
    const estimate = this.#estimateTransit(lane, target);
    if (this.#transits.size < MAX_CACHED) this.#transits.set(key, estimate);
    return estimate;
  }

  handling(locationId: string, atMs: number, target: number): HandlingEstimate | null {
    const day = dayOf(atMs);
    const key = `${locationId}|${day % 7}|${target}`;
    const cached = this.#handlings.get(key);
    if (cached !== undefined) return cached;
    const estimate = this.#estimateHandling(locationId, day, target);
    if (this.#handlings.size < MAX_CACHED) this.#handlings.set(key, estimate);
    return estimate;
  }

  /** Work released at a location is ready after so many of its working minutes. */
  observeHandling(locationId: string, releasedAt: WallMs, workingMinutes: number, at: WallMs): void {
    this.#handlingLearner.observe(locationId, dayOf(releasedAt), workingMinutes, dayOf(at));
    this.#observed(at);
  }

  /** A carrier took a shipment over. */
  observeHandover(shipmentId: string, lane: Lane, locationId: string, at: WallMs): void {
    const learner = this.#learnerOf(lane.serviceId, dayOf(at));
    if (!learner) return;
    const facts = factsOf(lane, shipmentId, locationId, at);
    learner.advanceTo(at);
    learner.observePurchase(facts, learner.promise(facts));
    learner.observeHandover(shipmentId, at);
    this.#observed(at);
  }

  /** A shipment arrived; unknown ones are ignored. */
  observeDelivery(serviceId: string, shipmentId: string, at: WallMs): void {
    this.#services.get(serviceId)?.observeDelivery(shipmentId, at);
    this.#observed(at);
  }

  /** A shipment will not arrive (lost, cancelled, returned to sender). */
  observeAbandoned(serviceId: string, shipmentId: string): void {
    this.#services.get(serviceId)?.observeAbandoned(shipmentId);
  }

  /** Time passes without events: what is open ages. */
  advanceTo(at: WallMs): void {
    const day = dayOf(at);
    if (day <= this.#day) return;
    for (const learner of this.#services.values()) learner.advanceTo(at);
    this.#handlingLearner.advanceTo(day);
    this.#day = day;
    this.#turn();
  }

  toJSON(): LearnedTransitState {
    return {
      version: 4,
      handling: this.#handlingLearner.toJSON(),
      services: [...this.#services].map(([id, learner]) => [id, learner.toJSON()] as const),
      epoch: this.#epoch,
      day: this.#day,
    };
  }

  #estimateTransit(lane: Lane, target: number): TransitEstimate | null {
    const learner = this.#services.get(lane.serviceId);
    if (!learner) return null;
    const facts = factsOf(lane, '', '', this.#day * DAY_MS);
    const [all = 0, area = 0, own = 0] = learner.evidence(facts);
    if (all < ENOUGH_FOR_SERVICE) return null;
    const basis =
      own >= ENOUGH
        ? `lane:${Math.round(own)}`
        : area >= ENOUGH
          ? `area:${Math.round(area)}`
          : `service:${Math.round(all)}`;
    const latestDays = Math.max(1, Math.ceil(learner.workingDays(facts, target)));
    const earliestDays = Math.min(latestDays, Math.max(0, Math.floor(learner.workingDays(facts, EARLY))));
    return { latestDays, earliestDays, confidence: learner.shareWithin(facts, latestDays), basis };
  }

  #estimateHandling(locationId: string, day: number, target: number): HandlingEstimate | null {
    const [all = 0, own = 0] = this.#handlingLearner.evidence(locationId);
    if (all < ENOUGH_FOR_HANDLING) return null;
    const minutes = Math.ceil(this.#handlingLearner.minutes(locationId, day, target));
    const basis = own >= ENOUGH ? `location:${Math.round(own)}` : `all:${Math.round(all)}`;
    return { minutes, confidence: target, basis };
  }

  #learnerOf(serviceId: string, day: number): PromiseLearner | undefined {
    let learner = this.#services.get(serviceId);
    if (!learner && this.#services.size < MAX_SERVICES) {
      learner = new PromiseLearner(this.#options, day);
      this.#services.set(serviceId, learner);
    }
    return learner;
  }

  #observed(at: WallMs): void {
    this.#observations += 1;
    this.advanceTo(at);
    if (this.#observations >= EPOCH_OBSERVATIONS) this.#turn();
  }

  /** New answers from here on. */
  #turn(): void {
    this.#epoch += 1;
    this.#observations = 0;
    this.#transits.clear();
    this.#handlings.clear();
    this.#currentVersion = `learned-${this.#day}-${this.#epoch}`;
  }
}

const factsOf = (lane: Lane, id: string, locationId: string, at: WallMs): ShipmentFacts => ({
  id,
  placedAt: at,
  locationId,
  origin: [`${lane.originCountry}-${lane.originArea}`],
  destination: [`${lane.destinationCountry}-${lane.destinationArea}`],
  serviceId: lane.serviceId,
  distanceKm: lane.distanceKm,
  weightGrams: undefined,
  freightMinor: undefined,
  units: 1,
});
