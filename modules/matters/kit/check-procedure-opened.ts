import type { OpensByStep, Procedure, Step, StepFilling } from './define-procedure.ts';
import type { Fault } from './fault.ts';
import type { Field } from './fields.ts';

/** The field by which an opened matter finds the body that has to act; undefined where no step may open one. */
export const addresseeFieldOf = ({ task, opening }: Procedure): string | undefined => {
  const keptBy = task?.keptBy ?? opening.atDesk?.keptBy;
  return typeof keptBy === 'object' ? keptBy.field : undefined;
};

/** The field whose first words an opened matter is listed by. */
export const titleFieldOf = ({ task, opening }: Procedure): string =>
  task?.titleFrom ?? opening.atDesk?.titleFrom ?? '';

/**
 * What is wrong in what the steps of a procedure open (交办缺陷): nothing that exists and is addressed to a body, or a matter
 * that does not hear what it asks for.
 */
export function faultsInOpened(p: Procedure, all: readonly Procedure[]): readonly Fault[] {
  return Object.entries(p.steps).flatMap(([at, step]): Fault[] => {
    const { opens } = step;
    if (!opens) return [];
    const opened = all.filter(({ id }) => id === opens.procedure).sort((a, b) => b.version - a.version)[0];
    const addressee = opened && addresseeFieldOf(opened);
    const details = { procedure: opens.procedure };
    if (!opened || !addressee) return [{ code: 'step.opens_nothing', at, details }];
    return unfilled(step, opens, opened, addressee).map((field) => ({
      code: 'step.opens_unfilled',
      at,
      details: { ...details, field },
    }));
  });
}

function unfilled({ asks = {} }: Step, { fills }: OpensByStep, { opening }: Procedure, addressee: string): string[] {
  const names = [...new Set([...Object.keys(opening.asks), ...Object.keys(fills), addressee])];
  return names.filter((name) => {
    const [field, filling] = [opening.asks[name], fills[name]];
    if (!filling) return field?.optional !== true;
    return field === undefined || !isFit(field, filling, asks);
  });
}

function isFit(field: Field, filling: StepFilling, asks: Readonly<Record<string, Field>>): boolean {
  if ('words' in filling) return field.kind === 'text';
  if ('body' in filling) return field.kind === 'body';
  const given = asks[filling.field];
  if (!given || given.kind !== field.kind || (given.optional && !field.optional)) return false;
  if (field.kind === 'choice' && given.kind === 'choice')
    return Object.keys(given.options).every((option) => field.options[option] !== undefined);
  if (field.kind === 'text' && given.kind === 'text') return given.min >= field.min && given.max <= field.max;
  if (field.kind === 'count' && given.kind === 'count') return given.min >= field.min && given.max <= field.max;
  if (field.kind === 'day' && given.kind === 'day')
    return given.fromDays >= field.fromDays && given.toDays <= field.toDays;
  return true;
}
