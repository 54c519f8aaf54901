import type { IdentityKind, RowRule, Scope } from './identity.ts';

/** Who may ask for one field of the graph. */
export interface AccessRule {
  /** Kinds of caller that may ask; others are refused before anything is read. */
  readonly kinds: readonly IdentityKind[];
  /** Any one of these is needed, by every kind; as `@requiresScopes` in the SDL. */
  readonly scopes: readonly Scope[];
  /** Scope that callers of one kind need beside them: an agent acts on rows of all customers. */
  readonly needs?: Readonly<Partial<Record<IdentityKind, Scope>>>;
  /** Whose rows it reads or changes; `none` when it touches no row of anybody. */
  readonly rows: RowRule;
  /** Whether staff who act on a row of a customer say why; `mayBe` for ordinary work at a counter, which needs no words. */
  readonly reason?: true | 'mayBe';
}

const everybody: readonly IdentityKind[] = [
  'anonymous',
  'guest',
  'shopper',
  'agent',
  'associate',
  'partner',
  'admin',
  'system',
];
export const without = (kinds: readonly IdentityKind[], ...left: readonly IdentityKind[]) =>
  kinds.filter((kind) => !left.includes(kind));
export const known = without(everybody, 'anonymous');
export const staff: readonly IdentityKind[] = ['agent', 'associate', 'admin', 'system'];
export const ours = without(everybody, 'partner');
export const oursKnown = without(known, 'partner');
/** Who speaks with customers. */
export const desk = without(staff, 'associate');
const buyers = without(known, 'associate');

/** Who serves customers. */
export const serving: readonly IdentityKind[] = ['agent', 'admin', 'system'];

export const open: AccessRule = { kinds: everybody, scopes: [], rows: 'none' };
export const internal: AccessRule = { kinds: ['system'], scopes: ['system'], rows: 'none' };
export const read = (rows: RowRule): AccessRule => ({ kinds: known, scopes: [], rows });
export const buy = (rows: RowRule): AccessRule => ({
  ...{ kinds: buyers, scopes: [], rows, needs: { agent: 'orders:write' } },
});
/** What an associate does, too, who sells in a store. */
export const sell = (rows: RowRule): AccessRule => ({
  ...{ kinds: known, scopes: [], rows, needs: { agent: 'orders:write', associate: 'store:sell' } },
});
export const work = (scopes: readonly Scope[], rows: RowRule): AccessRule => ({ kinds: staff, scopes, rows });
export const shown = (kinds: readonly IdentityKind[], ...scopes: readonly Scope[]): AccessRule => ({
  ...{ kinds, scopes, rows: 'none' },
});

/** What a supplier does, whom we know as a partner or as staff of its location. */
export const supply: AccessRule = {
  ...{ kinds: [...staff, 'partner'], scopes: ['fulfillment:work'], rows: 'purchase' },
};

/** What customers say about an order of theirs, and the desk for them. */
export const spoken: AccessRule = {
  ...{ kinds: without(oursKnown, 'associate'), scopes: [], rows: 'order' },
  needs: { agent: 'orders:write' },
};

/** What is kept of a customer is theirs to take and to have erased, and that of staff with a scope for it. */
export const privacy: AccessRule = {
  ...{ kinds: ['guest', 'shopper', ...serving], scopes: [], rows: 'customer' },
  needs: { agent: 'customers:privacy', admin: 'customers:privacy' },
};

/** Who deals with carriers about what they lost, broke or brought late. */
export const claims: AccessRule = {
  ...{ kinds: serving, scopes: ['shipping:work', 'orders:write'], rows: 'none' },
};
