import type { DeliveryFee } from './deliveryFee.ts';

/**
 * What the retailer configures: the plain data the network is built from. Every record is JSON, carries its own
 * id and replaces the earlier record with that id. Money is integer minor units of the network's base currency
 * unless a field says otherwise; clock times are 'HH:MM' in the owner's own time zone; dates are 'YYYY-MM-DD'.
 */

/** How the goods reach the customer. */
export type DeliveryMethodType =
  | 'SHIPPING'
  | 'EXPRESS'
  | 'SAME_DAY'
  | 'INSTANT'
  | 'SCHEDULED'
  | 'WEEKEND'
  | 'PICKUP_POINT'
  | 'LOCKER'
  | 'PICKUP_IN_STORE'
  | 'RESERVE_AND_COLLECT';

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Opening hours of one weekday; several spans allow a lunch break. `close` '24:00' means midnight. */
export interface OpenSpan {
  readonly open: string;
  readonly close: string;
}

/** When a place works. `weekly[0]` is Monday. A date in `exceptions` replaces that weekday (empty = closed). */
export interface OpeningCalendar {
  readonly weekly: readonly (readonly OpenSpan[])[];
  readonly exceptions?: Readonly<Record<string, readonly OpenSpan[]>>;
  /** Public holidays and closing days: closed the whole day. */
  readonly closedDates?: readonly string[];
}

/** A carrier's collections at one location. `weekly[0]` is Monday; times in the location's zone. */
export interface PickupSchedule {
  readonly serviceId: string;
  readonly weekly: readonly (readonly string[])[];
  /** Minutes before the collection by which the parcel must be ready. */
  readonly readyMinutesBefore?: number;
  /** Orders must arrive by this local time for that day's collections, even when handling would allow later. */
  readonly orderCutOff?: string;
  readonly closedDates?: readonly string[];
}

/** Capacity a location can sell for one local day. */
export interface LocationCapacity {
  readonly unit: 'UNITS' | 'ORDERS';
  /** Limit per weekday, Monday first; a single number holds for every day. */
  readonly perDay: number | readonly number[];
}

/** A place that holds stock: warehouse, store or drop-shipping supplier. */
export interface LocationConfig {
  readonly id: string;
  readonly name: string;
  readonly type: 'WAREHOUSE' | 'STORE' | 'SUPPLIER';
  readonly timeZone: string;
  readonly country: string;
  readonly postalCode: string;
  readonly coordinates: Coordinates;
  readonly opening: OpeningCalendar;
  /** Working minutes from release to ready, counted in opening hours. Used until handling times are learned. */
  readonly handlingMinutes: number;
  /** Extra working minutes for a customised item; absent = the location cannot customise. */
  readonly customisationMinutes?: number;
  /** Crafts it masters, such as ENGRAVING: options that name one are made only where it is. */
  readonly crafts?: readonly string[];
  readonly pickups: readonly PickupSchedule[];
  readonly groups?: readonly string[];
  readonly capacity?: LocationCapacity;
  /** Offers collection of orders. */
  readonly collect?: boolean;
  /** Ships parcels (default true). A store may only serve collection. */
  readonly shipFrom?: boolean;
  readonly dangerousGoods?: boolean;
  readonly oversize?: boolean;
  /** Cost of opening a fulfilment order here, and of each unit picked. */
  readonly handlingCost?: number;
  readonly unitCost?: number;
  /** 0..1, how busy the place is; priced by the rules' load weight. */
  readonly load?: number;
  /** false takes the place out of every answer. */
  readonly active?: boolean;
}

/** Carbon vehicle classes with a factor in the factor file. */
export type VehicleClass =
  | 'VAN_DIESEL'
  | 'VAN_ELECTRIC'
  | 'CARGO_BIKE'
  | 'RIGID_HGV'
  | 'ARTIC_HGV'
  | 'RAIL'
  | 'AIR_SHORT_HAUL'
  | 'AIR_DOMESTIC'
  | 'NONE';

/** Transit by distance: the first band with `maxKm` not below the lane's distance holds. */
export interface TransitBand {
  readonly maxKm: number;
  /** Carrier business days after the collection day, at the fast and at the promised quantile. */
  readonly earliestDays: number;
  readonly latestDays: number;
}

