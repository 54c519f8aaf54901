import type { HttpRoute } from './httpRoute.ts';

/** The route of a request, or what is wrong with the address or the method. */
export type RouteMatch =
  | { readonly kind: 'route'; readonly route: HttpRoute; readonly params: Record<string, string> }
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'none' };

/** Find the route; `:name` parts match one path segment. */
export function matchRoute(routes: readonly HttpRoute[], method: string, path: string): RouteMatch {
  const allow: string[] = [];
  for (const route of routes) {
    const params = paramsOf(route.path, path);
    if (params === undefined) continue;
    if (route.method === method) return { kind: 'route', route, params };
    allow.push(route.method);
  }
  return allow.length === 0 ? { kind: 'none' } : { kind: 'method', allow };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  if (pattern === path) return {};
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
