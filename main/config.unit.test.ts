import { describe, expect, it } from 'vitest';
import { readConfig, environmentSchema } from './config.ts';

const secret = 'x'.repeat(32);

describe('the settings', () => {
  it.each([
    ['ROOM_SECRET', 'SUBGRAPH_SECRET', secret, secret],
    ['ROOM_HOST', 'SUBGRAPH_HOST', '10.0.0.1', '10.0.0.1'],
    ['ROOM_PORT_BASE', 'SUBGRAPH_PORT_BASE', '5101', 5101],
  ] as const)('%s is accepted for %s, and warned of', (former, name, text, value) => {
    const config = readConfig([], { [former]: text });
    expect(config[name]).toBe(value);
    expect(config.warnings).toEqual([expect.stringContaining(`${former} is now called ${name}.`)]);
  });

  it("takes today's name where both are set, and says so", () => {
    const config = readConfig([], { ROOM_HOST: '10.0.0.1', SUBGRAPH_HOST: '10.0.0.2' });
    expect(config.SUBGRAPH_HOST).toBe('10.0.0.2');
    expect(config.warnings).toEqual([expect.stringContaining('ROOM_HOST is not used')]);
  });

  it.each([{}, { ROOM_HOST: '' }, { SUBGRAPH_HOST: '10.0.0.1' }])('warns of nothing in %o', (env) => {
    expect(readConfig([], env).warnings).toEqual([]);
  });

  it('checks a former name like its new one', () => {
    expect(() => readConfig([], { ROOM_SECRET: 'short' })).toThrow('SUBGRAPH_SECRET');
  });

  it('are all described', () => {
    const silent = Object.entries(environmentSchema.shape).filter(([, { description }]) => !description);
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
