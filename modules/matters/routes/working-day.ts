import type { Context } from '../../../platform/http/context.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import { closeDay, openDay } from '../actions/close-day.ts';
import { writeNote, writeReasonToday } from '../actions/write-note.ts';
import type { dayRoutes } from '../contract/day.ts';
import type { notesRoutes } from '../contract/notes.ts';
import { getDay, listDayBodies } from '../queries/get-day.ts';
import { listNotes } from '../queries/list-notes.ts';

/** What is answered about internal notes. */
export const notesHandlers: Handlers<Context, typeof notesRoutes> = {
  'GET /api/matters/:id/notes': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const notes = await listNotes(work, params.id);
      return notes ? done({ notes }) : refuse('matter.not_found');
    }),
  'POST /api/matters/:id/notes': ({ inScope }, { params, body }) =>
    inScope((work) => writeNote(work, { ...body, matterId: params.id })),
};

/** What is answered about the day's close. */
export const dayHandlers: Handlers<Context, typeof dayRoutes> = {
  'GET /api/day': ({ inScope }, { query }) => inScope((work) => getDay(work, query.body)),
  'POST /api/day/reasons': ({ inScope }, { body }) => inScope((work) => writeReasonToday(work, body)),
  'POST /api/day/close': ({ inScope }, { body }) => inScope((work) => closeDay(work, body.commandId)),
  'POST /api/day/open': ({ inScope }, { body }) => inScope((work) => openDay(work, body.commandId)),
  'GET /api/day/bodies': ({ inScope }) => inScope(async (work) => done(await listDayBodies(work))),
};
