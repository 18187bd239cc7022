import { ages, type Age } from '../contract/desk.ts';

const yearsOf: Readonly<Record<Age, number>> = { underOne: 0, one: 1, three: 3, five: 5, ten: 10 };
const YEAR_MS = 365.25 * 86_400_000;

/**
 * Computes how long a backlog case has been open (陈案年限): what was said when it was listed, and the time since then.
 *
 * @param listed how long it had been open at least when it was listed
 */
export function computeAge(listed: Age, listedAt: Date, now: Date): Age {
  const years = yearsOf[listed] + Math.max(0, now.getTime() - listedAt.getTime()) / YEAR_MS;
  return ages.findLast((age) => yearsOf[age] <= years) ?? 'underOne';
}

export const isAge = (text: unknown): text is Age => ages.some((age) => age === text);
