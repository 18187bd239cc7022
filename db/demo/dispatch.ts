import {
  concludeMeeting,
  conveneMeeting,
  decideHere,
  listSeatBodies,
  noteAttendance,
  putOnAgenda,
} from '../../modules/coordination/index.ts';
import { findHeldProcedure } from '../../modules/matters/index.ts';
import type { Actor, Work } from '../../platform/work.ts';

type Worker = Extract<Actor, { kind: 'worker' }>;
type As = (key: string, now: Date) => Work & { readonly actor: Worker };
type Must = <T>(what: string, answer: { ok: true; value: T } | { ok: false; code: string }) => T;

/** When the last meeting was held, until when what it decided is to be done, and when the next one is. */
export type DispatchDays = { readonly held: Date; readonly day: string; readonly dueOn: string; readonly next: string };

/**
 * Plays two dispatch meetings of the district (工作调度会), in the caller's transaction: one that is concluded with one decision, and a
 * coming one with something on its agenda. Before the procedure holds, nothing.
 */
export async function playDispatch(
  as: As,
  now: Date,
  { held, day, dueOn, next }: DispatchDays,
  { idOf, must, bodyOf }: { idOf: (name: string) => string; must: Must; bodyOf: (key: string) => string },
): Promise<void> {
  const lead = as('dispatchLead', held);
  if (!(await findHeldProcedure(lead, 'dispatch-decision'))) return;
  const [past, coming] = [idOf('dispatch past'), idOf('dispatch coming')];
  const place = '区政府三楼会议室';
  const topic = async (work: Work, meetingId: string, name: string, words: string, reason: string) =>
    must(
      words,
      await putOnAgenda(work, { commandId: idOf(name), meetingId, matter: '', topic: words, cause: 'raised', reason }),
    );
  must('调度会', await conveneMeeting(lead, { commandId: past, rhythm: 'month', heldOn: day, place }));
  await topic(as('departmentHead', held), past, 'poles', '人行道上废弃的杆子没有人拆', '几家单位共用，查不到最后一家');
  must(
    '定由谁办',
    await decideHere(lead, {
      commandId: idOf('poles decided'),
      meetingId: past,
      itemId: idOf('poles'),
      what: '城管牵头，各产权单位配合，先拆主干道上的',
      bodyId: bodyOf('departmentHead'),
      dueOn,
    }),
  );
  const seats = await listSeatBodies(lead, lead.actor.areaCode);
  const noted = seats.map(({ bodyId }, at) => ({
    bodyId,
    came: at === 1 ? ('sent' as const) : ('came' as const),
    who: at === 1 ? '副职' : '负责人',
  }));
  must('到会', await noteAttendance(lead, { meetingId: past, seats: noted }));
  must('散会', await concludeMeeting(lead, past));

  const order = { commandId: coming, rhythm: 'month', heldOn: next, place } as const;
  must('下次调度会', await conveneMeeting(as('dispatchLead', now), order));
  await topic(as('taskGroupLead', now), coming, 'snow', '除雪的车和人怎么统一调', '去年各街道各借各的，主路有空档');
}
