/** A territory as its data file has it. */
export interface TerritoryRow {
  /** ISO 3166-1 where there is one (IC and EA are reserved there), else the parent's code with a suffix. */
  readonly code: string;
  /** Country under whose code people write addresses there. */
  readonly parent: string;
  /** How its postal codes begin, separators left out. Empty: it has none of its own. */
  readonly prefixes: readonly string[];
  /** Another country's codes that its addresses are written under, too, and how they begin there. */
  readonly also?: { readonly country: string; readonly prefixes: readonly string[] };
  /** Whether goods from the parent's mainland pass customs. */
  readonly customs: boolean;
  /** Value-added tax: the parent's, rates of its own, or outside the parent's tax area. */
  readonly vat: 'PARENT' | 'OWN' | 'OUTSIDE';
  /** Country whose tax area it belongs to, where that is not the parent. */
  readonly vatArea?: string;
  /** For those that are no country of their own. */
  readonly timeZone?: string;
  /** Latitude, longitude, and the kilometres within which all of it lies. */
  readonly point?: readonly [latitude: number, longitude: number, radiusKm: number];
  readonly names?: { readonly en: string; readonly fr: string; readonly it: string };
}
