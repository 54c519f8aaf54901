import { z } from 'zod';

/** The boot is stopped by wrong settings; the message lists every fault, never a value. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Parse `env` by `schema`, report all faults at once, freeze what comes out (deeply). Empty strings count as absent. */
export function loadConfig<S extends z.ZodType>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<S> {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`),
    );
  }
  return deepFreeze(parsed.data);
}

/** A TCP port from text; 0 asks for any free one. */
export const portSetting = z.coerce.number().int().min(0).max(65_535);

/** A whole number of milliseconds from text. */
export const millisecondsSetting = z.coerce.number().int().min(0).max(31_536_000_000);

/** yes/no, true/false, 1/0 from text. */
export const switchSetting = z
  .enum(['true', 'false', 'yes', 'no', '1', '0'])
  .transform((text) => text === 'true' || text === 'yes' || text === '1');

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
