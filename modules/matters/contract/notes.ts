import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { WorkerView } from './views.ts';

/** What an office wrote for itself beside a matter; with `staysOn`, why it stayed that night. */
export const NoteView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: WorkerView,
  text: z.string(),
  staysOn: z.iso.date().nullable(),
});
export type NoteView = z.infer<typeof NoteView>;

const MatterId = z.object({ id: z.uuid() });

/** Internal notes (内部备注): for the offices that may read the matter, never for the person who asked nor the public. */
export const notesRoutes = {
  'GET /api/matters/:id/notes': route({
    permission: 'matters.read',
    summary: 'What the offices wrote for themselves about a matter, the oldest first',
    params: MatterId,
    reply: z.object({ notes: z.array(NoteView) }),
  }),
  'POST /api/matters/:id/notes': route({
    permission: 'matters.read',
    summary: 'Write an internal note. The same commandId writes one only; none is ever changed',
    params: MatterId,
    body: z.object({ commandId: z.uuid(), text: z.string().max(5000) }),
    reply: z.object({ repeated: z.boolean() }),
  }),
};
