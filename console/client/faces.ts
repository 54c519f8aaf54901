import type { Person } from './session.ts';

/** The faces of the console, in the order of the first page. */
export const faces = ['shop', 'track', 'store', 'desk', 'tower'] as const;
export type Face = (typeof faces)[number];

type SeenBy = 'all' | 'link' | 'store' | 'desk' | 'tower';

interface FaceRule {
  readonly path: string;
  readonly seenBy: SeenBy;
  /** Whether somebody may open it; the graph decides about every field once more. */
  mayOpen(person: Person | undefined): boolean;
}

const has = (person: Person | undefined, kinds: readonly string[], scopes: readonly string[]): boolean =>
  person !== undefined &&
  kinds.includes(person.kind) &&
  scopes.some((scope) => person.scopes.includes(scope));

export const faceRules: Readonly<Record<Face, FaceRule>> = {
  shop: { path: '/shop', seenBy: 'all', mayOpen: () => true },
  track: { path: '/track', seenBy: 'link', mayOpen: () => true },
  store: {
    ...{ path: '/store', seenBy: 'store' },
    mayOpen: (person) => has(person, ['associate', 'admin'], ['fulfillment:work']),
  },
  desk: {
    ...{ path: '/desk', seenBy: 'desk' },
    mayOpen: (person) => has(person, ['agent', 'admin'], ['orders:read', 'orders:write']),
  },
  tower: {
    ...{ path: '/tower', seenBy: 'tower' },
    mayOpen: (person) => has(person, ['agent', 'admin'], ['insights:read']),
  },
};
