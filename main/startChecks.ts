import { createServer } from 'node:net';

const oldest = [20, 19] as const;

/** Why this Node cannot run Promesse; undefined when it can. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return fits ? undefined : `Promesse needs Node ${oldest.join('.')} or newer; this is ${version}.`;
}

/** Rejects, saying what to do, when nobody can listen there: better now than after everything was started. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port, host)));
    server.listen({ port, host, exclusive: true }, () => resolve());
  });
  await new Promise((resolve) => server.close(resolve));
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} of ${host} is in use; stop what listens there, or choose another with --port.`,
    EACCES: `Port ${port} needs more rights than this process has; choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `This machine has no address ${host}; set HOST to one it has.`,
  };
  return new Error(why[error.code ?? ''] ?? `Nobody can listen on ${host}:${port}: ${error.message}`);
}
