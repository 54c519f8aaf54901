import { DAY_MS } from './facts.ts';
import type { ShipmentFacts } from './facts.ts';
import type { PromiseLearner } from './promiseLearner.ts';

/** One invented order: what is known at purchase and when the rest happens. */
export interface Journey {
  readonly facts: ShipmentFacts;
  readonly handedOverAt: number;
  /** Undefined: never arrives. */
  readonly deliveredAt: number | undefined;
}

/** A promise made on the way, with whether it was kept (undefined if it never arrived). */
export interface Outcome {
  readonly id: string;
  readonly placedAt: number;
  readonly days: number;
  readonly confidence: number;
  readonly kept: boolean | undefined;
}

/** mulberry32, seeded. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const AREAS = ['A', 'B', 'C', 'D', 'E'];

/** Orders over `days` days from day 17_000; transit grows with the area, `factor(day)` slows what is handed over. */
export function journeys(
  seed: number,
  days: number,
  perDay: number,
  factor: (day: number) => number = () => 1,
): Journey[] {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const out: Journey[] = [];
  for (let day = 0; day < days; day++) {
    for (let n = 0; n < perDay; n++) {
      const area = Math.floor(random() * AREAS.length);
      const placedAt = (17_000 + day + random()) * DAY_MS;
      const handedOverAt = placedAt + 1.5 * Math.exp(0.4 * normal()) * DAY_MS;
      const slow = factor(Math.floor(handedOverAt / DAY_MS) - 17_000);
      const transit = (2 + 2 * area) * Math.exp(0.35 * normal()) * slow;
      out.push({
        facts: {
          id: `j${day}-${n}`,
          placedAt,
          locationId: `seller${Math.floor(random() * 10)}`,
          origin: ['A'],
          destination: [AREAS[area]!, `${AREAS[area]}${Math.floor(random() * 4)}`],
          serviceId: 'standard',
          distanceKm: 50 + 300 * area,
          weightGrams: undefined,
          freightMinor: undefined,
          units: 1,
        },
        handedOverAt,
        deliveredAt: random() < 0.03 ? undefined : handedOverAt + transit * DAY_MS,
      });
    }
  }
  return out;
}

interface Happening {
  readonly at: number;
  readonly kind: number;
  readonly journey: Journey;
}

/** What happens, in the order in which it becomes known. */
export function happenings(list: readonly Journey[]): Happening[] {
  const out: Happening[] = [];
  for (const journey of list) {
    out.push({ at: journey.facts.placedAt, kind: 0, journey });
    out.push({ at: journey.handedOverAt, kind: 1, journey });
    if (journey.deliveredAt !== undefined) out.push({ at: journey.deliveredAt, kind: 2, journey });
  }
  return out.sort((a, b) => a.at - b.at || a.kind - b.kind);
}

/** Lets a learner live through happenings. */
export function live(learner: PromiseLearner, list: readonly Happening[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { at, kind, journey } of list) {
    const { facts, deliveredAt } = journey;
    if (kind === 1) learner.observeHandover(facts.id, at);
    else if (kind === 2) learner.observeDelivery(facts.id, at);
    else {
      learner.advanceTo(at);
      const promised = learner.promise(facts);
      learner.observePurchase(facts, promised);
      const kept = deliveredAt === undefined ? undefined : Math.floor(deliveredAt / DAY_MS) <= promised.day;
      outcomes.push({
        id: facts.id,
        placedAt: at,
        days: promised.days,
        confidence: promised.confidence,
        kept,
      });
    }
  }
  return outcomes;
}

/** Share kept of those that arrived. */
export function keptRate(outcomes: readonly Outcome[]): number {
  const arrived = outcomes.filter(({ kept }) => kept !== undefined);
  return arrived.filter(({ kept }) => kept).length / arrived.length;
}
