import { done, refuse, type Result } from '../../../platform/result.ts';

/** How many requests at once, and how many an hour in the long run. */
export type Pace = { readonly burst: number; readonly perHour: number };
/** Who sends, or at which door wrong codes are tried. */
export type PaceKind = 'person' | 'address' | 'client' | 'codeHere' | 'codeNumber' | 'codeNetwork';

/**
 * The paces (限速) at which requests are taken: by person narrow, by address of the network wide, because a school or a
 * hospital stands behind one address. A client of Open311 has the pace of its own key.
 *
 * @source decision 0017
 */
export const paces: Readonly<Record<'person' | 'address', Pace>> = {
  person: { burst: 10, perHour: 20 },
  address: { burst: 150, perHour: 1800 },
};

/** How full a bucket was, and when. */
export type Bucket = { readonly filled: number; readonly at: Date };

const secondsPerHour = 3600;

/**
 * Says whether a sender may send one more request now, and how full the bucket is then.
 *
 * @returns the bucket with this request in it; or the refusal `pace.locked` with the whole seconds until there is room
 */
export function takeTurn(
  bucket: Bucket | undefined,
  { burst, perHour }: Pace,
  now: Date,
): Result<Bucket, 'pace.locked'> {
  const passed = bucket ? Math.max(0, (now.getTime() - bucket.at.getTime()) / 1000) : 0;
  const left = Math.max(0, (bucket?.filled ?? 0) - (passed * perHour) / secondsPerHour);
  if (left + 1 <= burst) return done({ filled: left + 1, at: now });
  const seconds = Math.max(1, Math.ceil(((left + 1 - burst) * secondsPerHour) / perHour));
  return refuse('pace.locked', { seconds });
}
