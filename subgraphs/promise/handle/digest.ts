import { hash } from 'node:crypto';

/** Names a text: 132 bits of its SHA-256, as 22 characters that are safe in URLs. */
export const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
