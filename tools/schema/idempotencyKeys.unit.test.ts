import { buildASTSchema, getNamedType, isInputObjectType, parse, type GraphQLArgument } from 'graphql';
import { describe, expect, it } from 'vitest';
import { subgraphNames, subgraphSdl } from './sdl.ts';

/**
 * Commands that callers from outside may give, without a key of their own: they put whole things in the place of what was there, move a thing from one state
 * to the next once, or are named by an id that the caller chose. Repeating one changes nothing more.
 */
const withoutKey = new Set([
  ...['importLocations', 'importCarrierServices', 'saveChannel', 'draftRuleSet', 'publishRuleSet'],
  ...['setCartLineQuantity', 'setCartAddress', 'setCartContact', 'setCartAdjustments'],
  ...['createCart', 'addCartLine'],
  ...['pollShipment', 'simulateCarrier'],
]);

const namesOf = (args: readonly GraphQLArgument[]): Map<string, boolean> => {
  const names = new Map<string, boolean>();
  for (const arg of args) {
    names.set(arg.name, arg.deprecationReason != null);
    const type = getNamedType(arg.type);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        names.set(field.name, field.deprecationReason != null);
  }
  return names;
};
const commands = subgraphNames().flatMap((name) => {
  const schema = buildASTSchema(parse(subgraphSdl(name)), { assumeValidSDL: true });
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    ({ astNode }) => !astNode?.directives?.some(({ name: { value } }) => value === 'inaccessible'),
  );
  return fields.map((field) => [field.name, namesOf(field.args)] as const);
});

describe('the key under which a command is done once', () => {
  it.each(commands.filter(([name]) => !withoutKey.has(name)))(
    '%s calls it idempotencyKey',
    (_name, names) => {
      expect([...names.keys()]).toContain('idempotencyKey');
    },
  );
  it.each(commands.filter(([name]) => !withoutKey.has(name)))(
    '%s has no other name for it',
    (_name, names) => {
      expect(names.get('key') ?? true).toBe(true);
    },
  );
  it('is left out only by commands that exist', () => {
    const known = new Set(commands.map(([name]) => name));
    expect([...withoutKey].filter((name) => !known.has(name))).toEqual([]);
  });
});
