/** Capacity sold: by location and local day, and by delivery window. */
export class CapacityBook {
  readonly #days: (Map<number, number> | undefined)[] = [];
  readonly #windows = new Map<string, Map<number, number>>();

  /** Sets what is sold at a location on a day. */
  setUsed(location: number, day: number, used: number): void {
    (this.#days[location] ??= new Map()).set(day, Math.max(0, used));
  }

  /** Sold at a location on a day. */
  used(location: number, day: number): number {
    return this.#days[location]?.get(day) ?? 0;
  }

  /** Sets what is sold of a window: its service and zone, local day and start in minutes after midnight. */
  setWindowUsed(serviceId: string, zoneId: string, day: number, fromMinute: number, used: number): void {
    const key = `${serviceId}|${zoneId}`;
    const windows = this.#windows.get(key) ?? new Map<number, number>();
    this.#windows.set(key, windows.set(day * 1440 + fromMinute, used));
  }

  /** What is sold of the windows of a service in a zone; undefined when nothing is. */
  windowsOf(serviceId: string, zoneId: string): ReadonlyMap<number, number> | undefined {
    return this.#windows.size === 0 ? undefined : this.#windows.get(`${serviceId}|${zoneId}`);
  }
}
