import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Identity } from '../../schema/identity.ts';
import type { Issued, SignIn } from './signIn.ts';

const day = 86_400;
/** Short, as a provider's: pages must be able to live with tokens that end. */
const tokenLifeS = 600;

const heldSchema = z.object({ role: z.string(), subject: z.string().optional() });

/** Ready-made roles instead of a provider: never in production. */
export function developmentSignIn(
  identities: Readonly<Record<string, Identity>>,
  mint: (identity: Identity, lifetimeS: number) => Promise<string>,
): SignIn {
  const issue = async (role: string, subject?: string): Promise<Issued | undefined> => {
    const identity = Object.hasOwn(identities, role) ? identities[role] : undefined;
    if (identity === undefined) return undefined;
    const token = await mint({ ...identity, ...(subject !== undefined && { subject }) }, tokenLifeS);
    return {
      token,
      credential: { held: { role, ...(subject !== undefined && { subject }) }, keepForS: 7 * day },
    };
  };
  return {
    roles: Object.keys(identities).filter((role) => role !== 'partner'),
    takeRole: (role) => issue(role),
    visit: () => issue('guest', `guest-${randomUUID()}`),
    renew: async (held) => {
      const known = heldSchema.safeParse(held);
      return known.success ? issue(known.data.role, known.data.subject) : undefined;
    },
  };
}
