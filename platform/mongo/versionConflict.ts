/** Somebody else changed the aggregate between our read and our write. The transaction is retried as a whole. */
export class VersionConflictError extends Error {
  readonly stream: string;
  constructor(stream: string, expectedVersion: number) {
    super(`Version conflict on ${stream}: expected version ${expectedVersion}.`);
    this.name = 'VersionConflictError';
    this.stream = stream;
  }
}

/** Is this a unique index refusing a second row? */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}
