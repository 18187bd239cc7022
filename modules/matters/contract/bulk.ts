import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { bulkActions, MOST_AT_ONCE } from './desk-limits.ts';
import { FieldView, NamedView, RefusalView } from './views.ts';

export const wayBacks = ['returnIt', 'assignBack', 'none'] as const;

const Row = z.object({ id: z.uuid(), seenSeq: z.number().int().min(0) });

/** What will happen to one chosen matter: the step that is taken, or why it is not. */
export const BulkPlanRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  seq: z.number().int(),
  step: NamedView.nullable(),
  refusal: RefusalView.nullable(),
  wayBack: z.enum(wayBacks).describe('how it could be undone afterwards'),
});
export type BulkPlanRow = z.infer<typeof BulkPlanRow>;

export const BulkResultRow = z.object({
  id: z.uuid(),
  refusal: RefusalView.nullable(),
  repeated: z.boolean(),
  seq: z.number().int().nullable().describe('the number of the entry that was written'),
  was: z.uuid().nullable().describe('who had it before it was assigned; nobody when null'),
  canUndo: z.boolean(),
});
export type BulkResultRow = z.infer<typeof BulkResultRow>;

/** Work on many matters at once (批量办理): looked at first, then done one by one, each with its own result. */
export const bulkRoutes = {
  'POST /api/bulk/plan': route({
    permission: 'matters.step',
    summary: 'What would happen to each of the chosen matters, and why to some nothing; changes nothing',
    body: z.object({ action: z.enum(bulkActions), ids: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) }),
    reply: z.object({
      rows: z.array(BulkPlanRow),
      fields: z.array(FieldView).describe('what is asked once, for all of them'),
      colleagues: z.array(z.object({ id: z.uuid(), name: NamedView })).describe('for `assign`: who is in post here'),
    }),
  }),
  'POST /api/bulk': route({
    permission: 'matters.step',
    summary: 'Do it, one transaction for each; the same batchId again does nothing twice',
    body: z.object({
      batchId: z.uuid(),
      action: z.enum(bulkActions),
      rows: z.array(Row).min(1).max(MOST_AT_ONCE),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    reply: z.object({ rows: z.array(BulkResultRow) }),
  }),
  'POST /api/bulk/undo': route({
    permission: 'matters.step',
    summary: 'Take back what can be taken back of a batch: return to where it came from, or assign to who had it',
    body: z.object({
      batchId: z.uuid(),
      action: z.enum(['accept', 'assign']),
      rows: z
        .array(Row.extend({ was: z.uuid().nullable().default(null) }))
        .min(1)
        .max(MOST_AT_ONCE),
      reason: z.string().max(500).default(''),
    }),
    reply: z.object({ rows: z.array(BulkResultRow) }),
  }),
  'POST /api/matters/:id/assign': route({
    permission: 'matters.step',
    summary: 'Give a matter that my body has to a colleague in it. The same commandId does it once',
    params: z.object({ id: z.uuid() }),
    body: z.object({ commandId: z.uuid(), seenSeq: z.number().int().min(0), to: z.uuid() }),
    reply: z.object({ seq: z.number().int(), repeated: z.boolean() }),
  }),
  'GET /api/colleagues': route({
    permission: 'matters.step',
    summary: 'Who is in post in my body today',
    reply: z.object({ colleagues: z.array(z.object({ id: z.uuid(), name: NamedView })) }),
  }),
};
