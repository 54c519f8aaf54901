import { describe, expect, it } from 'vitest';
import { listsWithoutSize } from './listSizes.ts';
import { subgraphNames, subgraphSdl } from './sdl.ts';

describe('the lists of the graph', () => {
  it.each(subgraphNames())('all say how long they are in %s', (name) => {
    expect(listsWithoutSize(subgraphSdl(name))).toEqual([]);
  });

  it('are found where they do not', () => {
    const sdl = `
      type Query { page(first: Int): Page! @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) other: Other }
      type Page { edges: [Row!]! rest: [Row!] }
      type Other { edges: [Row!]! known: [Row!]! @listSize(assumedSize: 3) theirs: [Row!] @external }
      type Row { names: [String!]! }`;
    expect(listsWithoutSize(sdl)).toEqual(['Page.rest', 'Other.edges', 'Row.names']);
  });
});
