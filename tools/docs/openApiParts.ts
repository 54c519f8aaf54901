import type { Json } from './jsonSchema.ts';

/** A JSON object with these members, all required. */
export const objectOf = (properties: Json): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

/** An answer with a JSON body. */
export const answer = (description: string, schema?: Json): Json => ({
  description,
  ...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
});

/** An answer with text. */
export const textAnswer = (description: string): Json => ({
  description,
  content: { 'text/plain': { schema: { type: 'string' } } },
});

const error: Json = { $ref: '#/components/schemas/Error' };

/** A refusal with a code. */
export const refusal = (code: string, when: string): Json => answer(`\`${code}\`: ${when}`, error);

/** The shape of all refusals outside GraphQL. */
export const errorSchema: Json = objectOf({
  error: objectOf({ code: { type: 'string' }, message: { type: 'string' } }),
});
