import { factsOfKind } from '../../bodies/index.ts';
import type { FieldView } from '../contract/views.ts';
import type { Procedure } from '../kit/define-procedure.ts';
import type { Field, Fields } from '../kit/fields.ts';
import { wordsOf } from '../kit/named.ts';

/** The fields of a step as a form shows them (填写项). */
export const viewFields = (
  procedure: Procedure,
  fields: Fields,
  startOf: (field: string) => FieldView['start'] = () => undefined,
): FieldView[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: wordsOf(field),
    optional: field.optional === true,
    visible: field.visible,
    asker: askerOf(procedure),
    min: minOf(field),
    max: maxOf(field),
    options:
      field.kind === 'choice'
        ? Object.entries(field.options).map(([value, words]) => ({ value, label: wordsOf(words) }))
        : [],
    ...(field.kind === 'body' ? { bodyKinds: field.of.map((kind) => wordsOf(factsOfKind(kind))) } : {}),
    start: startOf(name),
  }));

/** What the procedure calls whoever asked (反映人、来访人、提出人); undefined where nobody did. */
function askerOf({ roles }: Procedure): FieldView['asker'] {
  const asker = Object.values(roles).find((role) => role.is === 'reporter');
  return asker && wordsOf(asker);
}

function minOf(field: Field): number | null {
  if (field.kind === 'text' || field.kind === 'count') return field.min;
  return field.kind === 'day' ? field.fromDays : null;
}

function maxOf(field: Field): number | null {
  if (field.kind === 'text' || field.kind === 'photos' || field.kind === 'count') return field.max;
  if (field.kind === 'day') return field.toDays;
  return field.kind === 'rating' ? 5 : null;
}
