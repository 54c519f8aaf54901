import { MongoBulkWriteError, MongoClientBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import type { Document } from 'mongodb';
import type { EntityMap } from './entityMap.ts';
import { Mismatch } from './format.ts';
import type { ExpectedError } from './format.ts';
import { match, show } from './match.ts';
import { toComparable } from './results.ts';
import { mapsToDocuments } from './values.ts';
import { hidden } from './driverInternals.ts';

/** Checks an operation's error against what the test expects of it; throws a Mismatch. */
export function expectError(expected: ExpectedError, error: unknown, entities: EntityMap): void {
  if (!(error instanceof Error)) throw new Mismatch(`thrown value is no error: ${show(error)}`);
  const seen = describe(error);
  const root = { entities, path: 'error', root: true };
  if (expected.isClientError !== undefined && isClientError(error) !== expected.isClientError) {
    throw new Mismatch(`expected a ${expected.isClientError ? 'client' : 'server'} error, got ${seen}`);
  }
  expectContains(expected, error, seen);
  expectCode(expected, error, seen);
  expectLabels(expected, error, seen);
  if (expected.errorResponse)
    match(expected.errorResponse, responseOf(error), { ...root, path: 'errorResponse' });
  if ('expectResult' in expected) {
    match(expected.expectResult, resultOf(error), { ...root, path: 'error result' });
  }
  expectBulkDetails(expected, error, entities);
}

function expectContains({ errorContains }: ExpectedError, error: Error, seen: string): void {
  if (errorContains === undefined) return;
  const found = allMessages(error).some((text) => text.toLowerCase().includes(errorContains.toLowerCase()));
  if (!found) throw new Mismatch(`expected a message with "${errorContains}", got ${seen}`);
}

function expectCode({ errorCode, errorCodeName }: ExpectedError, error: Error, seen: string): void {
  const response = causeOf(error) as Document;
  if (errorCode !== undefined && response.code !== errorCode) {
    throw new Mismatch(`expected code ${errorCode}, got ${seen}`);
  }
  const name = errorCodeName?.toLowerCase();
  if (name !== undefined && String(response.codeName).toLowerCase() !== name) {
    throw new Mismatch(`expected code name ${errorCodeName}, got ${response.codeName}: ${seen}`);
  }
}

function expectLabels(expected: ExpectedError, error: Error, seen: string): void {
  const labelled = causeOf(error);
  const has = (label: string): boolean => labelled instanceof MongoError && labelled.hasErrorLabel(label);
  for (const label of expected.errorLabelsContain ?? []) {
    if (!has(label)) throw new Mismatch(`expected label ${label}, got ${seen}`);
  }
  for (const label of expected.errorLabelsOmit ?? []) {
    if (has(label)) throw new Mismatch(`label ${label} should be absent: ${seen}`);
  }
}

function expectBulkDetails(expected: ExpectedError, error: Error, entities: EntityMap): void {
  const { writeErrors, writeConcernErrors } = expected;
  if (!writeErrors && !writeConcernErrors) return;
  if (!(error instanceof MongoClientBulkWriteError))
    throw new Mismatch(`not a client bulk write error: ${describe(error)}`);
  if (writeErrors) {
    const actual = mapsToDocuments(error.writeErrors) as Document;
    expectSameKeys(Object.keys(writeErrors), Object.keys(actual));
    for (const [index, wanted] of Object.entries(writeErrors)) {
      match(wanted, { ...actual[index] }, { entities, path: `writeErrors.${index}`, root: true });
    }
  }
  if (writeConcernErrors) {
    match(
      writeConcernErrors,
      error.writeConcernErrors.map((row) => ({ ...row })),
      {
        entities,
        path: 'writeConcernErrors',
        root: true,
      },
    );
  }
}

function expectSameKeys(expected: string[], actual: string[]): void {
  if (expected.sort().join() === actual.sort().join()) return;
  throw new Mismatch(`expected write errors at ${expected.join()}, got them at ${actual.join()}`);
}

/** A bulk write of many collections wraps what went wrong; the format asks for that, not for the wrapping. */
function causeOf(error: Error): unknown {
  return error instanceof MongoClientBulkWriteError ? (error.cause ?? error) : error;
}

function isClientError(error: Error): boolean {
  if (error instanceof MongoClientBulkWriteError)
    return error.cause !== undefined && !(error.cause instanceof MongoServerError);
  if (error instanceof MongoBulkWriteError) {
    const errorResponse: unknown = hidden(error, 'errorResponse');
    return errorResponse instanceof Error && !(errorResponse instanceof MongoServerError);
  }
  return !(error instanceof MongoServerError);
}

function responseOf(error: Error): unknown {
  const cause = causeOf(error) as Document;
  const response = cause.errorResponse as Document | undefined;
  // Some of the driver's errors wrap another error instead of the server's reply.
  return response instanceof Error
    ? { ...response, ...(response as Document).errorResponse }
    : { ...cause, ...response };
}

function resultOf(error: Error): unknown {
  if (error instanceof MongoClientBulkWriteError) {
    return error.partialResult === undefined ? undefined : toComparable(error.partialResult);
  }
  return error instanceof MongoBulkWriteError ? toComparable({ ...error.result }) : undefined;
}

function allMessages(error: Error): string[] {
  const cause = causeOf(error);
  const nested = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
  const messages = [error.message, cause instanceof Error ? cause.message : ''];
  return [...messages, ...nested.map((row) => row.errmsg ?? '')];
}

function describe(error: Error): string {
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: string[] };
  const cause = error.cause instanceof Error ? `, caused by ${describe(error.cause)}` : '';
  return `${error.name} ${String(code ?? '')} [${(errorLabels ?? []).join()}] "${error.message}"${cause}`;
}
