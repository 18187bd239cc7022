import { sql } from 'kysely';
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
import { findClusters, repeatsSince, type Among } from './find-clusters.ts';

const MOST_CLUSTERS = 30;
const MOST_MATTERS = 30;
type Kind = RepeatView['kind'];
type Shown = Pick<RepeatView, 'category' | 'place' | 'count' | 'open'> & {
  readonly communityCode: string;
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
  const shown: (Shown & { kind: Kind })[] = [];
  for (const kind of repeatKinds)
    shown.push(...(await loadClusters(work, kind, threshold)).map((cluster) => ({ kind, ...cluster })));
  const repeats = await viewClusters(work, shown);
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

async function loadClusters(work: Work, kind: Kind, threshold: number): Promise<readonly Shown[]> {
  if (kind === 'person') return loadPersons(work, threshold);
  const found = await findClusters(work, kind, amongOf(work));
  return found.map(({ subject, matters, ...cluster }) => ({
    ...cluster,
    category: subject || 'other',
    ids: matters.map(({ id }) => id),
  }));
}

/** All of the area that the reader sees; what a body without one holds. */
function amongOf({ scope, districtId }: Work): Among {
  if (scope.hi === '' && scope.bodyId) return { bodyId: scope.bodyId };
  return { area: scope.lo || String(districtId) };
}

async function loadPersons(work: Work, threshold: number): Promise<readonly Shown[]> {
  const { rows } = await sql<Shown>`
    select m.community_code as "communityCode", null as category, null as place, count(*)::int as count,
      (count(*) filter (where m.stage <> 'final'))::int as open,
      (array_agg(m.id order by m.opened_at desc))[1:${sql.lit(MOST_MATTERS)}] as ids
    from matters.matters m
    join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id and not r.confidential
    join requests.reporters p on p.district_id = m.district_id and p.matter_id = m.id
    where m.district_id = ${work.districtId} and m.opened_at >= ${await repeatsSince(work)} and m.community_code is not null
    group by m.community_code, p.phone_index having count(*) >= ${threshold}
    order by count(*) desc, max(m.opened_at) desc limit ${sql.lit(MOST_CLUSTERS)}
  `.execute(work.db);
  return rows;
}

async function viewClusters(work: Work, shown: readonly (Shown & { kind: Kind })[]): Promise<RepeatView[]> {
  const ids = [...new Set(shown.flatMap((cluster) => cluster.ids))];
  const areas = await describeAreas(work, [...new Set(shown.map(({ communityCode }) => communityCode))]);
  const standings = await listStandings(work, ids);
  const rootCauses = await findRootCauses(work, ids);
  const views: RepeatView[] = [];
  for (const { kind, communityCode, ids: own, ...face } of shown) {
    const area = areas.find(({ code }) => code === communityCode);
    views.push({
      kind,
      ...face,
      community: { zh: area?.nameZh ?? '', en: area?.nameEn ?? '' },
      matters: own.flatMap((id) => {
        const found = standings.get(id);
        return found ? [{ id, number: found.number, title: found.title, stage: found.stage }] : [];
      }),
      owner: kind === 'person' ? null : await findOwner(work, own),
      rootCause: rootCauses.find(({ of }) => own.includes(of))?.rootCause ?? null,
    });
  }
  return views;
}

async function findOwner(work: Work, ids: readonly string[]): Promise<RepeatView['owner']> {
  const [bodyId] = ids[0] === undefined ? [] : await listDutyBodies(work, ids[0]);
  const [body] = bodyId === undefined ? [] : await describeBodies(work, [bodyId]);
  return body ? { id: body.bodyId, name: { zh: body.nameZh, en: body.nameEn } } : null;
}

/** The root-cause items that took any of these up, the newest first. */
async function findRootCauses(work: Work, ids: readonly string[]) {
  const { rows } = await sql<{ of: string; id: string; number: string }>`
    select l.to_matter_id as of, m.id, m.number
    from matters.links l join matters.matters m on m.district_id = l.district_id and m.id = l.from_matter_id
    where l.district_id = ${work.districtId} and l.kind = 'takesUp' and m.procedure_id = ${rootCause.id}
      and m.state <> 'droppedItem' and l.to_matter_id = any (${[...ids]}::uuid[])
    order by m.opened_at desc
  `.execute(work.db);
  return rows.map(({ of, ...item }) => ({ of, rootCause: item }));
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
