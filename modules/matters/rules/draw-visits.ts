import { createHash } from 'node:crypto';

/** What was settled on a day and may be drawn, as it is published. */
export type Candidate = {
  readonly procedureId: string;
  /** The sub-district, so that each is visited. */
  readonly stratum: string;
  readonly number: string;
  readonly oneIn: number;
};

/** The place of a candidate in the draw, as hexadecimal text: nobody knows it before the digest of the day is made. */
export const drawScore = (digest: Buffer, { procedureId, number }: Candidate): string =>
  createHash('sha256')
    .update(`linli visit 1\n${digest.toString('hex')}\n${procedureId}\n${number}`)
    .digest('hex');

/**
 * Draws the return visits of a day (回访抽样) by a rule that anybody can recompute: in each sub-district, of each procedure,
 * those whose SHA-256 of the published digest of that day, the procedure and the matter's number comes first; one in so
 * many, rounded up, so that where anything was settled somebody is asked.
 *
 * @param digest the published digest of the day on which the candidates were settled
 * @returns the numbers drawn, in the order of numbers
 * @source features 47; decision 0008
 */
export function drawVisits(digest: Buffer, candidates: readonly Candidate[]): string[] {
  const strata = Map.groupBy(candidates, ({ procedureId, stratum }) => `${procedureId} ${stratum}`);
  return [...strata.values()]
    .flatMap((all) => {
      const share = Math.ceil(all.length / (all[0]?.oneIn ?? 1));
      return all
        .map((one) => ({ number: one.number, score: drawScore(digest, one) }))
        .sort((a, b) => (a.score < b.score ? -1 : 1))
        .slice(0, share);
    })
    .map(({ number }) => number)
    .sort();
}
