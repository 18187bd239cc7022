import { offenceIn } from './bad-answer.ts';
import { changedIn, type Kept } from './kept.ts';
import type { Got, Send, Sent } from './send.ts';
import type { Attempt, Offence, Target } from './target.ts';

export type Attack = {
  readonly send: Send;
  /** Signs in afresh as each kind of user in turn, most rights first, and gives the cookies. */
  readonly signIns: readonly (() => Promise<string>)[];
  readonly digest: () => Promise<Kept>;
  /** 1 sends everything and looks at all tables after each route; n sends every n-th and looks at the end. */
  readonly every: number;
  readonly onRoute?: (line: {
    readonly route: string;
    readonly requests: number;
    readonly offences: readonly Offence[];
  }) => void;
};
export type RouteLine = {
  readonly route: string;
  readonly fields: number;
  readonly requests: number;
  readonly refused: number;
};
export type Attacked = { readonly lines: readonly RouteLine[]; readonly offences: readonly Offence[] };

/**
 * Sends every bad input at every field of every target as somebody who may use the route, and looks at each answer, and
 * at every row of every table: what was refused changed nothing.
 */
export async function attackInput(attack: Attack, targets: readonly Target[]): Promise<Attacked> {
  const { send, every, digest, onRoute } = attack;
  const offences: Offence[] = [];
  const lines = new Map<string, RouteLine>();
  const whoMay = makeWhoMay(attack);
  if (every > 1) for (const target of targets) await whoMay(target); // what is usual may be taken
  const before = await digest();
  for (const target of targets) await attackOne(target, every === 1 ? 'all' : 'harmless');
  if (every > 1) {
    const changed = changedIn(before, await digest());
    if (changed.length > 0) offences.push({ route: 'all', with: 'all that was refused', what: changed.join(', ') });
    for (const target of targets) await attackOne(target, 'harmful');
  }
  return { lines: [...lines.values()], offences };

  /** `harmless`: what must change nothing whatever comes of it; `harmful`: what may be taken. */
  async function attackOne(target: Target, which: 'all' | 'harmless' | 'harmful'): Promise<void> {
    const { route, fields } = target;
    const isHarmless = ({ sent, mustRefuse }: Attempt) => mustRefuse || sent.method === 'GET';
    const chosen = [...target.attempts()]
      .filter((_, n) => (n + lines.size) % every === 0)
      .map((make) => make())
      .filter((attempt) => which === 'all' || isHarmless(attempt) === (which === 'harmless'));
    if (chosen.length === 0) return;
    const cookie = await whoMay(target);
    const offend = (words: string, what: string) => offences.push({ route, with: words, what });
    if (cookie === undefined) offend('usual input', 'none of the accounts may use it');
    let requests = 0;
    const ask = async (attempt: Attempt): Promise<Got> => {
      requests += 1;
      const got = await send(withCookie(attempt.sent, [cookie, `language=${attempt.language ?? 'zh'}`]));
      const what = offenceIn(got, attempt.language);
      if (what !== undefined) offend(attempt.words, what);
      if (got.status < 400 && attempt.mustRefuse)
        offend(attempt.words, `taken: ${got.status} ${got.text.slice(0, 120)}`);
      return got;
    };
    const quiet: Attempt[] = [];
    let refused = 0;
    for (const attempt of chosen) {
      const isRefused = (await ask(attempt)).status >= 400;
      refused += isRefused ? 1 : 0;
      if (isRefused || isHarmless(attempt)) quiet.push(attempt);
    }
    const sent = requests;
    if (every === 1) {
      const changed = await changedByQuiet(quiet, ask, isHarmless, digest, route);
      if (changed.length > 0) offend('what was refused, or only read', `changed ${changed.join(', ')}`);
    }
    const known = lines.get(route) ?? { route, fields, requests: 0, refused: 0 };
    lines.set(route, { ...known, requests: known.requests + sent, refused: known.refused + refused });
    onRoute?.({ route, requests: sent, offences: offences.filter((one) => one.route === route) });
  }
}

const withCookie = (sent: Sent, cookies: readonly (string | undefined)[]): Sent => ({
  ...sent,
  headers: { ...sent.headers, cookie: cookies.filter(Boolean).join('; ') },
});

/** Sends once more what was refused or only reads, until nothing else of it is taken, and says which tables changed by that. */
async function changedByQuiet(
  quiet: readonly Attempt[],
  ask: (attempt: Attempt) => Promise<Got>,
  isHarmless: (attempt: Attempt) => boolean,
  digest: () => Promise<Kept>,
  route: string,
): Promise<readonly string[]> {
  let left = quiet;
  for (let round = 0; round < 4; round += 1) {
    const before = await digest();
    const again: Attempt[] = [];
    for (const attempt of left) if ((await ask(attempt)).status >= 400 || isHarmless(attempt)) again.push(attempt);
    if (again.length === left.length) return changedIn(before, await digest(), route);
    left = again;
  }
  return [];
}

/** What the door says, before it looks at what was sent. */
const ofTheDoor = /"(access\.not_your_post|access\.post_ended|session\.\w+)"/;

/** Finds who may use a route: the account that could the last time for this permission, then each other. */
function makeWhoMay({ send, signIns }: Attack) {
  const found = new Map<string, () => Promise<string>>();
  return async ({ permission, usual, cookie = '' }: Target): Promise<string | undefined> => {
    if (permission === undefined) return cookie;
    const known = found.get(permission);
    if (known) return known();
    for (const signIn of signIns) {
      const cookie = await signIn();
      const { status, text } = await send(withCookie(usual(), [cookie]));
      if (status === 401 || (status === 403 && ofTheDoor.test(text))) continue;
      found.set(permission, signIn);
      // Anew, because the usual input may have ended the session.
      return signIn();
    }
    return undefined;
  };
}
