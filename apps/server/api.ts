import type { FastifyInstance } from 'fastify';
import { sessionHandlers, sessionRoutes, type SessionParts } from '../../modules/access/index.ts';
import { bodiesHandlers, bodiesRoutes } from '../../modules/bodies/index.ts';
import { mattersHandlers, mattersRoutes } from '../../modules/matters/index.ts';
import {
  dutyHandlers,
  dutyRoutes,
  listDutyBodies,
  maskText,
  requestsHandlers,
  requestsRoutes,
} from '../../modules/requests/index.ts';
import { makeOpenApi } from '../../platform/http/openapi.ts';
import { sendRefusal, serveRoutes, type Door } from '../../platform/http/serve.ts';
import type { Context } from '../../platform/http/context.ts';
import { makeAdmit } from './admit.ts';
import type { Ground } from './ground.ts';

/** All routes of the API, by module. */
export const apiRoutes = { ...sessionRoutes, ...bodiesRoutes, ...mattersRoutes, ...requestsRoutes, ...dutyRoutes };

/** Registers the API and the document that describes it. */
export function registerApi(app: FastifyInstance, ground: Ground, parts: SessionParts): void {
  const door: Door<Context> = { admit: makeAdmit(ground), maxUploadBytes: ground.config.photoBytes };
  serveRoutes(app, sessionRoutes, sessionHandlers(parts), door);
  serveRoutes(app, bodiesRoutes, bodiesHandlers, door);
  serveRoutes(app, mattersRoutes, mattersHandlers({ listDutyBodies, maskText }), door);
  serveRoutes(app, requestsRoutes, requestsHandlers, door);
  serveRoutes(app, dutyRoutes, dutyHandlers, door);
  const document = makeOpenApi(apiRoutes, { title: 'Linli 邻里', version: '0.1.0' });
  app.get('/api/openapi.json', () => document);
  app.all('/api/*', (_, reply) => sendRefusal(reply, { ok: false, code: 'address.not_found' }));
}
