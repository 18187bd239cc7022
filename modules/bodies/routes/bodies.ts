import type { Context } from '../../../platform/http/context.ts';
import type { Answer, Handlers } from '../../../platform/http/serve.ts';
import { done, refuse } from '../../../platform/result.ts';
import type { Actor, Scope, Work } from '../../../platform/work.ts';
import { importWorkbook, previewImport } from '../actions/import-workbook.ts';
import { linkBodies, unlinkBodies } from '../actions/link-bodies.ts';
import { endCharge, setCharge } from '../actions/set-charge.ts';
import type { bodiesRoutes } from '../contract/bodies-routes.ts';
import { emptyWorkbook, exportWorkbook } from '../queries/export-workbook.ts';
import { getBodyPageView, listBodyRows } from '../queries/list-body-rows.ts';
import { countGaps } from '../queries/find-chain.ts';
import { findHolders } from '../queries/find-body-page.ts';
import { getChainsView, getDoorView, getFrontsView } from '../queries/view-chains.ts';
import { listOfficerCover } from '../queries/list-officer-cover.ts';
import { viewHolder, viewPreview } from '../queries/view-bodies.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const nothing = (answer: Answer<undefined>): Answer<Record<string, never>> => (answer.ok ? done({}) : answer);

export type BodiesParts = {
  /** How far somebody sees in the register of addresses, into which a workbook enters what grids are listed with. */
  readonly registerScopeFor: (actor: Actor) => Scope;
};

/** What the bodies answer on their routes. */
export const bodiesHandlers = ({ registerScopeFor }: BodiesParts): Handlers<Context, typeof bodiesRoutes> => ({
  'GET /api/bodies': ({ inScope }, { query }) => inScope(async (work) => done(await listBodyRows(work, query))),

  'GET /api/bodies/:id': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const page = await getBodyPageView(work, params.id);
      return page ? done(page) : refuse('body.not_found');
    }),

  'POST /api/body-links': ({ inScope }, { body }) => inScope(async (work) => nothing(await linkBodies(work, body))),
  'POST /api/body-links/remove': ({ inScope }, { body }) =>
    inScope(async (work) => nothing(await unlinkBodies(work, body))),

  'GET /api/holders': ({ inScope }, { query }) =>
    inScope(async (work) =>
      done({ holders: query.words.trim() === '' ? [] : (await findHolders(work, query.words.trim())).map(viewHolder) }),
    ),

  'GET /api/information-officers': ({ inScope }) =>
    inScope(async (work) => done({ rows: await listOfficerCover(work) })),

  'GET /api/doors': ({ inScope }, { query }) => inScope(async (work) => done(await getDoorView(work, query.text))),

  'GET /api/chains': ({ inScope, districtId }, { query }) =>
    inScope(async (work) => done({ communities: await countGaps(work, query.under || String(districtId)) })),

  'GET /api/chains/:code': ({ inScope }, { params }) =>
    inScope(async (work) => {
      const chains = await getChainsView(work, params.code);
      return chains ? done(chains) : refuse('area.not_found');
    }),

  'GET /api/fronts': ({ inScope, districtId }, { query }) =>
    inScope(async (work) => done(await getFrontsView(work, query.under || String(districtId)))),

  'POST /api/charges': ({ inScope }, { body }) => inScope(async (work) => nothing(await setCharge(work, body))),
  'POST /api/charges/end': ({ inScope }, { body }) => inScope(async (work) => nothing(await endCharge(work, body))),

  'GET /api/district-workbook': ({ inScope }, { query }) =>
    inScope(async (work: Work) => {
      const isEmpty = query.empty === 'yes';
      const bytes = isEmpty ? await emptyWorkbook() : await exportWorkbook(work);
      return done({ bytes, mediaType: xlsx, downloadAs: isEmpty ? '建制表-空白.xlsx' : '建制表.xlsx' });
    }),

  'POST /api/district-workbook/preview': ({ inScope }, { upload }) =>
    inScope(async (work) => {
      const preview = await previewImport(work, upload);
      return preview.ok ? done(viewPreview(preview.value)) : preview;
    }),

  'POST /api/district-workbook/import': ({ as, actor }, { query, upload }) =>
    as(actor, registerScopeFor(actor), async (work) => {
      const imported = await importWorkbook(work, { bytes: upload, digest: query.digest });
      if (!imported.ok) return imported;
      return done({ ...imported.value, passwords: imported.value.passwords?.toString('base64') ?? null });
    }),
});
