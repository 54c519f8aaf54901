import { webhookBody } from '../../subgraphs/shipping/webhooks/body.ts';
import { carePaths } from './carePaths.ts';
import { jsonSchemaOf, type Json } from './jsonSchema.ts';
import { answer, errorSchema, objectOf, refusal, textAnswer } from './openApiParts.ts';

const header = (name: string, description: string, type = 'string'): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type },
});

const carrierWebhook: Json = {
  operationId: 'carrierWebhook',
  summary: 'A carrier reports what happened to a parcel.',
  description:
    'Signed as Standard Webhooks (https://www.standardwebhooks.com). Applied once by `webhook-id`; each report once by its `eventId`. Reports may come late, twice and in any order.',
  parameters: [
    {
      ...{ name: 'carrier', in: 'path', required: true, description: 'Carrier code.' },
      schema: { type: 'string' },
    },
    header('webhook-id', 'Unique for each message, 1 to 255 visible ASCII characters.'),
    header('webhook-timestamp', 'Seconds since 1970, at most five minutes from the clock here.'),
    header(
      'webhook-signature',
      '`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between.',
    ),
  ],
  requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(webhookBody) } } },
  responses: {
    200: answer(
      'Recorded, or known already.',
      objectOf({ applied: { type: 'integer' }, duplicate: { type: 'boolean' } }),
    ),
    400: refusal('BAD_USER_INPUT', 'the body is wrong'),
    401: refusal('BAD_SIGNATURE', 'the signature is wrong, missing or too old'),
    404: refusal('NOT_FOUND', 'no such carrier, or no parcel with this code yet: send it again later'),
    500: refusal('INTERNAL', 'a fault of ours: send it again'),
  },
};

const clock: Json = {
  operationId: 'moveClock',
  summary: 'Moves a simulated clock forward and waits until every subgraph is quiet.',
  description: 'Only a server that was started with a simulated clock has it.',
  security: [{ bearer: ['clock:write'] }],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: objectOf({ to: { type: 'string', format: 'date-time' } }) } },
  },
  responses: Object.fromEntries([
    ...[200, 202].map((status) => [
      String(status),
      answer(
        status === 200 ? 'Moved, and all is quiet.' : 'Moved; some work is still going on.',
        objectOf({ now: { type: 'string', format: 'date-time' }, settled: { type: 'boolean' } }),
      ),
    ]),
    ['400', refusal('BAD_USER_INPUT', '`to` is no instant')],
    ['401', refusal('UNAUTHENTICATED', 'no valid token')],
    ['403', refusal('FORBIDDEN', 'not an admin')],
    ['409', refusal('CONFLICT', 'the clock only moves forward')],
  ]),
};

const status = objectOf({ status: { type: 'string' } });
const get = (operationId: string, summary: string, responses: Json): Json => ({
  get: { operationId, summary, responses },
});

/** What there is over HTTP beside GraphQL, as an OpenAPI 3.1 document. */
export const webhooksOpenApi = (version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Promesse: HTTP beside GraphQL',
    version,
    description: 'The graph itself is at /graphql and /partner/graphql.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: 'http://127.0.0.1:4000' }],
  paths: {
    '/webhooks/carriers/{carrier}': { post: carrierWebhook },
    ...carePaths,
    '/health/live': get('live', 'Whether the process runs; asks nobody else.', {
      200: answer('It runs.', status),
    }),
    '/health/ready': get('ready', 'Whether requests can be served now.', {
      200: answer('Ready.', status),
      503: answer('Not ready, or stopping; the body says why.', status),
    }),
    '/metrics': get('metrics', 'Figures of the gateway, for Prometheus.', {
      200: textAnswer('The figures.'),
    }),
    '/metrics/subgraphs': get('subgraphMetrics', 'How far events lag behind, for Prometheus.', {
      200: textAnswer('The figures.'),
    }),
    '/admin/clock': { post: clock },
  },
  components: {
    schemas: { Error: errorSchema },
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  },
});
