import { readFileSync } from 'node:fs';
import { watchFile } from '../reload/watchFile.ts';
import type { Log } from '../../platform/log/log.ts';
import { z } from 'zod';

/** What was withdrawn: every token of a subject, or single tokens by their id (`jti`). */
const listSchema = z.strictObject({
  subjects: z.array(z.string().min(1)).default([]),
  tokens: z.array(z.string().min(1)).default([]),
});

/** A list of withdrawn tokens. */
export interface Revocations {
  isRevoked(claims: { readonly sub?: string | undefined; readonly jti?: string | undefined }): boolean;
  close(): void;
}

/**
 * Reads a list `{"subjects":[…],"tokens":[…]}` from a file and follows its changes. Throws when it cannot be read; a
 * change that cannot be read leaves the last list in force and is told in the log.
 */
export function openRevocations(file: string, log: Log): Revocations {
  const read = (text: string) => {
    const { subjects, tokens } = listSchema.parse(JSON.parse(text));
    return { subjects: new Set(subjects), tokens: new Set(tokens) };
  };
  const text = readFileSync(file, 'utf8');
  let list = read(text);
  const take = (changed: string): Promise<void> => {
    try {
      list = read(changed);
    } catch (error) {
      log.error({ error }, 'the list of withdrawn tokens cannot be read; the last one stays in force');
    }
    return Promise.resolve();
  };
  const watch = watchFile(file, text, take, log);
  return {
    isRevoked: ({ sub, jti }) =>
      (sub !== undefined && list.subjects.has(sub)) || (jti !== undefined && list.tokens.has(jti)),
    close: () => watch.close(),
  };
}
