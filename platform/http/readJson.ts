import { hasLoneSurrogate } from '../values/loneSurrogate.ts';
import { badRequest } from './requestFault.ts';

/** Bounds of a JSON text from outside. */
export interface JsonLimits {
  /** Nesting of lists and objects. */
  readonly depth: number;
  /** Values: members and list items. */
  readonly values: number;
  /** True: keys by which an object could reach what all objects share are refused. */
  readonly plainKeys?: boolean;
}

/** Keys that mean something to the language. */
const inheritedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** For messages of programs, which have no use for names like `__proto__`. */
export const messageLimits: JsonLimits = { depth: 32, values: 50_000, plainKeys: true };

const defaultJsonLimits: JsonLimits = { depth: 64, values: 50_000 };

const [quote, backslash, comma] = [34, 92, 44];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/**
 * Reads a JSON text that somebody else wrote. One pass without recursion comes first: it refuses what nests too deep or
 * has too many values, and objects that name a key twice (spelt differently or not), of which readers take one or the
 * other. Text with half a character is refused, too. Throws `badRequest` that says so; `what` names the text.
 */
export function readJson(text: string, what: string, limits: JsonLimits = defaultJsonLimits): unknown {
  scan(text, what, limits);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
  // Only an escape can bring half a character: the text itself was checked as UTF-8.
  if (text.includes('\\u') && holdsLoneSurrogate(value))
    throw badRequest(`${what} has a lone surrogate, which is no character.`);
  return value;
}

/** The keys of an object that is still open; a few are compared, many are looked up. */
class Keys {
  readonly #few: string[] = [];
  #many: Set<string> | undefined;

  /** False when the key was there before. */
  add(key: string): boolean {
    const many = this.#many;
    if (many) return many.size < many.add(key).size;
    if (this.#few.includes(key)) return false;
    this.#few.push(key);
    if (this.#few.length > 8) this.#many = new Set(this.#few);
    return true;
  }
}

function scan(text: string, what: string, limits: JsonLimits): void {
  const open: (Keys | undefined)[] = [];
  let values = 0;
  let wantsKey = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      if (wantsKey) {
        wantsKey = false;
        const key = readKey(text.slice(at + 1, end));
        if (limits.plainKeys === true && inheritedKeys.has(key))
          throw badRequest(`${what} has a key that is refused.`);
        if (open.at(-1)?.add(key) === false) throw badRequest(`${what} names a key twice.`);
      }
      at = end;
    } else if (code === comma) {
      if (++values > limits.values) throw badRequest(`${what} has more than ${limits.values} values.`);
      wantsKey = open.at(-1) !== undefined;
    } else if (code === openBrace || code === openBracket) {
      if (open.length >= limits.depth) throw badRequest(`${what} nests deeper than ${limits.depth} levels.`);
      wantsKey = code === openBrace;
      open.push(wantsKey ? new Keys() : undefined);
    } else if (code === closeBrace || code === closeBracket) {
      open.pop();
      wantsKey = false;
    }
  }
}

/** Index of the quote that ends the string beginning at `start`; the end of the text when none does. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
}

/** A key as it will be after reading; one that is not valid stays as it is, since reading the text will fail. */
function readKey(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return written;
  }
}

function holdsLoneSurrogate(root: unknown): boolean {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      if (hasLoneSurrogate(value)) return true;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (hasLoneSurrogate(key)) return true;
        waiting.push(member);
      }
    }
  }
  return false;
}
