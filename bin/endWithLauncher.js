// Loaded before a program that the launcher runs: one that has lost its launcher stops as if it were asked to.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone is no reason to stay.
  process.channel.unref();
}
