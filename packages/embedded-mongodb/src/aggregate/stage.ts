import type { StringOrder } from '../bson/compare.ts';
import type { Doc } from '../bson/types.ts';
import type { CommandContext } from '../commands/command.ts';

/** What the stages of one pipeline share. */
export interface PipelineContext {
  /** Absent in update pipelines, which see one document only. */
  readonly command: CommandContext | undefined;
  readonly db: string;
  readonly variables: Doc;
  readonly strings: StringOrder | undefined;
}

/** A compiled stage: documents in, documents out, lazily. */
export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

/** Compiles what a stage was given. Throws for what it does not take. */
export type StageCompiler = (operand: unknown, context: PipelineContext) => Stage;
