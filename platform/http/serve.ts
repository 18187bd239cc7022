import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { sayRefusal, type Both } from '../i18n/words.ts';
import { isModest } from './is-modest.ts';
import { writeReply } from './write-reply.ts';
import './words.ts';
import type { RefusalDetails, Result } from '../result.ts';
import type { In, Out, Route, Routes } from './contract.ts';

/** What a handler is handed of a request: checked input, and the file when the route takes one. */
export type Asked<R extends Route> = {
  readonly params: Out<R['params']>;
  readonly query: Out<R['query']>;
  readonly body: Out<R['body']>;
  readonly upload: Buffer;
  readonly request: FastifyRequest;
};

/** A refusal as handlers give it: with the fields that are wrong, or with what changed meanwhile. */
export type Refused = {
  readonly ok: false;
  readonly code: string;
  readonly details?: RefusalDetails;
  readonly fields?: Readonly<Record<string, { readonly code: string; readonly details?: RefusalDetails }>>;
  readonly changes?: readonly unknown[];
};
export type Answer<T> = Result<T> | Refused;
/** A file; with `downloadAs` it is saved under that name and asked for anew each time. */
export type FileAnswer = {
  readonly mediaType: string;
  readonly downloadAs?: string;
  /** A `stream` is sent as it is made, for files that would not fit into memory. */
} & ({ readonly bytes: Buffer } | { readonly stream: Readable });

export type Handler<Context, R extends Route> = (
  context: Context,
  asked: Asked<R>,
) => Promise<Answer<R extends { file: true } ? FileAnswer : In<R['reply']>>>;
export type Handlers<Context, Rs extends Routes> = { readonly [Name in keyof Rs]: Handler<Context, Rs[Name] & Route> };

export type Door<Context> = {
  /** Finds out who asks, and refuses what their post does not carry, or what waits until they have shown again who they are. */
  readonly admit: (
    request: FastifyRequest,
    reply: FastifyReply,
    permission: string,
    freshly?: boolean,
  ) => Promise<Result<Context>>;
  readonly maxUploadBytes: number;
};

