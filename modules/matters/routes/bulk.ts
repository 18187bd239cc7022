import { v5 as uuidv5 } from 'uuid';
import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { sayRefusal } from '../../../platform/i18n/words.ts';
import { done, refuse } from '../../../platform/result.ts';
import { assignMatter } from '../actions/assign-matter.ts';
import { takeStep } from '../actions/take-step.ts';
import type { BulkResultRow, bulkRoutes } from '../contract/bulk.ts';
import type { BulkAction } from '../contract/desk-limits.ts';
import { findCommandStep } from '../queries/find-command-matter.ts';
import { listColleagues } from '../queries/list-colleagues.ts';
import { findBulkStep, findStepBack, planBulk } from '../queries/plan-bulk.ts';
import { sayWhatChanged } from '../routes.ts';

type Row = { readonly id: string; readonly seenSeq: number };
type Done = { readonly seq: number; readonly repeated: boolean; readonly was?: string | null };
type Ways = Pick<Context, 'inScope'>;

/** One command id for each matter of a batch, so that a batch sent again does nothing twice. */
const commandOf = (batchId: string, part: string, matterId: string) => uuidv5(`${part}:${matterId}`, batchId);

/** What is answered about work on many matters at once. */
export const bulkHandlers: Handlers<Context, typeof bulkRoutes> = {
  'POST /api/bulk/plan': ({ inScope }, { body }) =>
    inScope(async (work) =>
      done({
        ...(await planBulk(work, body)),
        colleagues: body.action === 'assign' ? await listColleagues(work) : [],
      }),
    ),
  'POST /api/bulk': async (context, { body: { batchId, action, rows, input } }) => {
    const results: BulkResultRow[] = [];
    for (const row of rows) {
      const commandId = commandOf(batchId, action, row.id);
      const answer =
        action === 'assign'
          ? await assign(context, { ...row, commandId, to: typeof input['to'] === 'string' ? input['to'] : '' })
          : await step(context, row, { commandId, input, name: (ways) => ways(action) });
      const canUndo = answer.ok && (await canTakeBack(context, action, row.id, answer.value));
      results.push(viewResult(row.id, answer, canUndo));
    }
    return done({ rows: results });
  },
  'POST /api/bulk/undo': async (context, { body: { batchId, action, rows, reason } }) => {
    const results: BulkResultRow[] = [];
    for (const row of rows) {
      const commandId = commandOf(batchId, 'undo', row.id);
      const answer =
        action === 'assign'
          ? await assign(context, { ...row, commandId, to: row.was ?? '' })
          : await step(context, row, { commandId, input: { reason }, name: (_, back) => back() });
      results.push(viewResult(row.id, answer, false));
    }
    return done({ rows: results });
  },
  'POST /api/matters/:id/assign': async ({ inScope }, { params, body }) => {
    const answer = await inScope((work) => assignMatter(work, { ...body, matterId: params.id }));
    if (!answer.ok) return inScope((work) => sayWhatChanged(work, params.id, answer));
    const { seq, repeated } = answer.value;
    return done({ seq, repeated });
  },
  'GET /api/colleagues': ({ inScope }) => inScope(async (work) => done({ colleagues: await listColleagues(work) })),
};

const assign = ({ inScope }: Ways, { id, ...order }: Row & { commandId: string; to: string }): Promise<Answer<Done>> =>
  inScope((work) => assignMatter(work, { ...order, matterId: id }));

type FindStep = (
  means: (action: Exclude<BulkAction, 'assign'>) => Promise<string | undefined>,
  back: () => Promise<string | undefined>,
) => Promise<string | undefined>;

function step(
  { inScope }: Ways,
  { id, seenSeq }: Row,
  { commandId, input, name }: { commandId: string; input: Record<string, unknown>; name: FindStep },
): Promise<Answer<Done>> {
  return inScope(async (work): Promise<Answer<Done>> => {
    const earlier = await findCommandStep(work, commandId);
    const found =
      earlier ??
      (await name(
        (action) => findBulkStep(work, id, action),
        () => findStepBack(work, id),
      ));
    if (found === undefined) return refuse('bulk.moved_on');
    return takeStep(work, { matterId: id, step: found, commandId, seenSeq, input });
  });
}

/** Whether it could be taken back now: told on the row, so that nobody promises what the procedure does not give. */
async function canTakeBack({ inScope }: Ways, action: BulkAction, matterId: string, { was }: Done): Promise<boolean> {
  if (action === 'assign') return was !== null && was !== undefined;
  return action === 'accept' && (await inScope((work) => findStepBack(work, matterId))) !== undefined;
}

const viewResult = (id: string, answer: Answer<Done>, canUndo: boolean): BulkResultRow =>
  answer.ok
    ? {
        id,
        refusal: null,
        repeated: answer.value.repeated,
        seq: answer.value.seq,
        was: answer.value.was ?? null,
        canUndo,
      }
    : { id, refusal: viewRefusal(answer), repeated: false, seq: null, was: null, canUndo };

/** A row has no fields of its own: what is wrong at the first one is said. */
function viewRefusal(refused: Exclude<Answer<Done>, { ok: true }>): NonNullable<BulkResultRow['refusal']> {
  const [first] = 'fields' in refused && refused.fields ? Object.values(refused.fields) : [];
  return { code: refused.code, message: sayRefusal(first ?? refused) };
}
