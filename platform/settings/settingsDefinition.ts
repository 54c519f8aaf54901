import { z } from 'zod';
import { requireJson, type Json } from '../values/json.ts';

/** One setting as its schema declares it. */
export interface SettingItem {
  readonly key: string;
  readonly description: string;
  readonly default: Json;
  /** JSON Schema of an allowed value. */
  readonly schema: Json;
}

/** What the retailer may decide about one subgraph, with what holds until they do. */
export interface SettingsDefinition<V extends object> {
  readonly subgraph: string;
  /** All values, with defaults for those left out. */
  check(values: Readonly<Record<string, unknown>>): z.ZodSafeParseResult<V>;
  /** Is this a value of that setting? */
  fits(key: string, value: unknown): boolean;
  readonly defaults: Readonly<V>;
  readonly items: readonly SettingItem[];
}

/**
 * Settings from one schema: each key has a default, then a description (with its unit in the key), and takes plain JSON
 * that it does not transform. A schema that breaks this stops the start.
 */
export function defineSettings<S extends z.ZodRawShape, C extends z.core.$ZodObjectConfig>(
  subgraph: string,
  schema: z.ZodObject<S, C>,
): SettingsDefinition<z.output<z.ZodObject<S, C>>> {
  const shape = new Map(Object.entries(schema.shape).map(([key, each]) => [key, each as z.ZodType]));
  return {
    subgraph,
    check: (values) => schema.safeParse(values),
    fits: (key, value) => shape.get(key)?.safeParse(value).success === true,
    items: [...shape].map(([key, each]) => itemOf(subgraph, key, each)),
    defaults: frozen(schema.parse({})),
  };
}

function itemOf(subgraph: string, key: string, schema: z.ZodType): SettingItem {
  const name = `The setting ${key} of ${subgraph}`;
  if (schema.description === undefined) throw new Error(`${name} has no description.`);
  const byDefault = schema.safeParse(undefined);
  if (!byDefault.success) throw new Error(`${name} has no default.`);
  const { $schema: _, default: _default, description: _text, ...written } = z.toJSONSchema(schema);
  return {
    key,
    description: schema.description,
    default: requireJson(byDefault.data),
    schema: requireJson(written),
  };
}

/** The value, which nobody can change any more: it is shared by all who read it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}
