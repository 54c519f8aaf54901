/** The value of a cookie of a request; undefined without one. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** What a cookie is for. */
export interface CookieRules {
  readonly name: string;
  /** `Lax` where another site leads the browser back to us. */
  readonly sameSite: 'Strict' | 'Lax';
  readonly path: string;
  /** Sent over TLS alone. */
  readonly secure: boolean;
}

/** The header that sets a cookie which no script can read; with 0 seconds it takes it away. */
export const setCookie = (rules: CookieRules, value: string, maxAgeS: number): string =>
  [
    `${rules.name}=${value}`,
    `Path=${rules.path}`,
    `Max-Age=${maxAgeS}`,
    'HttpOnly',
    `SameSite=${rules.sameSite}`,
    ...(rules.secure ? ['Secure'] : []),
  ].join('; ');
