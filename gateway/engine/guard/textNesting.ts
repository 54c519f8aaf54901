import type { GraphQLError } from 'graphql';
import type { GuardLimits } from './limits.ts';
import { beyond } from './beyond.ts';

const quote = 34;
const hash = 35;
const backslash = 92;
const newline = 10;
const carriageReturn = 13;
const [openParenthesis, closeParenthesis] = [40, 41];
const [openBracket, closeBracket] = [91, 93];
const [openBrace, closeBrace] = [123, 125];

/**
 * Measures how deep a text nests, in one pass without recursion, before anything that recurses (parser, validation,
 * planner) sees it. Values are held to a bound of their own: planners compare nested literals at a price that doubles
 * with each level.
 */
export function guardNesting(text: string, limits: GuardLimits): GraphQLError | undefined {
  let depth = 0;
  let parentheses = 0;
  let valueDepth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === hash) at = endOfLine(text, at);
    else if (code === openParenthesis) parentheses++;
    else if (code === closeParenthesis) parentheses--;
    else if (code === openBrace || code === openBracket) {
      depth++;
      if (parentheses > 0) valueDepth++;
      if (depth > limits.nesting) return beyond('nested levels in its text', depth, limits.nesting);
      if (valueDepth > limits.valueDepth)
        return beyond('nested levels in a value', valueDepth, limits.valueDepth);
    } else if (code === closeBrace || code === closeBracket) {
      depth--;
      if (parentheses > 0) valueDepth--;
    }
    if (parentheses > limits.nesting) return beyond('nested parentheses', parentheses, limits.nesting);
  }
  return undefined;
}

/** Index of the last character of a string or block string that begins at `start`, as the grammar reads it. */
function endOfString(text: string, start: number): number {
  return text.startsWith('"""', start) ? endOfBlock(text, start + 3) : endOfLineString(text, start + 1);
}

/** Within a block string a backslash means something before three quotes alone: two of them are not an escaped one. */
function endOfBlock(text: string, start: number): number {
  for (let at = start; ;) {
    const end = text.indexOf('"""', at);
    if (end < 0) return text.length;
    if (text.charCodeAt(end - 1) !== backslash) return end + 2;
    at = end + 3;
  }
}

/** A plain string ends with its line, where the parser will refuse it: brackets behind it count again. */
function endOfLineString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote || code === newline || code === carriageReturn) return at;
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline || code === carriageReturn) return at;
  }
  return text.length;
}
