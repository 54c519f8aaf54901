// Both Hive gateways (its JavaScript planner and, with --hive-router-runtime, the Rust one).
// DEDUP=on: what its published figures use; off: neither requests nor subgraph calls are merged.
const merged = process.env.DEDUP === 'on';

export const gatewayConfig = {
  logging: false,
  landingPage: false,
  graphiql: false,
  ...(merged
    ? { inboundInflightRequestDeduplication: true }
    : { transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } } }),
};
