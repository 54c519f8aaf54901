import type { z } from 'zod';

/** Payload schemas by event type name, as declared in schema/events. */
export type EventTypes = Readonly<Record<string, { readonly payload: z.ZodType; readonly v: number }>>;

/** The payload as its schema sees it; a wrong payload is a bug of the writer, not a caller's mistake. */
export function checkedPayload(
  types: EventTypes,
  type: string,
  data: unknown,
): { data: Record<string, unknown>; v: number } {
  const declared = types[type];
  if (declared === undefined) throw new Error(`The event type ${type} is not declared in schema/events.`);
  const parsed = declared.payload.safeParse(data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    throw new Error(`The payload of ${type} does not fit its schema: ${faults.join(', ')}.`);
  }
  return { data: parsed.data as Record<string, unknown>, v: declared.v };
}
