import type { Random } from './random.ts';

export type Odds<T> = readonly (readonly [weight: number, value: T])[];

/** Picks one value, each as likely as its weight, a whole number. */
export function pickByOdds<T>(random: Random, odds: Odds<T>): T {
  let left = random.between(
    1,
    odds.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, value] of odds) if ((left -= weight) <= 0) return value;
  throw new Error('Nothing to pick from');
}
