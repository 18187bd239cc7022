import type { Refusal } from '../result.ts';
import type { Refused } from './serve.ts';

/** The same refusal said at the field of the form that it is about. */
export const atField = (field: string, { code, details }: Refusal): Refused => ({
  ok: false,
  code: 'input.fields',
  fields: { [field]: details ? { code, details } : { code } },
});
