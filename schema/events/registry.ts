import type { z } from 'zod';
import { careEvents } from './care.ts';
import { catalogEvents } from './catalog.ts';
import { claimEvents } from './claims.ts';
import { fulfillmentEvents } from './fulfillment.ts';
import { orderEvents } from './orders.ts';
import { promiseEvents } from './promise.ts';
import { returnEvents } from './returns.ts';
import { settingsEvents } from './settings.ts';
import { shippingEvents } from './shipping.ts';

/** Every event type of the application, by its full name. */
export const eventTypes = {
  ...catalogEvents,
  ...promiseEvents,
  ...orderEvents,
  ...fulfillmentEvents,
  ...shippingEvents,
  ...claimEvents,
  ...returnEvents,
  ...careEvents,
  ...settingsEvents,
} as const;

export type EventName = keyof typeof eventTypes;
export type EventPayload<N extends EventName> = z.infer<(typeof eventTypes)[N]['payload']>;
