// Loaded into a gateway whose memory is measured: SIGUSR2 collects garbage (needs --expose-gc).
process.on('SIGUSR2', () => globalThis.gc?.());
