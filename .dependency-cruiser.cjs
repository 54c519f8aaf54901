/** The rules of imports: one way in, one way down. A line of code knows its place and what it may touch. */
const subgraphs = 'care|catalog|fulfillment|insights|orders|promise|returns|shipping';
const tests = '\\.test\\.ts$|\\.fixture\\.ts$|/test/';

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: tests },
      to: { circular: true },
    },
    {
      name: 'a-subgraph-never-imports-another',
      severity: 'error',
      from: { path: `^subgraphs/(${subgraphs})/` },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'subgraphs-stand-on-platform-and-schema',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: tests },
      to: { path: '^(gateway|main|retailer|tools|test|bench|console)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/domain/', pathNot: tests },
      to: {
        // Types included: a domain that names a document or a generated type changes with the database or the API.
        path: '^(platform/(mongo|journal|bus|http|graph|clock|log)/|subgraphs/[^/]+/(resolvers|commands|queries|clients|store|projection|generated)/)',
      },
    },
    {
      name: 'domain-touches-no-node',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/domain/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-gateway-knows-no-business',
      severity: 'error',
      from: { path: '^gateway/', pathNot: tests },
      to: { path: '^(subgraphs|main|retailer|tools|test|bench)/' },
    },
    {
      name: 'the-gateway-knows-no-database',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(platform/(mongo|journal)/|^packages/|node_modules/mongoose)' },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^platform/', pathNot: tests },
      to: { path: '^(subgraphs|gateway|main|retailer|tools|test|bench)/' },
    },
    {
      name: 'packages-know-nobody',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^(subgraphs|gateway|platform|schema|main|retailer|tools|test|bench|packages)/',
        pathNot: '^packages/$1/',
      },
    },
    {
      name: 'the-contract-knows-nobody',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(subgraphs|gateway|platform|main|retailer|tools|test|bench)/' },
    },
    {
      name: 'the-contract-needs-zod-alone',
      severity: 'error',
      from: { path: '^schema/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'mongoose-in-stores-only',
      severity: 'error',
      from: {
        pathNot: `^(platform/(mongo|journal|graph)/|subgraphs/[^/]+/(store|payments)/|test/|bench/)|/bench/|${tests}`,
      },
      to: { path: 'node_modules/mongoose', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-http-client',
      comment:
        'Subgraphs are asked and told by platform/subgraphHttp; tools are clients of a server, from outside.',
      severity: 'error',
      from: { pathNot: `^(platform/subgraphHttp|tools/client|test|bench|examples)/|${tests}` },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'the-console-is-a-client',
      comment:
        'What it needs of the application, it asks the graph like any other client. Its server side serves files.',
      severity: 'error',
      from: { path: '^console/', pathNot: `^console/server/|${tests}` },
      to: {
        path: '^(subgraphs|gateway|platform|schema|main|retailer|tools|test|bench|packages|console/server)/',
      },
    },
    {
      name: 'the-server-of-the-console-knows-no-subgraph',
      severity: 'error',
      from: { path: '^console/server/', pathNot: tests },
      to: { path: '^(subgraphs|gateway|main|retailer|tools|test|bench|packages|console/app)/' },
    },
    {
      name: 'faces-stand-alone',
      severity: 'error',
      from: { path: '^console/faces/([^/]+)/' },
      to: { path: '^console/faces/', pathNot: '^console/faces/$1/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: `^(test|bench)/|/bench/|${tests}` },
      to: { path: '(^|/)test/' },
    },
    {
      name: 'what-runs-needs-no-development-package',
      comment: 'An image for production holds what is built and `npm ci --omit=dev`.',
      severity: 'error',
      from: {
        path: '^(main|schema|platform|gateway|subgraphs|retailer|console/server|packages/[^/]+/src|tools/(backtest|client|demo|olist|replay))[/.]',
        pathNot: `/(test|bench)/|${tests}`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-orphans-of-npm', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
