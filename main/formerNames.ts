/** Variables that were renamed, by their former names. */
const renamed: Readonly<Record<string, string>> = {
  ROOM_SECRET: 'SUBGRAPH_SECRET',
  ROOM_HOST: 'SUBGRAPH_HOST',
  ROOM_PORT_BASE: 'SUBGRAPH_PORT_BASE',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** An environment under today's names, and a warning for each former name that was found in it. */
export interface RenamedEnvironment {
  readonly env: Environment;
  readonly warnings: readonly string[];
}

/** Accepts former names of variables. Where both names are set, today's wins; empty text counts as absent. */
export function acceptFormerNames(env: Environment): RenamedEnvironment {
  const added: Record<string, string> = {};
  const warnings: string[] = [];
  for (const [former, name] of Object.entries(renamed)) {
    const value = env[former];
    if (value === undefined || value === '') continue;
    const isSet = env[name] !== undefined && env[name] !== '';
    if (!isSet) added[name] = value;
    warnings.push(
      `${former} is now called ${name}${isSet ? `, which is set: ${former} is not used` : ''}. Rename it: the old name will be refused one day.`,
    );
  }
  return { env: { ...env, ...added }, warnings };
}
