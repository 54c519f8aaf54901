import type { DueWhen, Lot, Means, MovementKind, Part, Source } from './ledger.ts';

/** Units of an order line. */
export interface LineUnits {
  readonly lineId: string;
  readonly quantity: number;
}
/** Units of one entry of a return. Two entries may name one line. */
export interface EntryUnits extends LineUnits {
  readonly entryId?: string | undefined;
}
/** How many units of a lot come from where. */
export interface SourcedUnits {
  readonly lotId: string;
  readonly quantity: number;
  readonly source: Source;
}
interface Units {
  readonly causeId: string;
  readonly units: readonly LineUnits[];
}
interface Work extends Units {
  readonly workId: string;
}
interface Entries {
  readonly causeId: string;
  readonly returnId: string;
  readonly entries: readonly EntryUnits[];
}

/**
 * What happens to the units of an order. Facts of other subgraphs name lines and quantities, not units: which units
 * they mean is picked by the same rules wherever they are folded, so they may come late, doubled and in any order.
 */
export interface UnitEvents {
  readonly Placed: {
    readonly orderId: string;
    readonly currency: string;
    readonly dueWhen: DueWhen;
    readonly renewBeforeMs?: number | undefined;
    readonly lots: readonly Lot[];
    readonly sources: readonly SourcedUnits[];
  };
  readonly Confirmed: { readonly causeId: string };
  /** Units are added to an order: an edit, or what a customer gets in exchange. */
  readonly UnitsAdded: {
    readonly causeId: string;
    readonly lots: readonly Lot[];
    readonly sources: readonly SourcedUnits[];
  };
  /** Awaited units have come. */
  readonly ReceiptArrived: Units & { readonly receiptId: string; readonly locationId: string };
  /** Somebody wants units not to be sent; whoever holds them answers. */
  readonly CancelAsked: Units & { readonly askId: string };
  /** They will be sent after all, or have left. */
  readonly CancelRefused: Units & { readonly askId: string };
  /** They will not be sent; final for the customer. */
  readonly Cancelled: Units & {
    readonly askId?: string | undefined;
    readonly workId?: string | undefined;
    /** The work that sent them to the store where they waited. */
    readonly fromWorkId?: string | undefined;
    readonly fault?: boolean | undefined;
    /** They had been put out for the customer, which may be heard of later. */
    readonly waited?: boolean | undefined;
  };
  /** They had waited in a store and nobody came. */
  readonly Recalled: Work;
  /** `fromWorkId`: they are units another fulfillment order gives up, which may be heard of later. */
  readonly Released: Work & {
    readonly locationId?: string | undefined;
    readonly fromWorkId?: string | undefined;
  };
  /** They left the hands of a location for another one's, or are to go another way: then under the name of the ask. */
  readonly Rerouted: Work & { readonly askId?: string | undefined };
  /** Units given up under this name are held where `sources` says; nobody works on them. */
  readonly Resourced: {
    readonly causeId: string;
    readonly askId: string;
    readonly sources: readonly (LineUnits & { readonly source: Source })[];
    /** When they have to be paid from now on; as before if absent. */
    readonly dueWhen?: DueWhen | undefined;
  };
  /** The order is delivered another way: nothing is asked for the deliveries there were, and this is asked instead. */
  readonly DeliveryReplaced: { readonly causeId: string; readonly lot: Lot };
  readonly Picked: Work;
  readonly Packed: Work;
  readonly Shipped: Work & {
    readonly shipmentId?: string | undefined;
    readonly waiting?: boolean | undefined;
  };
  /** `fromWorkId`: the work that sent them to the store. */
  readonly ReadyToCollect: Work & { readonly fromWorkId?: string | undefined };
  readonly Delivered: Units & {
    readonly shipmentId?: string | undefined;
    readonly workId?: string | undefined;
    /** They come beside those of the same work that were delivered before. */
    readonly more?: boolean | undefined;
  };
  readonly Lost: Units & { readonly shipmentId: string; readonly workId?: string | undefined };
  /** Lost or broken units are to be sent again; their money waits for the outcome. */
  readonly ReshipAsked: Units & {
    readonly trouble: 'LOST' | 'DAMAGED';
    readonly shipmentId?: string | undefined;
  };
  /** They are written off; what they were paid with pays for the units added under this cause. */
  readonly Reshipped: { readonly causeId: string };
  /** They are not sent again: the money of what is gone goes back. */
  readonly ReshipRefused: { readonly causeId: string };
  /** The carrier could not deliver them and brought them back; they will not be sent. */
  readonly CameBack: Units & {
    readonly shipmentId: string;
    readonly workId?: string | undefined;
    readonly fault?: boolean | undefined;
  };
  /** What becomes of units found after they were given back. CALL_BACK names the return they come back in. */
  readonly FoundDecided: Units & {
    readonly decision: 'PAY' | 'KEEP' | 'CALL_BACK';
    readonly returnId?: string | undefined;
  };
  readonly ReturnRequested: Entries;
  /** Withdrawn, missing or refused: they stay with the customer. */
  readonly ReturnClosed: Entries;
  readonly Returned: Entries & { readonly fault?: boolean | undefined };
  /** The money of what a return brought (or, early, will bring) goes back; a fee may be kept. */
  readonly RefundGranted: {
    readonly causeId: string;
    readonly returnId: string;
    readonly early?: boolean | undefined;
    readonly fee?: Lot | undefined;
  };
  /** A delivery is given back, all but what is kept. */
  readonly DeliveryGivenBack: {
    readonly causeId: string;
    readonly lotId: string;
    readonly keepMinor: number;
  };
}

