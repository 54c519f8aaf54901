/** The members of a JSON object, without braces: `"a":1,"b":2`, or empty. */
export type WriteVariables = (variables: Readonly<Record<string, unknown>>) => string;

/** Compiles the choice of client variables one subgraph operation uses; absent variables are left out. */
export function compileVariables(names: readonly string[]): WriteVariables {
  if (names.length === 0) return () => '';
  const members = names.map((name) => ({ name, prefix: `${JSON.stringify(name)}:` }));
  return (variables) => {
    let text = '';
    for (const { name, prefix } of members) {
      const value = variables[name];
      if (value === undefined) continue;
      text += (text === '' ? prefix : ',' + prefix) + JSON.stringify(value);
    }
    return text;
  };
}
