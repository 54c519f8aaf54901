import type { IncomingMessage, ServerResponse } from 'node:http';

/** Values of the `:name` parts of a route's path. */
export type PathParams = Readonly<Record<string, string>>;

/** Answers requests of one path on Node's own request and response. */
export interface NodeRoute {
  /** Upper-case method; absent: every method. */
  readonly method?: string;
  /** `/graphql`, `/webhooks/:carrier`, or a prefix such as `/files/*`. */
  readonly path: string;
  handle(req: IncomingMessage, res: ServerResponse, params: PathParams): void | Promise<void>;
}

/** A route that fits a path, with the path's parameters. */
export interface RouteMatch {
  readonly route: NodeRoute;
  readonly params: PathParams;
}

const noParams: PathParams = {};

const decodeSegment = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

function matchPattern(pattern: readonly string[], path: readonly string[]): PathParams | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part === '*') return params;
    const segment = path[index];
    if (segment === undefined) return undefined;
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined;
      continue;
    }
    const value = decodeSegment(segment);
    if (value === undefined || value === '') return undefined;
    params[part.slice(1)] = value;
  }
  return pattern.length === path.length ? params : undefined;
}

/** Finds every route that fits a path: exact paths first, then patterns in the order they were given. */
export function createRouteTable(routes: readonly NodeRoute[]): (path: string) => readonly RouteMatch[] {
  const exact = new Map<string, RouteMatch[]>();
  const patterns: { readonly parts: readonly string[]; readonly route: NodeRoute }[] = [];
  for (const route of routes) {
    if (/[:*]/.test(route.path)) patterns.push({ parts: route.path.split('/'), route });
    else exact.set(route.path, [...(exact.get(route.path) ?? []), { route, params: noParams }]);
  }
  return (path) => {
    const found = exact.get(path);
    if (found !== undefined) return found;
    const parts = path.split('/');
    return patterns.flatMap(({ parts: pattern, route }) => {
      const params = matchPattern(pattern, parts);
      return params === undefined ? [] : [{ route, params }];
    });
  };
}
