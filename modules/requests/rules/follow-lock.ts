import { done, refuse, type Result } from '../../../platform/result.ts';
import { takeTurn, type Bucket } from './pace.ts';

/**
 * How many wrong follow codes are looked at (查询码试错限速): from one network at one number; from one network at a number at
 * which very many have guessed; from everywhere at one number before that holds; from one network at all numbers.
 *
 * A code is one of 31^8, about 8.5 × 10^11. A network that guesses for a year without pause sees a number's code looked at
 * 280,000 times, a thousand networks 71 million times: one chance in twelve thousand, and nobody is locked out elsewhere.
 *
 * @source decision 0029
 */
export const codePaces = {
  here: { burst: 8, perHour: 32 },
  hereGuessedAt: { burst: 2, perHour: 8 },
  number: { burst: 64, perHour: 64 },
  network: { burst: 300, perHour: 1200 },
} as const;

/** Wrong codes of late: of this network at this number, of everybody at this number, of this network at all numbers. */
export type WrongCodes = {
  readonly here: Bucket | undefined;
  readonly number: Bucket | undefined;
  readonly network: Bucket | undefined;
};

type Pace = (typeof codePaces)[keyof typeof codePaces];

/** The pace of one network at one number: narrower while very many guess at that number. */
export const paceHere = (number: Bucket | undefined, now: Date): Pace =>
  takeTurn(number, codePaces.number, now).ok ? codePaces.here : codePaces.hereGuessedAt;

/**
 * Says whether a follow code may be looked at now, so that codes cannot be guessed, and nobody can close a number to the
 * person who asked by guessing at it from elsewhere.
 *
 * @returns done, or the refusal `follow.locked` with the minutes left
 */
export function mayTryCode({ here, number, network }: WrongCodes, now: Date): Result<null, 'follow.locked'> {
  const turns = [takeTurn(here, paceHere(number, now), now), takeTurn(network, codePaces.network, now)];
  const seconds = turns.flatMap((turn) => (turn.ok ? [] : [Number(turn.details?.['seconds'])]));
  return seconds.length > 0 ? refuse('follow.locked', { minutes: Math.ceil(Math.max(...seconds) / 60) }) : done(null);
}

/** The bucket after one more wrong code; one that is full stays full. */
export function countWrongCode(bucket: Bucket | undefined, pace: Pace, now: Date): Bucket {
  const turn = takeTurn(bucket, pace, now);
  return turn.ok ? turn.value : { filled: pace.burst, at: now };
}
