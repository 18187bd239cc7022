import type { FactorRequirement, Owed } from '../contract/factor.ts';
import type { LiveSession } from '../contract/account.ts';

const dayMs = 86_400_000;

type Facts = Pick<
  LiveSession,
  'awaitsFactor' | 'mustChangePassword' | 'hasFactor' | 'isDemo' | 'way' | 'accountMadeAt' | 'requirement'
>;

/**
 * Computes from when a post of this kind can be acted in only with a second factor (两步验证的最后期限).
 *
 * @param postKind null: no post
 * @returns the end of the days of grace; null: not required. Invented people of the demo are not asked: anyone may sign
 *   in as them, so a factor would prove nothing
 */
export function computeFactorDue(facts: Omit<Facts, 'way'>, postKind: string | null): Date | null {
  const { requirement, isDemo, accountMadeAt } = facts;
  if (!requirement || isDemo || !reaches(requirement, postKind)) return null;
  const from = Math.max(requirement.at.getTime(), accountMadeAt.getTime());
  return new Date(from + requirement.graceDays * dayMs);
}

const reaches = ({ reach, postKinds }: FactorRequirement, postKind: string | null): boolean =>
  reach === 'everybody' || (reach === 'postKinds' && postKind !== null && postKinds.includes(postKind));

/**
 * Computes what a person has to do before their session opens anything (登录后必办): enter the code, then choose a
 * password of their own, then set up the factor when the days of grace are over; null: nothing.
 */
export function computeOwed(facts: Facts, postKind: string | null, now: Date): Owed | null {
  if (facts.awaitsFactor) return 'factor';
  if (facts.mustChangePassword && facts.way === 'password') return 'password';
  const due = facts.hasFactor ? null : computeFactorDue(facts, postKind);
  return due !== null && now >= due ? 'setup' : null;
}
