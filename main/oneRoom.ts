import { createSigner } from '../gateway/auth/signing.ts';
import { settingsFromEnvironment } from '../gateway/config.ts';
import { createPropagation } from '../gateway/http/propagation.ts';
import { httpSubgraphs } from '../gateway/upstream/httpSubgraphs.ts';
import { httpBus } from '../platform/bus/httpBus.ts';
import { redisBus } from '../platform/bus/redisBus.ts';
import { httpTarget } from '../platform/graph/httpTarget.ts';
import { serveSubgraph } from '../platform/graph/serveSubgraph.ts';
import { healthRoutes } from '../platform/http/health.ts';
import { uuidIds } from '../platform/ids/ids.ts';
import { staffLocations } from '../retailer/loadRetailer.ts';
import type { AppConfig } from './config.ts';
import { journalMetrics } from './journalMetrics.ts';
import { openDatabase, openDataDir } from './database.ts';
import { openHouse, openRoom } from './house.ts';
import { openGateway } from './openGateway.ts';
import { roomNames, type RoomName } from './roomNames.ts';
import { openSecrets } from './secrets.ts';
import { openTokens } from './tokens.ts';
import type { Running } from './oneProcess.ts';

/** Address of a room in a process of its own. */
const urlOf = ({ ROOM_HOST, ROOM_PORT_BASE }: AppConfig, room: string): string =>
  `http://${ROOM_HOST}:${ROOM_PORT_BASE + roomNames.indexOf(room as RoomName)}`;

/** The gateway alone: rooms are reached over signed HTTP. */
export async function startGatewayOnly(config: AppConfig): Promise<Running> {
  openDataDir(config);
  const house = openHouse(config);
  const secrets = openSecrets(config);
  const tokens = await openTokens(config);
  const newNonce = uuidIds();
  const transports = httpSubgraphs({
    propagation: createPropagation(settingsFromEnvironment().door.propagation),
    signer: createSigner({ secret: secrets.room, nowMs: Date.now, newNonce }),
    urlOf: ({ name }) => `${urlOf(config, name)}/graphql`,
  });
  const reachable = async (room: string): Promise<true | string> => {
    const answer = await fetch(`${urlOf(config, room)}/health/ready`);
    return answer.ok ? true : `answers ${answer.status}`;
  };
  const readiness = Object.fromEntries(roomNames.map((room) => [room, () => reachable(room)]));
  const gateway = await openGateway(house, { transports, tokens, routes: [], readiness });
  const minted = await tokens.mint(config.EMPTY === 'yes' ? [] : staffLocations(house.clock));
  const port = await gateway.listen(config.PORT, config.HOST);
  return { house, url: `http://${config.HOST}:${port}`, tokens: minted, embedded: false };
}

/** One room alone, behind signed HTTP; events travel by the bus of all processes. */
export async function startRoomOnly(config: AppConfig, name: RoomName): Promise<Running> {
  openDataDir(config);
  const house = openHouse(config);
  const { lifecycle, log } = house;
  const secrets = openSecrets(config);
  const newId = uuidIds();
  const database = await openDatabase(config);
  const peers = Object.fromEntries(
    roomNames.filter((room) => room !== name).map((room) => [room, urlOf(config, room)]),
  );
  const viaHttp =
    config.REDIS_URL === undefined
      ? httpBus({ room: name, peers, secret: secrets.room, newId, log })
      : undefined;
  const bus = viaHttp ?? (await redisBus({ url: config.REDIS_URL ?? '', log }));
  lifecycle.started('bus', () => bus.close());
  const targets = new Map(
    Object.entries(peers).map(([room, url]) => [room, httpTarget({ url, secret: secrets.room, newId })]),
  );
  for (const [room, each] of targets) lifecycle.started(`way to ${room}`, () => each.close());
  const target = (room: string) => {
    const found = targets.get(room);
    if (found === undefined) throw new Error(`There is no room ${room}.`);
    return found;
  };
  const settings = {
    secrets,
    production: config.NODE_ENV === 'production',
  };
  const service = await openRoom(house, name, {
    ...{ uri: database.uri, bus, target, settings, soleWriter: false },
    // A room that came back should not wait a minute for what it was told meanwhile.
    sweepEveryMs: 5_000,
  });
  await service.start();
  lifecycle.started(name, () => service.stop());
  const host = await serveSubgraph(service, {
    port: config.ROOM_PORT_BASE + roomNames.indexOf(name),
    host: config.ROOM_HOST,
    ...{ secret: secrets.room, log, newId },
    routes: [
      ...(viaHttp === undefined ? [] : [viaHttp.route]),
      journalMetrics('/metrics', house.databases, house.clock, { processFigures: true }),
      ...healthRoutes(() => ({ room: () => Promise.resolve(lifecycle.stopping() ? 'stopping' : true) })),
    ],
  });
  lifecycle.started('http', () => host.stop());
  return { house, url: host.url, tokens: {}, embedded: false };
}
