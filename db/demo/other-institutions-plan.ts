import { v7 as uuidv7 } from 'uuid';
import type { BodyRef, History, PastStep, WorkingCalendar } from '../../modules/matters/index.ts';
import { computeDemoRows } from './demo-district.ts';
import { castDistrict, type Cast, type CastBody, type CastCommunity, type Worker } from './month-cast.ts';
import { tellBenefits } from './other-institutions-benefits.ts';
import { tellInstructions } from './other-institutions-instructions.ts';
import { tellOrders } from './other-institutions-orders.ts';
import { tellPetitions } from './other-institutions-petitions.ts';
import { placeInTime, type When } from './other-institutions-time.ts';

/** Those among whom the other institutions play: the bodies of the ready sign-ins. */
export type Players = {
  readonly own: CastCommunity;
  readonly neighbour: CastCommunity;
  readonly taskGroup: CastBody;
  readonly department: CastBody;
  readonly centre: CastBody;
  readonly supervisor: Worker;
};
/** Those that have been changed since they were first published. */
const versionOf: Readonly<Record<string, number>> = { petition: 2, 'benefit-determination': 2 };

type Deed = Omit<PastStep, 'at'> & { readonly when: When };
/** A matter from its opening to where it stands; each time is said from what comes after. */
export type Tale = {
  readonly procedureId: string;
  readonly title: string;
  readonly areaCode: string;
  readonly by: Worker;
  readonly role: string;
  readonly keeper: BodyRef;
  readonly input: History['input'];
  readonly opened: When;
  readonly deeds: readonly Deed[];
};

/**
 * Invents a few matters of the institutions beside requests (其他机制事项): leader instructions, supervision orders, benefit
 * determinations and petitions, on the desks of the ready sign-ins, oldest first. The same instant gives the same matters.
 */
export function inventOtherInstitutions(calendar: WorkingCalendar, until: Date): History[] {
  const players = findPlayers();
  return [tellInstructions, tellOrders, tellBenefits, tellPetitions]
    .flatMap((tell) => tell(players))
    .map(({ opened, deeds, ...tale }, index) => {
      const { by } = tale;
      const [openedAt = until, ...at] = placeInTime(calendar, until, [opened, ...deeds.map(({ when }) => when)]);
      return {
        ...tale,
        procedureVersion: versionOf[tale.procedureId] ?? 1,
        commandId: uuidv7({ msecs: openedAt.getTime(), seq: index, random: new Uint8Array(16).fill(1) }),
        openedAt,
        place: '',
        firstContact: { accountId: by.accountId, postId: by.postId, bodyId: by.bodyId },
        steps: deeds.map(({ step, by: doer, input, targets = {} }, which) => ({
          at: at[which] ?? until,
          step,
          by: doer,
          input,
          targets,
        })),
        until,
      };
    })
    .toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}

function findPlayers(): Players {
  const rows = computeDemoRows();
  const cast: Cast = castDistrict(rows);
  const [own, neighbour] = cast.communities;
  const post = rows.posts.find(({ kind }) => kind === 'supervisor');
  const holder = rows.appointments.find(({ postId }) => postId === post?.id);
  if (!own || !neighbour || !post || !holder) throw new Error('The demo district lacks communities or a supervisor');
  const { accountId, postId } = holder;
  return {
    own,
    neighbour,
    taskGroup: own.taskGroup,
    department: cast.departmentFor('lighting'),
    centre: cast.centre,
    supervisor: { kind: 'worker', accountId, postId, bodyId: post.bodyId, isHead: post.isHead },
  };
}
