import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { access } from '../../schema/access.ts';
import type { AccessRule } from '../../schema/accessRule.ts';
import { identityKinds } from '../../schema/identity.ts';

/** How the SDL protects one field. */
interface Protection {
  readonly coordinate: string;
  readonly isOperation: boolean;
  readonly inaccessible: boolean;
  readonly authenticated: boolean;
  readonly scopes: readonly string[];
  /** Whether it is part of the partners' contract. */
  readonly forPartners: boolean;
  /** Whether its type is. */
  readonly typeForPartners: boolean;
}

type Directives = readonly ConstDirectiveNode[] | undefined;
const named = (directives: Directives, name: string) =>
  (directives ?? []).filter((directive) => directive.name.value === name);
const argument = (directive: ConstDirectiveNode | undefined, name: string): unknown => {
  const value = directive?.arguments?.find((each) => each.name.value === name)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
};
const tags = (directives: Directives): unknown[] =>
  named(directives, 'tag').map((directive) => argument(directive, 'name'));

const operations = ['Query', 'Mutation', 'Subscription'];

function protectionsOf(type: ObjectTypeDefinitionNode, partnerTypes: ReadonlySet<string>): Protection[] {
  const isOperation = operations.includes(type.name.value);
  const typeForPartners = isOperation || partnerTypes.has(type.name.value);
  return (type.fields ?? []).map((field) => {
    const own = tags(field.directives);
    const inherited = !isOperation && tags(type.directives).includes('partner');
    const inaccessible = named(field.directives, 'inaccessible').length > 0;
    const scopes = argument(named(field.directives, 'requiresScopes')[0], 'scopes') as string[][] | undefined;
    return {
      coordinate: `${type.name.value}.${field.name.value}`,
      isOperation,
      inaccessible,
      authenticated: named(field.directives, 'authenticated').length > 0,
      scopes: (scopes ?? []).map((all) => all.join(' ')),
      forPartners: !inaccessible && !own.includes('internal') && (own.includes('partner') || inherited),
      typeForPartners,
    };
  });
}

const folder = join(import.meta.dirname, '../../schema/subgraphs');
const types = readdirSync(folder).flatMap((file) =>
  parse(readFileSync(join(folder, file), 'utf8'), { noLocation: true }).definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  ),
);
const partnerTypes = new Set(
  types.filter((type) => tags(type.directives).includes('partner')).map((type) => type.name.value),
);
const protections = types.flatMap((type) => protectionsOf(type, partnerTypes));
const isProtected = (each: Protection): boolean =>
  each.isOperation || each.inaccessible || each.authenticated || each.scopes.length > 0;

/** The rule as the SDL would say it. */
const said = ({ kinds, scopes }: AccessRule) => ({
  inaccessible: kinds.length === 1 && kinds[0] === 'system',
  authenticated: scopes.length === 0 && !kinds.includes('anonymous'),
  scopes: [...scopes].sort(),
});

