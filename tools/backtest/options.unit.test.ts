import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('readOptions', () => {
  it('reads all options, with their defaults', () => {
    expect(readOptions(['--data', 'd'])).toEqual({
      data: 'd',
      from: undefined,
      target: 0.95,
      json: undefined,
    });
    expect(readOptions(['--data', 'd', '--from', '2018-04-01', '--target', '0.9', '--json', 'f'])).toEqual({
      data: 'd',
      from: Date.UTC(2018, 3, 1),
      target: 0.9,
      json: 'f',
    });
  });

  it.each([
    [[], '--data'],
    [['--data', 'd', '--from', '01/04/2018'], '--from'],
    [['--data', 'd', '--target', '95'], '--target'],
    [['--data', 'd', '--target', 'high'], '--target'],
    [['--data', 'd', '--fast'], '--fast'],
    [['--data'], '--data'],
  ])('refuses %j and names the option', (args, option) => {
    expect(() => readOptions(args)).toThrow(
      expect.objectContaining({
        code: 'BACKTEST_USAGE',
        message: expect.stringContaining(option) as string,
      }) as Error,
    );
  });
});
