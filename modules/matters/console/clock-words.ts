import type { TFunction } from 'i18next';
import type { ClockView } from '../contract/views.ts';

type Clock = Pick<ClockView, 'standing' | 'left' | 'dueAt'>;

/**
 * Says a clock (时钟): how it stands, with what is left in the unit of the rule, and until when.
 *
 * @param due says the due instant in the zone of the district
 */
export function clockWords(clock: Clock, t: TFunction, due: (at: string) => string): string[] {
  const { standing, left, dueAt } = clock;
  if (standing !== 'inTime' && standing !== 'near' && standing !== 'missed') return [t(`clock.${standing}`)];
  const amount = left
    ? t(`clock.${standing}`, { left: t(`unit.${left.unit}`, { count: left.amount }) })
    : t(`clock.${standing}Bare`);
  return dueAt === null
    ? [amount]
    : [amount, t(standing === 'missed' ? 'clock.wasDue' : 'clock.before', { due: due(dueAt) })];
}

/** The length of a limit (时限) in words. */
export const limitWords = ({ unit, amount }: ClockView['limit'], t: TFunction) =>
  unit === 'sameDay' ? t('unit.sameDay') : t(`unit.${unit}`, { count: amount });
