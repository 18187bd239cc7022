import { randomUUID } from 'node:crypto';

/** JSON Schema as the OpenAPI document has it. */
export type Shape = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly default?: unknown;
};
/** Values that mean something here, by the name of their field. */
export type Known = Readonly<Record<string, string>>;

/** Something that fits a shape, as far as its form says, with every field filled. */
export function fillShape(shape: Shape, known: Known, name = ''): unknown {
  const { type, format, properties, items } = shape;
  const either = shape.anyOf ?? shape.oneOf;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (either) return fillShape(either.find((one) => one.type !== 'null') ?? {}, known, name);
  if (name === 'commandId') return randomUUID();
  if ((type === 'string' || type === undefined) && known[name] !== undefined) return known[name];
  if (shape.default !== undefined) return shape.default;
  if (format === 'uuid') return '01900000-0000-7000-8000-00000000ffff';
  if (format === 'date') return '2026-11-18';
  if (format === 'date-time') return '2026-11-18T02:00:00.000Z';
  if (type === 'integer' || type === 'number') return shape.minimum ?? 1;
  if (type === 'boolean') return false;
  if (type === 'array') return items ? [fillShape(items, known, name.replace(/s$/, ''))] : [];
  if (type === 'object' || properties)
    return Object.fromEntries(
      Object.entries(properties ?? {}).map(([key, inner]) => [key, fillShape(inner, known, key)]),
    );
  return '字'.repeat(shape.minLength ?? 1);
}

/** The way to a field inside a body: names, and 0 for the first of a list. */
export type Way = readonly (string | number)[];

/** Every field of a shape, those inside lists and objects too. */
export function waysInto(shape: Shape, before: Way = []): readonly Way[] {
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return waysInto(either.find((one) => one.type !== 'null') ?? {}, before);
  const below = (key: string | number, inner: Shape) => [[...before, key], ...waysInto(inner, [...before, key])];
  if (shape.properties) return Object.entries(shape.properties).flatMap(([key, inner]) => below(key, inner));
  return shape.items ? below(0, shape.items) : [];
}

/** A copy with another value at the end of a way; `undefined` takes the field out. */
export function withAt(body: unknown, [first, ...rest]: Way, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(body)) return [withAt(body[Number(first)], rest, value)].filter((one) => one !== undefined);
  const { [first]: inner, ...others } = (body ?? {}) as Record<string, unknown>;
  const filled = withAt(inner, rest, value);
  return filled === undefined ? others : { ...others, [first]: filled };
}
