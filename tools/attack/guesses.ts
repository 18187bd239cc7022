import { createAccounts } from '../../modules/accounts/index.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import { readJson } from './bad-answer.ts';
import type { Checked } from './doors.ts';
import type { Gathered } from './gather.ts';
import { asForm, asJson, cookiesOf, type Got, type Send } from './send.ts';
import type { Offence } from './target.ts';

const login = 'attacked-one';
const password = 'nine-herons-over-the-weir';

/** Makes an account with a password, as an administrator would. */
export async function prepareAccount(databaseUrl: string, districtId: number): Promise<void> {
  const db = openDatabase(databaseUrl);
  const actor = { kind: 'system', name: 'setup' } as const;
  const account = {
    id: '01900000-0000-7000-8000-0000000a77ac',
    login,
    nameZh: '柳青',
    nameEn: 'Liu Qing',
    isDemo: false,
  };
  try {
    await inTransaction(db, { districtId, scope: areaScope(''), actor, now: new Date() }, (work) =>
      createAccounts(work, [{ ...account, password }]),
    );
  } finally {
    await db.destroy();
  }
}

const signIn = (send: Send, given: string, from: string, cookie = '') => {
  const { headers, bytes } = asJson({ login, password: given });
  return send({ method: 'POST', url: '/api/session', headers: { ...headers, cookie }, bytes, from });
};
const codeIn = ({ text }: Got) => String((readJson(text) as { code?: unknown })?.code);
const hasMinutes = ({ text }: Got) => /\d+ minute/.test(text) && /\d+ ?分钟/.test(text);

/**
 * Guesses a password (猜密码): from one address until it closes, then from others until the login itself closes, and tries
 * the right one each time.
 *
 * @param addresses from how many other addresses, four guesses each
 */
export async function guessPasswords(send: Send, addresses: number): Promise<Checked> {
  const offences: Offence[] = [];
  const route = 'POST /api/session';
  let looked = 0;
  const guess = async (from: string, given = 'wrong-guess') => {
    looked += 1;
    return signIn(send, given, from);
  };
  const first: string[] = [];
  for (let n = 0; n < 7; n += 1) first.push(codeIn(await guess('198.51.100.1')));
  const expected = [
    ...Array.from({ length: 4 }, () => 'session.wrong_login'),
    ...Array.from({ length: 3 }, () => 'session.locked'),
  ];
  if (first.join() !== expected.join()) offences.push({ route, with: 'one address', what: first.join() });
  const closed = await guess('198.51.100.1', password);
  if (closed.status !== 429 || !hasMinutes(closed) || closed.headers['retry-after'] === undefined)
    offences.push({ route, with: 'the right one, closed', what: `${closed.status} ${closed.text.slice(0, 120)}` });
  if ((await guess('198.51.100.2', password)).status !== 200)
    offences.push({ route, with: 'the right one, elsewhere', what: 'its owner is kept out' });

  let tried = 5;
  for (let n = 0; n < addresses; n += 1)
    for (let time = 0; time < 4; time += 1)
      tried += codeIn(await guess(`203.0.113.${n}`)) === 'session.wrong_login' ? 1 : 0;
  if (tried > 60) offences.push({ route, with: 'many addresses', what: `${tried} guesses were looked at` });
  const isClosed = codeIn(await guess('192.0.2.200')) === 'session.locked';
  if (addresses >= 16 && !isClosed) offences.push({ route, with: 'many addresses', what: 'the login never closed' });
  return { what: `guesses of a password, from ${addresses + 3} addresses; ${tried} were looked at`, looked, offences };
}

/** Up to so many guesses at one number are looked at, whatever the address: 64 until it is known to be guessed at, then two for each. */
const mostCodes = (addresses: number): number => 64 + 8 + addresses * 2;

/**
 * Guesses the code of a request (猜查询码), through the API and the site: from one address until it closes, then from many
 * others; its owner is let in from elsewhere both times.
 */
