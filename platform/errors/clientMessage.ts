const variable = /^(Variable "\$\w+" got) invalid value/;

/** What a message about a variable may say besides: words of the schema, never the value. */
const facts: readonly RegExp[] = [
  /Field "\w+" of required type "[^"]{1,100}" was not provided\./,
  /Field "[_A-Za-z]\w{0,39}" is not defined by type "\w+"\./,
  /Expected (?:non-nullable )?type "[\w![\]]{1,100}"(?: not to be null| to be an object)?\./,
  /\b[A-Z]\w+ (?:looks like|is) [^":;]{1,80}\.$/,
];

/** What graphql-js says of literals and syntax, and what is said in its place. */
const echoes: readonly (readonly [RegExp, string])[] = [
  [/^(Syntax Error: .*?(?:Unexpected|found) (?:Name|String|BlockString|Int|Float)) ".*"\.?$/s, '$1.'],
  [/^(Syntax Error: Unexpected) "[^"]{2,}".*$/s, '$1 text.'],
  [/^(Syntax Error: Invalid [\w, ]*?)(?:, expected digit but got)?: ".*$/s, '$1.'],
  [/^(.*?cannot represent (?:a |an )?[\w\s-]*?(?:value)?): .*$/s, '$1.'],
  [/^(Expected value of type "[^"]{1,100}"), found .*$/s, '$1.'],
  [/^(Enum "\w+" cannot represent [\w-]+ value): .*$/s, '$1.'],
  [/^Value ".*" does not exist in ("\w+" enum)\..*$/s, 'A value does not exist in the $1.'],
];

/** A message of graphql-js without the values of the request: they may be secrets in the wrong place. */
export function withoutValues(message: string): string {
  const about = variable.exec(message)?.[1];
  if (about !== undefined) {
    const fact = facts.map((pattern) => pattern.exec(message)?.[0]).find((found) => found !== undefined);
    return fact === undefined ? `${about} an invalid value.` : `${about} an invalid value; ${fact}`;
  }
  let text = message;
  for (const [pattern, replacement] of echoes) text = text.replace(pattern, replacement);
  return text;
}

/** A message without the names that were guessed from what was asked. */
export const withoutHints = (message: string): string => message.replace(/\s*Did you mean [\s\S]*$/, '');
