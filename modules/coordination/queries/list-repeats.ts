import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { mayUse } from '../../access/index.ts';
import { describeBodies, listBodies } from '../../bodies/index.ts';
import { listStandings, mayOpenAtDesk } from '../../matters/index.ts';
import { listDutyBodies } from '../../requests/index.ts';
import { describeAreas } from '../../territory/index.ts';
import { repeatKinds, type RepeatView } from '../contract/repeats.ts';
import { rootCause } from '../procedures/root-cause.ts';
import { REPEAT_DAYS, THRESHOLD } from '../rules/repeats.ts';
import { loadThreshold } from '../store/threshold-store.ts';

const MOST_CLUSTERS = 30;
const MOST_MATTERS = 30;
type Kind = RepeatView['kind'];
type Cluster = {
  readonly communityCode: string;
  readonly category: string | null;
  readonly place: string | null;
  readonly count: number;
  readonly open: number;
  readonly ids: readonly string[];
};

/**
 * Lists what comes again and again (反复出现) in the scope of the work: at the same place, of the same theme in a community, or
 * by the same person. Of persons it says how often and shows the matters that the reader may open anyway; the keyed hash of
 * a number is compared in the database and never leaves it, and what was told in confidence is left out.
 *
 * @source catalogue S39; no profile of who petitions
 */
export async function listRepeats(work: Work) {
  const threshold = await loadThreshold(work);
  const repeats: RepeatView[] = [];
  for (const kind of repeatKinds)
    for (const cluster of await loadClusters(work, kind, threshold))
      repeats.push(await viewCluster(work, kind, cluster));
  const { actor } = work;
  return {
    repeats,
    threshold,
    least: THRESHOLD.least,
    most: THRESHOLD.most,
    days: REPEAT_DAYS,
    owners: await listOwners(work),
    mayOpen: mayOpenAtDesk(rootCause, actor).allowed,
    maySet: mayUse(actor, 'calendar.set').ok,
  };
}

/** By what each kind belongs together; null columns where the kind says nothing of it. */
const keys: Readonly<
  Record<
    Kind,
    { readonly by: RawBuilder<unknown>; readonly category: RawBuilder<unknown>; readonly place: RawBuilder<unknown> }
  >
> = {
  place: {
    by: sql`m.community_code, r.category, regexp_replace(m.place, '\\s', '', 'g')`,
    category: sql`r.category`,
    place: sql`min(m.place)`,
  },
  theme: { by: sql`m.community_code, r.category`, category: sql`r.category`, place: sql`null::text` },
  person: { by: sql`m.community_code, p.phone_index`, category: sql`null::text`, place: sql`null::text` },
};

async function loadClusters(work: Work, kind: Kind, threshold: number): Promise<Cluster[]> {
  const since = new Date(work.now.getTime() - REPEAT_DAYS * 86_400_000);
  const { by, category, place } = keys[kind];
  const person = sql`join requests.reporters p on p.district_id = m.district_id and p.matter_id = m.id and not r.confidential`;
  const { rows } = await sql<Cluster>`
    select m.community_code as "communityCode", ${category} as category, ${place} as place, count(*)::int as count,
      (count(*) filter (where m.stage <> 'final'))::int as open,
      (array_agg(m.id order by m.opened_at desc))[1:${sql.lit(MOST_MATTERS)}] as ids
    from matters.matters m join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
    ${kind === 'person' ? person : sql``}
    where m.district_id = ${work.districtId} and m.opened_at >= ${since} and m.community_code is not null
      ${kind === 'place' ? sql`and m.place <> ''` : sql``} ${kind === 'theme' ? sql`and r.category <> 'other'` : sql``}
    group by ${by} having count(*) >= ${threshold}
    order by count(*) desc, max(m.opened_at) desc limit ${MOST_CLUSTERS}
  `.execute(work.db);
  return rows;
}

async function viewCluster(work: Work, kind: Kind, cluster: Cluster): Promise<RepeatView> {
  const { communityCode, category, place, count, open, ids } = cluster;
  const [area] = await describeAreas(work, [communityCode]);
  const standings = [...(await listStandings(work, ids)).values()];
  return {
    kind,
    community: { zh: area?.nameZh ?? '', en: area?.nameEn ?? '' },
    category,
    place,
    count,
    open,
    matters: ids.flatMap((id) => {
      const found = standings.find((one) => one.id === id);
      return found ? [{ id, number: found.number, title: found.title, stage: found.stage }] : [];
    }),
    owner: kind === 'person' ? null : await findOwner(work, ids),
    rootCause: await findRootCause(work, ids),
  };
}

async function findOwner(work: Work, ids: readonly string[]): Promise<RepeatView['owner']> {
  const [bodyId] = ids[0] === undefined ? [] : await listDutyBodies(work, ids[0]);
  const [body] = bodyId === undefined ? [] : await describeBodies(work, [bodyId]);
  return body ? { id: body.bodyId, name: { zh: body.nameZh, en: body.nameEn } } : null;
}

async function findRootCause(work: Work, ids: readonly string[]): Promise<RepeatView['rootCause']> {
  const { rows } = await sql<{ id: string; number: string }>`
    select m.id, m.number from matters.links l join matters.matters m on m.district_id = l.district_id and m.id = l.from_matter_id
    where l.district_id = ${work.districtId} and l.kind = 'takesUp' and m.procedure_id = ${rootCause.id}
      and m.state <> 'droppedItem' and l.to_matter_id = any (${[...ids]}::uuid[])
    order by m.opened_at desc limit 1
  `.execute(work.db);
  return rows[0] ?? null;
}

async function listOwners(work: Work) {
  const { actor } = work;
  const underArea = actor.kind === 'worker' ? actor.areaCode.slice(0, 9) : '';
  const bodies = [
    ...(await listBodies(work, { kind: 'department' })),
    ...(await listBodies(work, { kind: 'districtCentre' })),
    ...(await listBodies(work, { kind: 'taskGroup', underArea })),
    ...(await listBodies(work, { kind: 'subdistrictOffice', underArea })),
  ];
  return bodies.map(({ bodyId, nameZh, nameEn }) => ({ id: bodyId, name: { zh: nameZh, en: nameEn } }));
}
