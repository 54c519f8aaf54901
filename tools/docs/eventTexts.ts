import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../schema/events');
const described = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*'([\w.]+)': eventType\(/g;

/** The comment that stands before each event type, by the event's name. */
export function eventTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')))
    for (const [, comment = '', name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(described))
      texts.set(
        name,
        comment
          .replace(/^\s*\* ?/gm, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );
  return texts;
}
