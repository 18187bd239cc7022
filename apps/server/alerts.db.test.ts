import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverMessages } from '../../modules/notices/index.ts';
import { tellAlerts } from '../../modules/openness/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import type { Outgoing } from '../../platform/notify/channel.ts';
import { mailChannel } from '../../platform/notify/mail.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';
import { at, sitDown, type Desks } from '../../tests/support/desk.ts';
import { asTimer } from './rounds.ts';

const community = '990102001001';
let server: DemoServer;
let desks: Desks;
let sent: Outgoing[] = [];
/** What came out of the line at the other end, headers and body as they were sent. */
let arrived: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _, next) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      arrived.push(Buffer.concat(parts).toString());
      next();
    });
  },
});
const mailed = (message: Outgoing) =>
  mailChannel({
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    from: '邻里 <no-reply@linli.invalid>',
  }).send(message);
beforeAll(async () => {
  server = await startDemoServer(at('2026-11-16 10:00'));
  desks = await sitDown(server);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  sent = [];
  arrived = [];
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await server.close();
});

const post = (
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
const ask = (form: Record<string, string>) =>
  post('/alerts', { mail: '', area: community, category: '', pace: 'daily', ...form });
const deliver = () =>
  deliverMessages({
    asTimer: (run) => asTimer(server.ground, run),
    keys: () => districtKeys(server.ground.db, server.ground.districtId, server.ground.config.secret),
    siteUrl: 'https://site.invalid',
    channels: {
      mail: {
        send: async (message) => {
          sent.push(message);
          return mailed(message);
        },
      },
    },
  });
const round = async () => {
  await asTimer(server.ground, tellAlerts);
  await deliver();
};
const linkIn = ({ text }: Outgoing, path: string) =>
  new RegExp(`https://site\\.invalid(${path}\\?token=\\S+)`).exec(text)?.[1] as string;
const publish = async (what = '楼道灯不亮，晚上看不见台阶') => {
  const body = { commandId: randomUUID(), what, community, place: '3号楼' };
  const { matterId, number } = (await server.ask('POST', '/api/public/requests', { body })).body;
  await desks.take('clerk', matterId, 'accept');
  return number as string;
};
const rows = () =>
  asTimer(server.ground, async (work) => {
    const { rows: all } = await sql<{ state: string; hasMail: boolean; sealed: string | null }>`
      select state, mail_sealed is not null as "hasMail", encode(mail_sealed, 'escape') as sealed
      from openness.subscriptions order by id`.execute(work.db);
    return all;
  });

test('nothing is sent but a mail to confirm, until it is; then one mail a day with what is public, and one press ends it', async () => {
  expect((await ask({ mail: 'Li.Test@mail.invalid' })).body).toContain('请看一下邮箱');
  await publish();
  await round();
  expect(sent.map(({ address }) => address)).toEqual(['li.test@mail.invalid']);
  const confirm = linkIn(sent[0] as Outgoing, '/alerts/confirm');
  expect((await server.app.inject(confirm)).body).toContain('<form method="post"');
  expect((await rows()).map(({ state }) => state)).toEqual(['asked']); // looking at it confirms nothing
  expect((await post(confirm, {})).body).toContain('好了');
  expect((await rows())[0]?.sealed).not.toContain('li.test');

  sent = [];
  server.setNow(at('2026-11-16 15:00'));
  const number = await publish('楼下李秀英家的狗没有拴绳，电话13800001111');
  await round();
  expect(sent).toEqual([]); // told this morning: not before the next
  server.setNow(at('2026-11-17 07:30'));
  await round();
  expect(sent).toEqual([]);
  server.setNow(at('2026-11-17 08:01'));
  await round();
  await round();
  expect(sent).toHaveLength(1);
  const [mail] = sent as [Outgoing];
  expect(mail.text).toContain(`/see/${number}`);
  expect(mail.text).not.toMatch(/秀英|13800001111/);
  const stop = linkIn(mail, '/alerts/stop');
  expect(mail.headers).toEqual({
    'List-Unsubscribe': `<https://site.invalid${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });

  expect(arrived).toHaveLength(2); // the one to confirm, and the news
  const [headers = '', ...body] = (arrived[1] ?? '').split(/\r?\n\r?\n/);
  const unfolded = headers.replace(/\r?\n\s+/g, ' ');
  expect(unfolded).toContain('To: li.test@mail.invalid');
  expect(unfolded).toContain(`List-Unsubscribe: <https://site.invalid${stop}>`);
  expect(body.join('').replace(/=\r?\n/g, '')).toContain(`/see/${number}`);

  // As a mail program does it: from elsewhere, without cookies (RFC 8058).
  const pressed = await post(stop, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'cross-site' });
  expect([pressed.statusCode, (await rows())[0]]).toEqual([200, { state: 'ended', hasMail: false, sealed: null }]);
  expect((await post(stop, {})).statusCode).toBe(200);
  expect((await post(confirm, {})).statusCode).toBe(404);
  sent = [];
  await publish();
  server.setNow(at('2026-11-18 09:00'));
  await round();
  expect(sent).toEqual([]);
});

test('at once, if chosen, but nobody is woken', async () => {
  server.setNow(at('2026-11-18 10:00'));
  await ask({ mail: 'two@mail.invalid', pace: 'atOnce' });
  await deliver();
  await post(linkIn(sent[0] as Outgoing, '/alerts/confirm'), {});
  sent = [];
  server.setNow(at('2026-11-18 22:30'));
  await publish();
  server.setNow(at('2026-11-18 22:31'));
  await round();
  expect(sent).toEqual([]);
  server.setNow(at('2026-11-19 07:00'));
  await round();
  expect(sent.map(({ address }) => address)).toEqual(['two@mail.invalid']);
});

test('a bad address is said at its field, an unknown place too; nothing is written', async () => {
  const before = (await rows()).length;
  const bad = await ask({ mail: 'nobody' });
  expect([bad.statusCode, bad.body.includes('邮箱地址好像不对')]).toEqual([422, true]);
  expect((await ask({ mail: 'a@mail.invalid', area: '999999999999' })).statusCode).toBe(422);
  expect((await rows()).length).toBe(before);
});

test('asking again sends no second mail at once, and at most three wait to be confirmed for one address', async () => {
  const mail = 'three@mail.invalid';
  for (const category of ['', '', 'water', 'lighting']) await ask({ mail, category });
  expect((await ask({ mail, category: 'road' })).body).toContain('请先打开邮件确认');
  await deliver();
  expect(sent).toHaveLength(3);
});

test('what is never confirmed is erased after two days', async () => {
  server.setNow(at('2026-11-22 10:00'));
  await round();
  expect((await rows()).map(({ state }) => state).toSorted()).toEqual(['confirmed', 'ended']);
});

test('a token that is not ours does nothing', async () => {
  expect((await post('/alerts/confirm?token=x.y', {})).statusCode).toBe(404);
  expect((await post('/alerts/stop?token=x.y', {})).statusCode).toBe(200);
  expect((await post('/alerts', { mail: 'x@mail.invalid' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
});
