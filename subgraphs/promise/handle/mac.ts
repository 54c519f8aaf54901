import { createHmac } from 'node:crypto';

/** The signature of a text, base64url. */
export type Mac = (text: string) => string;

/** HMAC-SHA256 (RFC 2104) under one secret. */
export const createMac =
  (secret: string): Mac =>
  (text) =>
    createHmac('sha256', secret).update(text, 'latin1').digest('base64url');
