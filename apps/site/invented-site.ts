import fastify, { type InjectOptions } from 'fastify';
import type { SiteDeps } from './deps.ts';
import { inventedDeps } from './invented-deps.ts';
import { registerSite } from './register-site.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;
type Upload = { readonly name: string; readonly bytes: Buffer };

const boundary = 'a-boundary-of-the-tests';

/** What a browser without JavaScript sends for a form with photos. */
function asMultipart(fields: Fields, uploads: readonly Upload[]): Buffer {
  const part = (head: string, body: Buffer | string) => [
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`,
    body,
    '\r\n',
  ];
  const chunks = [
    ...Object.entries(fields).flatMap(([name, value]) => [value].flat().flatMap((one) => part(`name="${name}"`, one))),
    ...uploads.flatMap(({ name, bytes }) =>
      part(`name="${name}"; filename="a.jpg"\r\ncontent-type: image/jpeg`, bytes),
    ),
    `--${boundary}--\r\n`,
  ];
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** The site over invented answers, with ways to ask for pages and to send forms as a browser of the same site does. */
export function openInventedSite(over: Partial<SiteDeps> = {}) {
  const { deps, seen } = inventedDeps(over);
  const app = fastify();
  void registerSite(app, deps);
  const ask = async (options: InjectOptions) => app.inject(options);
  const get = (url: string, headers: Record<string, string> = {}) => ask({ method: 'GET', url, headers });
  const post = (
    url: string,
    fields: Fields,
    how: { headers?: Record<string, string>; uploads?: readonly Upload[] } = {},
  ) =>
    ask({
      method: 'POST',
      url,
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...how.headers,
      },
      payload: asMultipart(fields, how.uploads ?? []),
    });
  return { app, deps, seen, get, post };
}

/** The values of the hidden fields of a page, by name. */
export const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );

/** The cookies a reply sets, as a browser sends them back. */
export const cookiesOf = (reply: { cookies: { name: string; value: string }[] }): Record<string, string> => ({
  cookie: reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
});
