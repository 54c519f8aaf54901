/** Units of a line's SKU at a location. */
interface Position {
  initial: number;
  onHand: number;
  /** Held for the order, on the shelf. */
  reserved: number;
  /** Held for the order, of receipts that have not come. */
  awaited: number;
  received: number;
  shipped: number;
  restocked: number;
  adjusted: number;
}

const keyOf = (locationId: string, lineId: string): string => `${locationId}/${lineId}`;

/** Stock as the locations of one life have it: units on hand and units of receipts kept apart to the end. */
export class Stock {
  readonly positions = new Map<string, Position>();

  at(locationId: string, lineId: string): Position {
    const key = keyOf(locationId, lineId);
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    const none = { reserved: 0, awaited: 0, received: 0, shipped: 0, restocked: 0, adjusted: 0 };
    const fresh = { initial: 0, onHand: 0, ...none };
    this.positions.set(key, fresh);
    return fresh;
  }

  /** A location that has what is planned of it. */
  stocked(locationId: string, lineId: string, units: number): void {
    const position = this.at(locationId, lineId);
    position.initial += units;
    position.onHand += units;
  }

  reserve(locationId: string, lineId: string, units: number, awaited: boolean): void {
    const position = this.at(locationId, lineId);
    if (awaited) position.awaited += units;
    else position.reserved += units;
  }

  release(locationId: string, lineId: string, units: number, awaited: boolean): void {
    this.reserve(locationId, lineId, -units, awaited);
  }

  /** A receipt comes: what was promised of it is drawn from it. */
  receive(locationId: string, lineId: string, units: number, promised: number): void {
    const position = this.at(locationId, lineId);
    position.onHand += units;
    position.received += units;
    position.awaited -= promised;
    position.reserved += promised;
  }

  ship(locationId: string, lineId: string, units: number): void {
    const position = this.at(locationId, lineId);
    position.onHand -= units;
    position.reserved -= units;
    position.shipped += units;
  }

  restock(locationId: string, lineId: string, units: number): void {
    const position = this.at(locationId, lineId);
    position.onHand += units;
    position.restocked += units;
  }

  /** A count. What is held stays held: a count below it is taken as far as it goes. */
  adjust(locationId: string, lineId: string, units: number): void {
    const position = this.at(locationId, lineId);
    const change = Math.max(units, position.reserved - position.onHand);
    position.onHand += change;
    position.adjusted += change;
  }

  /** stock = initial + received - shipped + restocked +- adjusted, and never less than is held of it. */
  faults(): string[] {
    const faults: string[] = [];
    for (const [key, p] of this.positions) {
      if (p.onHand !== p.initial + p.received - p.shipped + p.restocked + p.adjusted)
        faults.push(`stock: ${key} does not add up`);
      if (p.onHand < p.reserved || p.reserved < 0 || p.awaited < 0)
        faults.push(`stock: ${key} has ${p.onHand} on hand, ${p.reserved} held, ${p.awaited} awaited`);
    }
    return faults;
  }
}
