import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatewayChannel } from '../../platform/notify/gateway.ts';
import type { Answer } from '../../platform/http/serve.ts';
import type { Answer as SiteAnswer } from '../site/deps.ts';
import { sendCodesBy } from './phone-codes.ts';
import { makeResidentDeps } from './resident-deps.ts';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

const start = new Date('2026-11-18T02:00:00Z');
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer(start);
});
afterAll(() => server.close());

/** A browser without JavaScript on the site. */
function browser(address: string) {
  const jar = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
    const raw = await server.app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    for (const { name, value } of raw.cookies)
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    return { status: raw.statusCode, text: raw.body, to: raw.headers.location };
  };
  const askCode = async (phone: string): Promise<string> => {
    await ask('POST', '/my/phone', { phone });
    return /验证码 (\d{6})/.exec((await ask('GET', '/my/code')).text)?.[1] ?? '';
  };
  return { jar, ask, askCode, enter: (code: string) => ask('POST', '/my/code', { code }) };
}
const raise = async (phone: string, what: string) => {
  const body = { commandId: randomUUID(), what, community: '990102001001', place: '3号楼2单元门口', phone };
  return (await server.ask('POST', '/api/public/requests', { body })).body as { number: string; matterId: string };
};

describe('a resident signs in by phone (居民登录)', () => {
  test('sees their own matters, opens one without its code, and nobody else’s', async () => {
    const mine = await raise('139 0000 1111', '楼道里的灯坏了三天了，晚上看不见路。');
    const theirs = await raise('139 0000 2222', '垃圾桶三天没有人清，味道很大。');
    const at = browser('192.0.2.1');
    const code = await at.askCode('１３９-0000-1111');
    expect(code).toMatch(/^\d{6}$/);
    const wide = [...code].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
    expect((await at.enter(` ${wide.slice(0, 3)} ${wide.slice(3)}`)).to).toBe('/my');
    const page = await at.ask('GET', '/my');
    expect(page.text).toContain('楼道里的灯坏了三天了');
    expect(page.text).not.toContain('垃圾桶三天');
    expect(page.text).not.toContain('13900001111');
    expect((await at.ask('GET', `/my/${mine.number}`)).to).toBe(`/follow/${mine.number}`);
    expect((await at.ask('GET', `/follow/${mine.number}`)).status).toBe(200);
    expect((await at.ask('GET', `/my/${theirs.number}`)).status).toBe(404);
    expect((await at.ask('GET', '/report')).text).toContain('name="phone" value="13900001111"');

    await at.ask('POST', '/my/leave', {});
    expect((await at.ask('GET', '/my')).text).not.toContain('楼道里的灯');
    expect((await at.ask('GET', `/follow/${mine.number}`)).status).toBe(303);
  });

  test('the answer is the same for a number that nobody left', async () => {
    const [known, unknown] = [browser('192.0.2.2'), browser('192.0.2.3')];
    await known.askCode('13900001111');
    await unknown.askCode('13900009999');
    const plain = (text: string) => text.replace(/\d{6}/g, '').replace(/value="[^"]*"/g, '');
    expect(plain((await known.ask('GET', '/my/code')).text)).toBe(plain((await unknown.ask('GET', '/my/code')).text));
  });

  test('a code is good five times and five minutes, once, and only in the browser that asked', async () => {
    const at = browser('192.0.2.4');
    const code = await at.askCode('13900003333');
    const wrong = code === '000000' ? '111111' : '000000';
    const thief = browser('192.0.2.5');
    await thief.askCode('13900003333');
    expect((await thief.enter(code)).to).not.toBe('/my');
    for (let n = 0; n < 4; n += 1) expect((await at.enter(wrong)).status).toBe(422);
    expect((await at.enter(wrong)).text).toContain('验证码已失效');
    expect((await at.enter(code)).to).toBe('/my');
    expect((await at.ask('GET', '/my')).text).not.toContain('退出登录');

    const slow = browser('192.0.2.6');
    const late = await slow.askCode('13900004444');
    server.setNow(minutesLater(5));
    expect((await slow.enter(late)).text).toContain('验证码已失效');
    server.setNow(start);
  });

  test.each(['', '\0', '12345', '110', '+1 202 555 0100', '1'.repeat(10_000), '<script>'])(
    '%.12j is no number to send to',
    async (phone) => {
      const answer = await browser('192.0.2.7').ask('POST', '/my/phone', { phone });
      expect([answer.status, answer.text.includes('请填 11 位的手机号')]).toEqual([422, true]);
    },
  );

  test('codes for one number and from one place are limited', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await browser('192.0.2.8').ask('POST', '/my/phone', { phone: '13900005555' })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 422, 422]);
    const others: number[] = [];
    for (let n = 0; n < 12; n += 1)
      others.push((await browser(`192.0.2.${100 + n}`).ask('POST', '/my/phone', { phone: '13900005555' })).status);
    expect(others.filter((status) => status === 303)).toHaveLength(6);
  });

  test('a session of a resident opens nothing of the staff, and the other way round', async () => {
    const at = browser('192.0.2.9');
    await at.enter(await at.askCode('13900001111'));
    const resident = at.jar.get('linli_resident') as string;
    const asStaff = await server.ask('GET', '/api/matters?queue=open', { cookie: `linli_session=${resident}` });
    expect(asStaff.body.code).toBe('session.needed');
    const staff = (await server.signIn('director')).split('=')[1] as string;
    const asResident = browser('192.0.2.10');
    asResident.jar.set('linli_resident', staff);
    expect((await asResident.ask('GET', '/my')).text).toContain('获取验证码');
    asResident.jar.set('linli_resident', resident.replace('990102', '990101'));
    expect((await asResident.ask('GET', '/my')).text).toContain('获取验证码');
  });
});

describe('in a district with an SMS gateway', () => {
  const sent: string[] = [];
  let answer = 200;
  const gateway = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (answer === 200) sent.push(Buffer.concat(parts).toString());
      reply.writeHead(answer).end();
    });
  });
  beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    gateway.closeAllConnections();
    gateway.close();
  });

  test('the code goes to the phone and nowhere else; when the gateway is down it is said, and no page shows one', async () => {
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    const sms = gatewayChannel({ url, secret: 'shared with the gateway' });
    const plain = <T>(answered: Answer<T>) => answered as SiteAnswer<T>;
    const deps = makeResidentDeps({ ...server.ground, sendPhoneCode: sendCodesBy(sms) }, plain);
    const asked = await deps.requestCode('13900006666', '192.0.2.60');
    if (!asked.ok) throw new Error(asked.code);
    const { to, text } = JSON.parse(sent[0]!) as { to: string; text: string };
    const code = /验证码 (\d{6})/.exec(text)?.[1] ?? '';
    expect([to, code.length, deps.demoCode(asked.value.flow)]).toEqual(['+8613900006666', 6, undefined]);
    expect(await deps.enterCode(asked.value.flow, code, '192.0.2.60')).toMatchObject({ ok: true });
    answer = 503;
    expect(await deps.requestCode('13900006666', '192.0.2.60')).toMatchObject({ ok: false, code: 'resident.not_sent' });
    const production = { ...server.ground, config: { ...server.ground.config, mode: 'production' as const } };
    expect(makeResidentDeps(production, plain).isOffered).toBe(false);
  });
});
