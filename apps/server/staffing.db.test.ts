import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../tests/support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.close());
const today = '2026-11-18';
const minute = (count: number) => new Date(Date.parse('2026-11-18T02:00:00Z') + count * 60_000);

const person = (key: string) => {
  const found = server.signIns.find((one) => one.key === key);
  if (!found) throw new Error(`nobody signs in as ${key}`);
  return found;
};
const as = async (key: string) => {
  const cookie = await server.signIn(key);
  return (method: 'GET' | 'POST', url: string, body?: object) =>
    server.ask(method, url, { cookie, ...(body ? { body } : {}) });
};
const once = (more: object = {}) => ({ commandId: randomUUID(), ...more });
type Post = { id: string; kind: string; holder: { accountId: string; appointmentId: string } | null };
const postsIn = async (ask: Awaited<ReturnType<typeof as>>, area: string): Promise<Post[]> =>
  (await ask('GET', `/api/staff/bodies?area=${area}`)).body.bodies.flatMap((body: { posts: Post[] }) => body.posts);
const told = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const raise = async (place = '990102001001') =>
  (
    await server.ask('POST', '/api/public/requests', {
      body: once({ what: '楼道灯坏了，晚上看不见路', community: place, place: '3号楼', phone: '13912345678' }),
    })
  ).body as { matterId: string; number: string; code: string };
const accept = (matterId: string) =>
  [`/api/matters/${matterId}/steps/accept`, once({ seenSeq: 99, input: {} })] as const;

