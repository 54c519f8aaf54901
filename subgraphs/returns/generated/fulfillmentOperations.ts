/* Generated from subgraphs/returns/clients/fulfillment.graphql by npm run schema. Do not edit. */
import type { ClientDocument } from '../../../platform/graph/clientDocument.ts';

export type ReturnLocationsResult = { readonly warehouses: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly country: string; readonly active: boolean; readonly abilities: readonly ('SHIP' | 'COLLECT' | 'CUSTOMISE' | 'INSTANT' | 'LOCKER')[]; readonly timeZone: string; readonly postalCode: string; readonly closedDays: readonly string[]; readonly openingHours: readonly ({ readonly weekday: number; readonly opensAt: string; readonly closesAt: string })[]; readonly throttle: { readonly today: { readonly day: string; readonly hours: readonly ({ readonly opensAt: string; readonly closesAt: string })[] } | null } | null } })[] }; readonly stores: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly country: string; readonly active: boolean; readonly abilities: readonly ('SHIP' | 'COLLECT' | 'CUSTOMISE' | 'INSTANT' | 'LOCKER')[]; readonly timeZone: string; readonly postalCode: string; readonly closedDays: readonly string[]; readonly openingHours: readonly ({ readonly weekday: number; readonly opensAt: string; readonly closesAt: string })[]; readonly throttle: { readonly today: { readonly day: string; readonly hours: readonly ({ readonly opensAt: string; readonly closesAt: string })[] } | null } | null } })[] } };

export type ReturnLocationsVariables = Readonly<Record<string, never>>;

export type ReturnPlacesResult = { readonly locations: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly name: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly country: string; readonly latitude: number; readonly longitude: number; readonly active: boolean; readonly abilities: readonly ('SHIP' | 'COLLECT' | 'CUSTOMISE' | 'INSTANT' | 'LOCKER')[]; readonly timeZone: string; readonly closedDays: readonly string[]; readonly openingHours: readonly ({ readonly weekday: number; readonly opensAt: string; readonly closesAt: string })[]; readonly throttle: { readonly today: { readonly day: string; readonly hours: readonly ({ readonly opensAt: string; readonly closesAt: string })[] } | null } | null } })[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } };

export type ReturnPlacesVariables = { readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly after?: string | null | undefined };

export type LocationSeenResult = { readonly location: { readonly id: string; readonly kind: 'WAREHOUSE' | 'STORE' | 'SUPPLIER' | 'PICKUP_POINT'; readonly active: boolean; readonly country: string } | null };

export type LocationSeenVariables = { readonly id: string };

export const returnLocations: ClientDocument<ReturnLocationsResult, ReturnLocationsVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnLocations {
  warehouses: locations(first: 100, kind: WAREHOUSE) {
    edges {
      node {
        id
        country
        active
        abilities
        timeZone
        postalCode
        closedDays
        openingHours {
          weekday
          opensAt
          closesAt
        }
        throttle {
          today {
            day
            hours {
              opensAt
              closesAt
            }
          }
        }
      }
    }
  }
  stores: locations(first: 100, kind: STORE) {
    edges {
      node {
        id
        country
        active
        abilities
        timeZone
        postalCode
        closedDays
        openingHours {
          weekday
          opensAt
          closesAt
        }
        throttle {
          today {
            day
            hours {
              opensAt
              closesAt
            }
          }
        }
      }
    }
  }
}`,
};

export const returnPlaces: ClientDocument<ReturnPlacesResult, ReturnPlacesVariables> = {
  subgraph: 'fulfillment',
  text: `query ReturnPlaces($kind: LocationKind!, $after: String) {
  locations(first: 100, after: $after, kind: $kind) {
    edges {
      node {
        id
        name
        kind
        country
        latitude
        longitude
        active
        abilities
        timeZone
        closedDays
        openingHours {
          weekday
          opensAt
          closesAt
        }
        throttle {
          today {
            day
            hours {
              opensAt
              closesAt
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const locationSeen: ClientDocument<LocationSeenResult, LocationSeenVariables> = {
  subgraph: 'fulfillment',
  text: `query LocationSeen($id: ID!) {
  location(id: $id) {
    id
    kind
    active
    country
  }
}`,
};
