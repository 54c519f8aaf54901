import {
  incidentTelling,
  lastingTelling,
  opens,
  type Subject,
} from '../../../subgraphs/care/domain/incidentHeard.ts';
import { channelsOf, ruleOf, type MessageCode } from '../../../subgraphs/care/domain/codes.ts';
import type { IncidentState } from '../../../subgraphs/care/domain/incident.ts';
import { judge, type Known } from '../../../subgraphs/care/domain/judge.ts';
import type { MessageState } from '../../../subgraphs/care/domain/message.ts';
import { createdParcel, placedOrder, placedTelling } from '../../../subgraphs/care/domain/orderHeard.ts';
import {
  changed,
  delivered,
  handedOver,
  reported,
  stepOfParcel,
  type ParcelChange,
} from '../../../subgraphs/care/domain/parcelHeard.ts';
import type { CareSettings } from '../../../subgraphs/care/domain/settings.ts';
import { stepOf, type MessageCodeStep } from '../../../subgraphs/care/domain/steps.ts';
import { keyOf, settleMsOf, type Telling } from '../../../subgraphs/care/domain/telling.ts';
import type { OrderView, ParcelView } from '../../../subgraphs/care/domain/views.ts';
import {
  isOverForWatch,
  nextLookMs,
  nextOrderLookMs,
  watchOrder,
  watchParcel,
  type Finding,
} from '../../../subgraphs/care/domain/watch.ts';
import { Arrivals } from './arrivals.ts';
import type { Schedule } from './schedule.ts';
import type { Told } from './timeline.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
type Message = { -readonly [K in keyof MessageState]: MessageState[K] };

/**
 * Care in memory: what is decided is decided by the subgraph's own domain; kept here are only its rows, so that a month of
 * many parcels takes a minute.
 */
export class CareInMemory {
  readonly messages = new Map<string, Message[]>();
  /** When each parcel was first found to be lost. */
  readonly lostAtMs = new Map<string, number>();
  mails = 0;
  readonly #settings: CareSettings;
  readonly #schedule: Schedule;
  readonly #orders = new Map<string, OrderView>();
  readonly #parcels = new Map<string, ParcelView>();
  readonly #incidents = new Map<string, Map<string, IncidentState>>();
  readonly #keys = new Set<string>();
  readonly #arrivals = new Arrivals();

  constructor(settings: CareSettings, schedule: Schedule) {
    this.#settings = settings;
    this.#schedule = schedule;
  }

  /** Something that another subgraph tells. */
  hear(told: Told, nowMs: number): void {
    switch (told.type) {
      case 'orders.OrderPlaced': {
        const order = placedOrder(told.data);
        this.#orders.set(order._id, order);
        this.#lookAtOrderAt(order, nowMs);
        return this.#tell(placedTelling(told.data), nowMs);
      }
      case 'shipping.ShipmentCreated': {
        const parcel: ParcelView = createdParcel(told.data, told.atMs, null);
        this.#parcels.set(parcel._id, parcel);
        return this.#schedule.at(told.atMs + hourMs, (atMs) => this.#lookAtParcel(parcel._id, atMs));
      }
      case 'shipping.LabelPurchased':
        return this.#labelled(told.data.shipmentId, told.data.trackingCodes, nowMs);
      case 'shipping.ShipmentHandedOver': {
        const { shipmentId, atMs, orderId } = told.data;
        const change = handedOver(this.#orders.get(orderId) ?? null, atMs);
        return this.#step(shipmentId, { change, code: 'PARCEL_SHIPPED', atMs }, nowMs);
      }
      case 'shipping.TrackingRecorded': {
        const { shipmentId, milestone, occurredAtMs: atMs } = told.data;
        const change = reported(this.#parcel(shipmentId), told.data, this.#settings.damagedCodes);
        return this.#step(shipmentId, { change, code: stepOf(milestone), atMs }, nowMs);
      }
      case 'shipping.ShipmentDelivered': {
        const { shipmentId, deliveredAtMs: atMs } = told.data;
        const change = delivered(this.#parcel(shipmentId), told.data);
        this.#step(shipmentId, { change, code: 'PARCEL_DELIVERED', atMs }, nowMs);
        return this.#arrivals.add(this.#parcel(shipmentId));
      }
      default:
        throw new Error(`This simulation tells nothing of ${told.type}.`);
    }
  }

  #parcel(id: string): ParcelView {
    const parcel = this.#parcels.get(id);
    if (parcel === undefined) throw new Error(`Nobody told of the parcel ${id}.`);
    return parcel;
  }

  #labelled(id: string, tracking: readonly string[], nowMs: number): void {
    const parcel = { ...this.#parcel(id), tracking, labelledAtMs: nowMs };
    this.#parcels.set(id, parcel);
    const order = this.#orders.get(parcel.orderId);
    if (order === undefined) return;
    const units = parcel.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    this.#orders.set(order._id, { ...order, labelled: order.labelled + units });
    this.#lookAtOrder(order._id, nowMs);
  }

  #step(
    id: string,
    what: { change: ParcelChange; code: MessageCodeStep | undefined; atMs: number },
    nowMs: number,
  ): void {
    const before = this.#parcel(id);
    this.#parcels.set(id, changed(before, what.change));
    if (what.code !== undefined) {
      const order = this.#orders.get(before.orderId) ?? null;
      const { change, telling } = stepOfParcel(before, order, { code: what.code, atMs: what.atMs });
      this.#parcels.set(id, changed(this.#parcel(id), change));
      this.#tell(telling, nowMs);
    }
    this.#lookAtParcel(id, nowMs);
  }

  #lookAtParcel(id: string, nowMs: number): void {
    const parcel = this.#parcel(id);
    const order = this.#orders.get(parcel.orderId);
    if (order === undefined) return;
    const watch = { parcel, nowMs, settings: this.#settings, transit: this.#arrivals.sample(nowMs) };
    this.#hold({ order, parcel }, watchParcel(watch), nowMs);
    const lookAtMs = isOverForWatch(parcel) ? undefined : nextLookMs(watch);
    if (lookAtMs === undefined || lookAtMs === parcel.lookAtMs) return;
    this.#parcels.set(id, { ...parcel, lookAtMs });
    this.#schedule.at(lookAtMs, (atMs) => {
      // Something was heard in between, and said when to look.
      if (this.#parcel(id).lookAtMs === lookAtMs) this.#lookAtParcel(id, atMs);
    });
  }

