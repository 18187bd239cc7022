import type { PublicRow } from './deps.ts';
import type { Visit } from './visit.ts';
import type { Key } from './words.ts';

const outcomeKeys: Readonly<Record<string, Key>> = {
  solved: 'outcomes.solved',
  explained: 'outcomes.explained',
  keptOnBooks: 'outcomes.keptOnBooks',
  notOurs: 'outcomes.notOurs',
  withdrawn: 'outcomes.withdrawn',
  duplicate: 'outcomes.duplicate',
  merged: 'outcomes.merged',
  joined: 'outcomes.joined',
  answered: 'outcomes.answered',
};

/** Results of which the public may read; what was withdrawn or belongs elsewhere is not published. */
export const publicOutcomes = ['solved', 'explained', 'answered'] as const;

/** What became of a request (办理结果), in the words of the stairwell; nothing while it has no outcome. */
export function outcomeWords({ say }: Visit, outcome: string | null): string | undefined {
  const key = outcome === null ? undefined : outcomeKeys[outcome];
  return key && say(key);
}

/** What the public reads of a request's end: until it is rated, only that this was the answer. */
export function publicOutcomeWords(visit: Visit, row: Pick<PublicRow, 'outcome' | 'stage'>): string | undefined {
  const words = outcomeWords(visit, row.outcome);
  return words !== undefined && row.stage !== 'final' ? visit.say('outcomes.awaitsRating', { outcome: words }) : words;
}
