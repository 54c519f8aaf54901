import { Failure } from '../data/errorLedger.ts';
import { ownJson } from '../data/callVariables.ts';
import type { EntityBatch, RequiresSelection } from '../plan/planNode.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import { compileRewrites } from './rewriteData.ts';

type Fields = Record<string, unknown>;

/**
 * Makes the representation of an object whose JSON text could be written: the same members as values, for a subgraph
 * in this process.
 */
export type Represent = (object: Fields) => Fields;

type Fill = (object: Fields, into: Fields) => void;

/** Compiles the representations of one batch. */
export function compileRepresent(batch: EntityBatch, possibleTypes: PossibleTypes): Represent {
  const fill = compileFill(batch.requires, possibleTypes);
  const rewrite = compileRewrites(batch.inputRewrites, possibleTypes);
  return (object) => {
    const representation: Fields = {};
    fill(object, representation);
    rewrite?.(representation);
    return representation;
  };
}

function compileFill(selections: readonly RequiresSelection[], possibleTypes: PossibleTypes): Fill {
  const parts = selections.map((selection) => compilePart(selection, possibleTypes));
  return (object, into) => {
    for (const part of parts) part(object, into);
  };
}

function compilePart(selection: RequiresSelection, possibleTypes: PossibleTypes): Fill {
  if (selection.kind === 'fragment') {
    const inner = compileFill(selection.selections, possibleTypes);
    if (selection.type === undefined) return inner;
    const names = possibleTypes(selection.type);
    return (object, into) => {
      if (names.has(object['__typename'] as string)) inner(object, into);
    };
  }
  const { from, to } = selection;
  const nested = selection.selections && compileFill(selection.selections, possibleTypes);
  return (object, into) => {
    into[to] = valueOf(object[from], nested);
  };
}

function valueOf(value: unknown, nested: Fill | undefined): unknown {
  if (value === null || typeof value !== 'object') return value;
  // Only a failure that was answered with null gets here: with another the text could not be written.
  if (value instanceof Failure) return null;
  if (!nested) return ownJson(value);
  if (Array.isArray(value)) return value.map((item) => valueOf(item, nested));
  const object: Fields = {};
  nested(value as Fields, object);
  return object;
}
