import { locateIn, type PostalAreas } from '@promesse/geography/postal/locate';
import { metresBetween, type Point } from '@promesse/geography/postal/distance';
import type { ReturnMethod } from './return.ts';

/** A place as returns sees it: where it is, and when it is open. */
export interface KnownPlace extends Point {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly active: boolean;
  readonly abilities: readonly string[];
  readonly timeZone: string;
  readonly openingHours: readonly {
    readonly weekday: number;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
  readonly closedDays: readonly string[];
  /** Hours of one day, in place of the usual ones; none means closed. */
  readonly today?:
    | {
        readonly day: string;
        readonly hours: readonly { readonly opensAt: string; readonly closesAt: string }[];
      }
    | null
    | undefined;
}

/** Where somebody looks from. */
export interface From {
  readonly country: string;
  readonly postalCode?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

/** A place units can be brought to, and how far it is. */
export interface NearPlace {
  readonly place: KnownPlace;
  readonly method: Extract<ReturnMethod, 'IN_STORE' | 'DROP_OFF'>;
  readonly distanceMetres: number;
}

/** The point somebody looks from, and how far they may be from it; undefined for a country nobody knows. */
export function pointOf(
  from: From,
  areas: PostalAreas,
): (Point & { readonly radiusMetres: number }) | undefined {
  if (from.latitude != null && from.longitude != null)
    return { latitude: from.latitude, longitude: from.longitude, radiusMetres: 0 };
  return locateIn(areas, from.country, from.postalCode);
}

/** How units are brought to a kind of place; undefined where they cannot be. */
export function methodAt({ kind, active, abilities }: Pick<KnownPlace, 'kind' | 'active' | 'abilities'>) {
  if (!active) return undefined;
  if (kind === 'STORE') return 'IN_STORE' as const;
  // A locker has nobody who takes a parcel.
  return kind === 'PICKUP_POINT' && !abilities.includes('LOCKER') ? ('DROP_OFF' as const) : undefined;
}

/** Places that take units back in a country, the nearest first. */
export function nearPlaces(
  places: readonly KnownPlace[],
  from: Point & { readonly country: string },
): NearPlace[] {
  return places
    .flatMap((place) => {
      const method = place.country === from.country ? methodAt(place) : undefined;
      return method === undefined
        ? []
        : [{ place, method, distanceMetres: Math.round(metresBetween(place, from)) }];
    })
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.place.id < b.place.id ? -1 : 1));
}
