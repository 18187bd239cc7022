import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  answerOpen311,
  itemNames,
  refuseOpen311,
  type Open311Answer,
  type Open311Asked,
} from '../../modules/openness/index.ts';
import { writeXml } from '../../platform/xml.ts';
import type { Ground } from './ground.ts';
import { meetTrouble } from './trouble-watch.ts';
import { publicWays } from './public-ways.ts';

const MOST_FILES = 8;
const MOST_FIELDS = 200;
const MOST_TEXT_BYTES = 100_000;

type Path = { Params: { '*': string } };
type Sent = Pick<Open311Asked, 'values' | 'photos'>;

/**
 * Open311 GeoReport v2 at `/open311/v2/` (公开接口), for anyone: every answer, also a "no", has the standard's form in XML
 * or JSON. Pages of other sites may read it, because it knows no cookies.
 */
export async function registerOpen311(app: FastifyInstance, ground: Ground): Promise<void> {
  const { ways } = publicWays(ground);
  await app.register(async (open) => {
    open.addHook('onRequest', async (_, reply) => {
      void reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'retry-after',
        'cross-origin-resource-policy': 'cross-origin',
      });
    });
    open.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
      const how = mannersOf(request);
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.statusCode === 413)
        return send(reply, refuseOpen311(how, 'tooLarge'));
      if (error.statusCode && error.statusCode < 500) return send(reply, refuseOpen311(how, 'badForm'));
      const trouble = meetTrouble(ground, error, request.log);
      if (trouble) return send(reply, refuseOpen311(how, trouble));
      request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'fault');
      return send(reply, refuseOpen311(how, 'ours', request.id));
    });
    open.options('/open311/v2/*', (_, reply) =>
      reply
        .headers({ 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'idempotency-key' })
        .code(204)
        .send(),
    );
    const answer = async (request: FastifyRequest<Path>, reply: FastifyReply) => {
      const how = mannersOf(request);
      const sent = await readSent(request, ground.config.photoBytes);
      if (!sent) return send(reply, refuseOpen311(how, 'badForm'));
      const idempotencyKey = String(request.headers['idempotency-key'] ?? '').slice(0, 200);
      return send(reply, await answerOpen311(ways(), { ...how, ...sent, method: request.method, idempotencyKey }));
    };
    open.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/open311/v2/*', handler: answer });
    open.route({ method: ['GET', 'POST'], url: '/open311/*', handler: answer });
  });
}

/** More came than can be done. */
export const sendBusyOpen311 = (request: FastifyRequest, reply: FastifyReply, seconds: number) =>
  send(reply, refuseOpen311(mannersOf(request), 'busy', seconds));

function mannersOf(request: FastifyRequest): Omit<Open311Asked, keyof Sent | 'method' | 'idempotencyKey'> {
  const path = (request.params as Partial<Path['Params']>)['*'] ?? '';
  return {
    path,
    accept: request.headers.accept ?? '',
    acceptLanguage: request.headers['accept-language'] ?? '',
    base: `${request.protocol}://${request.host}`,
  };
}

/** Arguments of the address and, for POST, of the form; undefined when what was sent is no form. */
async function readSent(request: FastifyRequest, photoBytes: number): Promise<Sent | undefined> {
  const values = Object.create(null) as Record<string, string[]>; // a field may be called __proto__
  const photos: Buffer[] = [];
  const add = (name: string, value: unknown): void => {
    for (const text of [value].flat()) if (typeof text === 'string') (values[name] ??= []).push(text);
  };
  for (const [name, value] of Object.entries(request.query as Record<string, unknown>)) add(name, value);
  if (request.method !== 'POST') return { values, photos };
  if (request.isMultipart()) {
    const limits = { fileSize: photoBytes + 1, files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_TEXT_BYTES };
    try {
      for await (const part of request.parts({ limits })) {
        if (part.type === 'field') add(part.fieldname, String(part.value));
        else {
          const bytes = await part.toBuffer();
          if (bytes.length > 0) photos.push(bytes);
        }
      }
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 413) throw error;
      return undefined; // cut off, or no multipart at all
    }
    return { values, photos };
  }
  const type = request.headers['content-type'] ?? '';
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded')) return undefined;
  for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) add(name, value);
  return { values, photos };
}

function send(reply: FastifyReply, { status, root, tree, format, language, retryAfterSeconds }: Open311Answer) {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
  const isXml = format === 'xml';
  return reply
    .code(status)
    .type(isXml ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8')
    .headers({ 'content-language': language, vary: 'accept, accept-language', 'cache-control': 'no-cache' })
    .send(isXml ? writeXml(root, tree, itemNames) : JSON.stringify(tree));
}
