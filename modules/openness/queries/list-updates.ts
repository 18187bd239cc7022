import { sql } from 'kysely';
import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import type { Tree } from '../../../platform/xml.ts';
import { findProcedure } from '../../matters/index.ts';
import '../words/index.ts';
import type { Language } from '../contract/open311.ts';
import { mayBePublic } from './list-public-rows.ts';
import { w3 } from './view-service-request.ts';

type Row = {
  number: string;
  seq: number;
  at: Date;
  kind: 'opened' | 'stepTaken' | 'clockMissed' | 'dueMoved';
  step: string | null;
  clock: string | null;
  state: string | null;
  procedureId: string;
  procedureVersion: number;
};

/** Which updates are asked for: those of one request, or all between two instants. */
export type UpdatesAsked = { readonly number: string } | { readonly from: Date; readonly until: Date };

/**
 * Lists what happened to public requests, step by step (办理进展), oldest first, at most `limit`: which step, when, and
 * whether it was settled by it. Names of people and what was written are not among it.
 */
export async function listUpdates(
  work: Work,
  asked: UpdatesAsked,
  { language, limit }: { readonly language: Language; readonly limit: number },
): Promise<Tree[]> {
  const which =
    'number' in asked ? sql`m.number = ${asked.number}` : sql`t.at >= ${asked.from} and t.at <= ${asked.until}`;
  const { rows } = await sql<Row>`
    select m.number, t.seq, t.at, t.kind, t.content->>'step' as step, t.content->>'clock' as clock,
      coalesce(t.content->>'to', t.content->>'state') as state,
      m.procedure_id as "procedureId", m.procedure_version as "procedureVersion"
    from matters.timeline t
    join matters.matters m on m.district_id = t.district_id and m.id = t.matter_id
    join requests.requests r on r.district_id = m.district_id and r.matter_id = m.id
    where t.district_id = ${work.districtId} and ${mayBePublic} and ${which}
      and t.kind in ('opened', 'stepTaken', 'clockMissed', 'dueMoved')
    order by t.at, m.number, t.seq limit ${limit}
  `.execute(work.db);
  return rows.map((row) => viewUpdate(row, language));
}

function viewUpdate(row: Row, language: Language): Tree {
  const procedure = findProcedure(row);
  const state = row.state === null ? undefined : procedure?.states[row.state];
  const clock = row.clock === null ? '' : (procedure?.clocks[row.clock]?.[language] ?? '');
  const said = (key: string) => say('openness', `open311.${key}`, { clock })[language];
  const description =
    row.kind === 'opened'
      ? said('opened')
      : row.kind === 'stepTaken'
        ? (procedure?.steps[row.step ?? '']?.[language] ?? '')
        : said(row.kind === 'clockMissed' ? 'missed' : 'moved');
  return {
    update_id: `${row.number}.${row.seq}`,
    service_request_id: row.number,
    status: state?.kind === 'final' ? 'closed' : 'open',
    updated_datetime: w3(row.at),
    description,
    media_url: null,
  };
}
