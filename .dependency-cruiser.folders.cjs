/** Folders are layers: none imports, by value, one that imports it. (Rules between files: .dependency-cruiser.cjs) */
const base = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'folders-are-layers',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    ...base.options,
    exclude: { path: '(^|/)(generated|node_modules|dist|test|bench)/|\\.test\\.ts$|\\.fixture\\.ts$' },
    // Imports of types alone are gone before this looks.
    tsPreCompilationDeps: false,
    metrics: true,
  },
};
