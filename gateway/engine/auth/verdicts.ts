import type { GraphQLSchema } from 'graphql';
import type { Projection } from '../prepare/projectOperation.ts';
import type { Denial, SerializerScope } from '../serialize/objectWriter.ts';
import type { FieldAuthority } from '../types.ts';
import type { FieldRequirements } from './fieldRequirements.ts';
import { concreteTypes } from './fieldRequirements.ts';
import type { Requirement } from './requirement.ts';
import { isSatisfied } from './requirement.ts';

/** What one authority may not see, in the words of the planner's and of the serializer's preparation. */
export type Verdicts = Required<
  Pick<Projection, 'allowedOn' | 'allowedType'> & Pick<SerializerScope, 'deniedField' | 'deniedType'>
>;

const signIn: Denial = {
  message: 'You must be signed in to see this.',
  extensions: { code: 'UNAUTHENTICATED' },
};
const forbidden: Denial = { message: 'You may not see this.', extensions: { code: 'FORBIDDEN' } };

/** What a caller is told about something they may not see. */
export function denialFor(authority: FieldAuthority): Denial {
  return authority.authenticated ? forbidden : signIn;
}

/** The one place where an authority meets requirements: planning and answering ask the same functions. */
export function createVerdicts(
  schema: GraphQLSchema,
  requirements: FieldRequirements,
  authority: FieldAuthority,
): Verdicts {
  const denial = denialFor(authority);
  const verdicts = new Map<Requirement, boolean>();
  const holds = (requirement: Requirement): boolean => {
    let verdict = verdicts.get(requirement);
    if (verdict === undefined) verdicts.set(requirement, (verdict = isSatisfied(requirement, authority)));
    return verdict;
  };
  const isDenied = (found: readonly Requirement[]) => !found.every(holds);
  const fieldDenied = (type: string, field: string) => isDenied(requirements.ofField(type, field));
  return {
    // An interface stands here only where the concrete type is unknown: then its strictest type decides.
    deniedField: (type, field) =>
      [type, ...concreteTypes(schema, type)].some((one) => fieldDenied(one, field)) ? denial : undefined,
    deniedType: (type) => (isDenied(requirements.ofType(type)) ? denial : undefined),
    allowedOn(parent, field) {
      const types = concreteTypes(schema, parent);
      const allowed = types.filter((type) => !fieldDenied(type, field));
      if (fieldDenied(parent, field)) return [];
      return allowed.length === types.length ? undefined : allowed;
    },
    allowedType(type) {
      const denied = (one: string) => isDenied(requirements.ofType(one));
      return !denied(type) && concreteTypes(schema, type).some((one) => !denied(one));
    },
  };
}
