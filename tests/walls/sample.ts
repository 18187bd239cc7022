import { jsonSchema } from '../../platform/http/json-schema.ts';
import type { Schema } from '../../platform/http/contract.ts';

type Json = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly minimum?: number;
};

/** The least that a route's shape takes, so that a route made tomorrow is asked without being named here. */
export function sampleOf(schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  return fill(jsonSchema(schema, 'input'), known);
}

function fill(shape: Json, known: Readonly<Record<string, unknown>>): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return shape.anyOf.some(({ type }) => type === 'null') ? null : fill(shape.anyOf[0] as Json, known);
  if (shape.properties) {
    const names = (shape.required ?? []).filter((name) => shape.properties?.[name]);
    return Object.fromEntries(
      names.map((name) => [name, known[name] ?? fill(shape.properties?.[name] as Json, known)]),
    );
  }
  const type = String(shape.type);
  switch (type) {
    case 'string':
      if (shape.format === 'uuid') return crypto.randomUUID();
      if (shape.format === 'date') return '2026-11-18';
      if (shape.format === 'date-time') return '2026-11-18T02:00:00.000Z';
      return '字'.repeat(shape.minLength ?? 1);
    case 'integer':
    case 'number':
      return shape.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return null;
  }
}
