import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../../ui/html.ts';
import type { Ground } from './ground.ts';

/** The messages that a demo shows instead of sending them (演示发件箱), newest first; registered in demo mode only. */
export function registerDemoOutbox(app: FastifyInstance, { notify }: Ground): void {
  app.get('/demo/outbox', (_, reply) => {
    const rows = notify.shown.map(
      ({ channel, to, text }): Html =>
        html`<li>
          <b>${channel}</b> ${to}
          <p>${text}</p>
        </li>`,
    );
    const page = html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>演示发件箱 Demo outbox</title>
        </head>
        <body>
          <h1>演示发件箱</h1>
          <p>演示中不向任何人发送，只显示在这里。 In the demo nothing is sent to anybody; it is shown here.</p>
          ${
            rows.length > 0
              ? html`<ol>
                  ${rows}
                </ol>`
              : html`<p>还没有消息。 Nothing yet.</p>`
          }
        </body>
      </html>`;
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(String(page));
  });
}