describe('an administrator (区系统管理员)', () => {
  test('ends a clerk’s post at once: the very next request of the open session is refused, and history stays', async () => {
    const [admin, clerk] = [await as('administrator'), await as('clerk')];
    const { matterId } = await raise();
    expect((await clerk('GET', `/api/matters/${matterId}`)).status).toBe(200);
    const held = (await postsIn(admin, '990102001001')).find((post) => post.id === person('clerk').postId);
    const url = `/api/staff/appointments/${held?.holder?.appointmentId}/end`;
    const order = once({ lastOn: null, ground: 'moved', note: '调往街道' });
    expect((await admin('POST', url, order)).body).toMatchObject({ repeated: false });
    expect((await admin('POST', url, order)).body).toMatchObject({ repeated: true });
    expect(told(await admin('POST', url, { ...order, commandId: randomUUID() }))).toEqual([
      409,
      'appointment.already_ended',
    ]);
    expect(told(await clerk('GET', `/api/matters/${matterId}`))).toEqual([403, 'access.post_ended']);
    expect(told(await clerk('POST', ...accept(matterId)))).toEqual([403, 'access.post_ended']);
    expect((await clerk('GET', '/api/session')).body.me).toMatchObject({ post: null, posts: [], permissions: [] });
    const vacancies = (await admin('GET', '/api/staff/vacancies')).body.vacancies;
    expect(vacancies.find((one: { postId: string }) => one.postId === held?.id).covered).toMatchObject({
      post: { zh: expect.any(String) },
    });

    server.setNow(minute(1));
    const back = { accountId: person('clerk').accountId, fromOn: today, toOn: null, note: '' };
    expect((await admin('POST', `/api/staff/posts/${held?.id}/appointments`, once(back))).status).toBe(200);
    expect((await clerk('GET', `/api/matters/${matterId}`)).status).toBe(200);
    const { changes } = (await admin('GET', `/api/staff/posts/${held?.id}/changes`)).body;
    expect(changes.map((one: { kind: string }) => one.kind)).toEqual(['appointed', 'appointmentEnded']);
    expect(changes[1]).toMatchObject({ ground: 'moved', note: '调往街道', by: { zh: person('administrator').nameZh } });
  });

  test('cannot dismiss an elected director by a rule for staff, in words that say so', async () => {
    const admin = await as('administrator');
    const held = (await postsIn(admin, '990102001001')).find((post) => post.kind === 'communityDirector');
    const answer = await admin(
      'POST',
      `/api/staff/appointments/${held?.holder?.appointmentId}/end`,
      once({ lastOn: null, ground: 'dismissed', note: '考核靠后' }),
    );
    expect(told(answer)).toEqual([409, 'appointment.elected_protected']);
    expect(answer.body.message.zh).toMatch(/选举产生/);
    expect((await (await as('director'))('GET', '/api/queues')).status).toBe(200);
  });

  test('makes a post, fills it, ends it, closes it; not for themself', async () => {
    const admin = await as('administrator');
    const { bodies } = (await admin('GET', '/api/staff/bodies?area=990102001002')).body;
    const committee = bodies.find((one: { kind: string }) => one.kind === 'residentsCommittee');
    const plan = { bodyId: committee.id, kind: 'communityClerk', nameZh: '助理', nameEn: 'Assistant' };
    const where = { areaCode: '990102001002', isHead: false, tenure: 'appointed' };
    const made = await admin('POST', '/api/staff/posts', once({ ...plan, ...where }));
    expect(made.status).toBe(200);
    const posts = `/api/staff/posts/${made.body.id}`;
    const term = { fromOn: today, toOn: null, note: '' };
    const self = once({ ...term, accountId: person('administrator').accountId });
    expect(told(await admin('POST', `${posts}/appointments`, self))).toEqual([409, 'appointment.not_yourself']);
    const other = once({ ...term, accountId: person('clerk').accountId });
    const appointed = await admin('POST', `${posts}/appointments`, other);
    expect(appointed.status).toBe(200);
    expect((await (await as('clerk'))('GET', '/api/session')).body.me.posts).toHaveLength(2);
    expect(told(await admin('POST', `${posts}/close`, once({ note: '并岗' })))).toEqual([409, 'post.still_held']);
    const end = once({ lastOn: null, ground: 'reorganised', note: '并岗' });
    expect((await admin('POST', `/api/staff/appointments/${appointed.body.id}/end`, end)).status).toBe(200);
    expect((await admin('POST', `${posts}/close`, once({ note: '并岗' }))).status).toBe(200);
    expect(
      told(await admin('POST', `${posts}/appointments`, once({ ...term, accountId: person('clerk').accountId }))),
    ).toEqual([409, 'post.closed']);
  });

  test('the last one stays, also when two end each other at the same moment', async () => {
    const admin = await as('administrator');
    const ends = (await postsIn(admin, '990102'))
      .filter((post) => post.kind === 'districtAdministrator')
      .map((post) =>
        admin(
          'POST',
          `/api/staff/appointments/${post.holder?.appointmentId}/end`,
          once({ lastOn: today, ground: 'resigned', note: '辞呈' }),
        ),
      );
    expect(ends).toHaveLength(2);
    const codes = (await Promise.all(ends)).map(({ status, body }) => (status === 200 ? 'done' : body.code));
    expect(codes.toSorted()).toEqual(['administrator.last', 'done']);
  });

  test('others do none of this, and nobody names another’s deputy', async () => {
    for (const key of ['director', 'neighbourDirector', 'supervisor', 'dispatchLead']) {
      const ask = await as(key);
      expect(told(await ask('GET', '/api/staff/people?words=王'))).toEqual([403, 'access.not_your_post']);
      const wish = { accountId: person('clerk').accountId, fromOn: today, toOn: today, reason: '出差', maySign: true };
      const deputy = once({ ...wish, postId: person('deputy').postId });
      expect(told(await ask('POST', '/api/staff/deputies', deputy))).toEqual([403, 'access.not_your_post']);
      expect(told(await ask('POST', '/api/my/deputies', deputy))).toEqual([409, 'deputy.not_your_post']);
    }
  });
});

