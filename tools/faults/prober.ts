import { setTimeout as wait } from 'node:timers/promises';

export type Probed = { readonly line: string; readonly wrongs: readonly string[] };

/** As long as a screen waits: an answer that takes longer is none. */
const PATIENCE_MS = 30_000;
const EVERY_MS = 500;

/** What people ask for during an outage, and words by which an answer of each kind is known to speak their language. */
const asked = [
  { name: 'page in Chinese', path: '/see', headers: { cookie: 'language=zh' }, words: /再试|没有/ },
  { name: 'page in English', path: '/see', headers: { cookie: 'language=en' }, words: /try again/i },
  { name: 'API', path: '/api/public/requests', headers: {}, words: /再试.*try again/is },
  { name: 'Open311', path: '/open311/v2/requests.json', headers: { 'accept-language': 'en' }, words: /try again/i },
  { name: 'health', path: '/healthz', headers: {}, words: /"ok":false.*再试.*try again/is },
] as const;

/** Asks for pages again and again as people do during an outage (故障期间的访问): each answer is there or says what is the case. */
export function startProber(port: number): { readonly stop: () => Promise<Probed> } {
  const work = { isOver: false };
  const wrongs: string[] = [];
  const counts = new Map<number, number>();
  let longestMs = 0;
  const one = async ({ name, path, headers, words }: (typeof asked)[number]): Promise<void> => {
    const startedAt = performance.now();
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, signal });
      const text = await answer.text();
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      if (answer.status < 400) return;
      const isSaid = (answer.status === 503 || answer.status === 507) && words.test(text);
      const saysWhen = name === 'health' || Number(answer.headers.get('retry-after')) > 0;
      if (!isSaid || !saysWhen) wrongs.push(`${name}: ${answer.status} ${text.slice(0, 300)}`);
    } catch (error) {
      wrongs.push(`${name}: ${String(error)} after ${Math.round(performance.now() - startedAt)} ms`);
    } finally {
      longestMs = Math.max(longestMs, performance.now() - startedAt);
    }
  };
  const all = asked.map(async (probe) => {
    while (!work.isOver) {
      await one(probe);
      await wait(EVERY_MS);
    }
  });
  return {
    stop: async () => {
      work.isOver = true;
      await Promise.all(all);
      const said = [...counts].toSorted(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`);
      return { line: `people got ${said.join(', ')}, after ${(longestMs / 1000).toFixed(1)} s at most`, wrongs };
    },
  };
}
