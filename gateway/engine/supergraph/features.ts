import type { DirectiveNode, DocumentNode } from 'graphql';
import { Kind } from 'graphql';

/** A specification the supergraph links to, with the names it uses for that specification's directives. */
export interface Feature {
  /** `https://specs.apollo.dev/join` without the version. */
  readonly identity: string;
  readonly major: number;
  readonly minor: number;
  /** `SECURITY` and `EXECUTION` features must be understood by whoever runs the supergraph. */
  readonly purpose: string | undefined;
  /** Prefix of names that are not imported: `join` in `@join__type`. */
  readonly prefix: string;
  /** Imported names: original (`@authenticated`) to the name used in this document (`@auth`). */
  readonly imports: ReadonlyMap<string, string>;
}

const spec = 'https://specs.apollo.dev/';

/** Highest version of each specification this engine implements; an unknown one with a purpose stops the start. */
const understood: Readonly<Record<string, { major: number; minor: number }>> = {
  [`${spec}core`]: { major: 0, minor: 2 },
  [`${spec}link`]: { major: 1, minor: 0 },
  [`${spec}join`]: { major: 0, minor: 5 },
  [`${spec}tag`]: { major: 0, minor: 3 },
  [`${spec}inaccessible`]: { major: 0, minor: 2 },
  [`${spec}authenticated`]: { major: 0, minor: 1 },
  [`${spec}requiresScopes`]: { major: 0, minor: 1 },
  [`${spec}policy`]: { major: 0, minor: 1 },
  [`${spec}cost`]: { major: 0, minor: 1 },
};

/** Reads the `@link` (or `@core`) directives of a supergraph. */
export function readFeatures(document: DocumentNode): readonly Feature[] {
  const features: Feature[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      const feature = readLink(directive);
      if (feature) features.push(feature);
    }
  }
  return features;
}

/** Refuses a supergraph that asks for something this engine would silently not do. */
export function checkFeatures(features: readonly Feature[]): void {
  if (!features.some((feature) => feature.identity === `${spec}join`)) {
    throw new Error(
      'This is not a Federation 2 supergraph: its schema does not link to the join specification.',
    );
  }
  // Its fields take arguments from data of other subgraphs: without that they would be answered wrongly, not fail.
  if (features.some((feature) => feature.identity === `${spec}context`)) {
    throw new Error('The supergraph uses @context and @fromContext, which this gateway does not implement.');
  }
  const foreign = features.filter((feature) => feature.purpose !== undefined && !isUnderstood(feature));
  if (foreign.length > 0) {
    const names = foreign.map((f) => `${f.identity}/v${f.major}.${f.minor} (${f.purpose})`).join(', ');
    throw new Error(`The supergraph needs features this gateway does not implement: ${names}.`);
  }
}

/** The name this supergraph gives to a directive of a linked specification, or undefined when it is not linked. */
export function directiveName(
  features: readonly Feature[],
  specification: string,
  directive: string,
): string | undefined {
  const feature = features.find((candidate) => candidate.identity === spec + specification);
  if (!feature) return undefined;
  const imported = feature.imports.get(`@${directive}`);
  if (imported !== undefined) return imported.slice(1);
  return directive === specification ? feature.prefix : `${feature.prefix}__${directive}`;
}

function isUnderstood(feature: Feature): boolean {
  const known = understood[feature.identity];
  if (!known || known.major !== feature.major) return false;
  return feature.minor <= known.minor;
}

function readLink(directive: DirectiveNode): Feature | undefined {
  const argument = (name: string) => directive.arguments?.find((a) => a.name.value === name)?.value;
  const url = argument('url') ?? argument('feature');
  if (url?.kind !== Kind.STRING) return undefined;
  const match = /^(.*\/([^/]+))\/v(\d+)\.(\d+)\/?$/.exec(url.value);
  if (!match) return undefined;
  const [, identity = '', name = '', major, minor] = match;
  const as = argument('as');
  const purpose = argument('for');
  const imports = new Map<string, string>();
  const list = argument('import');
  for (const item of list?.kind === Kind.LIST ? list.values : []) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const part = (key: string) => item.fields.find((field) => field.name.value === key)?.value;
    const original = part('name');
    const renamed = part('as');
    if (original?.kind !== Kind.STRING) continue;
    imports.set(original.value, renamed?.kind === Kind.STRING ? renamed.value : original.value);
  }
  return {
    identity,
    major: Number(major),
    minor: Number(minor),
    purpose: purpose?.kind === Kind.ENUM ? purpose.value : undefined,
    prefix: as?.kind === Kind.STRING ? as.value : name,
    imports,
  };
}
