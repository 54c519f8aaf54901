/** Settings that may change while the server runs, under MongoDB's names. */
export interface Parameters {
  /** Seconds between two rounds of removing what TTL indexes say has expired. */
  ttlMonitorSleepSecs: number;
  /** Seconds a transaction may last. */
  transactionLifetimeLimitSeconds: number;
}

/** What MongoDB starts with. */
export const defaultParameters: Parameters = { ttlMonitorSleepSecs: 60, transactionLifetimeLimitSeconds: 60 };
