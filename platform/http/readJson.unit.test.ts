import { describe, expect, it } from 'vitest';
import { messageLimits, readJson } from './readJson.ts';

const read = (text: string) => readJson(text, 'The body', { depth: 5, values: 20 });

describe('JSON from outside', () => {
  it.each([
    ['a key twice', '{"query":"a","query":"b"}'],
    ['a key twice, once escaped', '{"query":"a","qu\\u0065ry":"b"}'],
    ['a key twice with something between', '{"a":{"query":1},"b":[{"x":"}"}],"a":2}'],
    ['a key twice in a nested object', '{"variables":{"input":{"a":1,"b":"\\"","a":2}}}'],
    ['a key twice in an object of a list', '[{"a":1},{"a":1,"a":2}]'],
    [
      'a key twice after eleven others',
      `{${Array.from({ length: 11 }, (_, at) => `"k${at}":0`).join()},"k3":1}`,
    ],
    ['half a character in a value', '{"a":"\\ud800"}'],
    ['half a character in a key', '{"\\udc00":1}'],
    ['half a character, far down', '[[{"a":["\\ud83d x"]}]]'],
    ['too many levels', '[[[[[[]]]]]]'],
    ['too many levels that never end', '['.repeat(120_000)],
    ['too many values', `[${'1,'.repeat(21)}1]`],
    ['a string that does not end', '{"a":"b'],
    ['no JSON', '{a:1}'],
    ['nothing', ''],
  ])('is refused with %s', (_what, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ shape: expect.objectContaining({ status: 400 }) as object }),
    );
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"\\"a\\":1,\\\\","b":"{[,","c":[]}',
    '{"\\u00e9":"\\ud83d\\ude00","e":null}',
    '{"__proto__":{"a":1},"constructor":2}',
    '[[],{},"",1.5e3,true]',
    '"a"',
  ])('is read as it is: %s', (text) => {
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'refuses the key %s at any depth where messages of programs are read',
    (key) => {
      expect(() => readJson(`{"a":[{"${key}":{"x":1}}]}`, 'It', messageLimits)).toThrow(
        'a key that is refused',
      );
      expect(() => readJson(`{"a":[{"x":"${key}"}]}`, 'It', messageLimits)).not.toThrow();
    },
  );
});
