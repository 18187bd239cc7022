import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { startDemoServer, type Answer, type DemoServer } from '../../tests/support/demo-server.ts';

const start = new Date('2026-11-18T02:00:00Z');
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const own = 'three-lamps-by-the-river';
const reason = '当面核实过是本人';

let server: DemoServer;
let admin: string;
beforeAll(async () => {
  server = await startDemoServer(start);
  admin = await server.signIn('administrator');
});
afterAll(() => server.close());

/** A browser: keeps what it is given, and sends it back. */
function browser(address = '192.0.2.1') {
  const jar = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const raw = await server.app.inject({
      method,
      url,
      remoteAddress: address,
      headers: { cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36' },
      ...(body ? { payload: body } : {}),
    });
    for (const { name, value } of raw.cookies) jar.set(name, value);
    return { status: raw.statusCode, body: raw.json(), raw };
  };
  return { jar, ask, signIn: (login: string, password: string) => ask('POST', '/api/session', { login, password }) };
}
const create = (login: string, more: object = {}) =>
  server.ask('POST', '/api/accounts', {
    cookie: admin,
    body: { commandId: randomUUID(), login, nameZh: '白松', nameEn: 'Bai Song', ...more },
  });
const codeAt = (key: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.getTime() });

/** Somebody who has signed in for the first time and chosen a password. */
async function newcomer(login: string) {
  const { body } = await create(login);
  const at = browser();
  await at.signIn(login, body.firstPassword);
  await at.ask('POST', '/api/account/password', { old: body.firstPassword, next: own });
  return { ...at, accountId: body.accountId as string };
}
/** The same with a second factor. */
async function withFactor(login: string, at = start) {
  server.setNow(at);
  const person = await newcomer(login);
  const { body: offered } = await person.ask('POST', '/api/account/factor/offer', {});
  const { body } = await person.ask('POST', '/api/account/factor/confirm', { code: codeAt(offered.key, at) });
  return { ...person, key: offered.key as string, codes: body.recoveryCodes as string[], offered };
}

describe('a first password (初始密码)', () => {
  test('opens nothing but the choice of another, and is shown again to the same command only', async () => {
    const commandId = randomUUID();
    const [one, two] = await Promise.all([create('first.one', { commandId }), create('first.one', { commandId })]);
    expect([one.status, two.body.firstPassword]).toEqual([200, one.body.firstPassword]);
    const at = browser();
    const entered = await at.signIn('First.One ', one.body.firstPassword);
    expect(entered.body).toEqual({ me: null, owes: 'password' });
    for (const url of ['/api/matters?queue=open', '/api/accounts'])
      expect((await at.ask('GET', url)).body.code).toBe('session.unfinished');
    expect((await at.ask('POST', '/api/account/sessions/end-others')).body.code).toBe('session.unfinished');

    const change = (next: string, old = one.body.firstPassword) =>
      at.ask('POST', '/api/account/password', { old, next });
    expect((await change(own, 'wrong')).body.fields.old.code).toBe('password.wrong_old');
    expect((await change('woaini1314520')).body.fields.next.code).toBe('password.simple');
    expect((await change('')).body.fields.next.code).toBe('password.too_short');
    expect((await change(`${own}\0`)).body.fields.next.code).toBe('input.not_readable');
    expect((await change(own)).status).toBe(200);
    expect((await at.ask('GET', '/api/session')).body.me.name.zh).toBe('白松');
  });

  test.each([
    ['a login that is taken', { login: 'first.one' }, 'login', 'account.login_taken'],
    ['an empty login', { login: '' }, 'login', 'account.login_shape'],
    ['10,000 characters', { login: 'a'.repeat(10_000) }, 'login', 'account.login_shape'],
    ['null bytes', { login: 'a\0b' }, 'login', 'input.not_readable'],
    ['a name of signs', { nameZh: '<b>' }, 'nameZh', 'account.name_shape'],
  ])('an account with %s is refused at its field', async (_, more, field, code) => {
    const answer = await create('other.one', more);
    expect([answer.status, answer.body.fields[field].code]).toEqual([400, code]);
  });
});

