import type { Visit } from '../visit.ts';

/** A period as people say it (所属期): 2026 年 11 月, 2026 年第 4 季度, 2026 年, or the day. */
export function periodWords({ say, day: sayDay }: Visit, period: string): string {
  const [year = '', part = '', day] = period.split('-');
  if (day !== undefined) return sayDay(`${period}T12:00:00Z`);
  if (part.startsWith('Q')) return say('disclosures.period.quarter', { year, quarter: part.slice(1) });
  if (part !== '') return say('disclosures.period.month', { year, month: String(Number(part)) });
  return say('disclosures.period.year', { year });
}
