import { z } from 'zod';
import { route } from '../../../platform/http/contract.ts';
import { AreaProfileView } from './area-profile.ts';
import { ReportHead, ReportOrder, ReportView } from './report.ts';
import { BehindAsk, BehindPage, OverviewView, ReachView, WallView } from './views.ts';

const OfArea = z.object({ area: z.string().max(18).optional() });
const One = z.object({ id: z.uuid() });

export const insightRoutes = {
  'GET /api/overview': route({
    permission: 'figures.read',
    summary:
      'What is stuck, where, why and since when; what comes again; how residents judged; by default of all I may see',
    query: OfArea,
    reply: OverviewView,
  }),
  'GET /api/overview/matters': route({
    permission: 'figures.read',
    summary: 'The matters behind one figure, counted by the same conditions',
    query: BehindAsk,
    reply: BehindPage,
  }),
  'GET /api/area-profile': route({
    permission: 'figures.read',
    summary: 'The basic facts of an area from the registers as of today, and the same as an opening paragraph',
    query: OfArea,
    reply: AreaProfileView,
  }),
  'GET /api/wall': route({
    permission: 'figures.read',
    summary: 'The live figures of the wall page',
    query: OfArea,
    reply: WallView,
  }),
  'GET /api/reports': route({
    permission: 'figures.read',
    summary: 'Weekly and monthly reports that were made, the newest first',
    query: OfArea.extend({ after: z.string().max(200).optional() }),
    reply: z.object({ reach: ReachView, reports: z.array(ReportHead), next: z.string().nullable() }),
  }),
  'POST /api/reports': route({
    permission: 'reports.make',
    summary: 'Make the report of a week or month that is over. The same commandId sent again makes nothing twice',
    body: ReportOrder,
    reply: z.object({ id: z.uuid() }),
  }),
  'GET /api/reports/:id': route({
    permission: 'figures.read',
    summary: 'One report with its figures as of when it was made, and the matters behind them that I may open',
    params: One,
    reply: ReportView,
  }),
  'GET /api/reports/:id/charts/:chart': route({
    permission: 'figures.read',
    summary: 'A chart of a report, drawn from its figures, as SVG',
    params: One.extend({ chart: z.enum(['flow', 'kinds']) }),
    file: true,
  }),
  'GET /api/reports/:id/document': route({
    permission: 'figures.read',
    summary: 'The same report as a Word document; the same bytes each time',
    params: One,
    file: true,
  }),
};
