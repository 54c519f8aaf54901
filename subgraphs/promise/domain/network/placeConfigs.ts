import { destinationCode } from '@promesse/geography/territories';
import type {
  LocationConfig,
  OpeningCalendar,
  PickupPointConfig,
} from '@promesse/promise-engine/model/networkConfig';
import type { PromiseSettings } from '../settings.ts';
import { destinationsOf } from './lanePlaces.ts';
import type { IntakeFacts, LocationFacts, ServiceFacts } from '../facts.ts';
import { pickupSchedules } from './serviceConfigs.ts';

const opening = ({ openingHours, closedDays }: LocationFacts): OpeningCalendar => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    openingHours
      .filter((hours) => hours.weekday === weekday)
      .map(({ opensAt, closesAt }) => ({ open: opensAt, close: closesAt })),
  ),
  closedDates: closedDays,
});

const place = (facts: LocationFacts) => ({
  id: facts.locationId,
  name: facts.name,
  timeZone: facts.timeZone,
  country: destinationCode(facts.country, facts.postalCode),
  postalCode: facts.postalCode,
  coordinates: { latitude: facts.latitude, longitude: facts.longitude },
  opening: opening(facts),
  active: facts.active,
});

/** What moves at a place. */
export interface PlaceState {
  /** How much of its day is sold, 0 to 1. */
  readonly load?: number | undefined;
  /** Whether it takes new orders; it does unless somebody says otherwise. */
  readonly intake?: Pick<IntakeFacts, 'takesOrders' | 'today'> | undefined;
}

/** Opening hours of one day in place of the usual ones. */
const exceptionsOf = ({ today }: NonNullable<PlaceState['intake']>): Pick<OpeningCalendar, 'exceptions'> =>
  today === undefined
    ? {}
    : {
        exceptions: {
          [today.day]: today.hours.map(({ opensAt, closesAt }) => ({ open: opensAt, close: closesAt })),
        },
      };

/** A warehouse, store or supplier as the engine takes it. */
export function engineLocation(
  facts: LocationFacts,
  services: Iterable<ServiceFacts>,
  settings: PromiseSettings,
  { load = 0, intake = { takesOrders: true } }: PlaceState = {},
): LocationConfig {
  const { kind, abilities } = facts;
  if (kind === 'PICKUP_POINT') throw new Error('A pickup point holds no stock.');
  const { customisationMinutes } = settings;
  const { perOrder: handlingCost, perUnit: unitCost } = settings.workCosts[kind];
  const instant = abilities.includes('INSTANT');
  const active = [...services].filter((service) => service.active);
  return {
    ...place(facts),
    opening: { ...opening(facts), ...exceptionsOf(intake) },
    active: facts.active && intake.takesOrders,
    type: kind,
    handlingMinutes: facts.handlingMinutes,
    ...(abilities.includes('CUSTOMISE') ? { customisationMinutes, crafts: facts.crafts ?? [] } : {}),
    pickups: active.flatMap((service) => pickupSchedules(service, facts.country, instant)),
    groups: [kind.toLowerCase(), facts.country],
    capacity: { unit: 'ORDERS', perDay: facts.capacityPerDay },
    collect: abilities.includes('COLLECT'),
    shipFrom: abilities.includes('SHIP'),
    dangerousGoods: true,
    oversize: kind !== 'STORE',
    load,
    handlingCost,
    unitCost,
  };
}

/** A pickup point or locker, served by the first carrier that delivers to such places in its country. */
export function enginePickupPoint(
  facts: LocationFacts,
  services: Iterable<ServiceFacts>,
): PickupPointConfig | undefined {
  const kind = facts.abilities.includes('LOCKER') ? ('LOCKER' as const) : ('PICKUP_POINT' as const);
  const serving = [...services]
    .filter((each) => each.active && each.methodTypes.includes(kind))
    .filter((each) => destinationsOf(each).includes(destinationCode(facts.country, facts.postalCode)))
    .sort((a, b) => (a.code < b.code ? -1 : 1))[0];
  return serving === undefined ? undefined : { ...place(facts), kind, carrier: serving.carrier };
}
