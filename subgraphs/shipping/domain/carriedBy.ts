/** A part of the way. SUB_CONTRACTOR: somebody else carries for the carrier, on a part that nobody names. */
export type LegKind = 'LINE_HAUL' | 'LAST_MILE' | 'SUB_CONTRACTOR';
/** DECLARED: the carrier says so beforehand. SCANNED: a report named them. LEARNED: they brought what went there before. */
export type LegKnownBy = 'DECLARED' | 'SCANNED' | 'LEARNED';

/** Who carries on a part of the way, and the code a parcel has there. */
export interface NamedLeg {
  readonly kind: LegKind;
  /** Code of the carrier. */
  readonly carrier: string;
  readonly trackingCode?: string | undefined;
}

/** A leg as a shipment keeps it. */
export interface ShipmentLeg extends NamedLeg {
  /** The code of our parcel that travels under its code; absent where it is of the whole shipment. */
  readonly parcelCode?: string | undefined;
  readonly knownBy: LegKnownBy;
  /** Since when it is known, epoch ms. */
  readonly atMs: number;
}

const sureness: Readonly<Record<LegKnownBy, number>> = { LEARNED: 1, DECLARED: 2, SCANNED: 3 };

const isSame = (a: ShipmentLeg, b: ShipmentLeg): boolean =>
  a.kind === b.kind && a.parcelCode === b.parcelCode && a.carrier === b.carrier;

/**
 * The legs with one more. The same one known better takes the place of what was known, and what was only learned gives
 * way to whatever is said of that part of the way.
 */
export function legsWith(legs: readonly ShipmentLeg[], leg: ShipmentLeg): ShipmentLeg[] {
  const { kind, carrier, trackingCode, parcelCode, knownBy, atMs } = leg;
  const added: ShipmentLeg = {
    ...{ kind, carrier, knownBy, atMs },
    ...(trackingCode === undefined ? {} : { trackingCode }),
    ...(parcelCode === undefined ? {} : { parcelCode }),
  };
  const guessed = (each: ShipmentLeg): boolean =>
    each.kind === kind && each.knownBy === 'LEARNED' && knownBy !== 'LEARNED';
  return [...legs.filter((each) => !isSame(each, added) && !guessed(each)), added];
}

/** Whether a leg says anything that is not known already. */
export function isNews(legs: readonly ShipmentLeg[], leg: ShipmentLeg): boolean {
  const known = legs.find((each) => isSame(each, leg));
  if (known !== undefined)
    return (
      sureness[leg.knownBy] > sureness[known.knownBy] ||
      (leg.trackingCode !== undefined && leg.trackingCode !== known.trackingCode)
    );
  return !legs.some(({ kind, knownBy }) => kind === leg.kind && sureness[knownBy] > sureness[leg.knownBy]);
}

/** Who brings a shipment to its recipient: the surest that is known of its last mile, or its carrier. */
export function lastMileOf({
  carrier,
  legs = [],
}: {
  readonly carrier: string;
  readonly legs?: readonly ShipmentLeg[] | undefined;
}): string {
  const last = legs.filter(({ kind }) => kind !== 'LINE_HAUL');
  const surest = [...last].sort((a, b) => sureness[b.knownBy] - sureness[a.knownBy] || b.atMs - a.atMs);
  return (surest.find(({ kind }) => kind === 'LAST_MILE') ?? surest[0])?.carrier ?? carrier;
}

/** Fewest shipments, and their share, from which one learns who brings the next. */
const fewest = 5;
const share = 0.8;

/** Who will probably bring the next shipment, by who was seen to bring the last ones; undefined if that is not clear. */
export function learnedFrom(lastMiles: readonly string[]): string | undefined {
  if (lastMiles.length < fewest) return undefined;
  const counts = new Map<string, number>();
  for (const each of lastMiles) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== undefined && most[1] >= share * lastMiles.length ? most[0] : undefined;
}
