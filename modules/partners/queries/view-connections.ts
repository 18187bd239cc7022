import { say } from '../../../platform/i18n/words.ts';
import type { Work } from '../../../platform/work.ts';
import { factsOfKind, listBodies, type Body } from '../../bodies/index.ts';
import { categories, outsideKinds } from '../../requests/index.ts';
import type { ConnectionView } from '../contract/routes.ts';
import type { Reach } from '../contract/reach.ts';
import { readAddress } from '../rules/may-reach.ts';
import { loadConnections } from '../store/connection-store.ts';
import { countHandoffs } from '../store/handoff-store.ts';
import '../words/index.ts';

const viewBody = ({ bodyId, nameZh, nameEn, kind }: Body) => {
  const { zh, en } = factsOfKind(kind);
  return { id: bodyId, name: { zh: nameZh, en: nameEn }, kind: { zh, en } };
};

/** The systems of outside bodies (系统对接), with what waits for each and whether it answers; keys are not among it. */
export async function viewConnections(work: Work, reach: Reach) {
  const bodies = await listBodies(work, { kinds: outsideKinds });
  const [connections, tallies] = [await loadConnections(work), await countHandoffs(work)];
  const connected = new Set(connections.map(({ bodyId }) => bodyId));
  return {
    connections: connections.flatMap((one): ConnectionView[] => {
      const body = bodies.find(({ bodyId }) => bodyId === one.bodyId);
      if (!body) return [];
      const { address, jurisdiction, format, codes, isPaused, lastOkAt, lastFailedAt, lastError } = one;
      const { waiting = 0, followed = 0, failed = 0 } = tallies.get(one.bodyId) ?? {};
      return [
        {
          body: viewBody(body),
          address,
          jurisdiction,
          format,
          codes: { ...codes },
          isPaused,
          waiting,
          followed,
          failed,
          isAllowed: readAddress(address, reach).ok,
          lastOkAt: lastOkAt?.toISOString() ?? null,
          error: lastError === null ? null : say('partners', `errors.${lastError}`),
          failedAt: lastFailedAt?.toISOString() ?? null,
        },
      ];
    }),
    bodies: bodies.filter(({ bodyId }) => !connected.has(bodyId)).map(viewBody),
    categories: categories
      .filter((code) => code !== 'other')
      .map((code) => ({ code, name: say('requests', `categories.${code}`) })),
  };
}
