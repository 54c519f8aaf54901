import type { IncomingHttpHeaders } from 'node:http';

/** What of a request tells where it comes from. */
interface Peer {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/**
 * The address a request comes from. Behind `trustedProxies` proxies of ours it is the one the outermost of
 * them saw; what stands further left in `x-forwarded-for` was written by the caller and proves nothing.
 */
export function peerAddress(req: Peer, trustedProxies: number): string {
  const direct = req.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const forwarded = req.headers['x-forwarded-for'];
  if (forwarded === undefined) return direct;
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded).split(',');
  return hops[Math.max(0, hops.length - trustedProxies)]?.trim() ?? direct;
}
