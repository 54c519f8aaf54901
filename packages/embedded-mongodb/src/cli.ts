#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from './start.ts';

const help = `Starts the embedded database alone and prints its connection string.

  embedded-mongodb --data DIR [--port 27017] [--host 127.0.0.1] [--socket FILE.sock] [--test-commands]

  --data DIR        where the data lies; made when it is missing
  --port N          a TCP port on the loopback address; 0 for any free one
  --host ADDRESS    127.0.0.1, ::1 or localhost
  --socket FILE     a socket file instead of a port; its name must end in .sock
  --test-commands   allows configureFailPoint
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '27017' },
    host: { type: 'string', default: '127.0.0.1' },
    socket: { type: 'string' },
    'test-commands': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || !values.data) {
  process.stdout.write(help);
  process.exit(values.help ? 0 : 2);
}

try {
  const server = await startEmbeddedMongo({
    dataDir: values.data,
    port: Number(values.port),
    host: values.host,
    testCommands: values['test-commands'],
    ...(values.socket !== undefined && { socketPath: values.socket }),
  });
  process.stdout.write(`${server.uri}\n`);
  const stop = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
