import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SiteDeps } from '../deps.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit, Visit } from '../visit.ts';
import type { Language } from '../words.ts';
import { drawBoard, drawBoards } from './board-page.ts';
import { drawEnded } from './ended-page.ts';
import { drawSheet } from './sheet.ts';

const MOST_WORDS = 80;

/** A sheet hangs for long: its day has a year. */
const dayInFull = (now: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone }).format(now);

/** Contact boards (两牌公示): finding one, reading it, printing it. They are made anew for every visit. */
export function registerBoards(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const sendEnded = async (reply: FastifyReply, visit: Visit, code: string) => {
    const ended = await deps.ended(code);
    return ended ? sendPage(reply, visit, drawEnded(visit, code, ended)) : sendNotFound(reply, visit);
  };

  app.get('/boards', async (request, reply) => {
    const { where } = request.query as Record<string, unknown>;
    const sought = typeof where === 'string' ? [...where.trim()].slice(0, MOST_WORDS).join('') : '';
    const found = sought === '' ? [] : await deps.findPlaces(sought);
    const [only, ...others] = found;
    if (only && others.length === 0) return reply.redirect(`/boards/${only.code}`, 303);
    const [visit, subdistricts] = await Promise.all([openVisit(request), deps.communities()]);
    return sendPage(reply, visit, drawBoards(visit, { sought, found, subdistricts }));
  });

  app.get<{ Params: { code: string } }>('/boards/:code', async (request, reply) => {
    const { code } = request.params;
    const [visit, board] = await Promise.all([openVisit(request), deps.board(code)]);
    if (!board) return sendEnded(reply, visit, code);
    const community = (await deps.communities()).flatMap((one) => one.communities).find((one) => one.code === code);
    return sendPage(reply, visit, drawBoard(visit, board, community?.grids ?? []));
  });

  app.get<{ Params: { code: string } }>('/boards/:code/sheet', async (request, reply) => {
    const [visit, board] = await Promise.all([openVisit(request), deps.board(request.params.code)]);
    if (!board) return sendEnded(reply, visit, request.params.code);
    const origin = `${request.protocol}://${request.host}`;
    const page = await drawSheet(visit, board, {
      origin,
      today: dayInFull(deps.now(), visit.language, (await deps.district()).timeZone),
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('content-language', visit.language)
      .send(page.text);
  });
}
