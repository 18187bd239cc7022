import makeWriter from 'fast-json-stringify';
import { jsonSchema } from './json-schema.ts';
import type { Schema } from './contract.ts';

type Write = (value: unknown) => string;
const writers = new WeakMap<Schema, Write>();

/**
 * Writes an answer as JSON with the fields of its shape and no others. The writer of a shape is made at its first answer and
 * serves every server of the process, so that starting does not wait for two hundred of them.
 */
export function writeReply(shape: Schema, value: unknown): string {
  let write = writers.get(shape);
  if (!write) {
    write = makeWriter(jsonSchema(shape, 'output')) as Write;
    writers.set(shape, write);
  }
  return write(value);
}
