import type { GraphQLCompositeType, SelectionSetNode } from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { Failure } from '../data/errorLedger.ts';
import type { ClientPath } from './clientPath.ts';
import { createClientPath } from './clientPath.ts';
import type { CollectedField, FieldsType, SelectionScope } from './collectFields.ts';
import { collectFields, dependsOnType } from './collectFields.ts';
import { fieldDefinition } from '../document/fieldDefinition.ts';
import { compileType, nullViolation } from './typeWriter.ts';
import type { DeferredWriter, WriteValue, Writing } from './writing.ts';
import { reportError, reportFailure } from './writing.ts';

type Fields = Record<string, unknown>;

/** Why a place may not be shown to this caller, or undefined when it may. */
export interface Denial {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What compiling a serializer needs to know besides the selection. */
export interface SerializerScope extends SelectionScope {
  /** Key of a field in the data, which differs from the response key where a plan needs it to. */
  dataKey(field: CollectedField['node'], parent: string): string;
  /** The verdict on a field of an object type, for the authority this serializer is compiled for. */
  deniedField?(type: string, field: string): Denial | undefined;
  /** The verdict on objects of a type met behind an interface or union. */
  deniedType?(type: string): Denial | undefined;
}

interface FieldWriter {
  readonly key: string;
  readonly dataKey: string;
  /** `"key":`, and with a comma before it for all but the first. */
  readonly prefix: string;
  /** Undefined for `__typename`, whose text is constant. */
  readonly write: WriteValue | undefined;
  readonly constant: string;
  readonly required: boolean;
  readonly where: string;
}

interface ObjectWriters {
  readonly fields: readonly FieldWriter[];
  readonly deferred: readonly DeferredWriter[];
}

/** Compiles the writer of an object, interface or union with its selection; `depth` is the length of its path. */
export function compileComposite(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  scope: SerializerScope,
  depth: number,
): WriteValue {
  return isAbstractType(type)
    ? abstractWriter(type, sets, scope, depth)
    : objectWriter(type, sets, scope, depth);
}

function objectWriter(
  type: FieldsType,
  sets: readonly SelectionSetNode[],
  scope: SerializerScope,
  depth: number,
): WriteValue {
  const clientPath = clientPathBelow(sets, scope);
  let compiled: ObjectWriters | undefined;
  return (value, writing) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || value instanceof Failure || Array.isArray(value)) {
      return notAnObject(value, writing, depth, type.name, clientPath);
    }
    // Compiled at the first object seen: types that never occur cost nothing.
    compiled ??= compileObject(type, sets, scope, depth);
    const { pending } = writing;
    const pendingBefore = pending?.length ?? 0;
    const text = writeFields(compiled.fields, value as Fields, writing, depth);
    if (pending) {
      // What hangs below a place that became null will never be delivered.
      if (text === undefined) pending.length = pendingBefore;
      else if (compiled.deferred.length > 0) postpone(compiled.deferred, value, writing, depth);
    }
    return text;
  };
}

function postpone(
  deferred: readonly DeferredWriter[],
  object: unknown,
  writing: Writing,
  depth: number,
): void {
  for (const { part, label, write } of deferred) {
    writing.pending?.push({ part, label, object, path: writing.path.slice(0, depth), write });
  }
}

function abstractWriter(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  scope: SerializerScope,
  depth: number,
): WriteValue {
  const clientPath = clientPathBelow(sets, scope);
  const writers = new Map<string, WriteValue>();
  const unknownType: WriteValue = (_, writing) =>
    reportError(writing, depth, `A subgraph answered an object that is no ${type.name} of this schema.`);
  const makeWriter = (name: string): WriteValue => {
    const concrete = scope.schema.getType(name);
    if (!isObjectType(concrete) || !isAbstractType(type) || !scope.schema.isSubType(type, concrete))
      return unknownType;
    const denial = scope.deniedType?.(name);
    if (denial) return (_, writing) => reportError(writing, depth, denial.message, denial.extensions);
    return objectWriter(concrete, sets, scope, depth);
  };
  // A subgraph with an interface object does not know the concrete type. Where nothing asked for depends on it,
  // planners do not fetch it, and the interface's own fields are the answer.
  let untyped: WriteValue | undefined;
  const makeUntyped = (): WriteValue => {
    if (!isInterfaceType(type) || dependsOnType(type, sets, scope)) return unknownType;
    return objectWriter(type, sets, scope, depth);
  };
  return (value, writing) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || value instanceof Failure)
      return notAnObject(value, writing, depth, type.name, clientPath);
    const name = (value as Fields)['__typename'];
    if (name === undefined || name === type.name) return (untyped ??= makeUntyped())(value, writing);
    if (typeof name !== 'string') return unknownType(value, writing);
    let write = writers.get(name);
    if (!write) {
      write = makeWriter(name);
      // Names outside the schema come from a faulty subgraph and must not pile up here.
      if (write !== unknownType) writers.set(name, write);
    }
    return write(value, writing);
  };
}

