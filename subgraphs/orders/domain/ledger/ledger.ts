/** Who pays for what units, and where every unit is: the truth of an order. Amounts in minor units of its currency. */

/** Where a unit is. Each unit is in exactly one place; lots that are no goods have the place CHARGE. */
export type Place =
  | 'AWAITED' // promised from a receipt that has not come
  | 'RESERVED' // on hand at a location, held, nobody works on it
  | 'AT_WORK' // in a location's hands
  | 'PICKED'
  | 'PACKED'
  | 'SHIPPED' // with a carrier
  | 'WAITING' // in the store where the customer collects
  | 'DELIVERED' // with the customer
  | 'LOST'
  | 'FOUND' // delivered after it was lost and refunded: an owner decides
  | 'RETURNING' // the customer sends it back, or a lost parcel is called back
  | 'RETURNED'
  | 'CANCELLED' // before it left
  | 'RECALLED' // after it had waited in a store: nobody collected it
  | 'CHARGE'; // delivery and fees have no place

/** Where a unit comes from. It stays with the unit through reservation, work and hand-over. */
export interface Source {
  readonly locationId: string;
  /** Receipt it is drawn from; absent: it was on hand. */
  readonly receiptId?: string | undefined;
  /** The receipt has not come yet. */
  readonly awaited: boolean;
}

/** An amount on its way under a movement. */
export interface Flight {
  readonly movementId: string;
  readonly amountMinor: number;
}

/** Money of a run. What was captured is net + refunded, so it cannot be below what was refunded. */
export interface RunMoney {
  /** Captured and not refunded. At most what is payable less what is waived. */
  readonly netMinor: number;
  readonly refundedMinor: number;
  /** What the retailer does not ask for: goodwill, units left with the customer, debts given up. */
  readonly waivedMinor: number;
  /** Captures asked for and not answered. */
  readonly ins: readonly Flight[];
  /** Refunds asked for and not answered. */
  readonly outs: readonly Flight[];
}

/** Units `from` (included) to `to` (excluded) of a lot that are alike in everything. */
export interface Run {
  readonly lotId: string;
  /** Line of the order; empty for charges. */
  readonly lineId: string;
  readonly from: number;
  readonly to: number;
  readonly place: Place;
  readonly source?: Source | undefined;
  /** Fulfillment order that has or had it. */
  readonly workId?: string | undefined;
  /** Fulfillment order it was taken from before that one said that it gave it up. */
  readonly takenFrom?: string | undefined;
  /** Fulfillment order that gave it up, while nobody else has it. */
  readonly givenUpBy?: string | undefined;
  /** Fulfillment order that sent it to the store where another one has it. */
  readonly sentBy?: string | undefined;
  readonly shipmentId?: string | undefined;
  readonly returnId?: string | undefined;
  /** Entry of the return. */
  readonly entryId?: string | undefined;
  /** A cancellation asked for and not answered by whoever holds it. */
  readonly askId?: string | undefined;
  /** Given up under the name of its ask: it waits for where it goes now. */
  readonly handedBack?: boolean | undefined;
  /** Somebody decides whether it is sent again: its money waits for that. The ask's name. */
  readonly heldBy?: string | undefined;
  /** Why its money goes back although its place alone does not say so: a return, an exchange, a find. */
  readonly grantedBy?: string | undefined;
  /** The retailer is to blame: lost, damaged, not to be had. */
  readonly fault?: boolean | undefined;
  /** What last moved it. */
  readonly causeId: string;
  readonly money: RunMoney;
}

export type LotKind = 'GOODS' | 'DELIVERY' | 'FEE';

/** Units of a line priced together. Its amounts never change: units added later are a lot of their own. */
export interface Lot {
  readonly lotId: string;
  readonly kind: LotKind;
  /** Line of the order; empty for charges. */
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  /** Before discounts. A multiple of the quantity. */
  readonly listMinor: number;
  /** Discounts of the line and its share of the order's. */
  readonly discountMinor: number;
  /** Tax within what is payable. */
  readonly taxMinor: number;
  /** Credit of this cause (a return or an exchange) pays for it before any other means. */
  readonly paidFrom?: string | undefined;
  /** Of a delivery: the part that a standard delivery would have cost. */
  readonly standardMinor?: number | undefined;
  /** Of a delivery that is given back: what the retailer keeps of it. */
  readonly keepMinor?: number | undefined;
  /** A delivery that was never made: another took its place. */
  readonly replaced?: boolean | undefined;
}

