import type { IncomingMessage } from 'node:http';

/**
 * The address a request comes from. Behind `trustedProxies` proxies of ours it is the one the outermost of
 * them saw; what stands further left in `x-forwarded-for` was written by the caller and proves nothing.
 */
export function peerAddress(req: IncomingMessage, trustedProxies: number): string {
  const direct = req.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return direct;
  const forwarded = req.headers['x-forwarded-for'];
  if (forwarded === undefined) return direct;
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded).split(',');
  return hops[Math.max(0, hops.length - trustedProxies)]?.trim() ?? direct;
}
