import type { SubgraphHeaders } from './answer.ts';
import { SubgraphUnavailable } from './subgraphUnavailable.ts';

/** What the head of an HTTP/1.1 answer says about what follows it. */
export interface AnswerHead {
  readonly status: number;
  /** Bytes of the body; undefined when no length is given. */
  readonly length: number | undefined;
  readonly chunked: boolean;
  /** False when the server closes the connection after this answer. */
  readonly reusable: boolean;
  /** Milliseconds the server says it keeps an idle connection; undefined when it does not say. */
  readonly keepMs: number | undefined;
}

/** The subgraph's answer is not HTTP/1.1 as it is written here; `message` says what is wrong with it. */
export const badAnswer = (message: string): SubgraphUnavailable =>
  new SubgraphUnavailable('SUBGRAPH_BAD_ANSWER', message);

const statusLine = /^HTTP\/1\.([01]) (\d{3})(?:[ \r]|$)/;

/** Calls back with where each header begins, has its colon, and ends. */
function eachHeader(head: string, visit: (from: number, colon: number, to: number) => void): void {
  let at = head.indexOf('\r\n');
  while (at >= 0) {
    const from = at + 2;
    at = head.indexOf('\r\n', from);
    const to = at < 0 ? head.length : at;
    const colon = head.indexOf(':', from);
    // No name, a folded line, or blanks before the colon: things two readers could understand in two ways.
    if (colon <= from || colon > to || isBlank(head, from) || isBlank(head, colon - 1)) {
      throw badAnswer("A header of the subgraph's answer is malformed.");
    }
    visit(from, colon, to);
  }
}

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Reads a head, from the status line to the last header, without the empty line. */
export function parseHead(head: string): AnswerHead {
  const first = statusLine.exec(head);
  if (first === null) throw badAnswer('The subgraph did not answer with HTTP/1.1.');
  let length: number | undefined;
  let chunked = false;
  let reusable = first[1] === '1';
  let keepMs: number | undefined;
  eachHeader(head, (from, colon, to) => {
    // Most headers do not matter here: their length alone tells that.
    const size = colon - from;
    if (size !== 14 && size !== 17 && size !== 10) return;
    const name = head.slice(from, colon).toLowerCase();
    const value = head.slice(colon + 1, to).trim();
    if (name === 'content-length') {
      if (!/^\d{1,15}$/.test(value) || (length ?? Number(value)) !== Number(value)) {
        throw badAnswer("The content-length of the subgraph's answer is not valid.");
      }
      length = Number(value);
    } else if (name === 'transfer-encoding') {
      if (chunked || value.toLowerCase() !== 'chunked')
        throw badAnswer('The subgraph answered with a transfer encoding other than chunked.');
      chunked = true;
    } else if (name === 'connection') {
      const said = value.toLowerCase();
      if (said.includes('close')) reusable = false;
      else if (said.includes('keep-alive')) reusable = true;
    } else if (name === 'keep-alive') {
      const seconds = /timeout=(\d{1,6})/.exec(value)?.[1];
      if (seconds !== undefined) keepMs = Number(seconds) * 1_000;
    }
  });
  if (chunked && length !== undefined)
    throw badAnswer('The subgraph answered both with a content-length and in chunks.');
  return { status: Number(first[2]), length, chunked, reusable, keepMs };
}

/** Headers as names (lower case) and values; repeated ones keep every value. */
export function readHeaders(head: string): SubgraphHeaders {
  const headers: Record<string, string | string[]> = {};
  eachHeader(head, (from, colon, to) => {
    addHeader(headers, head.slice(from, colon), head.slice(colon + 1, to).trim());
  });
  return headers;
}

/** Adds one header to those read so far. */
export function addHeader(headers: Record<string, string | string[]>, given: string, value: string): void {
  const name = given.toLowerCase();
  const known = headers[name];
  if (known === undefined) headers[name] = value;
  else if (typeof known === 'string') headers[name] = [known, value];
  else known.push(value);
}
