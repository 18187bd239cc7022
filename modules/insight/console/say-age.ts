import type { TFunction } from 'i18next';

/** A band of days since a matter was registered, in words; the first is open below, the last above. */
export function sayAge(t: TFunction, from: number, below: number | undefined): string {
  if (below === undefined) return t('overview.ageOver', { from });
  return from === 0 ? t('overview.ageBelow', { below }) : t('overview.ageBetween', { from, below });
}
