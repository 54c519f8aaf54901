import type { NamedLeg } from '../domain/carriedBy.ts';
import type { CarrierReport } from '../domain/decide.ts';
import type { CarrierRate, RateRequest } from '../domain/rates.ts';
import type { Shipment } from '../domain/shipment.ts';
import type { UnknownNumber } from '../domain/unknownNumber.ts';

/** What a carrier can do beyond taking parcels. */
export type CarrierCapability = 'LABELS' | 'RETURNS' | 'WEBHOOKS' | 'TRACK' | 'VOID' | 'SIMULATE';

/** A postal address on a label. Asked for when it is needed, never kept. */
export interface PostalAddress {
  readonly name: string;
  readonly company?: string | null;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly region?: string | null;
  readonly country: string;
}

/** A shipment for a carrier to take on. */
export interface CarrierShipmentRequest {
  readonly shipmentId: string;
  readonly serviceCode: string;
  readonly isReturn: boolean;
  readonly parcels: readonly { readonly number: number; readonly weightGrams: number }[];
}

/** The carrier's answer: its reference, and one tracking code for each parcel in their order. */
export interface CarrierBooking {
  readonly carrierRef: string;
  readonly trackingCodes: readonly string[];
  /** Partners that will carry on a part of the way, if the carrier says so. */
  readonly legs?: readonly NamedLeg[];
}

/** What a label shows. */
export interface LabelRequest {
  readonly shipment: Shipment;
  readonly serviceName: string;
  readonly sender: PostalAddress;
  readonly recipient: PostalAddress;
  /** What the carrier should know, as the customer wrote it. */
  readonly instructions?: string;
}

/** A webhook as it came. */
export interface IncomingWebhook {
  readonly rawBody: Buffer;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Reports of one webhook, and the id under which it is applied once. */
export interface ParsedWebhook {
  readonly id: string;
  readonly reports: readonly CarrierReport[];
  /** Numbers of ours that the carrier says it does not know. @default none */
  readonly unknown?: readonly UnknownNumber[];
}

/** A claim as a carrier takes it by machine. */
export interface FiledClaim {
  readonly number: string;
  readonly kind: string;
  readonly amount: { readonly amountMinor: number; readonly currency: string };
  readonly trackingCodes: readonly string[];
  readonly evidence: readonly { readonly kind: string; readonly reference: string }[];
}

/** One carrier. Its services, lanes and calendars are imported; what a parcel costs at this moment is asked. */
export interface CarrierAdapter {
  /** Carrier code, as in the carrier services. */
  readonly code: string;
  capabilities(): readonly CarrierCapability[];
  /** What its services ask for a parcel, the cheapest first; none if it does not go there. */
  rates(request: RateRequest): Promise<readonly CarrierRate[]>;
  /** Take on a shipment. The same key gives the same booking. */
  createShipment(request: CarrierShipmentRequest, idempotencyKey: string): Promise<CarrierBooking>;
  /** The label as PDF, one page for each parcel. */
  label(request: LabelRequest): Promise<Uint8Array>;
  /** Give a shipment up that has not been handed over; doing so twice changes nothing. */
  voidShipment(carrierRef: string): Promise<void>;
  /** Everything the carrier knows of a shipment now. */
  track(carrierRef: string): Promise<readonly CarrierReport[]>;
  /** Which of these codes of a shipment it says it does not know. @default none */
  unknownCodes?(carrierRef: string, trackingCodes: readonly string[]): Promise<readonly string[]>;
  /** Everything it knows of a parcel that came from another carrier, by its own code. @default nothing */
  trackCode?(trackingCode: string): Promise<readonly CarrierReport[]>;
  /** Takes a claim; the same key gives the same reference. Absent where claims are sent by people. */
  fileClaim?(claim: FiledClaim, idempotencyKey: string): Promise<{ readonly carrierReference: string }>;
  /** May this report lie ahead? For carriers that play journeys before their time; no real one does. @default never */
  foretells?(report: CarrierReport): boolean;
  /** Check the signature over the raw bytes and read the reports. Throws BAD_SIGNATURE or BAD_USER_INPUT. */
  parseWebhook(webhook: IncomingWebhook): ParsedWebhook;
}
