import type { GraphQLError } from 'graphql';
import type { GuardLimits } from './limits.ts';
import { beyond } from './beyond.ts';

const quote = 34;
const hash = 35;
const backslash = 92;
const newline = 10;
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

/** Index of the last character of a string or block string that begins at `start`. */
function endOfString(text: string, start: number): number {
  const isBlock = text.startsWith('"""', start);
  const delimiter = isBlock ? '"""' : '"';
  let at = start + delimiter.length;
  for (;;) {
    const end = text.indexOf(delimiter, at);
    if (end < 0) return text.length;
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash && end - 1 - escapes >= at) escapes++;
    if (escapes % 2 === 0) return end + delimiter.length - 1;
    at = end + 1;
  }
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline || code === 13) return at;
  }
  return text.length;
}
