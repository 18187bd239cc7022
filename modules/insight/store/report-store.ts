import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { ReportContent } from '../contract/report.ts';

export type KeptReport = {
  readonly id: string;
  readonly kind: 'week' | 'month';
  readonly areaCode: string | null;
  readonly bodyId: string | null;
  readonly from: string;
  readonly until: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly content: ReportContent;
};

const columns = sql`id, kind, area_code as "areaCode", body_id as "bodyId", from_day::text as from, until_day::text as until,
  made_at as "madeAt", made_by as "madeBy", content`;

/** Keeps a report for good; one that is kept under this id already stays as it is. */
export async function saveReport(work: Work, report: KeptReport): Promise<void> {
  await sql`
    insert into insight.reports (district_id, id, kind, area_code, body_id, from_day, until_day, made_at, made_by, content)
    values (${work.districtId}, ${report.id}::uuid, ${report.kind}, ${report.areaCode}, ${report.bodyId}::uuid, ${report.from}::date,
      ${report.until}::date, ${report.madeAt}, ${report.madeBy}::uuid, ${JSON.stringify(report.content)}::jsonb)
    on conflict do nothing
  `.execute(work.db);
}

/** A report that the reader's scope shows. */
export async function loadReport(work: Work, id: string): Promise<KeptReport | undefined> {
  const { rows } = await sql<KeptReport>`
    select ${columns} from insight.reports where district_id = ${work.districtId} and id = ${id}::uuid
  `.execute(work.db);
  return rows[0];
}

type Of = { readonly area: string | null; readonly bodyId: string | null };
type Cursor = { readonly value: string; readonly id: string };

/** Reports of exactly one area or body, the newest first. */
export async function loadReports(work: Work, { area, bodyId }: Of, cursor: Cursor | null, limit: number) {
  const of = bodyId === null ? sql`area_code = ${area}` : sql`body_id = ${bodyId}::uuid`;
  const after = cursor ? sql`and (made_at, id) < (${cursor.value}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const { rows } = await sql<KeptReport & { key: string }>`
    select ${columns}, to_json(made_at)#>>'{}' as key from insight.reports
    where district_id = ${work.districtId} and ${of} ${after} order by made_at desc, id desc limit ${limit}
  `.execute(work.db);
  return rows;
}
