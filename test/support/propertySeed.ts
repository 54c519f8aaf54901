/** With TEST_SEED the property tests try the same inputs as another run with it; without, each run tries others. */
const seed = process.env['TEST_SEED'];
if (seed !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
}
