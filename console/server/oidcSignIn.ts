import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Issued, SignIn } from './signIn.ts';

/** The identity provider, as far as signing in goes. */
export interface OidcOptions {
  /** Its issuer, whose metadata lie below `.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  /** For a confidential client. */
  readonly clientSecret?: string;
  /** Words of the scope to ask for; `offline_access` gives sessions that outlive an access token. */
  readonly scopes: string;
  /** Named to the provider, so that the access token is for the graph. */
  readonly audience: string;
  readonly fetch: typeof fetch;
}

const metadataSchema = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});
const tokensSchema = z.object({ access_token: z.string().min(1), refresh_token: z.string().optional() });
const rememberedSchema = z.object({ state: z.string(), verifier: z.string() });
const heldSchema = z.object({ refreshToken: z.string() });

const keepForS = 12 * 3_600;
const waitMs = 8_000;
const random = (): string => randomBytes(32).toString('base64url');

type Ask = (address: string, init?: RequestInit) => Promise<Response>;
const asking =
  (send: typeof fetch): Ask =>
  (address, init) =>
    send(address, { ...init, signal: AbortSignal.timeout(waitMs) });

/** The provider's metadata, read once. */
function providerOf(issuer: string, ask: Ask): () => Promise<z.infer<typeof metadataSchema>> {
  let metadata: Promise<z.infer<typeof metadataSchema>> | undefined;
  const read = async () => {
    const answer = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    return metadataSchema.parse(await answer.json());
  };
  return () =>
    (metadata ??= read().catch((error: unknown) => {
      // Asked again by the next who signs in.
      metadata = undefined;
      throw error;
    }));
}

/** Authorization code with PKCE (RFC 6749, RFC 7636): the code is exchanged here, so that no page ever sees more than an access token. */
export function oidcSignIn(options: OidcOptions): SignIn {
  const ask = asking(options.fetch);
  const provider = providerOf(options.issuer, ask);
  const exchange = async (parameters: Record<string, string>): Promise<Issued | undefined> => {
    const { token_endpoint: address } = await provider();
    const body = new URLSearchParams({
      ...{ ...parameters, client_id: options.clientId },
      ...(options.clientSecret !== undefined && { client_secret: options.clientSecret }),
    });
    const answer = await ask(address, { method: 'POST', body });
    if (!answer.ok) return undefined;
    const tokens = tokensSchema.safeParse(await answer.json());
    if (!tokens.success) return undefined;
    const { access_token: token, refresh_token: given } = tokens.data;
    const refreshToken = given ?? parameters['refresh_token'] ?? '';
    return { token, credential: { held: { refreshToken }, keepForS } };
  };
  return {
    roles: [],
    takeRole: () => Promise.resolve(undefined),
    visit: () => Promise.resolve(undefined),
    async begin(callback) {
      const { authorization_endpoint: endpoint } = await provider();
      const [state, verifier] = [random(), random()];
      const address = new URL(endpoint);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      for (const [name, value] of Object.entries({
        ...{ response_type: 'code', client_id: options.clientId, redirect_uri: callback },
        ...{ scope: options.scopes, audience: options.audience, state },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      }))
        address.searchParams.set(name, value);
      return { address: address.href, remember: { state, verifier } };
    },
    async finish(query, remembered, callback) {
      const known = rememberedSchema.safeParse(remembered);
      const code = query.get('code');
      if (!known.success || code === null || query.get('state') !== known.data.state) return undefined;
      const { verifier } = known.data;
      return exchange({
        ...{ grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier },
      });
    },
    renew: async (held) => {
      const known = heldSchema.safeParse(held);
      if (!known.success || known.data.refreshToken === '') return undefined;
      return exchange({ grant_type: 'refresh_token', refresh_token: known.data.refreshToken });
    },
  };
}
