import { v5 as uuidv5 } from 'uuid';
import { listBodies } from '../../modules/bodies/index.ts';
import {
  announceDay,
  bookSlot,
  concludeMeeting,
  conveneMeeting,
  decideHere,
  decideUp,
  noteAttendance,
  putOnAgenda,
} from '../../modules/coordination/index.ts';
import { calendarOf, dateText, findHeldProcedure, takeStep } from '../../modules/matters/index.ts';
import type { DistrictKeys } from '../../platform/crypto/keys.ts';
import type { Actor, Work } from '../../platform/work.ts';
import { computeDemoRows } from './demo-district.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { playDispatch } from './dispatch.ts';
import { playListening } from './listening.ts';
import { officeMinutesBefore, officeMinutesLater } from './month-time.ts';

type Worker = Extract<Actor, { kind: 'worker' }>;
type At = (key: string, now: Date) => Work & { readonly actor: Worker };

const NAMES = 'b3c0f0d2-1f0c-5c43-9a55-4c1f6c0a8e10';
const idOf = (name: string): string => uuidv5(name, NAMES);
const DAY_IN_OFFICE_MINUTES = 8 * 60;
const SINCE_THE_MEETING = 4 * DAY_IN_OFFICE_MINUTES;

/** Whoever signs in by each key, as the one who asks. */
function castSignIns(): ReadonlyMap<string, Worker> {
  const rows = computeDemoRows();
  const postOf = new Map(rows.posts.map((post) => [post.id, post]));
  return new Map(
    demoSignIns(rows).flatMap(({ key, accountId, postId, nameZh }) => {
      const post = postOf.get(postId);
      if (!post) return [];
      const { kind: postKind, isHead, bodyId, areaCode } = post;
      return [[key, { kind: 'worker', accountId, name: nameZh, postId, postKind, isHead, bodyId, areaCode } as const]];
    }),
  );
}

const known = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('The demo district lacks somebody for its joint meeting');
  return found;
};

/** What a refused act would say; the demo district breaks no rule. */
function must<T>(what: string, answer: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!answer.ok) throw new Error(`“${what}” cannot be played: ${JSON.stringify(answer)}`);
  return answer.value;
}

/**
 * Plays what the offices of the demo district coordinate (统筹协调), in the caller's transaction: a joint meeting four working days ago with one
 * thing solved here and one escalated, a coming one with something on its agenda, two listening sessions, the dispatch meetings of the district, and a reception day. Before the
 * procedures of coordination hold, nothing.
 */
export async function playCoordination(work: Work): Promise<void> {
  const calendar = await calendarOf(work);
  const held = officeMinutesBefore(calendar, work.now, SINCE_THE_MEETING);
  if (!(await findHeldProcedure({ ...work, now: held }, 'meeting-decision'))) return;
  const workers = castSignIns();
  const as: At = (key, now) => ({ ...work, now, actor: known(workers.get(key)) });
  const bodyOf = (key: string): string => known(workers.get(key)).bodyId;
  const dayOf = (at: Date): string => dateText(calendar.dayOf(at));
  const workingDayAfter = (days: number): string =>
    dayOf(officeMinutesLater(calendar, work.now, days * DAY_IN_OFFICE_MINUTES));

  await playPastMeeting({ as, held, dueOn: workingDayAfter(2), day: dayOf(held), bodyOf });
  await playNamedLiaison(as('departmentHead', officeMinutesBefore(calendar, work.now, SINCE_THE_MEETING - 150)));
  await playComingMeeting(as, work.now, workingDayAfter(3));
  const daysBefore = (days: number): Date => officeMinutesBefore(calendar, work.now, days * DAY_IN_OFFICE_MINUTES);
  const days = { first: daysBefore(8), firstEnded: daysBefore(3), second: daysBefore(2), dayOf };
  await playListening(as, days, { idOf, must, bodyOf });
  const dispatch = { held, day: dayOf(held), dueOn: workingDayAfter(6), next: workingDayAfter(4) };
  await playDispatch(as, work.now, dispatch, { idOf, must, bodyOf });
  must(
    '接访日',
    await announceDay(as('dispatchLead', work.now), {
      commandId: idOf('reception'),
      leader: '分管城建的副区长',
      heldOn: workingDayAfter(5),
      begins: '14:00',
      slotMinutes: 30,
      slots: 6,
      place: '区社区治理调度中心一楼接访室',
    }),
  );
}

