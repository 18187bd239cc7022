import type { Context } from '../../platform/http/context.ts';
import type { Handlers } from '../../platform/http/serve.ts';
import { done } from '../../platform/result.ts';
import { keepReport } from './actions/keep-report.ts';
import type { insightRoutes } from './contract/routes.ts';
import { drawReportChart } from './queries/draw-charts.ts';
import { getOverview, getWall } from './queries/get-overview.ts';
import { getAreaProfile } from './queries/get-area-profile.ts';
import { listBehind } from './queries/list-behind.ts';
import { prepareReport } from './queries/prepare-report.ts';
import { findReport, listReports } from './queries/view-reports.ts';
import { documentOf } from './queries/write-report.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is answered about figures, the wall and reports, each within the scope of the one who asks. */
export const insightHandlers: Handlers<Context, typeof insightRoutes> = {
  'GET /api/overview': ({ inScope }, { query }) => inScope((work) => getOverview(work, query.area)),
  'GET /api/overview/matters': ({ inScope }, { query }) => inScope((work) => listBehind(work, query)),
  'GET /api/area-profile': ({ inScope }, { query }) => inScope((work) => getAreaProfile(work, query.area)),
  'GET /api/wall': ({ inScope }, { query }) => inScope((work) => getWall(work, query.area)),
  'GET /api/reports': ({ inScope }, { query }) => inScope((work) => listReports(work, query)),
  'POST /api/reports': ({ inScope }, { body }) =>
    inScope((work) => keepReport(work, body.commandId, () => prepareReport(work, body))),
  'GET /api/reports/:id': ({ inScope }, { params }) => inScope((work) => findReport(work, params.id)),
  'GET /api/reports/:id/charts/:chart': async ({ inScope }, { params }) => {
    const found = await inScope((work) => findReport(work, params.id));
    if (!found.ok) return found;
    return done({ bytes: Buffer.from(drawReportChart(found.value.content, params.chart)), mediaType: 'image/svg+xml' });
  },
  'GET /api/reports/:id/document': async ({ inScope }, { params }) => {
    const found = await inScope((work) => documentOf(work, params.id));
    if (!found.ok) return found;
    const { name, bytes } = await found.value.write();
    return done({ bytes, mediaType: WORD, downloadAs: `${name}.docx` });
  },
};
