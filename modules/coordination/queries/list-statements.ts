import { sql } from 'kysely';
import type { Work } from '../../../platform/work.ts';
import { describeBodies } from '../../bodies/index.ts';
import { hasReply, listStandings, type MatterStanding } from '../../matters/index.ts';
import type { Statement } from '../contract/listening.ts';
import type { listeningSession } from '../procedures/listening-session.ts';

type Steps = keyof typeof listeningSession.steps;
const kindOf: Partial<Record<Steps, Statement['kind']>> = {
  answerHere: 'answered',
  suggest: 'suggestion',
  raise: 'matter',
};

type Row = {
  readonly sessionId: string;
  readonly seq: number;
  readonly step: Steps;
  readonly becameId: string | null;
  readonly number: string | null;
  readonly said: string | null;
  readonly answer: string | null;
};

/** Lists what was said at these listening sessions (恳谈记录), in the order in which it was taken down, by the id of the session. */
export async function listStatements(
  work: Work,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Statement[]>> {
  const wordsOf = (name: string) => sql`(select w.text from matters.words w
    where w.district_id = t.district_id and w.matter_id = t.matter_id and w.seq = t.seq and w.name = ${name})`;
  const { rows } = await sql<Row>`
    select t.matter_id as "sessionId", t.seq, t.content->>'step' as step,
      coalesce(t.content #>> '{opened,matterId}', t.content #>> '{link,to,matterId}') as "becameId",
      coalesce(t.content #>> '{opened,number}', t.content #>> '{link,to,number}') as number,
      ${wordsOf('said')} as said, ${wordsOf('answer')} as answer
    from matters.timeline t
    where t.district_id = ${work.districtId} and t.matter_id = any (${[...sessionIds]}::uuid[])
      and t.kind = 'stepTaken' and t.content->>'step' = any (${Object.keys(kindOf)}::text[])
    order by t.matter_id, t.seq
  `.execute(work.db);
  const becameIds = rows.flatMap(({ becameId }) => becameId ?? []);
  const standings = await listStandings(work, becameIds);
  const replies = await loadReplies(work, becameIds);
  const bodies = await describeBodies(work, [...new Set([...standings.values()].map((one) => one.holderBodyId))]);
  const nameOf = new Map(bodies.map(({ bodyId, nameZh, nameEn }) => [bodyId, { zh: nameZh, en: nameEn }]));
  const found = new Map<string, Statement[]>();
  for (const row of rows) {
    const kind = kindOf[row.step];
    if (!kind) continue;
    const standing = row.becameId === null ? undefined : standings.get(row.becameId);
    const statement: Statement = {
      seq: row.seq,
      kind,
      said: row.said ?? '',
      number: row.number,
      ...standingOf(kind, standing, work.now),
      body: standing ? (nameOf.get(standing.holderBodyId) ?? null) : null,
      reply:
        kind === 'answered' ? row.answer : kind === 'suggestion' ? (replies.get(row.becameId ?? '') ?? null) : null,
    };
    found.set(row.sessionId, [...(found.get(row.sessionId) ?? []), statement]);
  }
  return found;
}

type Standing = Pick<Statement, 'replied' | 'id' | 'state' | 'stage' | 'outcome' | 'dueAt' | 'late'>;

function standingOf(kind: Statement['kind'], standing: MatterStanding | undefined, now: Date): Standing {
  const nothing = { id: null, state: null, stage: null, outcome: null, dueAt: null, late: false };
  if (!standing) return { ...nothing, replied: kind === 'answered' ? true : null };
  const replied = hasReply(standing);
  const dueAt = replied ? null : standing.dueAt;
  return {
    replied,
    id: standing.id,
    state: standing.stateName,
    stage: standing.stage,
    outcome: standing.outcome,
    dueAt: dueAt?.toISOString() ?? null,
    late: dueAt !== null && dueAt < now,
  };
}

/** What bodies answered to suggestions; the words of a request are published, or not, where requests are. */
async function loadReplies(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select distinct on (w.matter_id) w.matter_id as id, w.text from matters.words w
    join matters.matters m on m.district_id = w.district_id and m.id = w.matter_id and m.procedure_id = 'session-suggestion'
    where w.district_id = ${work.districtId} and w.matter_id = any (${[...ids]}::uuid[]) and w.name = 'reply'
    order by w.matter_id, w.seq desc
  `.execute(work.db);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
