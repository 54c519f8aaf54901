import type { FieldAuthority } from '../types.ts';

/** What a caller must hold: signed in, one of several sets of scopes, one of several sets of policies. */
export interface Requirement {
  readonly authenticated: boolean;
  /** Any one of these sets, each of them whole; undefined asks for none. */
  readonly scopes: readonly (readonly string[])[] | undefined;
  readonly policies: readonly (readonly string[])[] | undefined;
}

/** True when the caller holds everything required. */
export function isSatisfied(requirement: Requirement, authority: FieldAuthority): boolean {
  if (requirement.authenticated && !authority.authenticated) return false;
  return holdsOne(requirement.scopes, authority.scopes) && holdsOne(requirement.policies, authority.policies);
}

function holdsOne(choices: Requirement['scopes'], held: ReadonlySet<string>): boolean {
  return choices === undefined || choices.some((choice) => choice.every((name) => held.has(name)));
}
