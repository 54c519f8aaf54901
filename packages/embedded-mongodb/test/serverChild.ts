import { startEmbeddedMongo } from '../src/start.ts';

/** The embedded server as a process of its own, for tests that kill it: `serverChild.ts DIR`, says its URI to its parent. */
const [dataDir] = process.argv.slice(2);
if (!dataDir || !process.send) throw new Error('serverChild.ts is started by startServerProcess');
const server = await startEmbeddedMongo({ dataDir, port: 0 });
process.send({ uri: server.uri });
process.on('disconnect', () => process.exit(0));
