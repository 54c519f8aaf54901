import { z } from 'zod';

/** What the retailer decides about offers, beside rules and methods: JSON, checked as it comes in. */
export const offerTermsSchema = z.strictObject({
  /** Km around the destination in which stores and pickup points are offered where a method names no radius. */
  collectRadiusKm: z.number().positive().max(1_000),
  /** Stores or points offered per method where the question names no number. */
  collectPlaces: z.int().min(1).max(20),
  /** Days a collected order waits for the customer where the method names none. */
  holdDays: z.int().min(1).max(365),
  /** Working minutes a store needs to receive goods from elsewhere and put them out for collection. */
  receivingMinutes: z.int().min(0).max(2_880),
  /** Days of delivery windows offered where the question names no number. */
  windowDays: z.int().min(1).max(14),
  /** Minutes from a collection to the first delivery of a parcel that travels no day. */
  sameDayTravelMinutes: z.int().min(0).max(1_440),
});

export type OfferTerms = Readonly<z.infer<typeof offerTermsSchema>>;

export const defaultOfferTerms: OfferTerms = Object.freeze({
  collectRadiusKm: 30,
  collectPlaces: 3,
  holdDays: 7,
  receivingMinutes: 30,
  windowDays: 3,
  sameDayTravelMinutes: 60,
});
