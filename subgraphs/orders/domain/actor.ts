/** Who did something to an order. */
export type ActorKind = 'CUSTOMER' | 'STAFF' | 'SYSTEM';

/** Who is behind the actor of an event. */
export const actorKind = ({ owner }: { readonly owner: string }, actor: string): ActorKind =>
  actor === owner ? 'CUSTOMER' : actor.startsWith('system:') ? 'SYSTEM' : 'STAFF';
