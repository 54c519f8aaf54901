import type { EventPayload } from '../../../schema/events/registry.ts';

/** What shipping says of a carrier's service. */
export type ServiceFacts = EventPayload<'shipping.CarrierServiceChanged'>;
/** What fulfillment says of a place. */
export type LocationFacts = EventPayload<'fulfillment.LocationChanged'>;
