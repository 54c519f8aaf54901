import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Operations known in advance, by id and by text. */
export interface Safelist {
  /** Text of an operation by its manifest id or the SHA-256 of its text. */
  byId(id: string): string | undefined;
  /** Whether exactly this text is listed. */
  has(text: string): boolean;
  readonly size: number;
}

/** Apollo's manifest format; a plain map from id to text (Relay's) is read as well. */
const manifestSchema = z.union([
  z.object({
    format: z.literal('apollo-persisted-query-manifest'),
    version: z.literal(1),
    operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
  }),
  z.record(z.string().min(1), z.string().min(1)),
]);

/** Builds a safelist from a parsed manifest; throws a ZodError that names what is wrong with it. */
export function createSafelist(manifest: unknown): Safelist {
  const read = manifestSchema.parse(manifest);
  const pairs: [string, string][] = Array.isArray(read['operations'])
    ? read['operations'].map(({ id, body }): [string, string] => [id, body])
    : Object.entries(read as Record<string, string>);
  const ids = new Map(pairs.map(([id, body]) => [id.replace(/^sha256:/, ''), body]));
  const texts = new Set(pairs.map(([, body]) => body));
  for (const text of texts) ids.set(createHash('sha256').update(text).digest('hex'), text);
  return { byId: (id) => ids.get(id), has: (text) => texts.has(text), size: texts.size };
}

/** Reads a manifest file. */
export async function readSafelist(file: string): Promise<Safelist> {
  return createSafelist(JSON.parse(await readFile(file, 'utf8')));
}
