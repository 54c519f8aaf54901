import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Puts values into text that only holders of the secret can read or make. */
export interface Sealed {
  seal(value: object, untilMs: number): string;
  /** The value; undefined when the text is not ours, was changed, or its time is over. */
  open(text: string): unknown;
}

/** AES-256-GCM under a key of its own, made from the deployment's secret, so that every process can open it. */
export function createSealed(secret: string, purpose: string, nowMs: () => number): Sealed {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    seal(value, untilMs) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(JSON.stringify({ value, untilMs }), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(text) {
      try {
        const bytes = Buffer.from(text, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        const body = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
        const { value, untilMs } = JSON.parse(body.toString('utf8')) as { value: unknown; untilMs: number };
        return untilMs > nowMs() ? value : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
