import type { ShipmentFacts, WallMs } from './facts.ts';

/** A shipment under way, with what was believed when it was promised. */
export interface OpenShipment {
  readonly facts: ShipmentFacts;
  /** Expected working days, purchase to delivery. */
  readonly centre: number;
  /** The covariates of that day. */
  readonly dynamics: readonly number[];
  /** What the second opinion knew that day. */
  readonly covariates: readonly number[];
  /** Cumulative hazard already accounted for. */
  hazard: number;
  handedOverAt: WallMs | undefined;
}

export type OpenState = readonly OpenShipment[];

/** Shipments under way, bounded; from the oldest. */
export class OpenShipments {
  readonly #maxOpen: number;
  readonly #byId = new Map<string, OpenShipment>();

  constructor(maxOpen: number, state: OpenState = []) {
    this.#maxOpen = maxOpen;
    for (const open of state) this.#byId.set(open.facts.id, { ...open, handedOverAt: open.handedOverAt });
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): OpenShipment | undefined {
    return this.#byId.get(id);
  }

  /** Iterates from the oldest; deleting while iterating is fine. */
  all(): IterableIterator<OpenShipment> {
    return this.#byId.values();
  }

  add(open: OpenShipment): void {
    this.#byId.set(open.facts.id, open);
    if (this.#byId.size > this.#maxOpen) {
      const oldest = this.#byId.keys().next();
      if (!oldest.done) this.#byId.delete(oldest.value);
    }
  }

  /** Delivered, lost, cancelled. */
  close(id: string): void {
    this.#byId.delete(id);
  }

  toJSON(): OpenState {
    return [...this.#byId.values()];
  }
}
