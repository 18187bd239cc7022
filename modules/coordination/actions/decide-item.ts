import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { v5 as uuidv5 } from 'uuid';
import { findBody, type Body } from '../../bodies/index.ts';
import { findHeldProcedure, listStandings, openByWorker, takeStep, type FieldsRefused } from '../../matters/index.ts';
import { dispatchDecision } from '../procedures/dispatch-decision.ts';
import { escalation } from '../procedures/escalation.ts';
import { meetingDecision } from '../procedures/meeting-decision.ts';
import { mayDecide, mayGoUp, mayHoldIn, tierOf } from '../rules/meeting.ts';
import { factsOf, saveOutcome, type AgendaItem, type Meeting } from '../store/meeting-store.ts';
import { loadItemForChange, workerOf, wrongBody } from './hold-meeting.ts';

/** Names the command that ties what was opened to the matter of the item, so that a decision sent again ties nothing twice. */
const TIES = '8d1f5c52-0e0b-5a6c-9a0d-2f5b6f1d7c03';

type At = { readonly commandId: string; readonly meetingId: string; readonly itemId: string };
export type DecideHere = At & { readonly what: string; readonly bodyId: string | null; readonly dueOn: string };
export type DecideUp = At & {
  readonly bodyId: string | null;
  readonly tried: string;
  readonly beyond: string;
  readonly why: string;
};
type Answer = Result<{ number: string }> | FieldsRefused;

/**
 * Decides that an item is solved here (就地解决), in the caller's transaction: opens a tracked matter for a body of the
 * sub-district, or at the dispatch meeting of the district, with a day, tied to the matter of the item. The same command again changes nothing.
 *
 * @returns the number of the decision; or a refusal: `meeting.not_found`, `meeting.other_subdistrict`, those of
 *   {@link mayDecide} and of {@link openByWorker}
 * @source catalogue S29 (decisions become tracked matters), S11 (owner and due date)
 */
export const decideHere = (work: Work, order: DecideHere): Promise<Answer> =>
  decide(work, order, 'here', (meeting) => ({
    what: order.what,
    body: order.bodyId ?? '',
    dueOn: order.dueOn,
    meeting: titleOf(meeting),
  }));

/**
 * Decides that an item goes up (上报), in the caller's transaction: opens an escalation to a named body, with what was tried
 * and why it is beyond the meeting. The same command again changes nothing.
 *
 * @returns the number of the escalation; or refusals as {@link decideHere}, and `meeting.nothing_above`
 * @source catalogue S29, S30, S33
 */
export const decideUp = (work: Work, order: DecideUp): Promise<Answer> =>
  decide(work, order, 'up', (_, item) => ({
    what: item.topic,
    body: order.bodyId ?? '',
    tried: order.tried,
    beyond: order.beyond,
    why: order.why,
  }));

/** With its year: what was decided is read for years. */
const longDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', dateStyle: 'long' });

const titleOf = ({ heldOn, areaCode }: Meeting): string =>
  `${longDay.format(new Date(`${heldOn}T12:00:00Z`))}${tierOf(areaCode) === 'district' ? '工作调度会' : '社区主任联席会'}`;

async function decide(
  work: Work,
  order: At & { readonly bodyId: string | null },
  outcome: 'here' | 'up',
  inputOf: (meeting: Meeting, item: AgendaItem) => Readonly<Record<string, string>>,
): Promise<Answer> {
  const by = workerOf(work);
  const loaded = await loadItemForChange(work, order);
  if (!loaded) return refuse('meeting.not_found');
  const { meeting, item } = loaded;
  const holds = mayHoldIn(by.areaCode, meeting.areaCode);
  if (!holds.ok) return holds;
  if (item.outcomeCommand === order.commandId && item.openedNumber) return done({ number: item.openedNumber });
  const may = mayDecide(factsOf(meeting), item);
  if (!may.ok) return may;
  const goes = outcome === 'up' ? mayGoUp(meeting) : may;
  if (!goes.ok) return goes;
  const decision = tierOf(meeting.areaCode) === 'district' ? dispatchDecision : meetingDecision;
  const declared = outcome === 'here' ? decision : escalation;
  const procedure = await findHeldProcedure(work, declared.id);
  if (!procedure) return refuse('procedure.not_found');
  const input = inputOf(meeting, item);
  const keeper = order.bodyId === null ? undefined : await findBody(work, order.bodyId);
  const field = procedure.opening.asks['body'];
  const isOwn = outcome === 'up' && keeper?.bodyId === by.bodyId; // nobody escalates to themselves
  if (!keeper || isOwn || field?.kind !== 'body' || !isAddressed(keeper, field, meeting))
    return wrongBody(procedure.opening.asks, input);
  const opened = await openByWorker(work, procedure, {
    by,
    commandId: order.commandId,
    areaCode: item.areaCode,
    place: '',
    title: input['what'] ?? item.topic,
    keeper,
    input,
  });
  if (!opened.ok) return opened;
  const openedId = opened.value.matterId;
  if (item.number) {
    const tied = await takeStep(work, {
      matterId: openedId,
      step: 'about',
      commandId: uuidv5(`${work.districtId} ${order.commandId}`, TIES),
      seenSeq: 1,
      input: { about: item.number },
    });
    if (!tied.ok) throw new Error(`a decision could not be tied to ${item.number}: ${tied.code}`);
  }
  const number = (await listStandings(work, [openedId])).get(openedId)?.number ?? '';
  await saveOutcome(work, item.id, {
    outcome,
    command: order.commandId,
    reason: input['why'] ?? input['what'] ?? '',
    toBodyId: keeper.bodyId,
    openedId,
    openedNumber: number,
    ...(outcome === 'here' ? { dueOn: input['dueOn'] ?? '' } : {}),
  });
  return done({ number });
}

/** Among the kinds that the procedure names, and where it has to lie in the sub-district, there. */
const isAddressed = (
  body: Body,
  field: { readonly of: readonly string[]; readonly within: 'subdistrict' | 'district' },
  { areaCode }: Meeting,
): boolean =>
  field.of.includes(body.kind) &&
  (field.within === 'district'
    ? body.areaCode.length === 6 || body.areaCode === areaCode || isUnder(body, areaCode)
    : body.areaCode.startsWith(areaCode));

/** The dispatch meeting addresses its sub-districts too. */
const isUnder = (body: Body, areaCode: string): boolean =>
  tierOf(areaCode) === 'district' && body.areaCode.startsWith(areaCode);
