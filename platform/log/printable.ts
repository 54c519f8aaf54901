/** Longest text in a log line, characters. */
const longest = 1_000;

/**
 * Control characters (line ends and terminal sequences of seven and eight bits among them), line and paragraph separators,
 * and marks that turn the direction of writing.
 */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A text of others as a log may show it: one line that says nothing to a terminal, and not more than a bound of it. */
export function printable(text: string): string {
  const bounded = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return bounded.replace(unprintable, '\ufffd');
}
