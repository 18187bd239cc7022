import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { districtKeys } from '../../../platform/crypto/keys.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Outgoing, Sending } from '../../../platform/notify/channel.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { chooseMessagesAt } from '../../../tests/support/choose-messages.ts';
import { startDemoServer, type DemoServer } from '../../../tests/support/demo-server.ts';
import { sitDown, type Desks } from '../../../tests/support/desk.ts';
import { deliverMessages, type Delivery } from './deliver.ts';

const noon = new Date('2026-11-18T04:00:00Z');
let server: DemoServer;
let desks: Desks;
let sent: Outgoing[] = [];
let answer: () => Promise<Sending>;
beforeAll(async () => {
  server = await startDemoServer(noon);
  desks = await sitDown(server);
});
beforeEach(async () => {
  server.setNow(noon);
  sent = [];
  answer = async () => ({ ok: true });
  await timer((work) => sql`update notices.messages set state = 'sent', next_try_at = null`.execute(work.db));
});
afterAll(() => server.close());

const timer = <T>(run: (work: Work) => Promise<T>): Promise<T> => {
  const { db, districtId, clock } = server.ground;
  const actor = { kind: 'system', name: 'timer' } as const;
  return inTransaction(db, { districtId, now: clock(), actor, scope: areaScope('') }, run);
};
const gathering = {
  send: (message: Outgoing) => {
    sent.push(message);
    return answer();
  },
};
const delivery = (): Delivery => ({
  asTimer: timer,
  keys: () => districtKeys(server.ground.db, server.ground.districtId, server.ground.config.secret),
  siteUrl: 'https://site.invalid',
  channels: { sms: gathering, mail: gathering },
});
const deliver = () => deliverMessages(delivery());
const later = (minutes: number) => server.setNow(new Date(server.ground.clock().getTime() + minutes * 60_000));

const raise = async (phone = '139 0000 0000') => {
  await timer((work) => sql`delete from requests.paces`.execute(work.db)); // one person asks more here than people do
  const body = { commandId: randomUUID(), what: '楼道灯不亮', community: '990102001001', place: '3号楼', phone };
  return (await server.ask('POST', '/api/public/requests', { body })).body;
};
const choose = (receipt: { number: string; code: string }, form: Record<string, string>, language?: string) =>
  chooseMessagesAt(server, receipt, form, language);
const withNews = async (form: Record<string, string> = { messages: 'sms' }, phone?: string) => {
  const receipt = await raise(phone);
  await choose(receipt, form);
  await desks.take('director', receipt.matterId, 'accept');
  return receipt;
};
const stateOf = async (matterId: string) =>
  timer(async (work) => {
    const { rows } = await sql<{ state: string; attempts: number; error: string | null }>`
      select state, attempts, last_error as error from notices.messages where matter_id = ${matterId}::uuid`.execute(
      work.db,
    );
    return rows.map(({ state, attempts, error }) => [state, attempts, error]);
  });

