import type { Identity } from '../../schema/identity.ts';
import { settingsChanged, type SettingsChanged } from '../../schema/events/settings.ts';
import { connectionOf, readPage, type PageArgs } from '../graph/connection.ts';
import { requireScope } from '../identity/scopes.ts';
import type { SettingItem } from './settingsDefinition.ts';
import type { Settings } from './settings.ts';

/** One change as the history tells it. */
export interface SettingsRevision {
  readonly version: number;
  /** Epoch ms. */
  readonly at: number;
  /** Subject of whoever changed it. */
  readonly actor: string;
  readonly reason: string;
  readonly changes: SettingsChanged['changes'];
}

/** A page of the history. */
type SettingsHistory = {
  edges: { node: SettingsRevision; cursor: string }[];
  pageInfo: ReturnType<typeof connectionOf>['pageInfo'];
};

/** Settings as the graph shows them. */
export interface SettingsRecord {
  readonly subgraph: string;
  readonly version: number;
  readonly settings: readonly (SettingItem & { readonly value: unknown })[];
  history(args: PageArgs): Promise<SettingsHistory>;
}

/** Settings of whatever subgraph. */
type AnySettings = Omit<Settings, 'definition' | 'onChange'> & {
  readonly definition: { readonly subgraph: string; readonly items: readonly SettingItem[] };
};
/** What the resolvers below need of a subgraph's context. */
interface Context {
  readonly identity: Identity;
  readonly requestId: string;
  readonly application: { readonly settings: AnySettings };
}
interface Input {
  readonly version: number;
  readonly reason: string;
  readonly idempotencyKey: string;
}

async function recordOf(settings: AnySettings): Promise<SettingsRecord> {
  const { definition } = settings;
  // Another process may have changed them a moment ago, and the version read here is the one to change.
  await settings.refresh();
  const values: Readonly<Record<string, unknown>> = { ...settings.current() };
  return {
    subgraph: definition.subgraph,
    version: settings.version(),
    settings: definition.items.map((item) => ({ ...item, value: values[item.key] })),
    history: async (args) => {
      const page = readPage(args, { list: 'settings', key: ['number'] });
      const before = page.after === undefined ? undefined : Number(page.after[0]);
      const rows = (await settings.history(page.first + 1, before)).map(
        ({ seq, at, actor, data }): SettingsRevision => ({
          ...{ version: seq, at, actor },
          ...settingsChanged.parse(data),
        }),
      );
      const { edges, pageInfo } = connectionOf(rows, page, ({ version }) => [version]);
      return { edges: [...edges], pageInfo };
    },
  };
}

/** The resolvers of `xSettings`, `changeXSettings`, `resetXSettings` and `SettingsRecord`, the same in all subgraphs. */
export const settingsResolvers = {
  read: (_parent: unknown, _args: unknown, { identity, application }: Context) => {
    requireScope(identity, 'settings:read');
    return recordOf(application.settings);
  },
  change: async (
    _parent: unknown,
    { input }: { input: Input & { changes: readonly { key: string; value?: unknown }[] } },
    context: Context,
  ) => {
    const { idempotencyKey, ...command } = input;
    await context.application.settings.change(command, callOf(context, idempotencyKey));
    return recordOf(context.application.settings);
  },
  reset: async (
    _parent: unknown,
    { input }: { input: Input & { keys: readonly string[] } },
    context: Context,
  ) => {
    const { idempotencyKey, ...command } = input;
    await context.application.settings.reset(command, callOf(context, idempotencyKey));
    return recordOf(context.application.settings);
  },
  record: { history: (record: SettingsRecord, args: PageArgs) => record.history(args) },
};

function callOf({ identity, requestId }: Context, idempotencyKey: string) {
  requireScope(identity, 'settings:write');
  return { actor: identity.subject, cause: requestId, idempotencyKey };
}
