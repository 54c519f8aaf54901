import { hash } from 'node:crypto';

/** Length of a block and of a digest of SHA-256, bytes. */
const blockBytes = 64;
const digestBytes = 32;

/** The signature of an ASCII text, base64url. */
export type Mac = (text: string) => string;

/**
 * HMAC-SHA256 as RFC 2104 writes it, over Node's one-shot hash: an `Hmac` object for each signature cost twice the
 * hashing itself, and as much again when it was collected. Texts up to `usualLength` are hashed from one piece of memory.
 */
export function createMac(secret: string, usualLength: number): Mac {
  const key = Buffer.alloc(blockBytes);
  const given = Buffer.from(secret, 'utf8');
  (given.length > blockBytes ? hash('sha256', given, 'buffer') : given).copy(key);
  const padded = (byte: number, subgraph: number): Buffer =>
    Buffer.concat([key.map((value) => value ^ byte), Buffer.alloc(subgraph)]);
  const inner = padded(0x36, usualLength);
  const outer = padded(0x5c, digestBytes);
  return (text) => {
    const bytes = text.length <= usualLength ? inner : Buffer.concat([inner], blockBytes + text.length);
    bytes.write(text, blockBytes, 'latin1');
    const digest = hash('sha256', bytes.subarray(0, blockBytes + text.length), 'binary');
    outer.write(digest, blockBytes, 'latin1');
    return hash('sha256', outer, 'base64url');
  };
}
