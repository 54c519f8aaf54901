import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MessageGroup } from '../domain/codes.ts';

/** A token that says: whoever holds this link was sent it for that purpose. It does not end. */
export const signToken = (purpose: string, subject: string, secret: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${subject}`).digest('base64url');

/** Was this token made for that purpose and subject? */
export function isSigned(token: string, purpose: string, subject: string, secret: string): boolean {
  const wanted = Buffer.from(signToken(purpose, subject, secret));
  const given = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The live order page of an order, as the retailer's address pattern has it; undefined without one. */
export const orderLink = (pattern: string, orderId: string, secret: string): string | undefined =>
  pattern === ''
    ? undefined
    : pattern
        .replaceAll('{orderId}', encodeURIComponent(orderId))
        .replaceAll('{token}', signToken('order', orderId, secret));

/** The pattern of this application's own live order page; empty where customers cannot reach it. */
export const ownOrderPage = ({ publicUrl }: { readonly publicUrl?: string }): string =>
  publicUrl === undefined ? '' : `${publicUrl}/track/{orderId}?token={token}`;

/** Groups that end by one click. */
export const withLink: readonly MessageGroup[] = ['SURVEY'];
export const unsubscribePath = '/care/unsubscribe';

/** Address that switches a group of messages off by one POST (RFC 8058); undefined where it cannot be reached. */
export function unsubscribeLink(
  { publicUrl, linkSecret }: { readonly publicUrl?: string; readonly linkSecret: string },
  owner: string,
  group: MessageGroup,
): string | undefined {
  if (publicUrl === undefined || !withLink.includes(group)) return undefined;
  const token = signToken('unsubscribe', `${group} ${owner}`, linkSecret);
  return `${publicUrl}${unsubscribePath}?${new URLSearchParams({ who: owner, of: group, token }).toString()}`;
}

export const surveyPath = '/care/survey';

/** Links of one click for each rating from 1 to 5; none where they cannot be reached. */
export function surveyLinks(
  { publicUrl, linkSecret }: { readonly publicUrl?: string; readonly linkSecret: string },
  orderId: string,
): string[] {
  if (publicUrl === undefined) return [];
  const token = signToken('survey', orderId, linkSecret);
  return [1, 2, 3, 4, 5].map(
    (rating) =>
      `${publicUrl}${surveyPath}?${new URLSearchParams({ order: orderId, token, rating: String(rating) }).toString()}`,
  );
}
