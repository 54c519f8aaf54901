import type { EventPayload } from '../../../schema/events/registry.ts';

/** What shipping says of a carrier's service. */
export type ServiceFacts = EventPayload<'shipping.CarrierServiceChanged'>;
/** What fulfillment says of a place. */
export type LocationFacts = EventPayload<'fulfillment.LocationChanged'>;
/** What catalog says of a variant. */
export type VariantFacts = EventPayload<'catalog.VariantsChanged'>['variants'][number];
/** What catalog says of the stock of an article at a place. */
export type StockFacts = EventPayload<'catalog.StockImported'>['positions'][number];
/** Whether a place takes new orders, and its opening hours of one day. */
export type IntakeFacts = EventPayload<'fulfillment.LocationIntakeChanged'>;
