import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done } from '../../../platform/result.ts';
import { sayCellFault } from '../../../platform/sheets/say-fault.ts';
import { importDuties, previewDuties } from '../actions/import-duties.ts';
import { recordDuty, writeBackRuling } from '../actions/record-duty.ts';
import type { dutyRoutes } from '../contract/duty-routes.ts';
import { exportDuties, listDuties } from '../queries/list-duties.ts';

const MOST_SHOWN = 500;
const nothing = (answer: Answer<undefined>): Answer<Record<string, never>> => (answer.ok ? done({}) : answer);

/** What the duty matrix (职责分工) answers on its routes. */
export const dutyHandlers: Handlers<Context, typeof dutyRoutes> = {
  'GET /api/duties': ({ inScope }, { query }) => inScope(async (work) => done(await listDuties(work, query.on))),

  'POST /api/duties': ({ inScope }, { body }) => inScope(async (work) => nothing(await recordDuty(work, body))),

  'POST /api/requests/:id/duty': ({ inScope }, { params, body }) =>
    inScope(async (work) => nothing(await writeBackRuling(work, { ...body, matterId: params.id }))),

  'GET /api/duties-workbook': ({ inScope }) =>
    inScope(async (work) =>
      done({
        bytes: await exportDuties(work),
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        downloadAs: '职责分工.xlsx',
      }),
    ),

  'POST /api/duties-workbook/preview': ({ inScope }, { upload }) =>
    inScope(async (work) => {
      const preview = await previewDuties(work, upload);
      if (!preview.ok) return preview;
      const { digest, rows, unchanged, faults, changes, missing } = preview.value;
      const said = faults.slice(0, MOST_SHOWN).map((fault) => {
        const { sheet, row, column, heading } = fault;
        return { sheet, row, column, heading, message: sayCellFault(fault) };
      });
      return done({
        digest,
        rows,
        unchanged,
        faults: said,
        changes: changes.slice(0, MOST_SHOWN),
        missing: [...missing],
      });
    }),

  'POST /api/duties-workbook/import': ({ inScope }, { query, upload }) =>
    inScope((work) => importDuties(work, { bytes: upload, digest: query.digest })),
};