/** A means of payment. PROVIDER: somebody holds money for us. OUTSIDE: money is taken elsewhere and told of. */
export interface Means {
  readonly meansId: string;
  readonly method: string;
  readonly kind: 'PROVIDER' | 'OUTSIDE';
  readonly state: 'PENDING' | 'READY' | 'FAILED';
  readonly authorisedMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Freed or lapsed. */
  readonly voidedMinor: number;
  readonly expiresAtMs?: number | undefined;
}

export type MovementKind = 'CAPTURE' | 'REFUND' | 'VOID' | 'RECEIPT' | 'TRANSFER';

/** An amount for units of a lot. */
export interface Part {
  readonly lotId: string;
  readonly from: number;
  readonly to: number;
  readonly amountMinor: number;
}

/** One movement of money, with its cause. */
export interface Movement {
  readonly movementId: string;
  readonly kind: MovementKind;
  readonly meansId?: string | undefined;
  readonly amountMinor: number;
  /** Tax within it; known once it succeeded. */
  readonly taxMinor: number;
  readonly causeId: string;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  /** When its last answer came, epoch ms. */
  readonly atMs: number;
  /** A refund of this much is also not asked for again. */
  readonly goodwill?: boolean | undefined;
  /** A refund of money that paid for nothing. */
  readonly ofCredit?: boolean | undefined;
}

/** What a fulfillment order was given of a line, and how much of it it gave up for others. */
export interface WorkUnits {
  readonly workId: string;
  readonly lineId: string;
  /** Undefined: not heard of yet. */
  readonly had?: number | undefined;
  readonly givenUp: number;
}

/** When units have to be paid. */
export type DueWhen = 'CONFIRMED' | 'SHIPPED' | 'COLLECTED';

/** An order as units and money. */
export interface Ledger {
  readonly orderId: string;
  readonly currency: string;
  readonly dueWhen: DueWhen;
  /** How long before an authorisation lapses it is renewed, ms; a day if absent. */
  readonly renewBeforeMs?: number | undefined;
  readonly confirmed: boolean;
  readonly lots: readonly Lot[];
  /** In the order of lots and units, without gaps. */
  readonly runs: readonly Run[];
  readonly means: readonly Means[];
  /** Remembered because what they said before may be heard later. Ledgers of before have none. */
  readonly works?: readonly WorkUnits[] | undefined;
  readonly movements: readonly Movement[];
  /** Received and paying for nothing: to be given back. */
  readonly creditMinor: number;
  /** Facts counted, so that a repeated one counts once. */
  readonly causes: readonly string[];
  /** Amounts an owner was told of, as `kind:cause`. */
  readonly escalated: readonly string[];
}

export const noMoney: RunMoney = { netMinor: 0, refundedMinor: 0, waivedMinor: 0, ins: [], outs: [] };

/** Is nothing of it wanted any more? */
export const isGone = (place: Place): boolean => place === 'CANCELLED' || place === 'RECALLED';

const leftPlaces: ReadonlySet<Place> = new Set<Place>([
  ...(['SHIPPED', 'WAITING', 'DELIVERED', 'LOST', 'FOUND', 'RETURNING', 'RETURNED'] as const),
]);
/** Has it left its location? */
export const hasLeft = (place: Place): boolean => leftPlaces.has(place);

const openPlaces: ReadonlySet<Place> = new Set<Place>(['AWAITED', 'RESERVED', 'AT_WORK', 'PICKED', 'PACKED']);
/** Is it still to be sent? */
export const isOpen = (place: Place): boolean => openPlaces.has(place);

const withCustomerPlaces: ReadonlySet<Place> = new Set<Place>([
  'DELIVERED',
  'FOUND',
  'RETURNING',
  'RETURNED',
]);
/** Did it reach the customer, whatever happened then? */
export const reachedCustomer = (place: Place): boolean => withCustomerPlaces.has(place);
