import type { EventName } from '../../../schema/events/registry.ts';
import { groupedByOrder, type OrderParts } from './cause.ts';
import { orderContributions } from './contributions.ts';
import { summed, type Counter } from './counters.ts';
import { pendingOf, type Pending } from './pending.ts';
import type { Fold, Heard } from './heard.ts';
import { factKinds, kindOfEvent, kindRules, type FactKind, type Facts, type KindRule } from './kinds.ts';
import {
  incidentContributions,
  messageContributions,
  returnContributions,
  surveyContributions,
} from './otherContributions.ts';

type FactMaps = { readonly [K in FactKind]: Map<string, Facts[K]> };

/** All facts and counters, from nothing but events: those of one stream in their order, streams in any. */
export interface Recount {
  hear(event: Heard<EventName>): void;
  readonly facts: FactMaps;
  readonly kinds: readonly FactKind[];
  counters(): Map<string, Counter>;
  /** What is still to come, by order. */
  pending(): Map<string, Pending>;
}

/** The fold of an event's name, if there is one. */
export function foldOf<F>({ folds }: KindRule<F>, name: EventName): Fold<F, EventName>['fold'] | undefined {
  const byName: { readonly [N in EventName]?: Fold<F, EventName>['fold'] } = folds;
  return byName[name];
}

export function createRecount(): Recount {
  const facts: FactMaps = {
    ...{ order: new Map(), shipment: new Map(), work: new Map(), return: new Map() },
    ...{ message: new Map(), incident: new Map(), survey: new Map(), place: new Map(), capacity: new Map() },
  };
  const hearAs = <K extends FactKind>(kind: K, event: Heard<EventName>): void => {
    const rule: KindRule<Facts[K]> = kindRules[kind];
    const known: Map<string, Facts[K]> = facts[kind];
    const id = rule.idOf(event.data);
    const after = foldOf(rule, event.type)?.(known.get(id), event);
    if (after !== undefined) known.set(id, after);
  };
  return {
    facts,
    kinds: factKinds,
    hear: (event) => {
      const kind = kindOfEvent.get(event.type);
      if (kind !== undefined) hearAs(kind, event);
    },
    counters: () => countersOf(facts),
    pending: () => pendingIn(facts),
  };
}

function partsOf(facts: FactMaps): OrderParts[] {
  const shipments = groupedByOrder(facts.shipment.values());
  const works = groupedByOrder(facts.work.values());
  return [...facts.order.values()].map((order) => ({
    ...{ order, shipments: shipments.get(order.id) ?? [], works: works.get(order.id) ?? [] },
  }));
}

const pendingIn = (facts: FactMaps): Map<string, Pending> =>
  new Map(
    partsOf(facts).flatMap((parts) => {
      const pending = pendingOf(parts);
      return pending === undefined ? [] : [[parts.order.id, pending]];
    }),
  );

function countersOf(facts: FactMaps): Map<string, Counter> {
  const into = new Map<string, Counter>();
  for (const parts of partsOf(facts)) summed(orderContributions(parts), 1, into);
  for (const each of facts.return.values()) summed(returnContributions(each), 1, into);
  for (const each of facts.message.values()) summed(messageContributions(each), 1, into);
  for (const each of facts.incident.values()) summed(incidentContributions(each), 1, into);
  for (const each of facts.survey.values()) summed(surveyContributions(each), 1, into);
  return into;
}

/** Counters, or what is still to come of orders, that differ: what is kept and what the recount says. */
export interface Difference {
  readonly id: string;
  readonly kept: object;
  readonly recounted: object;
}

/** Where kept counters and a recount part; a counter of zeros is no counter. */
export function differencesOf(
  kept: ReadonlyMap<string, Counter>,
  recounted: ReadonlyMap<string, Counter>,
): Difference[] {
  const plain = (counter: Counter | undefined): Counter['values'] =>
    Object.fromEntries(Object.entries(counter?.values ?? {}).filter(([, value]) => value !== 0));
  return unequal(kept, recounted, plain);
}

/** Where what is kept of orders still to come and a recount part. */
export const pendingDifferences = (
  kept: ReadonlyMap<string, Pending>,
  recounted: ReadonlyMap<string, Pending>,
): Difference[] => unequal(kept, recounted, (pending) => pending ?? {});

function unequal<T>(
  kept: ReadonlyMap<string, T>,
  recounted: ReadonlyMap<string, T>,
  plain: (value: T | undefined) => object,
): Difference[] {
  return [...new Set([...kept.keys(), ...recounted.keys()])].flatMap((id) => {
    const difference = { id, kept: plain(kept.get(id)), recounted: plain(recounted.get(id)) };
    return textOf(difference.kept) === textOf(difference.recounted) ? [] : [difference];
  });
}

/** A value as text, the same whatever the order of its members. */
const textOf = (value: object): string =>
  JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
