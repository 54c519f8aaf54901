/** How the sandbox treats a means of payment, by its token. */
export interface Behaviour {
  readonly outcome: 'APPROVED' | 'DECLINED';
  readonly code?: string;
  /** Answers only after a while. */
  readonly late?: boolean;
  /** The first call is not answered. */
  readonly silent?: boolean;
  /** The customer has to pass the provider's page first. */
  readonly action?: boolean;
  /** How often a capture is refused before one succeeds. */
  readonly refusedCaptures?: number;
  /** For how long it holds money, ms; for ever if absent. */
  readonly lastsMs?: number;
  /** Whether it can be renewed before it lapses. */
  readonly renewable?: boolean;
}

const hourMs = 3_600_000;

const behaviours: Readonly<Record<string, Behaviour>> = {
  tok_ok: { outcome: 'APPROVED' },
  tok_declined: { outcome: 'DECLINED', code: 'card_declined' },
  tok_timeout: { outcome: 'APPROVED', silent: true },
  tok_late_ok: { outcome: 'APPROVED', late: true },
  tok_late_declined: { outcome: 'DECLINED', code: 'insufficient_funds', late: true },
  tok_3ds_ok: { outcome: 'APPROVED', action: true },
  tok_3ds_declined: { outcome: 'DECLINED', code: 'authentication_failed', action: true },
  tok_capture_late: { outcome: 'APPROVED', refusedCaptures: 2 },
  tok_capture_fails: { outcome: 'APPROVED', refusedCaptures: Infinity },
  tok_short: { outcome: 'APPROVED', lastsMs: 48 * hourMs, renewable: true },
  tok_short_final: { outcome: 'APPROVED', lastsMs: 48 * hourMs },
};

const giftCard = /^tok_gift_(\d{1,9})(?:_[\w-]{1,60})?$/;

/** What the gift card of a token held at first, in minor units; undefined when it is none. */
export function giftCardMinor(token: string): number | undefined {
  const found = giftCard.exec(token);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** What a token stands for; one nobody knows is declined. */
export const behaviourOf = (token: string): Behaviour =>
  behaviours[token] ??
  (giftCard.test(token) ? { outcome: 'APPROVED' } : { outcome: 'DECLINED', code: 'unknown_token' });