describe('a resident who chose messages (短信通知)', () => {
  test('is sent the number and a link when there is news, once', async () => {
    const { number, matterId, code } = await withNews();
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(sent.map(({ address, text }) => [address, text])).toEqual([
      [
        '+8613900000000',
        `【邻里】您反映的 ${number} 有新进展，请凭查询码查看：https://site.invalid/follow?number=${number}`,
      ],
    ]);
    expect(JSON.stringify(sent)).not.toContain(code);
    expect(await stateOf(matterId)).toEqual([['sent', 1, null]]);
  });

  test('is sent nothing unless they chose it, nor for what they do themselves', async () => {
    const quiet = await raise();
    await desks.take('director', quiet.matterId, 'accept');
    const own = await raise();
    await choose(own, { messages: 'sms' });
    const { number, code } = own;
    const step = { number, code, commandId: randomUUID(), seenSeq: 1, input: {} };
    const done = await server.ask('POST', '/api/public/follow/steps/withdraw', { body: step });
    expect(done.body.state).toBe('withdrawn');
    expect(await deliver()).toBe(0);
    expect([await stateOf(quiet.matterId), await stateOf(own.matterId)]).toEqual([[], []]);
  });

  test('may give a number only then; a bad or missing one is said at its field, and nothing is changed', async () => {
    const receipt = await raise('');
    for (const [phone, words] of [
      ['', '还没有留手机号'],
      ['12ab', '电话号码好像不对'],
    ] as const) {
      const answered = await choose(receipt, { messages: 'sms', phone });
      expect(answered.statusCode).toBe(422);
      expect(answered.body).toContain(words);
    }
    expect((await choose(receipt, { messages: 'sms', phone: '138 1111 2222' })).statusCode).toBe(303);
    await desks.take('director', receipt.matterId, 'accept');
    await deliver();
    expect(sent.map(({ address }) => address)).toEqual(['+8613811112222']);
  });

  test('who changed their mind meanwhile is sent nothing', async () => {
    const receipt = await withNews();
    await choose(receipt, { messages: 'none' });
    expect(await deliver()).toBe(1);
    expect(sent).toEqual([]);
    expect(await stateOf(receipt.matterId)).toEqual([['unwanted', 1, null]]);
  });

  test('may choose mail, and to hear only when it is their turn or there is a result', async () => {
    const receipt = await raise('');
    const bad = await choose(receipt, { messages: 'mail', mail: 'nobody', when: 'owed' });
    expect([bad.statusCode, bad.body.includes('请填一个邮箱地址')]).toEqual([422, true]);
    expect((await choose(receipt, { messages: 'mail', mail: 'One@home.invalid', when: 'owed' })).statusCode).toBe(303);
    await desks.take('director', receipt.matterId, 'accept');
    expect(await deliver()).toBe(0);
    await desks.take('director', receipt.matterId, 'askResident', { question: '请问是哪个单元的灯？' });
    expect(await deliver()).toBe(1);
    expect(sent.map(({ address }) => address)).toEqual(['one@home.invalid']);
    await choose(receipt, { messages: 'none' });
    const { rows } = await timer((work) =>
      sql`select channel, mail_sealed from requests.message_choices where matter_id = ${receipt.matterId}::uuid`.execute(
        work.db,
      ),
    );
    expect(rows).toEqual([{ channel: 'none', mail_sealed: null }]);
  });

  test('is not woken: news of the night comes at seven, and so does what was due before', async () => {
    server.setNow(new Date('2026-11-18T14:30:00Z')); // 22:30
    const { matterId } = await withNews();
    expect(await deliver()).toBe(0);
    server.setNow(new Date('2026-11-18T22:59:00Z'));
    expect(await deliver()).toBe(0);
    server.setNow(new Date('2026-11-18T23:00:00Z'));
    expect(await deliver()).toBe(1);
    expect(await stateOf(matterId)).toEqual([['sent', 1, null]]);
  });
});

describe('neighbours who joined in (附议)', () => {
  const join = async (number: string) => {
    const url = `/api/public/requests/${number}/join`;
    return (await server.ask('POST', url, { body: { commandId: randomUUID() } })).body as Raised;
  };
  type Raised = { matterId: string; number: string; code: string };
  const solved = { reply: '已经换好，当场试过都亮。', witness: '一层住户在场确认' };

  test('are written to under their own number, in their language, once, also by two servers at once; the tier above is not', async () => {
    const main = await raise('');
    await desks.take('director', main.matterId, 'accept');
    const [asks, quiet] = [await join(main.number), await join(main.number)];
    await choose(asks, { messages: 'sms', phone: '138 2222 3333' }, 'en');
    await desks.take('director', main.matterId, 'answer', solved);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(sent.map(({ address, subject, text }) => [address, subject, text])).toEqual([
      [
        '+8613822223333',
        `Linli ${asks.number}`,
        `[Linli] There is news on your report ${asks.number}. Look it up with your code: https://site.invalid/follow?number=${asks.number}&language=en`,
      ],
    ]);
    expect(await stateOf(quiet.matterId)).toEqual([]);
    const { notices } = (await desks.ask('taskGroupLead', 'GET', '/api/notices')).body;
    expect(notices.filter(({ matterId }: Raised) => matterId === main.matterId)).toEqual([]);
  });
});

