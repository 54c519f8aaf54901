import { z } from 'zod';

export type Json = Readonly<Record<string, unknown>>;

/** What a sender has to write, as a JSON Schema that says nothing twice. */
export function jsonSchemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // That whole numbers are exact goes without saying.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return written;
}
