const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const fields = (count: number): string => times(count, (at) => `f${at}`);
const on = (name: string, inner: string): string => `fragment ${name} on Q { ${inner} }`;
/** Each of `levels` fragments spreads the next one twice, the last one `below`. */
const doubled = (levels: number, below: string): string =>
  times(levels, (at) => {
    const next = at < levels - 1 ? `...D${at + 1}` : below;
    return on(`D${at}`, `${next} ... on Q { ${next} }`);
  });
const chain = (levels: number, below: string): string =>
  times(levels, (at) => on(`C${at}`, at < levels - 1 ? `...C${at + 1}` : below));
const inline = (levels: number, inside: string): string =>
  '... on Q {'.repeat(levels) + inside + '}'.repeat(levels);

/** Small texts that stand for very much work, each of a kind of its own; by what they are. */
export const bombs: Readonly<Record<string, string>> = {
  'ten doublings over a chain of 84 fragments': `{ ...D0 } ${doubled(10, '...C0')} ${chain(84, 'a')}`,
  'doublings over 90 nested inline fragments': `{ ...D0 } ${doubled(14, inline(90, 'a'))}`,
  'fields that are doubled 25 times': `{ ...F0 } ${times(25, (at) => on(`F${at}`, `a: q { ...F${at + 1} } b: q { ...F${at + 1} }`))} ${on('F25', 'x')}`,
  '100 fragments of 90 fields side by side': `{ ${times(100, (at) => `...F${at}`)} } ${times(100, (at) => on(`F${at}`, fields(90)))}`,
  '40 fields that each spread 100 fragments': `{ ${times(40, (at) => `a${at}: a { ${times(100, (of) => `...F${of}`)} }`)} } ${times(100, (at) => on(`F${at}`, 'a b c'))}`,
  '200 repeats of a field with 45 below': `{ ${times(200, () => `a { ${fields(45)} }`)} }`,
  'repeats in inline fragments': `{ ${times(100, () => `... on Q { a { ${fields(60)} } }`)} }`,
  'repeats two levels down': `{ ${times(100, () => `... on Q { a { ...F } }`)} } ${on('F', `b { ${times(60, () => '... on Q { c }')} }`)}`,
  'fragments nobody spreads that would merge': `{ a } ${on(
    'A',
    times(90, (at) => `...F${at}`),
  )} ${times(90, (at) => on(`F${at}`, `a { ${fields(60)} }`))}`,
  'fragments of one name': `{ a } ${times(99, () =>
    on(
      'F',
      times(25, () => 'a { b }'),
    ),
  )}`,
  'a large fragment behind each of 40 operations': `${times(40, (at) => `query O${at} { ...F }`)} ${on(
    'F',
    times(20, (at) => `a${at} { ...G }`),
  )} ${on('G', fields(90))}`,
  '2,000 operations': times(2_000, (at) => `query O${at} { a }`),
  '120 repeats of a field with 60 values': `{ ${times(120, () => `a(b: [${times(60, () => '1')}])`)} }`,
  'a value of 5,000 at a hundred places': `{ ${times(100, (at) => `a${at}: a { ...F }`)} } ${on('F', `b(c: [${times(5_000, () => '1')}])`)}`,
  'a chain of 33 fragments of 90 levels each': `{ ...C0 } ${times(33, (at) => on(`C${at}`, inline(90, at < 32 ? `...C${at + 1}` : 'a')))}`,
};
