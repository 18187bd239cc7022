import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../ui/html.ts';
import { readPreferences } from './preferences.ts';
import type { Tongue } from './tongues/tongue.ts';

/** The page that says that too many came at once (超载): of its own, because it asks the database nothing. */
export function sendBusy(request: FastifyRequest, reply: FastifyReply, tongues: readonly Tongue[]): FastifyReply {
  const { tongue, isLarge } = readPreferences(request, tongues);
  const say = tongue.sayWith(() => undefined);
  const page = html`<!doctype html>
    <html lang="${tongue.tag}" ${tongue.direction === 'rtl' && html` dir="rtl"`}>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${say('refused.busyTitle')}</title>
      <body style="max-width:36rem;margin:2rem auto;padding:0 1rem;font:${isLarge ? '1.5' : '1.125'}rem/1.6 sans-serif">
        <h1>${say('refused.busyTitle')}</h1>
        <p>${say('refused.busy')}</p>
        <p>${say('refused.faultAgain')}</p>
      </body>
    </html>`;
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.text);
}
