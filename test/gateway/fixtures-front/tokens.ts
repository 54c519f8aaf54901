import type { JWTPayload } from 'jose';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { TokenVerifier } from '../../../gateway/auth/authenticate.ts';
import { createJwtVerifier } from '../../../gateway/auth/jwtVerifier.ts';

export const issuer = 'https://issuer.test/';
export const audience = 'graph';

/** An issuer of tokens with a key of its own, and the verifier that trusts it. */
export async function createIssuer(nowMs: () => number = Date.now) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'test' };
  const jwks = { keys: [jwk] };
  const verifier: TokenVerifier = createJwtVerifier({
    issuer,
    audience,
    algorithms: ['ES256'],
    keys: { jwks },
    nowMs,
  });
  /** A token; claims override the usual ones, `undefined` leaves one out. */
  const token = (claims: Record<string, unknown> = {}): Promise<string> => {
    const nowS = Math.floor(nowMs() / 1_000);
    const payload: JWTPayload = {
      iss: issuer,
      aud: audience,
      sub: 'u-1',
      iat: nowS,
      exp: nowS + 600,
      ...claims,
    };
    for (const name of Object.keys(payload)) if (payload[name] === undefined) delete payload[name];
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(privateKey);
  };
  const bearer = async (claims?: Record<string, unknown>) => ({
    authorization: `Bearer ${await token(claims)}`,
  });
  return { jwks, jwk, publicKey, verifier, token, bearer };
}
