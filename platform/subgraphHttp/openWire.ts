import { PlainWire } from './plainWire.ts';
import { UndiciWire } from './undiciWire.ts';
import type { Wire, WireOptions } from './wire.ts';

/** Kept connections to an address: plain sockets for `http:`, undici for everything that needs TLS. */
export const openWire = (options: WireOptions): Wire =>
  options.url.protocol === 'http:' ? new PlainWire(options) : new UndiciWire(options);
