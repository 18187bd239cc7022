import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import {
  playHistory,
  type BodyRef,
  type History,
  type Matter,
  type PastStep,
  type Procedure,
} from '../../modules/matters/index.ts';
import type { Answer, DemoServer } from './demo-server.ts';

type Worker = Extract<PastStep['by'], { kind: 'worker' }>;
type Input = Readonly<Record<string, unknown>>;
/** One step of a golden case: when on the clock of the district, which, by whom, with what. */
export type Past = readonly [at: string, step: string, by: string, input?: Input];

/** An instant on the clock of the demo district: `at('2026-09-28 10:00')`. */
export const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
/** The same the other way round. */
export const local = (instant: Date | null | undefined): string =>
  instant
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
        instant,
      )
    : '-';

/** The people of the demo district at their desks (办公台): each acts through the API, by the key of their sign-in. */
export async function sitDown(server: DemoServer) {
  const cookies = new Map<string, string>();
  const occasion = (now: Date) => ({
    districtId: server.ground.districtId,
    now,
    actor: { kind: 'system', name: 'demo' } as const,
    scope: areaScope(''),
  });
  const posts = await inTransaction(server.ground.db, occasion(new Date()), (work) =>
    work.db
      .selectFrom('bodies.posts as p')
      .innerJoin('bodies.bodies as b', (join) =>
        join.onRef('b.id', '=', 'p.body_id').onRef('b.district_id', '=', 'p.district_id'),
      )
      .select(['p.id', 'p.body_id', 'p.is_head', 'b.kind', 'b.area_code'])
      .execute(),
  );
  const postOf = (key: string) => {
    const person = server.signIns.find((one) => one.key === key);
    const post = posts.find(({ id }) => id === person?.postId);
    if (!person || !post) throw new Error(`nobody signs in as ${key}`);
    return { person, post };
  };
  const workerOf = (key: string): Worker => {
    const { person, post } = postOf(key);
    const { accountId, postId } = person;
    return { kind: 'worker', accountId, postId, bodyId: post.body_id, isHead: post.is_head };
  };
  const bodyOf = (key: string): BodyRef => {
    const { person, post } = postOf(key);
    return {
      bodyId: post.body_id,
      kind: post.kind as BodyRef['kind'],
      headAccountId: post.is_head ? person.accountId : null,
    };
  };

  const signInAgain = async (key: string): Promise<string> => {
    const cookie = await server.signIn(key);
    cookies.set(key, cookie);
    return cookie;
  };
  /** Signs in again when the session ended because the clock of the server was turned. */
  const ask = async (key: string, method: 'GET' | 'POST', url: string, body?: object): Promise<Answer> => {
    const send = (cookie: string) => server.ask(method, url, { cookie, ...(body ? { body } : {}) });
    const answer = await send(cookies.get(key) ?? (await signInAgain(key)));
    return answer.status === 401 ? send(await signInAgain(key)) : answer;
  };
  const page = async (key: string, matterId: string) => (await ask(key, 'GET', `/api/matters/${matterId}`)).body;

  return {
    ask,
    page,
    bodyIdOf: (key: string) => workerOf(key).bodyId,
    workerOf,
    bodyOf,
    open: (key: string, procedureId: string, input: Input, commandId = randomUUID()) =>
      ask(key, 'POST', `/api/procedures/${procedureId}/matters`, { commandId, input }),
    take: async (key: string, matterId: string, step: string, input: Input = {}) => {
      const { seq = 0 } = await page(key, matterId);
      const body = { commandId: randomUUID(), seenSeq: seq, input };
      return ask(key, 'POST', `/api/matters/${matterId}/steps/${step}`, body);
    },
    queue: async (key: string, name: string): Promise<number> => {
      const { queues } = (await ask(key, 'GET', '/api/queues')).body;
      return queues.find((one: { queue: string }) => one.queue === name).n;
    },

    /** Plays a golden case with the real calendar: opened by `opener`, kept by the body of `keeper`, offered to `target`. */
    play: async (
      { id, version, opening }: Pick<Procedure, 'id' | 'version' | 'opening'>,
      [openedAt, opener, keeper, input]: readonly [at: string, opener: string, keeper: string, input: Input],
      steps: readonly Past[],
      until: string,
      target: string,
    ): Promise<Matter> => {
      const by = workerOf(opener);
      const history: History = {
        procedureId: id,
        procedureVersion: version,
        commandId: randomUUID(),
        openedAt: at(openedAt),
        title: '金标准',
        areaCode: postOf(opener).post.area_code,
        place: '',
        by,
        role: opening.by[0] as string,
        firstContact: by,
        keeper: bodyOf(keeper),
        input,
        steps: steps.map(([when, step, who, given = {}]) => ({
          at: at(when),
          step,
          by: workerOf(who),
          input: given,
          targets: { decider: bodyOf(target) },
        })),
        until: at(until),
      };
      const played = await inTransaction(server.ground.db, occasion(at(until)), (work) => playHistory(work, history));
      if (!played.ok) throw new Error(`${played.code} ${JSON.stringify(played)}`);
      return played.value.matter;
    },
  };
}
export type Desks = Awaited<ReturnType<typeof sitDown>>;

/** When each run of a clock was or is due, in order. */
export const duesOf = (matter: Matter, clock: string): string[] =>
  matter.clocks.filter((run) => run.clock === clock).map((run) => local(run.dueAt));
