import type { Selectable } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import type { BodyKind } from '../../bodies/index.ts';
import type { Outcome } from '../kit/define-procedure.ts';
import type { Length } from '../kit/duration.ts';
import type { ClockRun, Matter } from '../kit/matter.ts';

export type MatterColumns = Selectable<Database['matters.matters']>;
export type ClockColumns = Selectable<Database['matters.clocks']>;

/** What stands in the row of a matter besides the engine's own state. */
export type MatterFace = { readonly number: string; readonly title: string; readonly place: string };

export type LoadedMatter = { readonly matter: Matter; readonly head: Buffer; readonly face: MatterFace };

export const asLoaded = (row: MatterColumns, clocks: readonly ClockColumns[]): LoadedMatter => ({
  head: row.head,
  face: { number: row.number, title: row.title, place: row.place },
  matter: {
    id: row.id,
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    state: row.state,
    subject: row.subject,
    conclusion: row.outcome as Outcome | null,
    firstConclusion: row.first_outcome as Outcome | null,
    openedAt: row.opened_at,
    areaCode: row.area_code,
    openedIn: row.opened_in,
    firstContact: {
      accountId: row.first_contact_account_id,
      postId: row.first_contact_post_id,
      bodyId: row.first_contact_body_id,
    },
    holder: { bodyId: row.holder_body_id, kind: row.holder_body_kind as BodyKind, accountId: row.holder_account_id },
    offer:
      row.offer_body_id && row.offer_from_body_id
        ? {
            to: {
              bodyId: row.offer_body_id,
              kind: row.offer_body_kind as BodyKind,
              headAccountId: row.offer_head_account_id,
            },
            fromBodyId: row.offer_from_body_id,
          }
        : null,
    cameFrom: row.came_from,
    hops: row.hops,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    taken: row.taken as Readonly<Record<string, number>>,
    drawnOn: row.drawn_on,
    endedAt: row.ended_at,
    reopenings: row.reopenings,
    openTasks: row.open_tasks,
    unmetTasks: row.unmet_tasks,
    supporters: row.supporters,
    clocks: clocks.map(asRun),
    seq: row.seq,
    lastAt: row.last_at,
  },
});

export const asRun = (row: ClockColumns): ClockRun => ({
  clock: row.clock,
  run: row.run,
  startedAt: row.started_at,
  pauses: (row.pauses as { from: string; to: string | null }[]).map(({ from, to }) => ({
    from: new Date(from),
    to: to === null ? null : new Date(to),
  })),
  extensions: (row.extensions as { at: string; by: Length }[]).map(({ at, by }) => ({ at: new Date(at), by })),
  ...(row.due_on === null ? {} : { dueOn: row.due_on }),
  dueAt: row.due_at,
  provisional: row.provisional,
  endedAt: row.ended_at,
  ending: row.ending as ClockRun['ending'],
  missedAt: row.missed_at,
  ...(row.set_amount === null ? {} : { setAmount: row.set_amount }),
});
