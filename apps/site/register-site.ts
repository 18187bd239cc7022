import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance } from 'fastify';
import { registerAlerts, stopPath } from './alerts/routes.ts';
import { registerAssets, type Assets } from './assets.ts';
import { registerBoards } from './boards/routes.ts';
import { registerChannels } from './channels/routes.ts';
import { compressPage } from './compress.ts';
import type { SiteDeps } from './deps.ts';
import { registerMessages } from './follow/messages.ts';
import { registerFollow } from './follow/routes.ts';
import { registerPublicity } from './follow/publicity.ts';
import { registerHome } from './home.ts';
import { registerMap } from './map/routes.ts';
import { registerMy } from './my/routes.ts';
import { registerMore } from './more.ts';
import { registerDisclosures } from './disclosures/routes.ts';
import { registerOpen } from './open/routes.ts';
import { registerPreferences } from './preferences.ts';
import { registerProcedure } from './procedure/routes.ts';
import { sendFault, sendForeign, sendNotFound, sendTrouble } from './refused.ts';
import { registerReceipt } from './report/receipt.ts';
import { registerReception } from './reception/routes.ts';
import { registerRoots } from './roots/routes.ts';
import { registerReport } from './report/routes.ts';
import { isSameOrigin } from './same-origin.ts';
import { registerSee } from './see/routes.ts';
import { registerTrust } from './trust/routes.ts';
import { visitsTo } from './visit.ts';

/** Nothing from elsewhere, no script or style inside a page but the style sheet by its hash. */
const headersFor = ({ styleHash }: Assets) => ({
  'content-security-policy': `default-src 'none'; style-src 'self' ${styleHash}; script-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
});

/**
 * Adds the residents' site (居民端) to a server: pages at `/`, `/report`, `/receipt`, `/follow`, `/my`, `/channels`, `/reception`, `/root-causes`, `/see`, `/map`, `/figures`,
 * `/communities` with what they disclose, `/alerts`, `/open-data`, `/feeds`, `/procedures`, `/trust`, `/prefs`, `/assets`; every other GET that nobody else answers gets the page
 * that says so.
 */
export async function registerSite(app: FastifyInstance, deps: SiteDeps): Promise<void> {
  await app.register(async (site) => {
    if (!site.hasRequestDecorator('cookies')) await site.register(cookie);
    if (!site.hasContentTypeParser('application/x-www-form-urlencoded')) await site.register(formbody);
    if (!site.hasContentTypeParser('multipart/form-data')) await site.register(multipart);

    const assets = registerAssets(site);
    const headers = headersFor(assets);
    const { openVisit, openVisitAnyway, openVisitAnywhere } = visitsTo(deps, assets);

    site.addHook('onRequest', async (request, reply) => {
      void reply.headers(headers);
      if (
        request.method === 'POST' &&
        request.routeOptions.url !== stopPath &&
        !isSameOrigin(request.headers, request.host)
      )
        return sendForeign(reply, await openVisit(request));
    });
    site.addHook('onSend', compressPage);
    site.setErrorHandler(async (error: FastifyError, request, reply) => {
      const trouble = deps.meetTrouble(error, request.log);
      if (trouble) return sendTrouble(trouble, reply, openVisitAnywhere(request));
      return sendFault(error, request, reply, await openVisitAnyway(request));
    });

    registerPreferences(site, deps.tongues);
    registerHome(site, deps, openVisit);
    registerMore(site, openVisit);
    registerReport(site, deps, openVisit);
    registerReceipt(site, deps, openVisit);
    registerFollow(site, deps, openVisit);
    registerPublicity(site, deps, openVisit);
    registerMy(site, deps, openVisit);
    if (deps.messages.offered.length > 0) registerMessages(site, deps, openVisit);
    registerChannels(site, deps, openVisit);
    registerReception(site, deps, openVisit);
    registerRoots(site, deps, openVisit);
    registerSee(site, deps, openVisit);
    registerMap(site, deps, openVisit);
    registerOpen(site, deps, openVisit);
    registerDisclosures(site, deps, openVisit);
    registerAlerts(site, deps, openVisit);
    registerBoards(site, deps, openVisit);
    registerProcedure(site, deps, openVisit);
    registerTrust(site, deps, openVisit);
    site.get('/*', async (request, reply) => sendNotFound(reply, await openVisit(request)));
  });
}
