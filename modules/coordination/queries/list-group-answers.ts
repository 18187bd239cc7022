import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { groupDemand } from '../procedures/group-demand.ts';
import { groupPetition } from '../procedures/group-petition.ts';
import { loadPublished, type Published } from './load-published.ts';

/** What a group petition was answered (群体诉求答复结果), as everybody may read it: nothing of who came, nor how many. */
export type PublicGroupAnswer = Published & {
  /** How many demands there were, how many of them were met, and of how many it was said why not; counted from the demands. */
  readonly demands: number;
  readonly met: number;
  readonly explained: number;
};

type Counts = Pick<PublicGroupAnswer, 'demands' | 'met' | 'explained'>;

/** Lists what settled group petitions were answered, masked, the newest first. */
export async function listGroupAnswers(work: Work): Promise<PublicGroupAnswer[]> {
  const answers = await loadPublished(work, groupPetition, 'told');
  const { rows } = await sql<Counts & { id: string }>`
    select l.to_matter_id as id, count(*)::int as demands, (count(*) filter (where t.outcome = 'solved'))::int as met,
      (count(*) filter (where t.outcome = 'explained'))::int as explained
    from matters.links l join matters.matters t on t.district_id = l.district_id and t.id = l.from_matter_id
    where l.district_id = ${work.districtId} and l.kind = 'taskOf' and t.procedure_id = ${groupDemand.id}
      and l.to_matter_id = any (${answers.map(({ id }) => id)}::uuid[])
    group by 1
  `.execute(work.db);
  const counts = new Map(rows.map(({ id, ...count }) => [id, count]));
  return answers.map(({ id, shown }) => ({ ...shown, ...(counts.get(id) ?? { demands: 0, met: 0, explained: 0 }) }));
}
