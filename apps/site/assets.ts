import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Html } from '../../ui/html.ts';
import { encodingFor } from './compress.ts';

/**
 * Paths with the hash of what is behind them, so that they may be kept for ever; and the style sheet as an element of the
 * page, for somebody's first page, with the hash by which the security policy knows it.
 */
export type Assets = {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  readonly sheet: string;
  readonly style: Html;
  readonly styleHash: string;
};

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Leaves out comments, indentation and the blanks around punctuation; the style sheets hold none inside strings. */
const tighten = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();

const dropIndentation = (js: string): string => js.replace(/^\s+/gm, '').replace(/^\/\/.*\n/gm, '');

/** Serves the style sheet (tokens first), the script and the icon. */
export function registerAssets(app: FastifyInstance): Assets {
  const serve = (name: string, type: string, text: string): string => {
    const bodies = { br: brotliCompressSync(text), gzip: gzipSync(text), identity: Buffer.from(text) };
    const [stem, extension] = name.split('.');
    const path = `/assets/${stem}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${extension}`;
    app.get(path, (request, reply) => {
      const encoding = encodingFor(request.headers['accept-encoding']);
      if (encoding !== 'identity') void reply.header('content-encoding', encoding);
      return reply
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'Accept-Encoding',
          'content-type': type,
        })
        .send(bodies[encoding]);
    });
    return path;
  };
  const css = tighten(read('../../ui/tokens.css') + read('./site.css'));
  return {
    css: serve('site.css', 'text/css; charset=utf-8', css),
    style: new Html(`<style>${css}</style>`), // our own file, so it needs no escaping
    styleHash: `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    icon: serve('icon.svg', 'image/svg+xml', read('./icon.svg')),
    sheet: serve('sheet.css', 'text/css; charset=utf-8', tighten(read('./boards/sheet.css'))),
    js: serve('site.js', 'text/javascript; charset=utf-8', dropIndentation(read('./site.js'))),
  };
}
