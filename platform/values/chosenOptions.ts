/** An option that a customer chose of a made-to-order article, with what they want of it. */
export interface ChosenOption {
  readonly code: string;
  readonly value: string;
}

const escaped = (value: string): string => value.replace(/[\\;]/g, '\\$&');
const codePattern = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Is this a code that an option may have? Capitals, digits and _, at most 40. */
export const isOptionCode = (code: string): boolean => codePattern.test(code);

/**
 * Chosen options as one text that people can read and that can be read back: `ENGRAVING: Anna; FONT: SCRIPT`. The same
 * options in another order are the same text. A semicolon or backslash in a value has a backslash before it.
 */
export const formatOptions = (options: readonly ChosenOption[]): string =>
  [...options]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, value }) => `${code}: ${escaped(value)}`)
    .join('; ');

/** The options of a text; undefined when it is none of these but words of the customer's own. */
export function parseOptions(text: string): ChosenOption[] | undefined {
  const parts = text.match(/(?:\\[\\;]|[^;\\])+/g) ?? [];
  const options: ChosenOption[] = [];
  for (const part of parts) {
    const split = part.indexOf(':');
    const code = part.slice(0, Math.max(0, split)).trim();
    if (!isOptionCode(code)) return undefined;
    options.push({
      code,
      value: part
        .slice(split + 1)
        .replace(/^ /, '')
        .replace(/\\([\\;])/g, '$1'),
    });
  }
  return options.length === 0 ? undefined : options;
}
