import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import type { Outcome } from '../kit/define-procedure.ts';
import { newestProcedures } from '../rules/engine.ts';

/** How matters were answered, for one outcome. */
export type AnswerFigure = {
  readonly outcome: string;
  /** Matters whose first answer that reached the person was this one. */
  readonly first: number;
  /** Matters whose answer that reached the person stands as this one now, after every reopening. */
  readonly final: number;
};
export type AnswerFigures = {
  readonly outcomes: readonly AnswerFigure[];
  /** Matters that were answered at least once; what was joined, merged, found twice or withdrawn is no answer. */
  readonly answered: number;
  /** Of those, matters reopened at least once. */
  readonly reopened: number;
  /** Reopenings in all. */
  readonly reopenings: number;
};

const noAnswers: readonly string[] = ['duplicate', 'merged', 'joined', 'withdrawn'] satisfies Outcome[];

/**
 * Lists how matters of a procedure were answered (答复统计): by the first answer and by the one that stands, and how many
 * were reopened. A reopening never takes the first answer back, and never counts an answer twice.
 *
 * @source decision 0008
 */
export async function listAnswerFigures(
  work: Work,
  ask: { readonly procedureId: string; readonly underArea?: string },
): Promise<AnswerFigures> {
  const { rows } = await sql<{ first: string; outcome: string; reopenings: number; n: number }>`
    select first_outcome as first, case when state = any (${untoldStates(ask.procedureId)}::text[]) then '' else outcome end as outcome,
      reopenings, sum(n)::int as n from matters.counts
    where district_id = ${work.districtId} and procedure_id = ${ask.procedureId}
      and area_code >= ${ask.underArea ?? ''} and area_code < ${`${ask.underArea ?? ''}~`}
    group by 1, 2, 3
  `.execute(work.db);
  const sum = (which: (row: (typeof rows)[number]) => boolean, of = (row: (typeof rows)[number]) => row.n): number =>
    rows.filter(which).reduce((all, row) => all + of(row), 0);
  const names = [...new Set(rows.flatMap(({ first, outcome }) => [first, outcome]))]
    .filter((name) => name !== '')
    .sort();
  return {
    outcomes: names.map((outcome) => ({
      outcome,
      first: sum((row) => row.first === outcome),
      final: sum((row) => row.outcome === outcome),
    })),
    answered: sum((row) => row.first !== '' && !noAnswers.includes(row.first)),
    reopened: sum((row) => row.reopenings > 0),
    reopenings: sum(
      () => true,
      (row) => row.n * row.reopenings,
    ),
  };
}

/** The states in which an answer is still ours: what a second person checks has not been given yet (等第二人核查). */
const untoldStates = (procedureId: string): string[] => {
  const states = newestProcedures().find(({ id }) => id === procedureId)?.states ?? {};
  return Object.keys(states).filter((name) => states[name]?.kind === 'open');
};