/** Registers the routes of one contract with their handlers: parse, ask, map. */
export function serveRoutes<Context, const Rs extends Routes>(
  app: FastifyInstance,
  routes: Rs,
  handlers: Handlers<Context, Rs>,
  door: Door<Context>,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const [method, url] = name.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    const handle = (handlers as unknown as Record<string, Handler<Context, Route>>)[name];
    if (!handle) throw new Error(`no handler for ${name}`);
    const { reply: shape } = route;
    app.route({
      method,
      url,
      ...(shape
        ? { schema: { response: { 200: {} } }, serializerCompiler: () => (value: unknown) => writeReply(shape, value) }
        : {}),
      handler: async (request, reply) => {
        // Who may not come in is not told what the route would have wanted to know either.
        const admitted = await door.admit(request, reply, route.permission, route.freshly);
        if (!admitted.ok) return sendRefusal(reply, admitted);
        const asked = readAsked(route, request);
        if (!asked.ok) return sendRefusal(reply, asked);
        const upload = route.upload ? await readUpload(request, door.maxUploadBytes) : Buffer.alloc(0);
        const answer = await handle(admitted.value, { ...asked.value, upload, request });
        if (!answer.ok) return sendRefusal(reply, answer);
        if (!route.file) return answer.value;
        const { mediaType, downloadAs, ...file } = answer.value as FileAnswer;
        if (downloadAs !== undefined)
          void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(downloadAs)}`);
        return reply
          .header('content-type', mediaType)
          .header('cache-control', downloadAs === undefined ? 'private, max-age=86400, immutable' : 'no-store')
          .header('content-security-policy', "default-src 'none'")
          .send('bytes' in file ? file.bytes : file.stream);
      },
    });
  }
}

type Read = { params: unknown; query: unknown; body: unknown };

const MOST_FAULTS = 50;

function readAsked(route: Route, request: FastifyRequest): { ok: true; value: Read & Asked<Route> } | Refused {
  const read: Record<string, unknown> = {};
  const fields: Record<string, { code: string; details?: RefusalDetails }> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part] as z.ZodType | undefined;
    if (!schema) continue;
    if (!isModest(request[part])) return { ok: false, code: 'body.too_large' };
    const parsed = schema.safeParse(part === 'body' ? (request.body ?? {}) : request[part]);
    for (const path of parsed.success ? pathsOfNulls(parsed.data) : [])
      fields[path.join('.') || part] = { code: 'input.not_readable' };
    if (parsed.success) read[part] = parsed.data;
    else
      for (const issue of parsed.error.issues.slice(0, MOST_FAULTS))
        fields[issue.path.join('.') || part] = { code: 'input.not_readable' };
  }
  if (Object.keys(fields).length > 0) {
    // An address that cannot name anything is an address of nothing.
    const onlyParams = route.params && !(route.params as z.ZodType).safeParse(request.params).success;
    return onlyParams ? { ok: false, code: 'address.not_found' } : { ok: false, code: 'input.shape', fields };
  }
  return { ok: true, value: read as unknown as Read & Asked<Route> };
}

/** Where a text holds a null byte, which nobody can type and the database cannot keep. */
function pathsOfNulls(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') return value.includes('\0') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsOfNulls(inner, [...path, key]));
}

/** Reads one file up to just past the limit, so that a large one is refused without being held in memory. */
async function readUpload(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  if (!request.isMultipart()) return Buffer.alloc(0);
  const file = await request.file({ limits: { fileSize: maxBytes + 1, files: 1 }, throwFileSizeLimit: false });
  return file ? file.toBuffer() : Buffer.alloc(0);
}

/** The one place where a refusal of the domain becomes a status of HTTP. */
export function statusOf(code: string): number {
  if (code === 'trouble.storage_full') return 507;
  if (code.startsWith('trouble.')) return 503;
  if (code === 'photo.too_large' || code === 'file.too_large' || code === 'body.too_large') return 413;
  if (code.startsWith('photo.') || code.startsWith('workbook.') || code.startsWith('file.')) return 400;
  if (code.endsWith('.not_found')) return 404;
  if (code.startsWith('input.')) return 400;
  if (code === 'session.needed' || code === 'session.wrong_login') return 401;
  if (
    code.startsWith('access.') ||
    code === 'session.not_demo' ||
    code === 'session.unfinished' ||
    code === 'session.prove_again' ||
    code === 'account.closed'
  )
    return 403;
  if (code.endsWith('.locked')) return 429;
  if (code.startsWith('search.') || code.startsWith('page.')) return 400;
  return 409;
}

export function viewRefusal(refused: Refused) {
  return {
    code: refused.code,
    message: sayRefusal(refused),
    ...(refused.fields ? { fields: viewFieldFaults(refused.fields) } : {}),
    ...(refused.changes ? { changedSince: refused.changes } : {}),
  };
}

/** The faults at fields in words. */
export const viewFieldFaults = (
  fields: NonNullable<Refused['fields']>,
): Readonly<Record<string, { code: string; message: Both }>> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, fault]) => [name, { code: fault.code, message: sayRefusal(fault) }]),
  );

/** In how many seconds it is worth trying again (Retry-After); undefined where that changes nothing. */
export function waitSeconds({ code, details }: Pick<Refused, 'code' | 'details'>): number | undefined {
  if (!code.endsWith('.locked') && !code.startsWith('trouble.')) return undefined;
  const { seconds, minutes } = details ?? {};
  return seconds !== undefined ? Number(seconds) : minutes !== undefined ? Number(minutes) * 60 : undefined;
}

export const sendRefusal = (reply: FastifyReply, refused: Refused) => {
  const wait = waitSeconds(refused);
  if (wait !== undefined) void reply.header('retry-after', wait);
  return reply.code(statusOf(refused.code)).send(viewRefusal(refused));
};