describe('the outbox (发件箱)', () => {
  test('tries again, later each time, and stands still as failed after eight tries until somebody says again', async () => {
    answer = async () => ({ ok: false, error: 'busy' });
    const { matterId } = await withNews();
    await deliver();
    expect(await stateOf(matterId)).toEqual([['waiting', 1, 'busy']]);
    expect(await deliver()).toBe(0);
    for (let tries = 1; tries < 8; tries += 1) {
      later(24 * 60);
      expect(await deliver()).toBe(1);
    }
    expect(await stateOf(matterId)).toEqual([['failed', 8, 'busy']]);
    later(24 * 60);
    expect(await deliver()).toBe(0);

    const seen = (await desks.ask('dispatchLead', 'GET', '/api/outbox')).body;
    const failed = seen.messages.find(({ state }: { state: string }) => state === 'failed');
    expect([seen.failed, failed.error.zh, failed.attempts]).toEqual([1, '对方繁忙', 8]);
    expect(JSON.stringify(seen)).not.toContain('139');
    const again = () => desks.ask('dispatchLead', 'POST', `/api/outbox/${failed.id}/again`);
    expect((await again()).status).toBe(200);
    expect((await again()).body.code).toBe('message.not_found');
    answer = async () => ({ ok: true });
    expect(await deliver()).toBe(1);
    expect(await stateOf(matterId)).toEqual([['sent', 1, null]]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  test('does not try again what the other side refused for good', async () => {
    answer = async () => ({ ok: false, error: 'refused' });
    const { matterId } = await withNews();
    await deliver();
    expect(await stateOf(matterId)).toEqual([['failed', 1, 'refused']]);
  });

  test('is for who looks after it: nobody else reads it or sends again', async () => {
    for (const key of ['director', 'taskGroupLead', 'supervisor']) {
      expect((await desks.ask(key, 'GET', '/api/outbox')).body.code).toBe('access.not_your_post');
      expect((await desks.ask(key, 'POST', `/api/outbox/${randomUUID()}/again`)).body.code).toBe(
        'access.not_your_post',
      );
    }
  });

  test('a number that cannot be read any more stands as failed, and keeps no other from being sent', async () => {
    const [broken, whole] = [await withNews(), await withNews()];
    await timer((work) =>
      sql`update requests.reporters set phone_sealed = '\\x00' where matter_id = ${broken.matterId}::uuid`.execute(
        work.db,
      ),
    );
    expect(await deliver()).toBe(2);
    expect([await stateOf(broken.matterId), await stateOf(whole.matterId)]).toEqual([
      [['failed', 1, 'noAddress']],
      [['sent', 1, null]],
    ]);
  });

  test('a crash before sending loses nothing: it is sent when the lease is over', async () => {
    const { matterId } = await withNews();
    const dying = { ...delivery(), channels: { sms: { send: () => Promise.reject(new Error('killed')) } } };
    await expect(deliverMessages(dying)).rejects.toThrow('killed');
    expect(await deliver()).toBe(0);
    later(2);
    expect(await deliver()).toBe(1);
    expect(await stateOf(matterId)).toEqual([['sent', 2, null]]);
    expect(sent).toHaveLength(1);
  });

  test('a crash between sending and marking sends again, under the same id', async () => {
    const { matterId } = await withNews();
    answer = () => Promise.reject(new Error('killed after the gateway took it'));
    await expect(deliver()).rejects.toThrow('killed');
    answer = async () => ({ ok: true });
    later(2);
    await deliver();
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1); // a gateway that keeps ids hands it on once
    expect(await stateOf(matterId)).toEqual([['sent', 2, null]]);
  });

  test('two servers at once never send the same message', async () => {
    for (let n = 0; n < 6; n += 1) await withNews();
    const tries = await Promise.all([deliver(), deliver(), deliver()]);
    expect(tries.reduce((sum, one) => sum + one, 0)).toBe(6);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(6);
    expect(sent).toHaveLength(6);
  });

  test('one that comes late does not overrule a try that began after it', async () => {
    const { matterId } = await withNews();
    answer = async () => {
      later(3);
      answer = async () => ({ ok: true });
      await deliver(); // another server, when the lease of the first was over
      return { ok: false, error: 'timeout' };
    };
    await deliver();
    expect(await stateOf(matterId)).toEqual([['sent', 2, null]]);
  });
});
