import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DigestSpan, ReceiptProof, SiteDeps } from '../deps.ts';
import { findFollowed } from '../follow/cookie.ts';
import { sendPage } from '../page.ts';
import { sendNotFound } from '../refused.ts';
import type { OpenVisit } from '../visit.ts';
import { digestsFile, drawFile, proofFile } from './files.ts';
import { drawProof } from './proof-page.ts';
import { drawTrust } from './trust-page.ts';

const LATEST_DAYS = 30;
type OfYear = { Params: { year: string } };
type Numbered = { Params: { number: string } };

/**
 * The record that can be checked (记录可核对): `/trust` and `/trust/2026` with the published digests, each also as a file,
 * and for whoever showed the code `/follow/:number/proof` and `/follow/:number/proof.json`.
 */
export function registerTrust(app: FastifyInstance, deps: SiteDeps, openVisit: OpenVisit): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, span: DigestSpan) => {
    const [visit, published] = await Promise.all([openVisit(request), deps.digests(span)]);
    if ('year' in span && published.digests.length === 0) return sendNotFound(reply, visit);
    return sendPage(reply, visit, drawTrust(visit, { ...published, ...('year' in span ? span : {}) }));
  };
  const sendFile = async (reply: FastifyReply, span: DigestSpan) => {
    const { district, digests } = await deps.digests(span);
    return reply
      .code('year' in span && digests.length === 0 ? 404 : 200)
      .header('cache-control', 'public, max-age=300')
      .send(digestsFile(district, digests));
  };

  app.get('/trust', (request, reply) => show(request, reply, { latest: LATEST_DAYS }));
  app.get<OfYear>('/trust/:year(^\\d{4}$)', (request, reply) =>
    show(request, reply, { year: Number(request.params.year) }),
  );
  app.get('/trust/digests.json', (_, reply) => sendFile(reply, { latest: LATEST_DAYS }));
  app.get<OfYear>('/trust/digests-:year(^\\d{4}).json', (request, reply) =>
    sendFile(reply, { year: Number(request.params.year) }),
  );

  app.get<{ Params: { day: string } }>('/trust/visits-:day(^\\d{4}-\\d{2}-\\d{2}).json', async (request, reply) => {
    const { day } = request.params;
    const draw = Number.isNaN(Date.parse(day)) ? undefined : await deps.draw(day);
    if (!draw) return sendNotFound(reply, await openVisit(request));
    return reply.header('cache-control', 'public, max-age=300').send(drawFile(draw));
  });

  const prove = async (request: FastifyRequest, number: string): Promise<ReceiptProof | undefined> => {
    const matterId = findFollowed(request, deps, number);
    return matterId === undefined ? undefined : deps.proof(matterId);
  };
  const askForCode = (reply: FastifyReply, number: string) =>
    reply.redirect(`/follow?number=${encodeURIComponent(number)}`, 303);

  app.get<Numbered>('/follow/:number/proof', async (request, reply) => {
    const { number } = request.params;
    const proof = await prove(request, number);
    if (!proof) return askForCode(reply, number);
    const visit = await openVisit(request);
    return sendPage(reply, visit, drawProof(visit, number, proof), { private: true });
  });

  app.get<Numbered>('/follow/:number/proof.json', async (request, reply) => {
    const proof = await prove(request, request.params.number);
    if (!proof) return askForCode(reply, request.params.number);
    return reply
      .headers({ 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="linli-proof.json"' })
      .send(proofFile(proof));
  });
}
