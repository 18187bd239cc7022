import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * So many requests are worked on at once (同时办理) at most, twenty-five for each connection to the database, which bounds
 * the memory; on a slow machine only so few as keep all connections busy, once the answers take longer than people wait.
 */
const MOST_AT_ONCE = 200;
const FEW_AT_ONCE = 16;
const LONG_MS = 3000;
const SAID_EVERY_MS = 60_000;
/** Somebody went away and nothing was answered: then the work counts as over. */
const GONE_MS = 30_000;

/** Says "come back in so many seconds" in the form and the language of whoever asks, without asking the database. */
type SayBusy = (request: FastifyRequest, reply: FastifyReply, seconds: number) => FastifyReply;

/**
 * Answers what comes above capacity (超载) with 503 and Retry-After at once, before its body is read. Who watches the
 * server (`/healthz`) is always let in.
 *
 * A request counts from when its body has come until its answer is made: neither who sends slowly nor who reads slowly
 * takes a place, and one whose sender went away keeps its place until its work is over.
 */
export function limitWork(app: FastifyInstance, sayBusy: SayBusy): void {
  const working = new Map<FastifyRequest, number>();
  /** How long an answer takes, of late. */
  let tookMs = 0;
  let refused = 0;
  let saidAt = -SAID_EVERY_MS;
  const isFull = ({ url }: FastifyRequest) =>
    working.size >= (tookMs > LONG_MS ? FEW_AT_ONCE : MOST_AT_ONCE) && url !== '/healthz';
  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    refused += 1;
    if (performance.now() - saidAt >= SAID_EVERY_MS) {
      app.log.warn(
        { refused, atOnce: working.size, tookMs: Math.round(tookMs) },
        'more came than can be done; some were asked to come back',
      );
      saidAt = performance.now();
      refused = 0;
    }
    const seconds = 2 + Math.floor(Math.random() * 4); // not all at the same instant
    return sayBusy(request, reply.code(503).header('retry-after', seconds), seconds);
  };
  app.addHook('onRequest', async (request, reply) => (isFull(request) ? refuse(request, reply) : undefined));
  app.addHook('preHandler', async (request, reply) => {
    if (isFull(request)) return refuse(request, reply);
    working.set(request, performance.now());
    reply.raw.once('close', () => {
      if (working.has(request)) setTimeout(() => working.delete(request), GONE_MS).unref();
    });
    return undefined;
  });
  app.addHook('onSend', async (request) => {
    const since = working.get(request);
    if (since === undefined) return;
    working.delete(request);
    tookMs += (performance.now() - since - tookMs) / 10;
  });
}
