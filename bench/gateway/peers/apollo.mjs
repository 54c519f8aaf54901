// Stock Apollo: its standalone server in front of its gateway, everything else as it comes.
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { SUPERGRAPH, PORT } = process.env;
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH, 'utf8') });
const server = new ApolloServer({ gateway, introspection: false });
await startStandaloneServer(server, { listen: { port: Number(PORT), host: '127.0.0.1' } });
