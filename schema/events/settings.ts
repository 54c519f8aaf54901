import { z } from 'zod';
import { eventType, id } from './common.ts';

/** What a change of settings tells. */
export const settingsChanged = z.object({
  reason: z.string().min(1).max(500),
  changes: z
    .array(
      z.object({
        key: id,
        /** Plain JSON, as the setting's schema has it. */
        before: z.unknown(),
        after: z.unknown(),
        /** Given back to the default. */
        reset: z.boolean(),
      }),
    )
    .min(1),
});
export type SettingsChanged = z.infer<typeof settingsChanged>;

/** Events of settings. Streams: `settings:<subgraph>`; its seq is the settings' version. */
export const settingsEvents = {
  /** The retailer changed settings of catalog: what, from what to what, and why. */
  'catalog.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of promise: what, from what to what, and why. */
  'promise.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of orders: what, from what to what, and why. */
  'orders.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of fulfillment: what, from what to what, and why. */
  'fulfillment.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of shipping: what, from what to what, and why. */
  'shipping.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of returns: what, from what to what, and why. */
  'returns.SettingsChanged': eventType(settingsChanged),
  /** The retailer changed settings of care: what, from what to what, and why. */
  'care.SettingsChanged': eventType(settingsChanged),
} as const;
