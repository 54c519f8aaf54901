import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { pipelineContext } from './context.ts';
import { compilePipeline, stageOf } from './pipeline.ts';

const allowed = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** Compiles the pipeline form of an update. */
export function updatePipeline(pipeline: readonly unknown[], variables: Doc = {}): (doc: Doc) => Doc {
  for (const stage of pipeline) {
    const [name] = stageOf(stage);
    if (!allowed.has(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
  }
  const run = compilePipeline(
    pipeline,
    pipelineContext({
      command: undefined,
      db: '',
      variables: { NOW: new Date(), ...variables },
      strings: undefined,
    }),
  );
  return (doc) => {
    const [result] = run([doc]);
    return result ?? doc;
  };
}
