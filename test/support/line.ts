import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line between a client and a server that can be cut, go silent, and lead elsewhere. */
export interface Line {
  readonly url: string;
  /** Later connections lead to this server. */
  leadTo(url: string): void;
  /** From now on nothing the server says arrives; it does not notice. */
  goSilent(): void;
  /** Cuts every connection; later ones work again. */
  cut(): void;
  /** Connections made so far. */
  made(): number;
  close(): Promise<void>;
}

export async function openLine(target: string): Promise<Line> {
  let to = new URL(target);
  let silent = false;
  let made = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    made += 1;
    const far = connect(Number(to.port), to.hostname);
    near.pipe(far);
    far.on('data', (chunk) => {
      if (!silent) near.write(chunk);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of [...open]) socket.destroy();
    silent = false;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => (to = new URL(url)),
    goSilent: () => (silent = true),
    cut,
    made: () => made,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
  };
}
