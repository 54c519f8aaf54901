import { hash } from 'node:crypto';
import { subjectText, type PromiseSubject } from '../domain/subject.ts';

/** Names a text: 132 bits of its SHA-256, as 22 characters that are safe in URLs. */
export const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** Digest of a subject; the order of lines does not matter. */
export const subjectDigest = (subject: PromiseSubject): string => digestOf(subjectText(subject));