function notAnObject(
  value: unknown,
  writing: Writing,
  depth: number,
  type: string,
  clientPath: ClientPath,
): undefined {
  if (value instanceof Failure) return reportFailure(writing, depth, value, clientPath);
  return reportError(writing, depth, `A subgraph answered something else than an object for ${type}.`);
}

function writeFields(
  fields: readonly FieldWriter[],
  object: Fields,
  writing: Writing,
  depth: number,
): string | undefined {
  let text = '';
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as FieldWriter;
    let value: string | null | undefined = field.constant;
    if (field.write) {
      writing.path[depth] = field.key;
      value = field.write(object[field.dataKey], writing);
      if (value === null || value === undefined) {
        if (field.required) {
          if (value === null) reportError(writing, depth + 1, nullViolation(field.where));
          writing.spread = true;
          if (value === undefined) reportCause(fields, index, object, writing, depth);
          return undefined;
        }
        value = 'null';
      }
    }
    text += text === '' ? field.prefix + value : ',' + field.prefix + value;
  }
  return '{' + text + '}';
}

/** A place nulled for a neighbour's failure ends the writing of the object: the neighbour is told of here. */
function reportCause(
  fields: readonly FieldWriter[],
  index: number,
  object: Fields,
  writing: Writing,
  depth: number,
): void {
  const found = object[(fields[index] as FieldWriter).dataKey];
  if (!(found instanceof Failure) || found.loud) return;
  for (const { key, dataKey } of fields.slice(index + 1)) {
    const failure = object[dataKey];
    if (!(failure instanceof Failure) || !failure.loud) continue;
    writing.path[depth] = key;
    reportFailure(writing, depth + 1, failure);
  }
}

function compileObject(
  type: FieldsType,
  sets: readonly SelectionSetNode[],
  scope: SerializerScope,
  depth: number,
): ObjectWriters {
  const { fields, deferred } = collectFields(type, sets, scope);
  return {
    fields: [...fields.values()].map((field) => compileField(type, field, scope, depth)),
    deferred: deferred.map(({ part, label, set }) => ({
      part,
      label,
      write: objectWriter(type, [set], scope, depth),
    })),
  };
}

function clientPathBelow(sets: readonly SelectionSetNode[], scope: SerializerScope): ClientPath {
  return createClientPath(sets, scope, (node) => scope.dataKey(node, ''));
}

function compileField(
  type: FieldsType,
  field: CollectedField,
  scope: SerializerScope,
  depth: number,
): FieldWriter {
  const name = field.node.name.value;
  const base = {
    key: field.key,
    dataKey: scope.dataKey(field.node, type.name),
    prefix: `${JSON.stringify(field.key)}:`,
    where: `${type.name}.${name}`,
  };
  const definition = fieldDefinition(scope.schema, type, name);
  if (!definition) throw new Error(`The schema has no field ${base.where}.`);
  if (name === '__typename') {
    return { ...base, write: undefined, constant: JSON.stringify(type.name), required: true };
  }
  const denial = scope.deniedField?.(type.name, name);
  const write: WriteValue = denial
    ? (_, writing) => reportError(writing, depth + 1, denial.message, denial.extensions)
    : compileType(
        definition.type,
        depth + 1,
        base.where,
        (below) =>
          compileComposite(getNamedType(definition.type) as GraphQLCompositeType, field.below, scope, below),
        clientPathBelow(field.below, scope),
      );
  return { ...base, write, constant: '', required: isNonNullType(definition.type) };
}