/** What happens to the money of an order. */
export interface MoneyEvents {
  /** A means was named; PENDING: its provider has not answered. */
  readonly MeansAdded: { readonly means: Means };
  readonly MeansAnswered: {
    readonly meansId: string;
    readonly approved: boolean;
    readonly expiresAtMs?: number | undefined;
  };
  /** What was set aside and not taken is not ours any more. */
  readonly MeansLapsed: { readonly meansId: string };
  readonly MovementAsked: {
    readonly movementId: string;
    readonly kind: Exclude<MovementKind, 'RECEIPT' | 'TRANSFER'>;
    readonly meansId: string;
    readonly amountMinor: number;
    readonly causeId: string;
    readonly parts: readonly Part[];
    readonly atMs: number;
    readonly goodwill?: boolean | undefined;
    readonly ofCredit?: boolean | undefined;
  };
  readonly MovementAnswered: {
    readonly movementId: string;
    readonly approved: boolean;
    readonly atMs: number;
  };
  /** Money was taken elsewhere, as somebody says who was there. What it does not pay for is credit. */
  readonly PaymentReceived: {
    readonly movementId: string;
    readonly meansId: string;
    readonly method: string;
    readonly amountMinor: number;
    readonly parts: readonly Part[];
    readonly atMs: number;
  };
  /** Credit of units that came back pays for other units and fees. */
  readonly CreditMoved: {
    readonly movementId: string;
    readonly causeId: string;
    readonly from: readonly Part[];
    readonly to: readonly Part[];
    readonly atMs: number;
  };
  /** The retailer does not ask for this much any more. */
  readonly Waived: { readonly causeId: string; readonly reason: string; readonly parts: readonly Part[] };
  /** An owner was told that an amount neither moves by itself nor may be forgotten. */
  readonly Escalated: { readonly kind: MovementKind; readonly causeId: string; readonly amountMinor: number };
}

type EventsOf<M> = { [T in keyof M & string]: { readonly type: T; readonly data: M[T] } }[keyof M & string];
export type UnitEvent = EventsOf<UnitEvents>;
export type MoneyEvent = EventsOf<MoneyEvents>;
export type LedgerEvent = UnitEvent | MoneyEvent;