/** A transport service of a carrier, or the retailer's own shuttle between its locations. */
export interface ServiceConfig {
  readonly id: string;
  /** What rules and people call it, where several services of the engine are one of the carrier's; its id if absent. */
  readonly code?: string;
  readonly carrier: string;
  readonly name: string;
  readonly countries: readonly string[];
  /** Serves only these zones when given. */
  readonly zones?: readonly string[];
  /** Does not serve these. */
  readonly exceptZones?: readonly string[];
  readonly transit: readonly TransitBand[];
  /** Courier services count minutes, not days: `base + perKm * distance` after the collection moment. */
  readonly courier?: {
    readonly baseMinutes: number;
    readonly minutesPerKm: number;
    readonly radiusKm: number;
    /** A courier can be called at any minute the location is open; otherwise the pickup schedule holds. */
    readonly onCall: boolean;
  };
  /** Weekdays (Monday first) on which the carrier moves parcels, and on which it delivers. */
  readonly transitDays: readonly boolean[];
  readonly deliveryDays: readonly boolean[];
  /** Dates without transport or delivery, by country of destination ('*' = everywhere). */
  readonly holidays?: Readonly<Record<string, readonly string[]>>;
  /** Delivery hours in the destination's zone. */
  readonly deliverFrom: string;
  readonly deliverUntil: string;
  /** Windows a customer may choose (SCHEDULED methods). */
  readonly windows?: readonly { readonly from: string; readonly until: string; readonly capacity?: number }[];
  readonly limits?: {
    readonly maxParcelKg?: number;
    /** Longest side in cm. */
    readonly maxSideCm?: number;
    readonly maxParcels?: number;
    readonly dangerousGoods?: boolean;
    readonly oversize?: boolean;
  };
  /** What the retailer pays: `base + perKg * kg + perKm * km`, the base plus the band's extra. */
  readonly tariff: {
    readonly base: number;
    readonly perKg: number;
    readonly perKm?: number;
    readonly bands?: readonly { readonly maxKm: number; readonly extra: number }[];
  };
  readonly carbon: {
    readonly lineHaul: VehicleClass;
    readonly lastMile: VehicleClass;
    /** Kilometres of a delivery round and its stops: the last mile is counted per stop. */
    readonly routeKm: number;
    readonly drops: number;
    /** The carrier's own figure per parcel, in grams: used instead of the model, accuracy PRIMARY. */
    readonly primaryGramsPerParcel?: number;
  };
}

/** What rules and people call a service. */
export const serviceCode = ({ id, code = id }: ServiceConfig): string => code;

/** What a method costs the customer, minor units, tax included. */
export interface MethodPrice {
  readonly base: number;
  readonly perKg?: number;
  /** Kilograms within the base; `perKg` is for each begun kilogram beyond them. Absent: for every gram. */
  readonly includedKg?: number;
}

/** A delivery method as the customer sees it. */
export interface MethodConfig {
  readonly code: string;
  readonly methodType: DeliveryMethodType;
  /** Title by locale; 'default' is the fallback. */
  readonly titles: Readonly<Record<string, string>>;
  readonly serviceIds: readonly string[];
  readonly channels?: readonly string[];
  readonly countries?: readonly string[];
  /** What the customer pays, by currency, tax included. */
  readonly prices: Readonly<Record<string, MethodPrice>>;
  /** Free from this value of goods, by currency. */
  readonly freeFrom?: Readonly<Record<string, number>>;
  /** The same on single channels, in place of `freeFrom`. */
  readonly freeFromOn?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What it costs by rule, before anything else: the first that fits holds. */
  readonly fees?: readonly DeliveryFee[];
  /** The same for some areas of destination, by their id, where they differ. */
  readonly zonePrices?: Readonly<Record<string, Readonly<Record<string, MethodPrice>>>>;
  /** Metres of uncertainty of the address that a promise bears; by its type if absent. */
  readonly toleratedMetres?: number;
  /** Distance within which stores or pickup points are offered (default 30 km). */
  readonly radiusKm?: number;
  /** How long a collected or reserved order waits for the customer, in days. */
  readonly holdDays?: number;
  readonly maxSplits?: number;
  /** Promised for no later than so many minutes after the question; what has been ordered may be decided later. */
  readonly withinMinutes?: number;
  readonly active?: boolean;
}

/** An area of destinations: longest postal prefix wins, an empty prefix list is the whole country. */
export interface ZoneConfig {
  readonly id: string;
  readonly country: string;
  readonly postalPrefixes: readonly string[];
  /** REGION zones answer for postal codes nobody knows better. */
  readonly precision: 'POSTCODE' | 'REGION' | 'COUNTRY';
  readonly timeZone: string;
  readonly centre: Coordinates;
  /** Metres around the centre within which the area lies; if absent, nothing for POSTCODE and much for wider ones. */
  readonly radiusMetres?: number;
  /** Postal codes that really exist, as a regular expression; others fall back and say so. */
  readonly postalPattern?: string;
  /** Tax rate on delivery in parts per ten thousand (2000 = 20 %). */
  readonly taxRate?: number;
}

/** A pickup point or locker run by a carrier. */
export interface PickupPointConfig {
  readonly id: string;
  readonly kind: 'PICKUP_POINT' | 'LOCKER';
  readonly name: string;
  readonly carrier: string;
  readonly timeZone: string;
  readonly country: string;
  readonly postalCode: string;
  readonly coordinates: Coordinates;
  readonly opening: OpeningCalendar;
  readonly maxParcelKg?: number;
  readonly maxSideCm?: number;
  readonly active?: boolean;
}

/** Exchange rate: units of the currency for one unit of the base currency, in the same minor scale. */
export type ExchangeRates = Readonly<Record<string, number>>;