export async function guessCodes(
  send: Send,
  { number, code }: Gathered['receipt'],
  addresses: number,
): Promise<Checked> {
  const offences: Offence[] = [];
  let looked = 0;
  const tryApi = (from: string, guess: string) => {
    looked += 1;
    return send({ method: 'POST', url: '/api/public/follow', ...asJson({ number, code: guess }), from });
  };
  const tryPage = (from: string, guess: string) => {
    looked += 1;
    return send({ method: 'POST', url: '/follow', ...asForm({ number, code: guess }), from });
  };
  const route = 'POST /api/public/follow';
  const one = '198.51.100.3';
  for (let n = 0; n < 8; n += 1) await (n % 2 === 0 ? tryApi : tryPage)(one, `AAAA-AAA${n}`);
  const api = await tryApi(one, code);
  const page = await tryPage(one, code);
  if (
    api.status !== 429 ||
    codeIn(api) !== 'follow.locked' ||
    !hasMinutes(api) ||
    api.headers['retry-after'] === undefined
  )
    offences.push({ route, with: 'the right one, closed', what: `${api.status} ${api.text.slice(0, 120)}` });
  if (page.status < 400 || !/\d+ ?分钟/.test(page.text))
    offences.push({ route: 'POST /follow', with: 'the right one, closed', what: `${page.status}` });
  const letsOwnerIn = async (from: string) => {
    const ways = [(await tryApi(from, code)).status, (await tryPage(from, code)).status];
    if (ways.join() !== '200,303')
      offences.push({ route, with: 'the right one, elsewhere', what: `its owner is kept out: ${ways.join()}` });
  };
  await letsOwnerIn('192.0.2.77');
  let tried = 8;
  for (let n = 0; n < addresses; n += 1)
    for (let time = 0; time < 8; time += 1)
      tried += codeIn(await tryApi(`203.0.113.${n}`, `AAAA-AA${n % 10}${time}`)) === 'follow.wrong_code' ? 1 : 0;
  if (tried > mostCodes(addresses))
    offences.push({ route, with: 'many addresses', what: `${tried} guesses were looked at` });
  await letsOwnerIn('192.0.2.78');
  const what = `guesses of a follow code, from ${addresses + 1} addresses; ${tried} were looked at, and its owner let in from elsewhere`;
  return { what, looked, offences };
}

/** Lets somebody sign in with a session that another chose (会话固定), and looks whether that other is in, or an old one still is. */
export async function fixSessions(send: Send): Promise<Checked> {
  const offences: Offence[] = [];
  const route = 'POST /api/session';
  const who = async (cookie: string) =>
    (readJson((await send({ method: 'GET', url: '/api/session', headers: { cookie } })).text) as { me: unknown }).me;
  const own = cookiesOf(await signIn(send, password, '192.0.2.10'));
  const tokenOf = (cookies: string) => /linli_session=[^;]+/.exec(cookies)?.[0] ?? '';
  const chosen = `linli_session=990102.${'A'.repeat(43)}`;
  const after = cookiesOf(await signIn(send, password, '192.0.2.11', chosen));
  if (tokenOf(after) === chosen || (await who(chosen)) !== null)
    offences.push({ route, with: 'a session that another chose', what: 'it is signed in' });
  const anew = cookiesOf(await signIn(send, password, '192.0.2.12', own));
  if (tokenOf(anew) === tokenOf(own)) offences.push({ route, with: 'signing in again', what: 'the same session' });
  if ((await who(tokenOf(own))) !== null) offences.push({ route, with: 'signing in again', what: 'the old one lives' });
  await send({ method: 'DELETE', url: '/api/session', headers: { cookie: tokenOf(anew) } });
  if ((await who(tokenOf(anew))) !== null) offences.push({ route, with: 'signing out', what: 'the session lives' });
  if (tokenOf(after) === '' || (await who(tokenOf(after))) === null)
    offences.push({ route, with: 'an own session', what: 'is not signed in' });
  return { what: 'sessions chosen by another, replaced and ended', looked: 5, offences };
}
