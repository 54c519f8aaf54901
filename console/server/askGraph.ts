import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an operation came to. */
export interface Answered<Result> {
  readonly data: Result | undefined;
  /** Code of the first error. */
  readonly code: string | undefined;
}

/** Asks the graph one of the console's own operations, by its name, without any identity. */
export type AskGraph = <Result>(name: string, variables: object) => Promise<Answered<Result>>;

interface Manifest {
  readonly operations: readonly { readonly name: string; readonly body: string }[];
}

const waitMs = 10_000;

/** A client of the public graph at an address: what the pages of the server ask, anybody could ask. */
export function askGraphAt(address: () => string): AskGraph {
  const file = join(import.meta.dirname, '../generated/safelist.json');
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const texts = new Map(operations.map(({ name, body }) => [name, body]));
  return async <Result>(name: string, variables: object): Promise<Answered<Result>> => {
    const answer = await fetch(`${address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: texts.get(name), operationName: name, variables }),
      signal: AbortSignal.timeout(waitMs),
    });
    const { data, errors } = (await answer.json()) as {
      readonly data?: Result | null;
      readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    };
    return { data: data ?? undefined, code: errors?.[0] && (errors[0].extensions?.code ?? 'UNKNOWN') };
  };
}
