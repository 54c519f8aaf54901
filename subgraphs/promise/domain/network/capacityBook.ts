/** Capacity sold: by location and local day, and by delivery window. */
export class CapacityBook {
  readonly #days: (Map<number, number> | undefined)[] = [];
  readonly #windows = new Map<string, number>();

  /** Sets what is sold at a location on a day. */
  setUsed(location: number, day: number, used: number): void {
    (this.#days[location] ??= new Map()).set(day, Math.max(0, used));
  }

  /** Sold at a location on a day. */
  used(location: number, day: number): number {
    return this.#days[location]?.get(day) ?? 0;
  }

  setWindowUsed(serviceId: string, zoneId: string, date: string, from: string, used: number): void {
    this.#windows.set(`${serviceId}|${zoneId}|${date}|${from}`, used);
  }

  windowUsed(serviceId: string, zoneId: string, date: string, from: string): number {
    return this.#windows.get(`${serviceId}|${zoneId}|${date}|${from}`) ?? 0;
  }
}
