import {
  buildSchema,
  getVariableValues,
  type GraphQLError,
  parse,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutHints, withoutValues } from './clientMessage.ts';
import { tellsOfTheInside } from './tellsOfTheInside.ts';

const schema = buildSchema(`
  enum Colour { RED }
  input Card { number: Int! colour: Colour }
  scalar Day
  type Query { a(i: Int, s: String, b: Boolean, f: Float, id: ID, c: Colour, card: Card, l: [Int], d: Day): Int, long: Query }`);
const secret = '4111 1111; "s3cr3t"';
const quoted = JSON.stringify(secret);
const types = ['Int', 'String', 'Boolean', 'Float', 'ID', 'Colour', 'Card', '[Int]'];

describe('what graphql-js says of a request', () => {
  it.each(types)('holds no value of a variable of type %s', (type) => {
    const values = [
      secret,
      [secret],
      { [secret]: 1 },
      { number: secret, colour: secret },
      { number: [secret] },
    ];
    for (const value of values) {
      const operation = parse(`query($v: ${type}) { a }`).definitions[0] as OperationDefinitionNode;
      const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], { v: value });
      for (const { message } of errors) expect(withoutValues(message)).not.toMatch(/4111|s3cr3t/);
    }
  });

  it.each(['i', 's', 'b', 'f', 'id', 'c', 'card', 'l'])('holds no literal of the argument %s', (name) => {
    for (const literal of [
      quoted,
      '41111111111111',
      '4111.5',
      `[${quoted}]`,
      `{ number: ${quoted} }`,
      's3cr3t',
      `"""${'4111'}"""`,
    ]) {
      for (const { message } of validate(schema, parse(`{ a(${name}: ${literal}) }`)))
        expect(withoutValues(message), message).not.toMatch(/4111|s3cr3t/);
    }
  });

  it.each([
    `{ a(s: ${quoted} ${quoted} }`,
    `{ a ${quoted} }`,
    `query ${quoted} { a }`,
    '{ a(i: 4111x) }',
    `{ a(s: "4111`,
    '{ a(i: 04111) }',
    '{ "s3cr3t" }',
  ])('holds nothing of a text that is wrong: %s', (text) => {
    let message = '';
    try {
      parse(text);
    } catch (error) {
      message = (error as GraphQLError).message;
    }
    expect(message).not.toBe('');
    expect(withoutValues(message)).not.toMatch(/4111 |411|s3cr3t/);
    expect(withoutValues(message)).toMatch(/^Syntax Error/);
  });

  it('gives no hints where none are wanted', () => {
    for (const text of ['{ aa }', '{ long }', '{ a(ii: 1) }', '{ a(c: RD) }', '{ a(card: { nmber: 1 }) }'])
      for (const { message } of validate(schema, parse(text)))
        expect(withoutHints(message)).not.toContain('Did you mean');
  });
});

describe('a text that tells of the inside', () => {
  it.each([
    'connect ECONNREFUSED 10.0.0.7:27017',
    'E11000 duplicate key error collection: orders.carts',
    "ENOENT: no such file or directory, open '/etc/shadow'",
    'MongoServerError: not primary',
    'mongodb://user:pass@db/orders',
    'failed at resolve (/srv/app/x.js:10:3)',
    'see orders.ts:12',
    'getaddrinfo failed for db.internal',
    'http://localhost:4101/graphql answered 500',
    'C:\\app\\main.js',
  ])('is found out: %s', (text) => expect(tellsOfTheInside(text)).toBe(true));

  it.each([
    'There is no order with this id, or it is not yours.',
    'Only 3 of 5 are left; take fewer, or ask again after 12:30.',
    'LocalDate looks like 2026-03-10.',
    'The e-mail address is not valid; give one like a@b.example.',
    'Ask for and/or give 1/2 of it.',
  ])('is no other: %s', (text) => expect(tellsOfTheInside(text)).toBe(false));
});
