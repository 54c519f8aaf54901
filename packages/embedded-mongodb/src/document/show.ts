/** A value as MongoDB prints it in messages. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  const { _bsontype: type } = value as { _bsontype?: string };
  if (type === 'ObjectId') return `ObjectId('${(value as { toHexString(): string }).toHexString()}')`;
  if (type === 'Decimal128') return `Decimal128("${String(value)}")`;
  if (type === 'Double') return String((value as { value: number }).value);
  if (type) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${show(each)}`);
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}
