import { z } from 'zod';
import { eventType, id, instantMs } from './common.ts';

/** Events of the promise subgraph. Stream: `ruleset:<version>`. */
export const promiseEvents = {
  'promise.RuleSetDrafted': eventType(
    z.object({
      ...{ version: id, name: z.string() },
      /** Former version whose rules come back, and why. */
      ...{ copyOf: id.optional(), reason: z.string().max(500).optional() },
    }),
  ),
  'promise.RuleSetPublished': eventType(
    z.object({ version: id, effectiveAtMs: instantMs, reason: z.string().max(500).optional() }),
  ),
} as const;
