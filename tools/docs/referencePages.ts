import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphNames } from '../schema/sdl.ts';
import { errorsPage } from './errorsPage.ts';
import { eventsAsyncApi } from './eventsAsyncApi.ts';
import { eventsPage } from './eventsPage.ts';
import { graphqlPage } from './graphqlPage.ts';
import { settingsPage } from './settingsPage.ts';
import { generatedNote, page } from './text.ts';
import { webhooksOpenApi } from './webhooksOpenApi.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const whoIs =
  '*Who*: the scope or sign-in that a field needs; "partners too": it is also in the scoped schema of `/partner/graphql`; "between subgraphs only": at no endpoint.';

const subgraphPage = (name: string): string =>
  graphqlPage(
    `GraphQL: ${name}`,
    `What ${name} adds to the graph. Purpose and pitfalls: [subgraphs/${name}](../../../subgraphs/${name}/README.md). ${whoIs}`,
    read(`schema/subgraphs/${name}.graphql`),
  );

const indexPage = (names: readonly string[]): string =>
  page(
    generatedNote,
    '# Reference',
    'Everything here is generated from the code by `npm run docs`; `npm run docs:check` fails when a page differs from it.',
    [
      `- GraphQL: ${names.map((name) => `[${name}](graphql/${name}.md)`).join(', ')}, [shared values](graphql/values.md)`,
      '- [Events](events.md), also as AsyncAPI 3: [events.asyncapi.json](events.asyncapi.json)',
      '- HTTP beside GraphQL (webhooks of carriers, health, metrics, simulated clock) as OpenAPI 3.1: [http.openapi.json](http.openapi.json)',
      '- [Settings](settings.md)',
      '- [Error codes](error-codes.md)',
    ].join('\n'),
  );

/** Every file of docs/reference by its path there. */
export function referencePages(): Map<string, string> {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const names = subgraphNames();
  return new Map([
    ['README.md', indexPage(names)],
    ...names.map((name): [string, string] => [`graphql/${name}.md`, subgraphPage(name)]),
    [
      'graphql/values.md',
      graphqlPage(
        'GraphQL: shared values',
        `Part of every subgraph. ${whoIs}`,
        `${read('schema/shared/values.graphql')}\n${read('schema/shared/settings.graphql')}`,
      ),
    ],
    ['events.md', eventsPage()],
    ['events.asyncapi.json', json(eventsAsyncApi(version))],
    ['http.openapi.json', json(webhooksOpenApi(version))],
    ['settings.md', settingsPage()],
    ['error-codes.md', errorsPage()],
  ]);
}
