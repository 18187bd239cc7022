import {
  enterPhoneCode,
  endResidentSession,
  findResident,
  requestPhoneCode,
  type SendPhoneCode,
} from '../../modules/accounts/index.ts';
import { listOwnRequests, readPhone } from '../../modules/requests/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Answer as Unsaid } from '../../platform/http/serve.ts';
import { refuse } from '../../platform/result.ts';
import { noScope } from '../../platform/work.ts';
import type { Answer, SiteDeps } from '../site/deps.ts';
import type { Ground } from './ground.ts';
import { CodeNotSent } from './phone-codes.ts';

const MOST_KEPT = 200;

/**
 * Hands the site what residents who sign in by phone need. Codes go out by `ground.sendPhoneCode`; in the demo nothing is
 * sent and the page shows the code instead; without either, signing in by phone is not offered.
 */
export function makeResidentDeps(ground: Ground, said: <T>(answer: Unsaid<T>) => Answer<T>): SiteDeps['resident'] {
  const { db, config, districtId, clock, sendPhoneCode } = ground;
  const isDemo = config.mode === 'demo' && sendPhoneCode === undefined;
  const shown = new Map<string, string>();
  const keys = () => districtKeys(db, districtId, config.secret);
  const as: Context['as'] = (actor, scope, run) => inTransaction(db, { districtId, actor, scope, now: clock() }, run);
  const find = async (token: string) => findResident(db, { districtId, token, now: clock() }, await keys());

  const request = async (typed: string, address: string): Promise<Unsaid<{ flow: string }>> => {
    const phone = readPhone(typed);
    if (!phone.ok || phone.value === null) return refuse('resident.not_mobile');
    let sent: string | undefined;
    const demo: SendPhoneCode = async ({ code }) => {
      sent = code;
    };
    const send = isDemo ? demo : sendPhoneCode;
    if (!send) return refuse('resident.off');
    const input = { districtId, phone: phone.value, address, now: clock() };
    const asked = await requestPhoneCode(db, input, await keys(), send).catch((error: unknown) => {
      if (error instanceof CodeNotSent) return refuse('resident.not_sent');
      throw error;
    });
    if (asked.ok && sent !== undefined) keep(shown, asked.value.flow, sent);
    return asked;
  };

  return {
    isOffered: isDemo || sendPhoneCode !== undefined,
    requestCode: async (typed, address) => said(await request(typed, address)),
    enterCode: async (flow, code, address) =>
      said(await enterPhoneCode(db, { districtId, flow, code, address, now: clock() }, await keys())),
    demoCode: (flow) => shown.get(flow),
    phone: async (token) => (await find(token))?.phone.replace(/^\+86/, ''),
    requests: async (token) => {
      const resident = await find(token);
      if (!resident) return undefined;
      const requests = await listOwnRequests({ as, now: clock() }, resident.phoneIndex);
      return { phoneMasked: resident.phone.replace(/^\+86(\d{3})\d{4}(\d{4})$/, '$1****$2'), requests };
    },
    leave: (token) => as({ kind: 'public' }, noScope, (work) => endResidentSession(work, token)),
  };
}

/** The latest few; an older one is asked for anew. */
function keep(shown: Map<string, string>, flow: string, code: string): void {
  shown.set(flow, code);
  const [oldest] = shown.keys();
  if (shown.size > MOST_KEPT && oldest !== undefined) shown.delete(oldest);
}
