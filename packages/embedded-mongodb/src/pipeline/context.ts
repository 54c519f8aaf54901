import type { PipelineContext } from '../stages/stage.ts';
import { compilePipeline } from './pipeline.ts';
import { readNamespace } from './source.ts';

/** What the caller of a pipeline says of it. */
export type PipelineSettings = Omit<PipelineContext, 'compile' | 'read'>;

/** The context of a pipeline: the caller's settings, and what lets a stage run stages of its own. */
export function pipelineContext(settings: PipelineSettings): PipelineContext {
  return { ...settings, compile: compilePipeline, read: readNamespace };
}
