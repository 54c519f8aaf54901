import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { feedSdl, plainSdl, securedSdl, subgraphNames } from './sdl.ts';

interface Part {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
}

function compose(parts: readonly Part[]): string {
  const result = composeServices(parts.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })));
  if (compositionHasErrors(result)) throw new Error(result.errors.map((error) => error.message).join('\n'));
  return result.supergraphSdl;
}

/** The supergraph of the four subgraphs, with or without fields for members only. */
export const composeShop = (base: string, kind: 'plain' | 'secured'): string =>
  compose(
    subgraphNames.map((name) => ({
      name,
      sdl: kind === 'plain' ? plainSdl[name] : securedSdl(name),
      url: `${base}/${name}`,
    })),
  );

export const composeFeed = (url: string): string => compose([{ name: 'feed', sdl: feedSdl, url }]);
