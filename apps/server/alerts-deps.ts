import { askAlerts, confirmAlerts, stopAlerts } from '../../modules/openness/index.ts';
import type { Answer as Unsaid } from '../../platform/http/serve.ts';
import type { Answer, SiteDeps } from '../site/deps.ts';
import type { Ground } from './ground.ts';
import { publicWays } from './public-ways.ts';

/** What the site needs for news of an area by mail (社区消息订阅). */
export function makeAlertsDeps(ground: Ground, said: <T>(answer: Unsaid<T>) => Answer<T>): SiteDeps['alerts'] {
  const { asPublic, ways } = publicWays(ground);
  return {
    isOffered: ground.notify.channels['mail'] !== undefined,
    ask: async (asked, address) => {
      const keys = await ways().keys();
      return said(await asPublic((work) => askAlerts(work, asked, { keys, address })));
    },
    confirm: async (token) => {
      const keys = await ways().keys();
      return said(await asPublic((work) => confirmAlerts(work, token, keys)));
    },
    stop: async (token) => {
      const keys = await ways().keys();
      await asPublic((work) => stopAlerts(work, token, keys));
    },
  };
}
