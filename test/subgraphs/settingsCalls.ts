import type { TradingApplication } from '../support/tradingApplication.ts';
import { callers } from '../support/world.ts';

/** Subgraphs in which the retailer decides something. */
export const decided = [
  'care',
  'catalog',
  'fulfillment',
  'orders',
  'promise',
  'returns',
  'shipping',
] as const;
export type Decided = (typeof decided)[number];
interface Revision {
  readonly version: number;
  readonly actor: string;
  readonly reason: string;
  readonly changes: readonly { key: string; before: unknown; after: unknown; reset: boolean }[];
}
export interface SettingsAnswer {
  readonly version: number;
  readonly settings: readonly { key: string; value: unknown; default: unknown; description: string }[];
  readonly history: { readonly edges: readonly { cursor: string; node: Revision }[] };
}

const fields = `version settings { key value default description schema }
  history(first: 2) { edges { cursor node { version at actor reason changes { key before after reset } } } }`;
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const readText = (name: Decided) => `{ done: ${name}Settings { ${fields} } }`;
export const changeText = (name: Decided) =>
  `mutation($input: ChangeSettingsInput!) { done: change${capital(name)}Settings(input: $input) { ${fields} } }`;
export const resetText = (name: Decided) =>
  `mutation($input: ResetSettingsInput!) { done: reset${capital(name)}Settings(input: $input) { ${fields} } }`;

/** Why settings are changed here. */
export const reason = 'decided in the meeting of Monday';

/** The value of one setting. */
export const valueOf = ({ settings }: SettingsAnswer, key: string): unknown =>
  settings.find((each) => each.key === key)?.value;

/** Reads and changes settings as an administrator. */
export function settingsCalls(application: () => TradingApplication) {
  let keys = 0;
  const done = async (name: Decided, query: string, variables: object): Promise<SettingsAnswer> =>
    (await application().ok<{ done: SettingsAnswer }>(name, query, variables, callers.admin)).done;
  const read = (name: Decided): Promise<SettingsAnswer> => done(name, readText(name), {});
  return {
    read,
    change: async (name: Decided, values: object): Promise<SettingsAnswer> => {
      const { version } = await read(name);
      const changes = Object.entries(values).map(([key, value]: [string, unknown]) => ({ key, value }));
      const input = { version, changes, reason, idempotencyKey: `change-${++keys}` };
      return done(name, changeText(name), { input });
    },
    reset: async (name: Decided, ...names: string[]): Promise<SettingsAnswer> => {
      const { version } = await read(name);
      const input = { version, keys: names, reason, idempotencyKey: `reset-${++keys}` };
      return done(name, resetText(name), { input });
    },
  };
}
