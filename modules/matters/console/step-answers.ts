import type { ChosenPhoto } from '../../../ui/console/photo-field.tsx';
import type { FieldView } from '../contract/views.ts';
import { hasGap } from '../contract/fill-template.ts';
import { plainDigits } from '../contract/plain-digits.ts';

/** One answer of a step's form as the person has it now. */
export type Answer = string | number | readonly ChosenPhoto[];
export type Answers = Readonly<Record<string, Answer>>;

export const isPhotos = (answer: Answer | undefined): answer is readonly ChosenPhoto[] => typeof answer === 'object';

/** Counts characters as the server does: by code points, without the space around. */
export const countCharacters = (answer: Answer | undefined) =>
  typeof answer === 'string' ? [...answer.trim()].length : 0;

/** What is missing, by field: the name of the words that say so, with their numbers. */
export function faultOf(
  field: FieldView,
  answer: Answer | undefined,
): { key: string; min?: number; max?: number } | undefined {
  if (field.kind === 'photos') {
    if (isPhotos(answer) && answer.some(({ photoId }) => photoId === undefined)) return { key: 'form.photosNotSent' };
    return undefined;
  }
  const isEmpty = answer === undefined || (typeof answer === 'string' && answer.trim() === '');
  if (isEmpty) return field.optional ? undefined : { key: 'form.missing' };
  if (field.kind === 'count') return faultOfCount(field, typeof answer === 'string' ? plainDigits(answer) : '');
  if (field.kind !== 'text') return undefined;
  const length = countCharacters(answer);
  if (field.min !== null && length < field.min) return { key: 'form.tooShort', min: field.min };
  if (field.max !== null && length > field.max) return { key: 'form.tooLong', max: field.max };
  if (field.start && typeof answer === 'string' && hasGap(answer)) return { key: 'form.gapLeft' };
  return undefined;
}

function faultOfCount({ min, max }: FieldView, answer: string): { key: string; min: number; max: number } | undefined {
  const [least, most] = [min ?? 0, max ?? 0];
  const isWithin = /^\d{1,9}$/.test(answer) && Number(answer) >= least && Number(answer) <= most;
  return isWithin ? undefined : { key: 'form.notACount', min: least, max: most };
}

/** What is sent: answers given, photos by their ids. */
export function inputOf(fields: readonly FieldView[], answers: Answers): Record<string, unknown> {
  const given = fields.flatMap(({ name }): [string, unknown][] => {
    const answer = answers[name];
    if (isPhotos(answer)) return answer.length > 0 ? [[name, answer.flatMap(({ photoId }) => photoId ?? [])]] : [];
    if (typeof answer === 'string') return answer.trim() === '' ? [] : [[name, answer.trim()]];
    return answer === undefined ? [] : [[name, answer]];
  });
  return Object.fromEntries(given);
}
