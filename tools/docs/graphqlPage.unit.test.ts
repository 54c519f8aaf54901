import { describe, expect, it } from 'vitest';
import { graphqlPage } from './graphqlPage.ts';

const sdl = `
type Query {
  "One order."
  order(id: ID!, depth: Int = 2): Order @requiresScopes(scopes: [["a:read", "b"], ["c"]]) @tag(name: "partner")
  old: Int @deprecated(reason: "Use | order.")
}
"An order."
type Order @tag(name: "internal") { "Its id." id: ID! secret: String @inaccessible }
union Result = Order | Zero
enum Zero { "Nothing." NONE }
input In { "How many." n: Int = 3 }
scalar Day
`;

describe('a GraphQL page', () => {
  const text = graphqlPage('T', 'About.', sdl);
  const has = (line: string): void => expect(text.split('\n')).toContain(line);

  it('says signature, access and meaning of each field', () => {
    has('| `order(id: ID!, depth: Int = 2): Order` | a:read and b or c; partners too | One order. |');
    has('| `secret: String` | between subgraphs only |  |');
    has('| `old: Int` |  | Deprecated: Use \\| order. |');
  });
  it('has a section for every kind of type, by name', () => {
    const titles = text.split('\n').filter((line) => line.startsWith('#'));
    expect(titles).toEqual([
      ...['# T', '## Queries', '## Types', '### scalar Day', '### input In', '### type Order'],
      ...['### union Result', '### enum Zero'],
    ]);
    has('One of `Order`, `Zero`.');
    has('| `NONE` | Nothing. |');
    has('| `n: Int = 3` | How many. |');
  });
});
