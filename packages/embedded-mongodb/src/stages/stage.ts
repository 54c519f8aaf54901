import type { StringOrder } from '../document/compare.ts';
import type { Doc } from '../document/types.ts';
import type { CommandContext } from '../engine/command.ts';

/** A collection by its database and its name. */
export interface Namespace {
  readonly db: string;
  readonly name: string;
}

/** What the stages of one pipeline share. Made by `pipelineContext`, above the stages. */
export interface PipelineContext {
  /** Absent in update pipelines, which see one document only. */
  readonly command: CommandContext | undefined;
  readonly db: string;
  readonly variables: Doc;
  readonly strings: StringOrder | undefined;
  /** Compiles the stages a stage holds, as $lookup and $facet do, for a context of their own. */
  readonly compile: (pipeline: readonly unknown[], context: PipelineContext) => Stage;
  /** The documents of a collection or view after further stages. */
  readonly read: (context: PipelineContext, from: Namespace, pipeline: readonly Doc[]) => Iterable<Doc>;
}

/** A compiled stage: documents in, documents out, lazily. */
export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

/** Compiles what a stage was given. Throws for what it does not take. */
export type StageCompiler = (operand: unknown, context: PipelineContext) => Stage;
