import type { ServiceConfig } from '../model/networkConfig.ts';
import { dayOfIso, weekdayOf } from './zoneClock.ts';

const STEP = 256;
const LEAD = 16;
const LENGTH = 640;

interface Block {
  readonly first: number;
  /** Transport days counted up to and including each day. */
  readonly counted: Int32Array;
  /** Day of the k-th transport day. */
  readonly transport: Int32Array;
  /** First delivery day not before each day. */
  readonly delivery: Int32Array;
}

/** Business days of one service towards one country. */
export class CarrierCalendar {
  readonly #service: ServiceConfig;
  readonly #holidays: ReadonlySet<number>;
  #key = NaN;
  #block: Block | null = null;

  constructor(service: ServiceConfig, country: string) {
    this.#service = service;
    const dates = [...(service.holidays?.['*'] ?? []), ...(service.holidays?.[country] ?? [])];
    this.#holidays = new Set(dates.map(dayOfIso));
  }

  /** Delivery day of a parcel collected on `day` that travels `days` business days; -1 beyond the range. */
  arrival(day: number, days: number): number {
    const block = this.#blockAt(day);
    const at = day - block.first;
    const target = block.counted[at]! + days - 1;
    const reached =
      target < 0 ? day : days === 0 ? nextTransport(block, day) : (block.transport[target] ?? -1);
    return this.deliveryDay(reached);
  }

  /** First delivery day not before `day`. */
  deliveryDay(day: number): number {
    if (day < 0) return -1;
    const block = this.#blockAt(day);
    return block.delivery[day - block.first] ?? -1;
  }

  /** Latest day of collection from which `days` business days still arrive on `day`; -1 when none. */
  latestDispatchDay(day: number, days: number): number {
    for (let d = day; d > day - 60; d--) {
      const arrives = this.arrival(d, days);
      if (arrives >= 0 && arrives <= day) return d;
    }
    return -1;
  }

  #blockAt(day: number): Block {
    const key = Math.floor(day / STEP);
    if (key !== this.#key || !this.#block) {
      this.#block = this.#build(key * STEP - LEAD);
      this.#key = key;
    }
    return this.#block;
  }

  #build(first: number): Block {
    const counted = new Int32Array(LENGTH);
    const transport: number[] = [];
    const delivery = new Int32Array(LENGTH).fill(-1);
    for (let i = 0; i < LENGTH; i++) {
      const day = first + i;
      if (this.#service.transitDays[weekdayOf(day)] && !this.#holidays.has(day)) transport.push(day);
      counted[i] = transport.length;
    }
    let next = -1;
    for (let i = LENGTH - 1; i >= 0; i--) {
      const day = first + i;
      if (this.#service.deliveryDays[weekdayOf(day)] && !this.#holidays.has(day)) next = day;
      delivery[i] = next;
    }
    return { first, counted, transport: Int32Array.from(transport), delivery };
  }
}

/** The day itself when it is a transport day, else the next one. */
function nextTransport(block: Block, day: number): number {
  const at = day - block.first;
  const before = at > 0 ? block.counted[at - 1]! : 0;
  return block.transport[before] ?? -1;
}
