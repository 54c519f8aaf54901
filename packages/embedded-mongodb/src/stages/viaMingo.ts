import { createRequire } from 'node:module';
import { MongoError } from '../document/errors.ts';
import type { Doc } from '../document/types.ts';
import { fromMingo, toMingo } from '../operators/mingoValues.ts';
import type { StageCompiler } from './stage.ts';
import type * as Mingo from 'mingo';

const require = createRequire(import.meta.url);

/** A stage that is mingo's own: $setWindowFields, $densify and $fill. */
export function throughMingo(name: string): StageCompiler {
  return (operand) => {
    const { Aggregator } = require('mingo') as typeof Mingo;
    return (input) => {
      const documents = [...input].map((doc) => toMingo(doc) as Doc);
      try {
        return (
          new Aggregator([{ [name]: toMingo(operand) }])
            // mingo's type of a value leaves out the classes of bson, which it passes on untouched.
            .run(documents as never)
            .map((doc: unknown) => fromMingo(doc) as Doc)
        );
      } catch (error) {
        throw new MongoError(9, `${name}: ${(error as Error).message}`);
      }
    };
  };
}