describe('the table of access', () => {
  it.each(protections.filter(isProtected).map((each) => [each.coordinate, each] as const))(
    'has a row for %s that says what the SDL says',
    (coordinate, { inaccessible, authenticated, scopes }) => {
      const rule = access[coordinate];
      if (rule === undefined) throw new Error(`schema/access.ts has no row for ${coordinate}.`);
      expect(said(rule)).toEqual({ inaccessible, authenticated, scopes: [...scopes].sort() });
    },
  );

  it('has no row for what the SDL does not have', () => {
    const there = new Set(protections.map(({ coordinate }) => coordinate));
    expect(Object.keys(access).filter((coordinate) => !there.has(coordinate))).toEqual([]);
  });

  it("refuses partners exactly what their contract does not show, on the retailer's endpoint too", () => {
    // A field counts for all subgraphs that name it. One of a type that is not in the contract cannot be reached.
    const theirs = new Set(protections.filter((each) => each.forPartners).map((each) => each.coordinate));
    const hidden = protections
      .filter((each) => each.typeForPartners && !theirs.has(each.coordinate))
      .map((each) => each.coordinate);
    const refused = (coordinate: string): boolean => !(access[coordinate]?.kinds.includes('partner') ?? true);
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.filter((coordinate) => !refused(coordinate))).toEqual([]);
    expect([...theirs].filter(refused)).toEqual([]);
  });

  it('names kinds once, and lets the system do all', () => {
    for (const [coordinate, { kinds }] of Object.entries(access)) {
      expect([coordinate, new Set(kinds).size]).toEqual([coordinate, kinds.length]);
      expect([coordinate, kinds.includes('system')]).toEqual([coordinate, true]);
      expect(kinds.every((kind) => identityKinds.includes(kind))).toBe(true);
    }
  });

  it('gives every command a place for its reason where staff need one', () => {
    const sdl = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    for (const [coordinate, { reason }] of Object.entries(access)) {
      if (reason !== true) continue;
      const name = coordinate.split('.')[1] ?? '';
      const input = new RegExp(`\\b${name}\\(input: (\\w+)!`).exec(sdl)?.[1];
      const place =
        input === undefined
          ? new RegExp(`\\b${name}\\(([^)]*)\\)`)
          : new RegExp(`input ${input} [^{]*\\{([^}]*)\\}`);
      expect([coordinate, /\breason: String\b/.test(place.exec(sdl)?.[1] ?? '')]).toEqual([coordinate, true]);
    }
  });

  /** Commands whose input says by itself why they are given: what was done, counted, found or sold. */
  const plain = new Set([
    ...['importProducts', 'importStock', 'importLocations', 'importCarrierServices'],
    ...['announceReceipt', 'receiveStock', 'draftRuleSet'],
    ...['acceptFulfillmentOrder', 'startPicking', 'packFulfillmentOrder', 'labelFulfillmentOrder'],
    ...['handOverFulfillmentOrder', 'readyForCollection', 'collectFulfillmentOrder'],
    ...['startPickBatch', 'releaseWave', 'scanPick', 'setBins', 'closeManifest', 'claimOffer'],
    ...['startMaking', 'finishMaking', 'acceptPurchaseOrder', 'shipPurchaseOrder', 'setSupplyCosts'],
    ...['createCart', 'addCartLine', 'setCartLineQuantity', 'setCartAddress', 'setCartContact', 'placeOrder'],
    ...['setCartPromotionCodes', 'holdCartUnits', 'prolongCartUnits', 'freeCartUnits', 'completePayment'],
    ...['answerPromise', 'setCartGiftExchange'],
    ...[
      'resendMessage',
      'replyToTicket',
      'setMessagePreference',
      'recordPayment',
      'importOrder',
      'collectUnits',
      'receiveReturn',
      'inspectReturn',
      'pollShipment',
      'reportTracking',
      'simulateCarrier',
    ],
  ]);
  it('lets staff give no command without a reason but those that say it themselves', () => {
    const files = [
      ...readdirSync(folder).map((file) => join(folder, file)),
      join(folder, '../shared/settings.graphql'),
    ];
    const { definitions } = parse(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
    const inputs = new Map(
      definitions.flatMap((each) =>
        each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
          ? [[each.name.value, each.fields ?? []] as const]
          : [],
      ),
    );
    const typeOf = (type: TypeNode): string =>
      type.kind === Kind.NAMED_TYPE ? type.name.value : typeOf(type.type);
    const asks = (fields: readonly InputValueDefinitionNode[], within: readonly string[] = []): boolean =>
      fields.some(({ name, type }) => {
        const inner = typeOf(type);
        const below = within.includes(inner) ? [] : (inputs.get(inner) ?? []);
        return name.value === 'reason' || asks(below, [...within, inner]);
      });
    const commands = definitions
      .filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
      .filter(({ name }) => name.value === 'Mutation')
      .flatMap(({ fields = [] }) => fields);
    const without = commands
      .filter(({ name }) => access[`Mutation.${name.value}`]?.kinds.some((kind) => kind !== 'system'))
      .filter(({ arguments: args = [] }) => !asks(args))
      .map(({ name }) => name.value);
    expect(without.length).toBeGreaterThan(10);
    expect(without.filter((name) => !plain.has(name))).toEqual([]);
  });
});
