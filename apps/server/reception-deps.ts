import {
  bookSlot,
  cancelBooking,
  findOwnBooking,
  listOpenDays,
  listConcernsAnswered,
  listGroupAnswers,
  listRootCauses,
  listSessions,
  viewOwnBooking,
} from '../../modules/coordination/index.ts';
import { keepPace } from '../../modules/requests/index.ts';
import type { Answer as Unsaid } from '../../platform/http/serve.ts';
import { refuse, type Result } from '../../platform/result.ts';
import { areaScope, type Work } from '../../platform/work.ts';
import type { Answer, ReceptionDeps } from '../site/deps.ts';
import type { publicWays } from './public-ways.ts';

type Say = <T>(answer: Unsaid<T>) => Answer<T>;

/** What the site needs of reception days and root-cause items: as the public, over the district, and only what is public or one's own. */
export function receptionDeps({ as, ways }: ReturnType<typeof publicWays>, said: Say): ReceptionDeps {
  const overDistrict = <T>(run: (work: Work) => Promise<T>): Promise<T> => as({ kind: 'public' }, areaScope(''), run);
  /** Counted in a transaction of its own, so that a wrong code counts too. */
  const mayTry = async (number: string, address?: string): Promise<Result<null>> => {
    const keys = await ways().keys();
    if (address === undefined) return { ok: true, value: null };
    return overDistrict((work) => keepPace(work, { address, person: `booking ${number}` }, keys));
  };
  return {
    receptionDays: () => overDistrict(listOpenDays),
    rootCauses: () => overDistrict(listRootCauses),
    concernsAnswered: () => overDistrict(listConcernsAnswered),
    groupAnswers: () => overDistrict(listGroupAnswers),
    sessions: () => overDistrict(listSessions),
    bookReception: async (order, address) => {
      const keys = await ways().keys();
      return said(await overDistrict((work) => bookSlot(work, order, { address }, keys)));
    },
    ownBooking: async (shown, address) => {
      const may = await mayTry(shown.number, address);
      if (!may.ok) return said(may);
      const keys = await ways().keys();
      return said(
        await overDistrict(async (work) => {
          const booking = await findOwnBooking(work, shown, keys);
          const value = booking && (await viewOwnBooking(work, booking));
          return value ? { ok: true, value } : refuse('reception.wrong_code');
        }),
      );
    },
    cancelReception: async (shown, address) => {
      const may = await mayTry(shown.number, address);
      if (!may.ok) return said(may);
      const keys = await ways().keys();
      return said(await overDistrict((work) => cancelBooking(work, shown, keys)));
    },
  };
}
