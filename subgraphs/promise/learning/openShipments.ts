import type { ShipmentFacts, WallMs } from './facts.ts';

/** A promise that waits for its day. */
export interface Pledge {
  readonly id: string;
  /** Uncalibrated chance of being late at the promised day. */
  readonly predicted: number;
  /** Delivered by now (and so kept, if its day has not passed). */
  delivered: boolean;
}

/** A shipment under way, with what was believed when it was promised. */
export interface OpenShipment {
  readonly facts: ShipmentFacts;
  /** Expected working days, purchase to delivery. */
  readonly centre: number;
  /** The covariates of that day. */
  readonly dynamics: readonly number[];
  /** Cumulative hazard already accounted for. */
  hazard: number;
  handedOverAt: WallMs | undefined;
}

export interface OpenState {
  readonly open: readonly OpenShipment[];
  readonly due: readonly (readonly [number, readonly Pledge[]])[];
}

/** Shipments under way and promises not yet due, bounded. */
export class OpenShipments {
  private readonly maxOpen: number;
  private readonly byId = new Map<string, OpenShipment>();
  private readonly pledges = new Map<string, Pledge>();
  private readonly due = new Map<number, Pledge[]>();

  constructor(maxOpen: number, state?: OpenState) {
    this.maxOpen = maxOpen;
    for (const open of state?.open ?? [])
      this.byId.set(open.facts.id, { ...open, handedOverAt: open.handedOverAt });
    for (const [day, list] of state?.due ?? []) {
      const copies = list.map((pledge) => ({ ...pledge }));
      this.due.set(day, copies);
      for (const pledge of copies) this.pledges.set(pledge.id, pledge);
    }
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): OpenShipment | undefined {
    return this.byId.get(id);
  }

  /** Iterates from the oldest; deleting while iterating is fine. */
  all(): IterableIterator<OpenShipment> {
    return this.byId.values();
  }

  add(open: OpenShipment, promisedDay: number, predicted: number): void {
    const pledge: Pledge = { id: open.facts.id, predicted, delivered: false };
    this.byId.set(open.facts.id, open);
    this.pledges.set(pledge.id, pledge);
    const list = this.due.get(promisedDay);
    if (list) list.push(pledge);
    else this.due.set(promisedDay, [pledge]);
    if (this.byId.size > this.maxOpen) {
      const oldest = this.byId.keys().next();
      if (!oldest.done) this.forget(oldest.value);
    }
  }

  delivered(id: string): void {
    this.byId.delete(id);
    const pledge = this.pledges.get(id);
    if (pledge) pledge.delivered = true;
  }

  /** Gone without delivery (lost, cancelled, evicted): its promise says nothing. */
  forget(id: string): void {
    this.byId.delete(id);
    this.pledges.delete(id);
  }

  /** The promises whose day this was; they are due once. Forgotten ones are left out. */
  takeDue(day: number): Pledge[] {
    const list = this.due.get(day) ?? [];
    this.due.delete(day);
    return list.filter((pledge) => this.pledges.delete(pledge.id));
  }

  toJSON(): OpenState {
    const due = [...this.due].map(
      ([day, list]) => [day, list.filter((p) => this.pledges.has(p.id))] as const,
    );
    return { open: [...this.byId.values()], due };
  }
}