type Past = {
  readonly as: At;
  readonly held: Date;
  readonly day: string;
  readonly dueOn: string;
  readonly bodyOf: (key: string) => string;
};

async function playPastMeeting({ as, held, day, dueOn, bodyOf }: Past): Promise<void> {
  const liaison = as('taskGroupLiaison', held);
  const meetingId = idOf('past');
  const place = '街道办二楼会议室';
  must('联席会', await conveneMeeting(liaison, { commandId: meetingId, rhythm: 'week', heldOn: day, place }));
  const putOn = async (key: string, name: string, topic: string, reason: string) =>
    must(
      topic,
      await putOnAgenda(as(key, held), {
        commandId: idOf(name),
        meetingId,
        matter: '',
        topic,
        cause: 'raised',
        reason,
      }),
    );
  await putOn('director', 'sheds', '电动车棚不够用，楼道里又开始停车', '两栋楼的居民都提过，自己协调不下来');
  await putOn('neighbourDirector', 'lamps', '滨河步道路灯归谁修说不清', '找过两家单位，都说不归自己管');
  must(
    '就地解决',
    await decideHere(liaison, {
      commandId: idOf('sheds here'),
      meetingId,
      itemId: idOf('sheds'),
      what: '两个社区合用东门空地，加装一排车棚，先把楼道里的车请出来',
      bodyId: bodyOf('director'),
      dueOn,
    }),
  );
  must(
    '上报',
    await decideUp(liaison, {
      commandId: idOf('lamps up'),
      meetingId,
      itemId: idOf('lamps'),
      bodyId: bodyOf('departmentHead'),
      tried: '社区和街道分别联系了两家单位，现场看过一次。',
      beyond: 'severalBodies',
      why: '步道和路灯分属两家，没有人定归谁修',
    }),
  );
  const seats = await listBodies(liaison, {
    kind: 'residentsCommittee',
    underArea: liaison.actor.areaCode,
  });
  must(
    '到会',
    await noteAttendance(liaison, {
      meetingId,
      seats: seats.map(({ bodyId }, at) => ({
        bodyId,
        came: at === 2 ? 'sent' : 'came',
        who: at === 2 ? '副主任' : '主任',
      })),
    }),
  );
  must('散会', await concludeMeeting(liaison, meetingId));
}

async function playNamedLiaison(head: Work): Promise<void> {
  const { id: matterId } = known(
    await head.db
      .selectFrom('matters.matters')
      .select('id')
      .where('district_id', '=', head.districtId)
      .where('procedure_id', '=', 'escalation')
      .executeTakeFirst(),
  );
  must(
    '定专人',
    await takeStep(head, {
      matterId,
      step: 'nameLiaison',
      commandId: idOf('liaison'),
      seenSeq: 1,
      input: { liaison: '照明科值班员，0571-5550188', plan: '约两家单位周内到现场，当场定下归谁修' },
    }),
  );
}

async function playComingMeeting(as: At, now: Date, heldOn: string): Promise<void> {
  const meetingId = idOf('coming');
  const place = '街道办二楼会议室';
  must(
    '下次联席会',
    await conveneMeeting(as('taskGroupLiaison', now), { commandId: meetingId, rhythm: 'week', heldOn, place }),
  );
  must(
    '议题',
    await putOnAgenda(as('director', now), {
      commandId: idOf('heating'),
      meetingId,
      matter: '',
      topic: '供暖前管道试水，几个社区一起通知',
      cause: 'raised',
      reason: '去年各通知各的，有的楼漏了没人在家',
    }),
  );
}

/** Books one slot of the reception day of the demo district (预约接访), as somebody without an account would. */
export async function bookDemoSlot(work: Work, keys: DistrictKeys): Promise<void> {
  const order = {
    commandId: idOf('booking'),
    dayId: idOf('reception'),
    slot: 1,
    topic: '老楼加装电梯，邻居意见不一，想当面说说',
  };
  const booked = await bookSlot(work, order, {}, keys);
  if (!booked.ok && !('fields' in booked)) throw new Error(`The reception day cannot be booked: ${booked.code}`);
}
