import type { ServiceConfig } from '../model/networkConfig.ts';
import { CarrierCalendar } from '../time/carrierCalendar.ts';
import { minutesOf } from '../time/zoneClock.ts';
import { shared } from './shared.ts';

/** A delivery window of a service, its clock times as minutes after midnight. */
export interface ServiceWindow {
  readonly from: string;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly capacity: number;
}

/** What a service may carry; infinite where nothing is said. */
export interface CarriageLimits {
  readonly maxParcelKg: number;
  readonly maxSideCm: number;
  readonly dangerousGoods: boolean;
  readonly oversize: boolean;
}

/** Services as the engine reads them, by number: records of one shape, whatever configuration leaves out. */
export class ServiceTable {
  /** Delivery hours in minutes after midnight. */
  readonly fromMinute: Float64Array;
  readonly untilMinute: Float64Array;
  readonly windows: readonly (readonly ServiceWindow[])[];
  /** 1 for services that count minutes. */
  readonly isCourier: Uint8Array;
  /** null = carries everything. */
  readonly limits: readonly (CarriageLimits | null)[];
  readonly #services: readonly ServiceConfig[];
  readonly #calendars = new Map<string, readonly CarrierCalendar[]>();
  readonly #serves = new Map<string, Uint8Array>();

  constructor(services: readonly ServiceConfig[]) {
    this.#services = services;
    this.fromMinute = Float64Array.from(services, (s) => minutesOf(s.deliverFrom));
    this.untilMinute = Float64Array.from(services, (s) => minutesOf(s.deliverUntil));
    this.windows = services.map(windowsOf);
    this.isCourier = Uint8Array.from(services, (s) => (s.courier ? 1 : 0));
    this.limits = services.map(limitsOf);
  }

  /** Business days of every service towards a country. */
  calendarsTo(country: string): readonly CarrierCalendar[] {
    return shared(this.#calendars, country, () => this.#services.map((s) => new CarrierCalendar(s, country)));
  }

  /** By service: 1 when it goes to the country at all. */
  serving(country: string): Uint8Array {
    return shared(this.#serves, country, () =>
      Uint8Array.from(this.#services, (s) => (s.countries.includes(country) ? 1 : 0)),
    );
  }
}

const windowsOf = (service: ServiceConfig): ServiceWindow[] =>
  (service.windows ?? []).map((w) => ({
    from: w.from,
    fromMinute: minutesOf(w.from),
    untilMinute: minutesOf(w.until),
    capacity: w.capacity ?? Infinity,
  }));

const limitsOf = ({ limits }: ServiceConfig): CarriageLimits | null =>
  limits
    ? {
        maxParcelKg: limits.maxParcelKg ?? Infinity,
        maxSideCm: limits.maxSideCm ?? Infinity,
        dangerousGoods: limits.dangerousGoods === true,
        oversize: limits.oversize === true,
      }
    : null;