describe('a director who is away (代理)', () => {
  test('names a colleague, who then accepts and signs for the director; the timeline says for whom; it ends at once', async () => {
    const [director, clerk, neighbour] = [await as('director'), await as('clerk'), await as('neighbourDirector')];
    const mine = { accountId: person('clerk').accountId, fromOn: today, toOn: '2026-11-20', reason: '出差' };
    const wish = { ...mine, postId: person('director').postId, maySign: true };
    expect(told(await neighbour('POST', '/api/my/deputies', once(wish)))).toEqual([409, 'deputy.not_your_post']);
    const stranger = { ...wish, accountId: person('neighbourDirector').accountId };
    expect(told(await director('POST', '/api/my/deputies', once(stranger)))).toEqual([409, 'deputy.other_body']);
    const named = await director('POST', '/api/my/deputies', once(wish));
    expect(named.status).toBe(200);

    const { matterId, number, code } = await raise();
    const posts = (await clerk('GET', '/api/session')).body.me.posts;
    expect(posts.map((one: { deputyFor: { zh: string } | null }) => one.deputyFor?.zh ?? null)).toEqual([
      null,
      person('director').nameZh,
    ]);
    const acting = { postId: person('director').postId };
    expect((await clerk('POST', '/api/session/post', acting)).body.me.post.deputyFor.zh).toBe(
      person('director').nameZh,
    );
    expect((await clerk('POST', ...accept(matterId))).status).toBe(200);
    const take = (step: string, input: object) =>
      clerk('POST', `/api/matters/${matterId}/steps/${step}`, once({ seenSeq: 99, input }));
    const why = { reply: '路灯线路归电力公司，已经报修，要等下个月统一改造。', cause: 'needsPlan' };
    expect((await take('explain', why)).status).toBe(200);
    expect((await clerk('GET', '/api/queues')).body.queues).toContainEqual({ queue: 'toSign', n: 1 });
    expect((await take('signExplanation', { measure: '先装一盏应急灯' })).status).toBe(200);
    const page = (await clerk('GET', `/api/matters/${matterId}`)).body;
    const accepted = page.timeline.find((entry: { step: string }) => entry.step === 'accept');
    expect(accepted.by.worker).toMatchObject({
      name: { zh: person('clerk').nameZh },
      deputyFor: { zh: person('director').nameZh },
      post: { zh: '社区主任' },
    });
    const signed = page.timeline.find((entry: { step: string }) => entry.step === 'signExplanation');
    expect(signed.sentence.zh).toContain(`负责人${person('clerk').nameZh}（代${person('director').nameZh}）签署`);
    expect(signed.sentence.en).toContain(`${person('clerk').nameEn} (for ${person('director').nameEn})`);

    // A deputy hands nothing on.
    const on = once({ ...wish, accountId: person('gridWorker').accountId });
    expect(told(await clerk('POST', '/api/my/deputies', on))).toEqual([409, 'deputy.not_by_deputy']);

    expect((await director('POST', `/api/my/deputies/${named.body.id}/end`, once())).status).toBe(200);
    expect(told(await clerk('GET', `/api/matters/${matterId}`))).toEqual([403, 'access.post_ended']);
    const later = (await server.ask('POST', '/api/public/follow', { body: { number, code } })).body;
    const line = later.timeline.find((entry: { step: string }) => entry.step === 'accept');
    expect(line.by.worker.deputyFor.zh).toBe(person('director').nameZh);
  });

  test('a deputy who may not sign takes up matters and signs none; it ends by itself at midnight', async () => {
    const [director, clerk] = [await as('director'), await as('clerk')];
    const mine = { accountId: person('clerk').accountId, fromOn: today, toOn: today, reason: '开会' };
    const wish = once({ ...mine, postId: person('director').postId, maySign: false });
    expect((await director('POST', '/api/my/deputies', wish)).status).toBe(200);
    server.setNow(minute(600)); // in the evening, so that the session does not end before the day does
    await clerk('POST', '/api/session/post', { postId: person('director').postId });
    const { matterId } = await raise();
    const page = (await clerk('GET', `/api/matters/${matterId}`)).body;
    expect(page.holder.worker.away).toMatchObject({ deputy: { zh: person('clerk').nameZh }, untilOn: today });
    const take = (step: string, input: object = {}) =>
      clerk('POST', `/api/matters/${matterId}/steps/${step}`, once({ seenSeq: 99, input }));
    expect((await take('accept')).status).toBe(200);
    const why = { reply: '路灯线路归电力公司，已经报修，要等下个月统一改造。', cause: 'needsPlan' };
    expect((await take('explain', why)).status).toBe(200);
    expect((await clerk('GET', '/api/queues')).body.queues).toContainEqual({ queue: 'toSign', n: 0 });
    expect(told(await take('signExplanation', { measure: '先装一盏应急灯' }))).toEqual([409, 'step.not_yours']);
    server.setNow(new Date('2026-11-18T15:59:59Z'));
    expect((await clerk('GET', `/api/matters/${matterId}`)).status).toBe(200);
    server.setNow(new Date('2026-11-18T16:00:00Z'));
    expect(told(await clerk('GET', `/api/matters/${matterId}`))).toEqual([403, 'access.post_ended']);
    server.setNow(minute(2));
  });
});
