import type { Facts, KnownFacts } from './facts.ts';
import type { OrderView, ParcelView } from './views.ts';

/** What a message about an order would tell: what it told, else what is known now, else such as it might be. */
export function previewFacts(order: OrderView, parcel: ParcelView | undefined, told: KnownFacts = {}): Facts {
  return {
    amount: told.amount ?? order.total,
    latestAtMs: told.latestAtMs ?? order.latestAtMs,
    previousLatestAtMs: told.previousLatestAtMs ?? order.originalLatestAtMs,
    untilMs: told.untilMs ?? order.latestAtMs,
    units: told.units ?? Math.max(1, order.ordered - order.cancelled),
    lines: told.lines ?? [...(parcel?.lines ?? order.lines)],
    carrier: told.carrier ?? parcel?.serviceCode ?? '-',
    tracking: told.tracking ?? [...(parcel?.tracking ?? [])],
    place: told.place ?? order.collectAtId ?? '-',
    remedy: told.remedy ?? 'CHECKING',
    number: told.number ?? order.number,
  };
}