  #lookAtOrder(id: string, nowMs: number): void {
    const order = this.#orders.get(id);
    if (order === undefined) return;
    const watch = { order, nowMs, settings: this.#settings, transit: this.#arrivals.sample(nowMs) };
    this.#hold({ order, parcel: undefined }, watchOrder(watch), nowMs);
    this.#lookAtOrderAt(order, nowMs);
  }

  #lookAtOrderAt(order: OrderView, nowMs: number): void {
    const lookAtMs = nextOrderLookMs({ order, nowMs, settings: this.#settings });
    if (lookAtMs === undefined || lookAtMs === order.lookAtMs) return;
    this.#orders.set(order._id, { ...order, lookAtMs });
    this.#schedule.at(lookAtMs, (atMs) => {
      if (this.#orders.get(order._id)?.lookAtMs === lookAtMs) this.#lookAtOrder(order._id, atMs);
    });
  }

  /** Opens what holds of something, tells of it, and closes what holds no more. */
  #hold(subject: Subject, findings: readonly Finding[], nowMs: number): void {
    const about = subject.parcel?._id ?? subject.order._id;
    const known = this.#incidents.get(about) ?? new Map<string, IncidentState>();
    this.#incidents.set(about, known);
    for (const finding of findings) {
      const { type, atMs: openedAtMs, evidence } = finding;
      const found = known.get(type);
      const lasting = found?.status === 'OPEN' ? lastingTelling(subject, found, nowMs) : undefined;
      if (lasting !== undefined) this.#tell(lasting, nowMs);
      if (!opens(found, finding)) continue;
      const times = (found?.times ?? 0) + 1;
      const orderId = subject.order._id;
      known.set(type, {
        _id: `${about}|${type}`,
        orderId,
        type,
        status: 'OPEN',
        openedAtMs,
        evidence,
        times,
      });
      if (type === 'LOST' && !this.lostAtMs.has(orderId)) this.lostAtMs.set(orderId, nowMs);
      const telling = incidentTelling(subject, { type, evidence, openedAtMs, times });
      if (telling !== undefined) this.#tell(telling, nowMs);
    }
    const holding = new Set<string>(findings.map(({ type }) => type));
    for (const [type, incident] of known)
      if (incident.status === 'OPEN' && !holding.has(type))
        known.set(type, { ...incident, status: 'CLOSED' });
  }

  /** Decides a message once for each key; it is judged when it is due. Nobody here has a telephone. */
  #tell<C extends MessageCode>(telling: Telling<C>, nowMs: number): void {
    const { orderId, parcelId, code, facts, factAtMs } = telling;
    if (!channelsOf(code).includes('EMAIL')) return;
    const key = keyOf(telling, 'EMAIL');
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const dueAtMs = nowMs + settleMsOf(telling, this.#settings);
    const message: Message = {
      ...{ _id: key, key, orderId, code, channel: 'EMAIL', status: 'DUE', facts, factAtMs, dueAtMs },
      ...{ attempts: 0, createdAtMs: nowMs },
      ...(parcelId === undefined ? {} : { parcelId }),
    };
    const list = this.messages.get(orderId);
    if (list === undefined) this.messages.set(orderId, [message]);
    else list.push(message);
    this.#schedule.at(dueAtMs, (atMs) => this.#deliver(message, atMs));
  }

  #deliver(message: Message, nowMs: number): void {
    const judgement = judge(message, this.#knownOf(message, nowMs));
    if (judgement.kind === 'hold') {
      message.waitsFor = judgement.waitsFor;
      return this.#schedule.at(judgement.untilMs, (atMs) => this.#deliver(message, atMs));
    }
    if (judgement.kind === 'skip') {
      message.status = 'SKIPPED';
      message.reason = judgement.reason;
      return;
    }
    message.status = 'SENT';
    message.sentAtMs = nowMs;
    this.mails += 1;
  }

  #knownOf({ _id, orderId, parcelId, facts }: Message, nowMs: number): Known {
    const { quietFrom, quietUntil, maxMessagesPerDay, digestHours } = this.#settings;
    const sent = (this.messages.get(orderId) ?? []).filter(
      (each) => each.status === 'SENT' && each._id !== _id,
    );
    return {
      ...{ nowMs, order: this.#orders.get(orderId), gathered: 0, isAnswered: false },
      parcel: parcelId === undefined ? undefined : this.#parcels.get(parcelId),
      sentToday: sent.filter(({ sentAtMs = 0 }) => sentAtMs > nowMs - dayMs).length,
      dateTold: sent.some(
        ({ code, facts: told }) => ruleOf(code).delay === true && told.latestAtMs === facts.latestAtMs,
      ),
      ...{ quietHours: { from: quietFrom, until: quietUntil }, maxPerDay: maxMessagesPerDay },
      digestMs: digestHours * hourMs,
    };
  }
}
