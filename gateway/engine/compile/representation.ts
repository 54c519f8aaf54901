import type { RequiresSelection } from '../plan/planNode.ts';
import { jsonString } from '../data/jsonString.ts';
import type { PossibleTypes } from '../supergraph/possibleTypes.ts';
import { Failure } from '../data/errorLedger.ts';

type Fields = Record<string, unknown>;

/** The inside of a representation's braces as JSON text; undefined when a needed field is not there. */
export type WriteRepresentation = (object: Fields) => string | undefined;

/** Compiles the fields a subgraph needs to recognise an entity into a writer of JSON text. */
export function compileRepresentation(
  selections: readonly RequiresSelection[],
  possibleTypes: PossibleTypes,
): WriteRepresentation {
  const parts = selections.map((selection) => compilePart(selection, possibleTypes));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return (object) => {
    let text = '';
    for (const part of parts) {
      const piece = part(object);
      if (piece === undefined) return undefined;
      if (piece !== '') text += text === '' ? piece : ',' + piece;
    }
    return text;
  };
}

function compilePart(selection: RequiresSelection, possibleTypes: PossibleTypes): WriteRepresentation {
  if (selection.kind === 'fragment') {
    const inner = compileRepresentation(selection.selections, possibleTypes);
    if (selection.type === undefined) return inner;
    const names = possibleTypes(selection.type);
    return (object) => (names.has(object['__typename'] as string) ? inner(object) : '');
  }
  const { from } = selection;
  const prefix = JSON.stringify(selection.to) + ':';
  const nested = selection.selections && compileRepresentation(selection.selections, possibleTypes);
  return (object) => {
    const text = writeValue(object[from], nested);
    return text === undefined ? undefined : prefix + text;
  };
}

function writeValue(value: unknown, nested: WriteRepresentation | undefined): string | undefined {
  if (typeof value === 'string') return jsonString(value);
  if (value === null) return 'null';
  if (value instanceof Failure) return value.answered ? 'null' : undefined;
  if (typeof value !== 'object') return value === undefined ? undefined : JSON.stringify(value);
  if (!nested) return JSON.stringify(value);
  if (!Array.isArray(value)) {
    const text = nested(value as Fields);
    return text === undefined ? undefined : '{' + text + '}';
  }
  let list = '[';
  for (let index = 0; index < value.length; index++) {
    const text = writeValue(value[index], nested);
    if (text === undefined) return undefined;
    list += index === 0 ? text : ',' + text;
  }
  return list + ']';
}

/** The failure because of which a representation could not be written, if that was the reason. */
export function findFailure(value: unknown, selections: readonly RequiresSelection[]): Failure | undefined {
  if (value instanceof Failure) return value.answered ? undefined : value;
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) {
    for (const item of value) {
      const failure = findFailure(item, selections);
      if (failure) return failure;
    }
    return undefined;
  }
  for (const selection of selections) {
    const failure =
      selection.kind === 'fragment'
        ? findFailure(value, selection.selections)
        : findFailure((value as Fields)[selection.from], selection.selections ?? []);
    if (failure) return failure;
  }
  return undefined;
}
