import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { SessionParts } from '../../modules/access/index.ts';
import { ProcedureGone } from '../../modules/matters/index.ts';
import { openProvider } from '../../platform/oidc/provider.ts';
import { logError } from '../../platform/http/log-error.ts';
import { sendRefusal, viewRefusal } from '../../platform/http/serve.ts';
import { registerSite } from '../site/register-site.ts';
import { readTongues } from '../site/tongues/read-tongues.ts';
import { registerApi } from './api.ts';
import { registerDemoOutbox } from './demo-outbox.ts';
import { registerDemoLinks } from './demo-links.ts';
import type { Ground } from './ground.ts';
import { throwAwayRest } from './rest-of-body.ts';
import { registerHealth } from './health.ts';
import { registerOpen311 } from './open311.ts';
import { limitWork } from './overload.ts';
import { sayBusy } from './say-busy.ts';
import { makeSiteDeps } from './site-deps.ts';
import { registerSso } from './sso-links.ts';
import { meetTrouble } from './trouble-watch.ts';
import { answerUnreadable, readableAddress } from './unreadable.ts';

const consoleFolder = fileURLToPath(new URL('../../dist/console/', import.meta.url));

/** Makes the HTTP server: site at `/`, console at `/console/`, API at `/api/`, health at `/healthz`. */
export async function makeServer(ground: Ground, parts: SessionParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: {
      level: ground.config.mode === 'production' ? 'info' : 'warn',
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: logError },
    },
    bodyLimit: 1_048_576,
    requestTimeout: 300_000, // whole requests, large photos on slow phones among them; without it a sender may take for ever
    // The number, not all: addresses that a visitor writes in front of ours must not count as theirs.
    trustProxy: (_, hop) => hop < ground.config.proxies,
    return503OnClosing: false, // what still comes over open connections is served, and each is told to close
    clientErrorHandler: answerUnreadable,
    // As long as an address may be: what is too long for a number or a code is refused where it is read, in words.
    routerOptions: { maxParamLength: 16_384 },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    genReqId: () => crypto.randomUUID().slice(0, 8),
    logController: new LogController({ disableRequestLogging: true }), // addresses may hold words that people searched for
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: ground.config.mode === 'production',
    referrerPolicy: { policy: 'same-origin' },
  });
  const { tongues, notes } = readTongues(join(ground.config.dataFolder, 'languages'));
  for (const note of notes) app.log.warn(note);
  limitWork(app, (request, reply, seconds) => sayBusy(request, reply, seconds, tongues));
  // What does not say how long it may be kept is kept by nobody: most answers are one person's.
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  // Who is refused before the body has come goes on sending, and would lose the answer with the connection.
  app.addHook('onSend', async (request, reply) => {
    if (reply.getHeader('connection') === 'close') await throwAwayRest(request.raw);
  });
  answerFaults(app, ground);
  registerHealth(app, ground);
  registerApi(app, ground, parts);
  await registerOpen311(app, ground);
  if (ground.config.mode === 'demo') registerDemoLinks(app, ground, parts);
  const { oidc } = ground.config;
  if (oidc) registerSso(app, ground, openProvider({ ...oidc, redirectUri: `${oidc.publicUrl}/sso/callback` }));
  if (ground.config.mode === 'demo') registerDemoOutbox(app, ground);
  await registerConsole(app);
  await registerSite(app, makeSiteDeps(ground, tongues));
  return app;
}

/** The single sign-on of these settings, as screens name it. */
export const ssoOf = ({ oidc }: Ground['config']): SessionParts['sso'] =>
  oidc && { name: { zh: oidc.nameZh, en: oidc.nameEn }, issuer: oidc.issuer };

/** Where nothing is, is said in words; what fails outside is said with when to try again; a fault of ours is logged once, under the number that the person is given. */
function answerFaults(app: FastifyInstance, ground: Ground): void {
  app.setNotFoundHandler((_, reply) => sendRefusal(reply, { ok: false, code: 'address.not_found' }));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return reply.code(413).send(viewRefusal({ ok: false, code: 'body.too_large' }));
    if (error.statusCode && error.statusCode < 500) return sendRefusal(reply, { ok: false, code: 'input.shape' });
    const { method, id: number } = request;
    const route = request.routeOptions.url;
    if (error instanceof ProcedureGone) {
      request.log.error({ method, route, procedure: error.version }, error.message);
      const details = { number, version: error.version };
      return reply.code(500).send(viewRefusal({ ok: false, code: 'procedure.gone', details }));
    }
    const trouble = meetTrouble(ground, error, request.log);
    if (trouble) return sendRefusal(reply, trouble);
    request.log.error({ err: error, method, route }, 'fault');
    return reply.code(500).send(viewRefusal({ ok: false, code: 'fault.ours', details: { number } }));
  });
}

/** The console is one page whose own router reads the rest of the address. */
async function registerConsole(app: FastifyInstance): Promise<void> {
  if (!existsSync(consoleFolder)) throw new Error('the console is not built; run npm run build');
  await app.register(serveStatic, {
    root: consoleFolder,
    prefix: '/console/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply, path) => {
      if (path.endsWith('.html')) reply.header('cache-control', 'no-cache');
    },
  });
  app.get('/console', (_, reply) => reply.redirect('/console/'));
  app.get('/console/assets/*', (_, reply) => reply.code(404).send()); // built anew since: the page has to be loaded again
  app.get('/console/*', (_, reply) => reply.sendFile('index.html', { maxAge: 0, immutable: false }));
}
