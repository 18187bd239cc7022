import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../../platform/work.ts';
import { cleanText } from '../rules/clean-text.ts';
import type { WantedTemplate } from '../rules/may-set-template.ts';

export type KeptTemplate = WantedTemplate & {
  readonly procedureId: string;
  readonly setBy: string | null;
  readonly setAt: Date;
};

/** Every starting text of these answers, oldest first; of one procedure, or of all. */
export async function loadTemplates(work: Work, procedureId: string | null): Promise<KeptTemplate[]> {
  const one = procedureId === null ? sql`` : sql`and procedure_id = ${procedureId}`;
  const { rows } = await sql<KeptTemplate>`
    select procedure_id as "procedureId", step, field, words, since, reason, source, set_by as "setBy", set_at as "setAt"
    from matters.templates where district_id = ${work.districtId} ${one} order by since, id
  `.execute(work.db);
  return rows;
}

/** Writes a starting text beside those before it. */
export async function insertTemplate(work: Work, procedureId: string, wanted: WantedTemplate): Promise<void> {
  await work.db
    .insertInto('matters.templates')
    .values({
      district_id: work.districtId,
      id: uuidv7(),
      procedure_id: procedureId,
      step: wanted.step,
      field: wanted.field,
      words: wanted.words === null ? null : cleanText(wanted.words),
      since: wanted.since,
      reason: wanted.reason.trim(),
      source: wanted.source.trim(),
      set_by: work.actor.kind === 'worker' ? work.actor.accountId : null,
      set_at: work.now,
    })
    .execute();
}
