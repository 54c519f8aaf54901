// Mercurius with its JIT; it composes the subgraphs itself.
import mercuriusGateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

const { SUBGRAPHS, PORT } = process.env;
const app = Fastify();
await app.register(mercuriusGateway, {
  jit: 1,
  gateway: {
    services: ['accounts', 'inventory', 'products', 'reviews'].map((name) => ({
      name,
      url: `${SUBGRAPHS}/${name}`,
    })),
  },
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
