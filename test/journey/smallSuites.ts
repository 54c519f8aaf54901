/** A specification in MongoDB's unified format, small enough to be read here. */
export const oneSpecification = {
  description: 'insert',
  schemaVersion: '1.0',
  createEntities: [
    { client: { id: 'client0' } },
    { database: { id: 'database0', client: 'client0', databaseName: 'small' } },
    { collection: { id: 'collection0', database: 'database0', collectionName: 'things' } },
  ],
  initialData: [{ collectionName: 'things', databaseName: 'small', documents: [{ _id: 1, x: 11 }] }],
  tests: [
    {
      description: 'one document',
      operations: [
        {
          name: 'insertOne',
          object: 'collection0',
          arguments: { document: { _id: 2, x: 22 } },
          expectResult: { insertedId: { $$unsetOrMatches: 2 } },
        },
      ],
      outcome: [
        {
          collectionName: 'things',
          databaseName: 'small',
          documents: [
            { _id: 1, x: 11 },
            { _id: 2, x: 22 },
          ],
        },
      ],
    },
  ],
};

/** A server that speaks as the public federation audit does: one suite of one case over one subgraph. */
export const auditSuite = `
import { createServer } from 'node:http';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
const port = Number(process.argv[process.argv.indexOf('--port') + 1]);
const typeDefs = parse('type Query { hello: String }');
const { supergraphSdl } = composeServices([{ name: 'a', url: \`http://localhost:\${port}/one/a\`, typeDefs }]);
const answers = {
  '/ids': JSON.stringify(['one']),
  '/one/supergraph': supergraphSdl,
  '/one/tests': JSON.stringify([{ query: '{ hello }', expected: { data: { hello: 'world' } } }]),
  '/one/a': JSON.stringify({ data: { hello: 'world' } }),
};
createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(answers[request.url]);
}).listen(port);
`;
