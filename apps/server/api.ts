import type { FastifyInstance } from 'fastify';
import {
  accountHandlers,
  accountRoutes,
  ownAccountHandlers,
  ownAccountRoutes,
  registerScopeFor,
  sessionHandlers,
  sessionRoutes,
  type SessionParts,
} from '../../modules/access/index.ts';
import { bodiesHandlers, bodiesRoutes, staffHandlers, staffRoutes } from '../../modules/bodies/index.ts';
import {
  bulkHandlers,
  bulkRoutes,
  calendarHandlers,
  calendarRoutes,
  countFollowers,
  dayHandlers,
  dayRoutes,
  deskHandlers,
  deskRoutes,
  listHandlers,
  listMattersToPass,
  listRoutes,
  mattersHandlers,
  mattersRoutes,
  notesHandlers,
  notesRoutes,
  passMatter,
  settingsHandlers,
  settingsRoutes,
} from '../../modules/matters/index.ts';
import {
  coordinationHandlers,
  coordinationRoutes,
  meetingHandlers,
  meetingRoutes,
  receptionHandlers,
  receptionRoutes,
  repeatHandlers,
  repeatRoutes,
} from '../../modules/coordination/index.ts';
import { partnerHandlers, partnerRoutes } from '../../modules/partners/index.ts';
import {
  disclosureHandlers,
  disclosureRoutes,
  opennessHandlers,
  opennessRoutes,
} from '../../modules/openness/index.ts';
import { insightHandlers, insightRoutes } from '../../modules/insight/index.ts';
import {
  besideHandlers,
  besideRoutes,
  dutyHandlers,
  dutyRoutes,
  listDutyBodies,
  maskText,
  requestsHandlers,
  requestsRoutes,
} from '../../modules/requests/index.ts';
import { gridHandlers, gridRoutes, territoryHandlers, territoryRoutes } from '../../modules/territory/index.ts';
import { noticesHandlers, noticesRoutes } from '../../modules/notices/index.ts';
import { makeOpenApi } from '../../platform/http/openapi.ts';
import { sendRefusal, serveRoutes, type Door } from '../../platform/http/serve.ts';
import type { Context } from '../../platform/http/context.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import { makeAdmit } from './admit.ts';
import { reachOf } from './exchange.ts';
import type { Ground } from './ground.ts';
import { makeTileSource } from './tile-source.ts';

/** All routes of the API, by module. */
export const apiRoutes = {
  ...sessionRoutes,
  ...ownAccountRoutes,
  ...accountRoutes,
  ...territoryRoutes,
  ...gridRoutes,
  ...staffRoutes,
  ...bodiesRoutes,
  ...mattersRoutes,
  ...requestsRoutes,
  ...besideRoutes,
  ...dutyRoutes,
  ...noticesRoutes,
  ...calendarRoutes,
  ...settingsRoutes,
  ...deskRoutes,
  ...notesRoutes,
  ...dayRoutes,
  ...bulkRoutes,
  ...listRoutes,
  ...opennessRoutes,
  ...disclosureRoutes,
  ...insightRoutes,
  ...meetingRoutes,
  ...repeatRoutes,
  ...coordinationRoutes,
  ...receptionRoutes,
  ...partnerRoutes,
};

const PASSED_AT_ONCE = 200;

/** Passes on what a change of areas left behind at once. What is more than that, or fails, the timer takes up and logs. */
async function passMatters({ as }: Context): Promise<void> {
  const asTimer = <T>(run: (work: Work) => Promise<T>) => as({ kind: 'system', name: 'timer' }, areaScope(''), run);
  for (const matterId of await asTimer((work) => listMattersToPass(work, PASSED_AT_ONCE)))
    await asTimer((work) => passMatter(work, matterId)).catch(() => false);
}

/** Made when somebody asks for it, once. */
let document: ReturnType<typeof makeOpenApi> | undefined;

/** Registers the API and the document that describes it. */
export function registerApi(app: FastifyInstance, ground: Ground, parts: SessionParts): void {
  const door: Door<Context> = { admit: makeAdmit(ground), maxUploadBytes: ground.config.photoBytes };
  serveRoutes(app, sessionRoutes, sessionHandlers(parts), door);
  serveRoutes(app, ownAccountRoutes, ownAccountHandlers(parts), door);
  serveRoutes(app, accountRoutes, accountHandlers(parts), door);
  serveRoutes(app, staffRoutes, staffHandlers, door);
  serveRoutes(app, territoryRoutes, territoryHandlers({ countFollowers, passMatters, registerScopeFor }), door);
  serveRoutes(
    app,
    gridRoutes,
    gridHandlers({ tiles: makeTileSource(ground.config.tiles), registerScopeFor, passMatters }),
    door,
  );
  serveRoutes(app, mattersRoutes, mattersHandlers({ listDutyBodies, maskText }), door);
  serveRoutes(app, requestsRoutes, requestsHandlers, door);
  serveRoutes(app, besideRoutes, besideHandlers, door);
  serveRoutes(app, calendarRoutes, calendarHandlers, door);
  serveRoutes(app, settingsRoutes, settingsHandlers, door);
  serveRoutes(app, deskRoutes, deskHandlers, door);
  serveRoutes(app, notesRoutes, notesHandlers, door);
  serveRoutes(app, dayRoutes, dayHandlers, door);
  serveRoutes(app, bulkRoutes, bulkHandlers, door);
  serveRoutes(app, listRoutes, listHandlers, door);
  serveRoutes(app, noticesRoutes, noticesHandlers, door);
  serveRoutes(app, opennessRoutes, opennessHandlers, door);
  serveRoutes(app, disclosureRoutes, disclosureHandlers, door);
  serveRoutes(app, insightRoutes, insightHandlers, door);
  serveRoutes(app, meetingRoutes, meetingHandlers, door);
  serveRoutes(app, repeatRoutes, repeatHandlers, door);
  serveRoutes(app, coordinationRoutes, coordinationHandlers, door);
  serveRoutes(app, receptionRoutes, receptionHandlers, door);
  serveRoutes(app, partnerRoutes, partnerHandlers(reachOf(ground.config)), door);
  serveRoutes(app, bodiesRoutes, bodiesHandlers({ registerScopeFor }), door);
  serveRoutes(app, dutyRoutes, dutyHandlers, door);
  app.get('/api/openapi.json', () => (document ??= makeOpenApi(apiRoutes, { title: 'Linli 邻里', version: '0.1.0' })));
  app.all('/api/*', (_, reply) => sendRefusal(reply, { ok: false, code: 'address.not_found' }));
}