describe('changing a password', () => {
  test('ends all other sessions at once, gives this one a new token, and closes the old password', async () => {
    const here = await newcomer('change.er');
    const there = browser('192.0.2.2');
    await there.signIn('change.er', own);
    const before = here.jar.get('linli_session');
    const next = 'another lamp by the bridge';
    expect((await here.ask('POST', '/api/account/password', { old: own, next })).status).toBe(200);
    expect(here.jar.get('linli_session')).not.toBe(before);
    expect((await there.ask('GET', '/api/session')).body.me).toBeNull();
    expect((await here.ask('GET', '/api/session')).body.me).not.toBeNull();
    expect((await browser().signIn('change.er', own)).body.code).toBe('session.wrong_login');
    expect((await browser().signIn('change.er', next)).status).toBe(200);
  });

  test('at the same moment in two places happens once', async () => {
    const here = await newcomer('two.places');
    const answers = await Promise.all(
      ['first lamp by the bridge', 'second lamp by the bridge'].map((next) =>
        here.ask('POST', '/api/account/password', { old: own, next }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the second factor (两步验证)', () => {
  test('is asked for after the password, takes each code once, and rotates the session', async () => {
    const person = await withFactor('factor.one');
    expect(person.offered.qr).toContain('<svg');
    expect(person.codes).toHaveLength(10);
    const at = browser('192.0.2.9');
    expect((await at.signIn('factor.one', own)).body).toEqual({ me: null, owes: 'factor' });
    const waiting = at.jar.get('linli_session');
    expect((await at.ask('GET', '/api/account')).body.code).toBe('session.unfinished');
    expect((await at.ask('POST', '/api/account/password', { old: own, next: 'x' })).body.code).toBe(
      'session.unfinished',
    );
    const send = (code: string) => at.ask('POST', '/api/session/factor', { code });
    expect((await send(codeAt(person.key, start))).body.code).toBe('factor.wrong_code');
    server.setNow(minutesLater(1));
    const wide = [...codeAt(person.key, minutesLater(1))].map((digit) =>
      String.fromCodePoint(digit.codePointAt(0)! + 0xfee0),
    );
    expect((await send(wide.join(''))).body.owes).toBeNull();
    expect(at.jar.get('linli_session')).not.toBe(waiting);
    const fixed = await server.ask('GET', '/api/session', { cookie: `linli_session=${waiting}` });
    expect(fixed.body).toMatchObject({ me: null, owes: null });
  });

  test('one code sent twice at once is accepted once', async () => {
    const person = await withFactor('factor.twice', minutesLater(10));
    const [one, two] = [browser('192.0.2.10'), browser('192.0.2.11')];
    await Promise.all([one.signIn('factor.twice', own), two.signIn('factor.twice', own)]);
    server.setNow(minutesLater(11));
    const code = codeAt(person.key, minutesLater(11));
    const answers = await Promise.all([one, two].map((at) => at.ask('POST', '/api/session/factor', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a recovery code stands in once; five wrong codes close the door there', async () => {
    const person = await withFactor('factor.lost', minutesLater(20));
    const wait = async (address: string) => {
      const at = browser(address);
      await at.signIn('factor.lost', own);
      return (code: string) => at.ask('POST', '/api/session/factor', { code });
    };
    const [code = '', another = ''] = person.codes;
    expect((await (await wait('192.0.2.12'))(` ${code.toLowerCase().replace('-', ' ')} `)).status).toBe(200);
    const enter = await wait('192.0.2.13');
    expect((await enter('\0')).body.fields.code.code).toBe('input.not_readable');
    for (const wrong of [code, '', '000000', '一二三四五六', '1'.repeat(10_000)])
      expect((await enter(wrong)).body.code).toBe('factor.wrong_code');
    expect((await enter(another)).body.code).toBe('session.locked');
    expect((await (await wait('192.0.2.14'))(another)).status).toBe(200);
    expect((await person.ask('GET', '/api/account')).body.recoveryCodesLeft).toBe(8);
  });

  test('an administrator resets it with a reason, once, and the person is told at the next sign-in', async () => {
    const person = await withFactor('factor.reset', minutesLater(30));
    const url = `/api/accounts/${person.accountId}/factor`;
    const send = (body: object) => server.ask('POST', url, { cookie: admin, body });
    expect((await send({ commandId: randomUUID(), reason: ' ' })).body.fields.reason.code).toBe(
      'account.reason_needed',
    );
    const command = { commandId: randomUUID(), reason };
    expect((await Promise.all([send(command), send(command)])).map(({ status }) => status)).toEqual([200, 200]);
    expect((await person.ask('GET', '/api/session')).body.me).toBeNull();
    const at = browser();
    const { me } = (await at.signIn('factor.reset', own)).body;
    expect(me.notices).toMatchObject([{ kind: 'factorReset', reason }]);
    await at.ask('POST', '/api/account/notices/read');
    expect((await at.ask('GET', '/api/session')).body.me.notices).toEqual([]);
  });

  test('is required of a kind of post after the days of grace, and then nothing opens without it', async () => {
    const decide = (body: object) =>
      server.ask('POST', '/api/factor-requirement', { cookie: admin, body: { commandId: randomUUID(), ...body } });
    expect((await decide({ reach: 'postKinds', postKinds: [], graceDays: 1 })).body.fields.postKinds.code).toBe(
      'factor.no_post_kinds',
    );
    server.setNow(minutesLater(40));
    const person = await newcomer('factor.due');
    expect((await decide({ reach: 'everybody', postKinds: [], graceDays: 1 })).status).toBe(200);
    expect((await person.ask('GET', '/api/session')).body.me.factorDueAt).toBe(
      minutesLater(40 + 24 * 60).toISOString(),
    );
    server.setNow(minutesLater(40 + 24 * 60));
    const at = browser();
    expect((await at.signIn('factor.due', own)).body).toEqual({ me: null, owes: 'setup' });
    const { body } = await at.ask('POST', '/api/account/factor/offer', {});
    const code = codeAt(body.key, minutesLater(40 + 24 * 60));
    expect((await at.ask('POST', '/api/account/factor/confirm', { code })).body.me.name.zh).toBe('白松');
    expect((await at.ask('POST', '/api/account/factor/remove', {})).body.code).toBe('factor.required');
    admin = await server.signIn('administrator');
    expect((await decide({ reach: 'nobody', postKinds: [], graceDays: 0 })).status).toBe(200);
    expect((await at.ask('POST', '/api/account/factor/remove', {})).status).toBe(200);
    const { requirement } = (await server.ask('GET', '/api/factor-requirement', { cookie: admin })).body;
    expect(requirement).toMatchObject({ reach: 'nobody', by: { zh: expect.any(String) } });
    server.setNow(start);
    admin = await server.signIn('administrator');
  });
});

describe('sessions', () => {
  test('are listed with this one marked, ended one by one and all others at once, mine only', async () => {
    const here = await newcomer('sess.ions');
    const [two, three] = [browser('192.0.2.20'), browser('192.0.2.21')];
    await two.signIn('sess.ions', own);
    await three.signIn('sess.ions', own);
    const list = async () =>
      (await here.ask('GET', '/api/account')).body.sessions as { id: string; isThis: boolean; device: string }[];
    expect((await list()).map(({ device, isThis }) => [device, isThis]).sort()).toEqual([
      ['Chrome · Windows', false],
      ['Chrome · Windows', false],
      ['Chrome · Windows', true],
    ]);
    const stranger = await newcomer('stran.ger');
    const other = (await list()).find(({ isThis }) => !isThis) as { id: string };
    expect((await stranger.ask('POST', `/api/account/sessions/${other.id}/end`)).body.code).toBe('session.not_found');
    expect((await here.ask('POST', `/api/account/sessions/${other.id}/end`)).status).toBe(200);
    expect((await list()).length).toBe(2);
    expect((await here.ask('POST', '/api/account/sessions/end-others')).body).toEqual({ ended: 1 });
    for (const gone of [two, three]) expect((await gone.ask('GET', '/api/account')).body.code).toBe('session.needed');
  });

  test('a token that somebody brings along is never taken up', async () => {
    const at = browser();
    at.jar.set('linli_session', `990102.${'A'.repeat(43)}`);
    const { body } = await create('fix.ation');
    await at.signIn('fix.ation', body.firstPassword);
    expect(at.jar.get('linli_session')).not.toContain('AAAA');
  });
});

describe('an administrator shows again that it is still they (再次确认身份)', () => {
  test('ten minutes after signing in, for whatever opens or closes the way in for others', async () => {
    server.setNow(start);
    const person = await withFactor('second.admin');
    const staff = (url: string, body: object) =>
      server.ask('POST', `/api/staff/${url}`, { cookie: admin, body: { commandId: randomUUID(), note: '', ...body } });
    const { bodies } = (await server.ask('GET', '/api/staff/bodies', { cookie: admin })).body;
    const centre = bodies.find(({ kind }: { kind: string }) => kind === 'districtCentre');
    const names = { nameZh: '第二管理员', nameEn: 'Second administrator', areaCode: '990102' };
    const kind = { kind: 'districtAdministrator', isHead: false, tenure: 'appointed' };
    const post = async () => (await staff('posts', { bodyId: centre.id, ...names, ...kind })).body.id as string;
    const postId = await post();
    const span = { fromOn: '2026-11-18', toOn: null };
    const appointed = await staff(`posts/${postId}/appointments`, { accountId: person.accountId, ...span });
    expect(appointed.status).toBe(200);
    expect((await person.ask('POST', '/api/session/post', { postId })).status).toBe(200);

    const other = await newcomer('other.clerk');
    const one = `/api/accounts/${other.accountId}`;
    const ordered = () => ({ commandId: randomUUID(), reason });
    const guarded = [
      ['/api/accounts', { commandId: randomUUID(), login: 'guard.ed', nameZh: '白松', nameEn: 'Bai Song' }],
      [`${one}/password`, ordered()],
      [`${one}/factor`, ordered()],
      [`${one}/state`, { ...ordered(), to: 'locked' }],
      [`${one}/sso`, { subject: 'x', reason }],
      ['/api/factor-requirement', { commandId: randomUUID(), reach: 'nobody', postKinds: [], graceDays: 0 }],
      [
        `/api/staff/posts/${await post()}/appointments`,
        { ...ordered(), accountId: other.accountId, ...span, note: '' },
      ],
      [
        `/api/staff/appointments/${appointed.body.id}/end`,
        { ...ordered(), lastOn: null, ground: 'resigned', note: '1' },
      ],
    ] as const;
    server.setNow(minutesLater(10));
    for (const [url, body] of guarded)
      expect([url, (await person.ask('POST', url, body)).body.code]).toEqual([url, 'session.prove_again']);
    expect((await person.ask('GET', one)).status).toBe(200);

    const prove = (password: string, code: string) => person.ask('POST', '/api/account/prove', { password, code });
    const code = codeAt(person.key, minutesLater(10));
    expect((await prove('not this', code)).body.fields.password.code).toBe('password.wrong');
    expect((await prove(own, '000000')).body.fields.code.code).toBe('factor.wrong_code');
    expect((await person.ask('POST', ...guarded[0])).body.code).toBe('session.prove_again');
    expect((await prove(own, code)).status).toBe(200);
    for (const [url, body] of guarded)
      expect([url, (await person.ask('POST', url, body)).body.code]).not.toEqual([url, 'session.prove_again']);
    server.setNow(minutesLater(20));
    expect((await person.ask('POST', ...guarded[1])).body.code).toMatch(/prove_again|session.needed|access/);
    server.setNow(start);
    admin = await server.signIn('administrator');
  });
});

describe('an administrator of accounts', () => {
  test('closes an account: access is gone at once, the right password is told why, and it can be opened again', async () => {
    const person = await newcomer('clo.sed');
    const set = (to: string) =>
      server.ask('POST', `/api/accounts/${person.accountId}/state`, {
        cookie: admin,
        body: { commandId: randomUUID(), reason, to },
      });
    expect((await set('locked')).status).toBe(200);
    expect((await person.ask('GET', '/api/account')).body.code).toBe('session.needed');
    expect((await person.signIn('clo.sed', own)).body.code).toBe('account.closed');
    expect((await person.signIn('clo.sed', 'wrong')).body.code).toBe('session.wrong_login');
    expect((await set('active')).status).toBe(200);
    expect((await person.signIn('clo.sed', own)).body.me.notices).toHaveLength(2);
    expect((await set('ended')).status).toBe(200);
    expect((await set('active')).body.code).toBe('account.ended');
  });

  test('gives a new first password, the same to a retry; sessions end', async () => {
    const person = await newcomer('for.got');
    const body = { commandId: randomUUID(), reason };
    const url = `/api/accounts/${person.accountId}/password`;
    const one = await server.ask('POST', url, { cookie: admin, body });
    expect((await server.ask('POST', url, { cookie: admin, body })).body).toEqual(one.body);
    expect((await person.ask('GET', '/api/account')).body.code).toBe('session.needed');
    expect((await browser().signIn('for.got', one.body.firstPassword)).body.owes).toBe('password');
  });

  test('cannot do it to the own account, nor to one that is not there, and others cannot at all', async () => {
    const { accountId } = server.signIns.find(({ key }) => key === 'administrator') as { accountId: string };
    const send = (id: string, cookie = admin) =>
      server.ask('POST', `/api/accounts/${id}/state`, {
        cookie,
        body: { commandId: randomUUID(), reason, to: 'locked' },
      });
    expect((await send(accountId)).body.code).toBe('account.own');
    expect((await send(randomUUID())).body.code).toBe('account.not_found');
    expect((await send(accountId, await server.signIn('supervisor'))).body.code).toBe('access.not_your_post');
    expect((await server.ask('GET', '/api/accounts', { cookie: await server.signIn('departmentHead') })).status).toBe(
      403,
    );
  });

  test('sees no account of another district', async () => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    const id = randomUUID();
    await client.query(
      `insert into accounts.accounts (district_id, id, login, name_zh, name_en, created_at) values (990198, $1, 'neigh.bour', '白松', 'Bai Song', now())`,
      [id],
    );
    await client.end();
    const list = await server.ask('GET', '/api/accounts?words=neigh.bour', { cookie: admin });
    expect(list.body.accounts).toEqual([]);
    expect((await server.ask('GET', `/api/accounts/${id}`, { cookie: admin })).status).toBe(404);
    expect((await server.ask('GET', '/api/accounts?words=%25', { cookie: admin })).body.accounts).toEqual([]);
  });
});
