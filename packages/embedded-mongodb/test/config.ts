/** Which real server the suites are pointed at; with neither, they run against the embedded one. */
export interface MongoTestConfig {
  /** Connection string of a running replica set. */
  uri: string | undefined;
  /** Path of a `mongod` to start as a one-member replica set for the time of a test file. */
  mongodBin: string | undefined;
}

/** Reads `MONGODB_URI` and `MONGOD_BIN`. */
export function mongoTestConfig(): MongoTestConfig {
  return { uri: process.env.MONGODB_URI, mongodBin: process.env.MONGOD_BIN };
}
