import { connect } from 'node:net';

/** Sends bytes as they are and reads what comes until the connection closes, or until nobody says anything for long. */
export function exchangeBytes(url: string, bytes: string | Buffer, silentMs = 20_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.setTimeout(silentMs, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever is cut off while still writing has been refused, too.
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve(answer);
      else reject(error);
    });
  });
}

/** Every status line of an answer, of one request or of several. */
export const statusesOf = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
