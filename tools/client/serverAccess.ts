import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphError, type GraphServer } from './graphClient.ts';

/** How a tool names the server and its data folder on the command line. */
export interface AccessOptions {
  /** Such as `--url`. */
  readonly urlOption: string;
  /** Such as `--data`. */
  readonly dataOption: string;
}

/** The development tokens of a data folder, by caller. @throws Error that says what to do, if there are none. */
export function readDevTokens(dataDir: string, { dataOption }: AccessOptions): Record<string, string> {
  const file = join(dataDir, 'dev-tokens.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    throw new Error(
      `There are no tokens in ${file}. Name the data folder of the running server with ${dataOption} DIR; a server makes its tokens there when it starts in development.`,
    );
  }
}

/** Makes sure that a Promesse answers and believes the token. @throws Error that says what to do, if not. */
export async function requireAccess(
  server: GraphServer,
  token: string,
  dataDir: string,
  options: AccessOptions,
): Promise<void> {
  const { urlOption, dataOption } = options;
  const isThere = await fetch(new URL('/health/live', server.url)).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isThere)
    throw new Error(
      `No Promesse answers at ${server.url}. Start one with npm start, or name another with ${urlOption} URL.`,
    );
  try {
    await server.as(token).run('{ __typename }');
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'UNAUTHENTICATED') throw error;
    throw new Error(
      `The server at ${server.url} does not accept the tokens of ${join(dataDir, 'dev-tokens.json')}: they are too old or of another server. Name its data folder with ${dataOption} DIR; a restart makes new tokens.`,
    );
  }
}
