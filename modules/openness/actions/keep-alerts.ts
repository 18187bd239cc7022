import { v7 as uuidv7 } from 'uuid';
import { blindIndex, seal } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { calendarOf, type FieldsRefused } from '../../matters/index.ts';
import { insertMessage } from '../../notices/index.ts';
import { keepPace, listNews, readMail } from '../../requests/index.ts';
import { findArea } from '../../territory/index.ts';
import { alertsProcedure, writeCause } from '../contract/alert-message.ts';
import type { AskAlerts } from '../contract/alerts.ts';
import { readAlertToken } from '../rules/alert-token.ts';
import { lastMorning } from '../rules/last-morning.ts';
import { readChoice } from '../rules/read-alerts.ts';
import {
  claimConfirmed,
  countUnconfirmed,
  deleteUnconfirmed,
  insertSubscription,
  loadSame,
  loadSubscription,
  saveAskedAgain,
  saveConfirmed,
  saveEnded,
  type Subscription,
} from '../store/subscription-store.ts';

const ASK_AGAIN_MS = 10 * 60_000;
const UNCONFIRMED_MS = 48 * 3_600_000;
const A_ROUND = 200;
/** So that nobody fills the mailbox of somebody else with our mails. */
const MOST_UNCONFIRMED = 3;

/** Ties a sealed address to its subscription. */
export const mailContext = (districtId: number, id: string): string => `mail ${districtId} ${id}`;

/**
 * Asks for news of an area by mail (订阅社区消息): nothing is sent but one mail with a link to confirm. Whether the address was known before is not
 * told to whoever asks.
 *
 * @returns done, or a refusal: `input.fields` with `alerts.mail_unreadable` at `mail` or `alerts.area_unknown` at `area`,
 *   `alerts.confirm_first`, `pace.locked`
 */
export async function askAlerts(
  work: Work,
  ask: AskAlerts,
  { keys, address }: { readonly keys: DistrictKeys; readonly address: string },
): Promise<Result<null> | FieldsRefused> {
  const mail = readMail(ask.mail);
  if (!mail) return { ok: false, code: 'input.fields', fields: { mail: { code: 'alerts.mail_unreadable' } } };
  if (ask.area && !(await findArea(work, ask.area)))
    return { ok: false, code: 'input.fields', fields: { area: { code: 'alerts.area_unknown' } } };
  const paced = await keepPace(work, { address, person: `mail ${mail}` }, keys);
  if (!paced.ok) return paced;
  const { category, pace } = readChoice(ask);
  const mailIndex = blindIndex(keys.index, 'mail', mail);
  const same = await loadSame(work, { mailIndex, areaCode: ask.area, category });
  if (same) {
    if (same.state === 'asked' && work.now.getTime() - same.askedAt.getTime() >= ASK_AGAIN_MS) {
      await saveAskedAgain(work, same.id, pace);
      await putOut(work, same.id, `confirm:${work.now.toISOString()}`);
    }
    return done(null);
  }
  if ((await countUnconfirmed(work, mailIndex)) >= MOST_UNCONFIRMED) return refuse('alerts.confirm_first');
  const id = uuidv7();
  const mailSealed = seal(keys.field, mail, mailContext(work.districtId, id));
  await insertSubscription(work, {
    id,
    mailSealed,
    mailIndex,
    areaCode: ask.area,
    category,
    pace,
    language: ask.language,
  });
  await putOut(work, id, `confirm:${work.now.toISOString()}`);
  return done(null);
}

/**
 * Confirms a subscription by the link of its mail (确认订阅); the same again changes nothing.
 *
 * @returns the subscription, or the refusal `alerts.not_found`
 */
export async function confirmAlerts(
  work: Work,
  token: string,
  keys: DistrictKeys,
): Promise<Result<Subscription, 'alerts.not_found'>> {
  const found = await findAlerts(work, token, keys);
  if (!found || found.state === 'ended') return refuse('alerts.not_found');
  await saveConfirmed(work, found.id);
  return done(found);
}

/** Ends a subscription and erases the address (退订); the same again, and a token of none, change nothing. */
export async function stopAlerts(work: Work, token: string, keys: DistrictKeys): Promise<void> {
  const id = readAlertToken(keys, token);
  if (id !== undefined) await saveEnded(work, id);
}

async function findAlerts(work: Work, token: string, keys: DistrictKeys): Promise<Subscription | undefined> {
  const id = readAlertToken(keys, token);
  return id === undefined ? undefined : loadSubscription(work, id);
}

/**
 * Puts news into the outbox for those who asked to hear of their area (发社区消息), and erases what was never confirmed. Two servers at once tell nobody
 * twice: whom one has taken, the other leaves.
 *
 * @returns how many messages were put out
 */
export async function tellAlerts(work: Work): Promise<number> {
  await deleteUnconfirmed(work, new Date(work.now.getTime() - UNCONFIRMED_MS));
  const due = await claimConfirmed(work, lastMorning(work.now, await calendarOf(work)), A_ROUND);
  let told = 0;
  for (const { id, areaCode: area, category, toldUntil: from } of due) {
    const span = { from, until: work.now };
    const [first] = await listNews(work, { area, category, ...span, limit: 1 });
    if (!first) continue;
    await putOut(work, id, writeCause(span));
    told += 1;
  }
  return told;
}

const putOut = (work: Work, id: string, cause: string): Promise<void> =>
  insertMessage(work, {
    matterId: id,
    procedureId: alertsProcedure,
    number: '订阅 Alerts',
    cause,
    channel: 'mail',
    nextTryAt: work.now, // the outbox itself waits for the morning
  });
