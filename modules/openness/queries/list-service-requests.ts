import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { readMatterNumber } from '../../matters/index.ts';
import type { Search } from '../rules/read-search.ts';
import { listPublicRows, updatedAt, type PublicFacts } from './list-public-rows.ts';

/** Lists the requests that a client of Open311 asks for (GET requests), newest first. */
export async function listServiceRequests(work: Work, search: Search): Promise<PublicFacts[]> {
  if (search.ids) {
    const numbers = search.ids.flatMap((id) => readMatterNumber(id) ?? []);
    return listPublicRows(work, [sql`m.number = any(${numbers}::text[])`], { limit: search.ids.length });
  }
  const { codes, from, until, status, updatedAfter, updatedBefore, page, pageSize } = search;
  const conditions = [
    sql`m.opened_at >= ${from} and m.opened_at <= ${until}`,
    ...(codes ? [sql`r.category = any(${codes}::text[])`] : []),
    ...(status === 'closed' ? [sql`m.stage = 'final'`] : []),
    ...(status === 'open' ? [sql`m.stage <> 'final'`] : []),
    ...(updatedAfter ? [sql`${updatedAt} >= ${updatedAfter}`] : []),
    ...(updatedBefore ? [sql`${updatedAt} <= ${updatedBefore}`] : []),
  ];
  return listPublicRows(work, conditions, { limit: pageSize, offset: (page - 1) * pageSize });
}

/** Finds one request by its number; undefined when there is none, or it is not public. */
export async function findServiceRequest(work: Work, id: string): Promise<PublicFacts | undefined> {
  const number = readMatterNumber(id);
  if (!number) return undefined;
  return (await listPublicRows(work, [sql`m.number = ${number}`], { limit: 1 }))[0];
}

/** Finds the request of a matter; for a token, which names what was sent. */
export const findServiceRequestOf = async (work: Work, matterId: string): Promise<PublicFacts | undefined> =>
  (await listPublicRows(work, [sql`m.id = ${matterId}::uuid`], { limit: 1 }))[0];
