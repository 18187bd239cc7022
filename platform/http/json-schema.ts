import { z } from 'zod';
import type { Schema } from './contract.ts';

/** JSON Schema of a contract's shape, as fast-json-stringify and OpenAPI read it. */
export const jsonSchema = (schema: Schema, io: 'input' | 'output', target: 'draft-7' | 'draft-2020-12' = 'draft-7') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema as z.ZodType, { io, target });
  return rest as Record<string, unknown>;
};
