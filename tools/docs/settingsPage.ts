import type { z } from 'zod';
import { environment as gatewaySettings } from '../../gateway/environment.ts';
import { environmentSchema } from '../../main/config.ts';
import type { SettingsDefinition } from '../../platform/settings/settingsDefinition.ts';
import { catalogSettings } from '../../subgraphs/catalog/domain/settings.ts';
import { fulfillmentSettings } from '../../subgraphs/fulfillment/domain/settings.ts';
import { ordersSettings } from '../../subgraphs/orders/domain/settings.ts';
import { promiseSettings } from '../../subgraphs/promise/domain/settings.ts';
import { careSettings } from '../../subgraphs/care/domain/settings.ts';
import { returnsSettings } from '../../subgraphs/returns/domain/settings.ts';
import { shippingSettings } from '../../subgraphs/shipping/domain/settings.ts';
import { jsonSchemaOf } from './jsonSchema.ts';
import { generatedNote, page, table } from './text.ts';

/** What is printed of one setting. */
interface Setting {
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const number = (value: number): string => value.toLocaleString('en-US');

/** The accepted values, in words. */
export function valuesOf(setting: Setting): string {
  if (setting.enum !== undefined) return setting.enum.join(', ');
  if (setting.type === 'integer' || setting.type === 'number')
    return setting.maximum === undefined
      ? `whole number from ${number(setting.minimum ?? 0)}`
      : `whole number, ${number(setting.minimum ?? 0)} to ${number(setting.maximum)}`;
  if (setting.format === 'uri') return 'address';
  if (setting.format === 'date-time') return 'instant';
  return setting.minLength === undefined ? 'text' : `text of at least ${setting.minLength} characters`;
}

/** One table row for each setting of a schema; a setting without a description is a fault. */
function rowsOf(schema: z.ZodType): string[][] {
  const { properties } = jsonSchemaOf(schema) as { readonly properties: Readonly<Record<string, Setting>> };
  return Object.entries(properties).map(([name, setting]) => {
    if (setting.description === undefined) throw new Error(`The setting ${name} has no description.`);
    const byDefault = setting.default === undefined ? '' : `\`${String(setting.default)}\``;
    return [`\`${name}\``, valuesOf(setting), byDefault, setting.description];
  });
}

/** What the retailer decides about one subgraph. */
const decidedOf = ({ subgraph, items }: SettingsDefinition<object>): string[] => [
  `### ${subgraph}`,
  table(
    ['Setting', 'Default', 'Meaning'],
    items.map((item) => [`\`${item.key}\``, byDefaultOf(item.default), item.description]),
  ),
];

/** A default as JSON; a long one is read through the API. */
function byDefaultOf(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? 'see `default`' : `\`${text}\``;
}

const head = ['Variable', 'Values', 'Default', 'Meaning'];

/** The page of all settings, from the schemas that check them. */
export function settingsPage(): string {
  return page(
    generatedNote,
    '# Settings',
    'Two kinds: how a process runs comes from its environment; what the retailer decides is changed through the API, with its history.',
    '## What the retailer decides',
    'Each part has its own, read with `catalogSettings` and so on (scope `settings:read`), changed with `changeCatalogSettings` and `resetCatalogSettings` (`settings:write`): see [change settings](../how-to/change-settings.md).',
    ...[
      catalogSettings,
      fulfillmentSettings,
      ordersSettings,
      promiseSettings,
      returnsSettings,
      careSettings,
      shippingSettings,
    ].flatMap(decidedOf),
    '## How a process runs',
    'These settings come from the environment. Wrong ones stop the start; all faults are listed at once, without their values. An empty value counts as absent.',
    '### Command line',
    '`npm start -- --port P --data DIR [--fresh] [--empty] [--clock INSTANT] [--only gateway|SUBGRAPH]`',
    '`--fresh` removes the data folder first. `--only` runs the gateway or one subgraph in this process: see [run on many machines](../how-to/run-on-many-machines.md).',
    '### The application',
    table(head, rowsOf(environmentSchema)),
    '### The gateway',
    'They hold for `npm start` and for `npm run gateway`. `GATEWAY_JWT_ISSUER`, `_AUDIENCE` and `_JWKS_URL` are set together or not at all.',
    table(head, rowsOf(gatewaySettings)),
  );
}
