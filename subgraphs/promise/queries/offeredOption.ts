import type { DeliveryOption } from '@promesse/promise-engine/model/types';
import type { Question } from '../domain/question.ts';

/** What an option must know of the answer it belongs to. */
export interface Offer {
  readonly question: Question;
  /** Signs an option's handle. */
  readonly sign: (option: OfferedOption) => string;
}

/**
 * An option as the graph shows it: a view of the engine's, its members named like the fields, each made only for
 * those who ask. Instants are whole milliseconds, rounded so that nothing is promised earlier than computed.
 */
export class OfferedOption {
  readonly engine: DeliveryOption;
  readonly offer: Offer;

  constructor(engine: DeliveryOption, offer: Offer) {
    this.engine = engine;
    this.offer = offer;
  }

  /** Signed: what the option proves to whoever orders it. */
  get handle(): string {
    return this.offer.sign(this);
  }

  get code() {
    return this.engine.code;
  }

  get methodType() {
    return this.engine.methodType;
  }

  get title() {
    return this.engine.title;
  }

  get earliestDeliveryAt(): number {
    return Math.floor(this.engine.earliestMs);
  }

  get latestDeliveryAt(): number {
    return Math.ceil(this.engine.latestMs);
  }

  get timeZone() {
    return this.engine.timeZone;
  }

  get windows() {
    return (this.engine.windows ?? []).map(({ fromMs, untilMs, orderByMs }) => ({
      startAt: Math.floor(fromMs),
      endAt: Math.ceil(untilMs),
      orderBy: Math.floor(orderByMs),
    }));
  }

  get orderBy(): number {
    return Math.floor(this.engine.orderByMs);
  }

  /** To four digits, rounded down: no more is shown than is known. */
  get confidence(): number {
    return Math.floor(this.engine.confidence * 10_000 + 0.001) / 10_000;
  }

  get price() {
    return this.engine.price;
  }

  get costToServe() {
    return this.engine.costToServe;
  }

  get tax() {
    return this.engine.tax;
  }

  get carbon() {
    return this.engine.carbon;
  }

  get splitCount() {
    return this.engine.splitCount;
  }

  get parcels() {
    return this.engine.parcels;
  }

  get optimalityGap() {
    return this.engine.optimality.gap;
  }

  get collectAt() {
    const { pickup } = this.engine;
    if (pickup === undefined) return null;
    return {
      ...{ id: pickup.id, name: pickup.name, distanceMetres: Math.round(pickup.distanceKm * 1_000) },
      holdUntil: Math.floor(pickup.holdUntilMs),
    };
  }

  get marks() {
    return [...this.engine.marks];
  }
}
