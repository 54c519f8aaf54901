import type { Document, MongoClient } from 'mongodb';
import type { EntityMap } from '../entityMap.ts';
import type { Operation } from '../format.ts';

/** What an operation works with. */
export interface OperationContext {
  /** The object named by the operation; for `testRunner` operations undefined. */
  target: unknown;
  /** Arguments as the file has them. */
  args: Document;
  /** The driver's options among the arguments: session resolved, concerns made objects. */
  options: Document;
  entities: EntityMap;
  /** The runner's own client, outside the test's clients. */
  internal: MongoClient;
  /** Connection string of the server under test. */
  uri: string;
  /** Runs further operations, for those that hold some; assertions are made, errors always rise. */
  runNested(operations: Operation[]): Promise<void>;
  /** Remembers a fail point to be switched off after the test. */
  rememberFailPoint(name: string): void;
}

/** One operation of the format. */
export type OperationRunner = (context: OperationContext) => unknown;

/** The operations of one kind of object, by name. */
export type OperationTable = Record<string, OperationRunner>;

/** The options without those a driver method takes as arguments of their own. */
export function without(options: Document, ...names: string[]): Document {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}
