import type { IncomingHttpHeaders } from 'node:http';
import type { RequestScope, SubgraphHeaders } from '../engine/types.ts';

/** A header or a cookie of the caller that some subgraphs may see. */
export interface RequestRule {
  /** Lower-case header name. Exactly one of `header` and `cookie` is given. */
  readonly header?: string;
  /** Name of one cookie; the others stay at the gateway. */
  readonly cookie?: string;
  /** Which subgraphs get it. @default all */
  readonly subgraphs?: readonly string[];
}

/** A header of subgraph answers that the caller may see. */
export interface ResponseRule {
  /** Lower-case header name. */
  readonly header: string;
  /** Which value wins when several subgraphs send it; `all` keeps each one (Set-Cookie). */
  readonly keep: 'first' | 'last' | 'all';
  /** Whose headers count. @default all */
  readonly subgraphs?: readonly string[];
}

export interface PropagationRules {
  readonly request: readonly RequestRule[];
  readonly response: readonly ResponseRule[];
}

/** Takes response headers, as a `ServerResponse` does. */
interface HeaderSink {
  setHeader(name: string, value: string | readonly string[]): unknown;
}

/** Collects response headers over one request. */
export interface HeaderCollector {
  /** Given to the request's scope; absent when no rule asks for response headers. */
  readonly onSubgraphHeaders?: NonNullable<RequestScope['onSubgraphHeaders']>;
  apply(res: HeaderSink): void;
}

export interface Propagation {
  /** What of a caller's headers may ever leave the gateway. */
  incoming(headers: IncomingHttpHeaders): Readonly<Record<string, string>>;
  /** What one subgraph gets. */
  forSubgraph(subgraph: string, headers: Readonly<Record<string, string>>): Record<string, string>;
  collect(): HeaderCollector;
}

/** Never forwarded by a rule: they belong to one connection, or say who is asking. */
const forbidden = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const applies = (rule: { readonly subgraphs?: readonly string[] }, subgraph: string): boolean =>
  rule.subgraphs === undefined || rule.subgraphs.includes(subgraph);

const cookiesNamed = (cookie: string, names: ReadonlySet<string>): string =>
  cookie
    .split(';')
    .map((part) => part.trim())
    .filter((part) => names.has(part.slice(0, Math.max(0, part.indexOf('=')))))
    .join('; ');

function pick(
  rules: readonly RequestRule[],
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const picked: Record<string, string> = {};
  const cookies = new Set<string>();
  for (const { header, cookie } of rules) {
    if (cookie !== undefined) cookies.add(cookie);
    else if (header !== undefined && headers[header] !== undefined) picked[header] = headers[header];
  }
  const sent = headers['cookie'];
  if (cookies.size > 0 && sent !== undefined) {
    const kept = cookiesNamed(sent, cookies);
    if (kept !== '') picked['cookie'] = kept;
  }
  return picked;
}

function createCollector(rules: readonly ResponseRule[]): HeaderCollector {
  const kept = new Map<string, string[]>();
  const keep = ({ header, keep: how }: ResponseRule, values: readonly string[]): void => {
    const before = kept.get(header);
    if (before === undefined || how === 'last') kept.set(header, [...values]);
    else if (how === 'all') before.push(...values);
  };
  return {
    onSubgraphHeaders(subgraph: string, headers: SubgraphHeaders) {
      for (const rule of rules) {
        const value = headers[rule.header];
        if (value !== undefined && applies(rule, subgraph))
          keep(rule, typeof value === 'string' ? [value] : value);
      }
    },
    apply(res) {
      for (const [header, values] of kept)
        res.setHeader(header, values.length === 1 ? (values[0] as string) : values);
    },
  };
}

const silent: HeaderCollector = { apply: () => undefined };

const nothing: Readonly<Record<string, string>> = Object.freeze({});

/** Headers with one text each; one that came several times is joined as HTTP allows. */
const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** Header and cookie propagation by rule; what no rule names does not pass, in either direction. */
export function createPropagation(rules: PropagationRules): Propagation {
  for (const { header } of [...rules.request, ...rules.response]) {
    if (header !== undefined && forbidden.has(header))
      throw new Error(`The header ${header} cannot be propagated.`);
  }
  return {
    incoming: (headers) => (rules.request.length === 0 ? nothing : pick(rules.request, flat(headers))),
    forSubgraph: (subgraph, headers) =>
      pick(
        rules.request.filter((rule) => applies(rule, subgraph)),
        headers,
      ),
    collect: () => (rules.response.length === 0 ? silent : createCollector(rules.response)),
  };
}
