import { z } from 'zod';
import { eventType, id, instantMs, settingsChanged } from './common.ts';

/** Events of the promise subgraph. Stream: `ruleset:<version>`. */
export const promiseEvents = {
  'promise.RuleSetDrafted': eventType(z.object({ version: id, name: z.string() })),
  'promise.RuleSetPublished': eventType(z.object({ version: id, effectiveAtMs: instantMs })),
  /** The retailer changed settings of promise: what, from what to what, and why. */
  'promise.SettingsChanged': eventType(settingsChanged),
} as const;
