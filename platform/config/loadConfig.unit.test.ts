import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, loadConfig, portSetting, switchSetting } from './loadConfig.ts';

const schema = z.object({
  PORT: portSetting.default(4000),
  SECRET: z.string().min(32),
  FRESH: switchSetting.default(false),
  LIST: z
    .string()
    .transform((text) => ({ items: text.split(',') }))
    .optional(),
});
const secret = 'x'.repeat(32);

describe('the configuration', () => {
  it('lists all faults at once, and no values', () => {
    try {
      loadConfig(schema, { PORT: '70000', SECRET: 'hunter2', FRESH: 'perhaps' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).faults.map((fault) => fault.split(':')[0])).toEqual([
        'PORT',
        'SECRET',
        'FRESH',
      ]);
      expect(String(error)).not.toContain('hunter2');
    }
  });
  it('takes empty text for absent', () => {
    expect(loadConfig(schema, { SECRET: secret, PORT: '' }).PORT).toBe(4000);
  });
  it('is frozen to its leaves', () => {
    const config = loadConfig(schema, { SECRET: secret, LIST: 'a,b' });
    expect(() => Object.assign(config, { PORT: 1 })).toThrow(TypeError);
    expect(() => config.LIST?.items.push('c')).toThrow(TypeError);
  });
});
