import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { AccessRule } from '../../schema/accessRule.ts';
import type { Identity } from '../../schema/identity.ts';
import { requireAccess } from '../identity/requireAccess.ts';
import { inputBounds } from './inputBounds.ts';

/** Who may ask for which field, by `Type.field`. */
export type AccessTable = Readonly<Record<string, AccessRule>>;

type Field = GraphQLField<unknown, { readonly identity: Identity }>;
type Resolver = GraphQLFieldResolver<unknown, { readonly identity: Identity }>;

/** Fields that federation adds to every subgraph. */
const machinery = new Set(['Query._service', 'Query._entities']);
const operationTypes = ['Query', 'Mutation', 'Subscription'];

/**
 * Puts the table of access and the bounds of inputs before every resolver, so that no way to a field goes round them.
 * Throws when a query, command or subscription has no row in the table.
 */
export function guardFields(schema: GraphQLSchema, table: AccessTable | undefined): void {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const rule = table?.[coordinate];
      const isOperation = operationTypes.includes(type.name) && !machinery.has(coordinate);
      if (table !== undefined && rule === undefined && isOperation) missing.push(coordinate);
      guardField(field as Field, rule, type.name === 'Subscription');
    }
  }
  if (missing.length > 0)
    throw new Error(`The table of access (schema/access.ts) lacks ${missing.join(', ')}.`);
}

function guardField(field: Field, rule: AccessRule | undefined, isSubscription: boolean): void {
  const checkInput = inputBounds(field.args);
  if (rule === undefined && checkInput === undefined) return;
  const guarded =
    (resolve: Resolver): Resolver =>
    (parent, args: Record<string, unknown>, context, info) => {
      if (rule !== undefined) requireAccess(context.identity, rule);
      checkInput?.(args);
      return resolve(parent, args, context, info) as unknown;
    };
  if (isSubscription) {
    if (field.subscribe !== undefined) field.subscribe = guarded(field.subscribe);
  } else field.resolve = guarded(field.resolve ?? defaultFieldResolver);
}
