import type { RefusalDetails } from '../../../platform/result.ts';
import type { Field, Fields } from '../kit/fields.ts';
import type { Input, InputValue } from '../kit/matter.ts';
import { cleanText } from './clean-text.ts';
import { hasGap } from '../contract/fill-template.ts';
import { plainDigits } from '../contract/plain-digits.ts';
import { readMatterNumber } from './matter-number.ts';
import { readDay } from './read-day.ts';

/** What is wrong at one field (填写有误). */
export type FieldFault = { readonly code: FieldFaultCode; readonly details?: RefusalDetails };
export type FieldFaultCode =
  | 'field.required'
  | 'field.too_short'
  | 'field.too_long'
  | 'field.gap_left'
  | 'field.not_an_option'
  | 'field.not_a_rating'
  | 'field.too_many'
  | 'field.not_an_id'
  | 'field.same_body'
  | 'field.not_a_day'
  | 'field.not_a_number'
  | 'field.not_a_count'
  | 'field.unknown';

export type ReadInput =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly faults: Readonly<Record<string, FieldFault>> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Checks what was filled in against the fields that a step asks for (填写校验); text comes out cleaned.
 *
 * @returns the input, or for each wrong field its fault
 */
export function readInput(fields: Fields, raw: Readonly<Record<string, unknown>>): ReadInput {
  const input: Record<string, InputValue> = {};
  const faults: Record<string, FieldFault> = {};
  for (const name of Object.keys(raw)) if (!Object.hasOwn(fields, name)) faults[name] = { code: 'field.unknown' };
  for (const [name, field] of Object.entries(fields)) {
    const value = isEmpty(raw[name]) ? undefined : raw[name];
    if (value === undefined) {
      if (!field.optional) faults[name] = { code: 'field.required' };
      continue;
    }
    const read = readField(field, value);
    if (typeof read === 'object' && 'code' in read) faults[name] = read;
    else if (!(typeof read === 'string' && read === '')) input[name] = read;
    else if (!field.optional) faults[name] = { code: 'field.required' };
  }
  for (const [name, field] of Object.entries(fields))
    if (
      field.kind === 'body' &&
      field.unlike !== undefined &&
      input[name] !== undefined &&
      input[name] === input[field.unlike]
    )
      faults[name] = { code: 'field.same_body' };
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, input };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function readField(field: Field, value: unknown): InputValue | FieldFault {
  switch (field.kind) {
    case 'text': {
      if (typeof value !== 'string') return { code: 'field.required' };
      const text = cleanText(value);
      const length = [...text].length;
      if (text !== '' && length < field.min) return { code: 'field.too_short', details: { min: field.min } };
      if (length > field.max) return { code: 'field.too_long', details: { max: field.max, length } };
      if (field.districtWords && hasGap(text)) return { code: 'field.gap_left' };
      return text;
    }
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options, value) ? value : { code: 'field.not_an_option' };
    case 'rating': {
      const isMark = typeof value === 'number' || typeof value === 'string';
      return isMark && /^[1-5]$/.test(String(value)) ? Number(value) : { code: 'field.not_a_rating' };
    }
    case 'count': {
      const digits = typeof value === 'number' || typeof value === 'string' ? plainDigits(String(value)) : '';
      const many = Number(digits);
      return /^\d{1,9}$/.test(digits) && many >= field.min && many <= field.max
        ? many
        : { code: 'field.not_a_count', details: { min: field.min, max: field.max } };
    }
    case 'body':
      return typeof value === 'string' && uuid.test(value) ? value : { code: 'field.not_an_id' };
    case 'day':
      return typeof value === 'string' && readDay(value.trim()) !== undefined
        ? value.trim()
        : { code: 'field.not_a_day' };
    case 'matter':
      return (typeof value === 'string' && readMatterNumber(value)) || { code: 'field.not_a_number' };
    case 'photos': {
      const ids = Array.isArray(value) ? value : [value];
      if (ids.length > field.max) return { code: 'field.too_many', details: { max: field.max } };
      return ids.every((id): id is string => typeof id === 'string' && uuid.test(id))
        ? [...new Set(ids)]
        : { code: 'field.not_an_id' };
    }
  }
}
