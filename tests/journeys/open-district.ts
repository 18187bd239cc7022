import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { closeBrowser, openPage } from '../support/browser.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { takeOffences, watchSite } from '../support/watch-site.ts';

type Screen = { readonly width: number; readonly height: number };
export const phone: Screen = { width: 390, height: 844 };
export const desk: Screen = { width: 1440, height: 900 };

/** The morning of a working day in the demo district: Wednesday, 10:00. */
export const morning = new Date('2026-11-18T02:00:00Z');

type Raised = { readonly matterId: string; readonly number: string; readonly code: string };

/** With scripts, in ordinary letters, unless said otherwise. */
type How = { readonly javaScript?: boolean; readonly isLarge?: boolean };

export type OpenDistrict = {
  readonly server: DemoServer;
  /** A resident at the site, in a browser of her own. */
  readonly visit: (screen: Screen, how?: How) => Promise<Page>;
  /** One of the demo people, signed in, on the queue. */
  readonly signIn: (key: string, screen: Screen) => Promise<Page>;
  readonly nameOf: (key: string) => string;
  /** A request that was raised earlier. */
  readonly raise: (more?: object) => Promise<Raised>;
  readonly close: () => Promise<void>;
};

/** Opens the demo district to browsers; a story asks for the people it needs and closes it at its end. */
export async function openDistrict(now = morning): Promise<OpenDistrict> {
  await takeOffences(); // of a story that did not come to its end
  const server = await startDemoServer(now);
  const baseUrl = await server.listen();
  const find = (key: string) => {
    const person = server.signIns.find((one) => one.key === key);
    if (!person) throw new Error(`nobody signs in as ${key}`);
    return person;
  };
  const visit: OpenDistrict['visit'] = async (screen, { javaScript = true, isLarge = false } = {}) => {
    const page = await openPage({ ...screen, javaScript, baseUrl });
    watchSite(page);
    if (isLarge) await page.context().addCookies([{ name: 'size', value: 'large', url: baseUrl }]);
    return page;
  };
  return {
    server,
    visit,
    signIn: async (key, screen) => {
      const page = await visit(screen);
      await page.clock.install({ time: now });
      await page.goto(`/demo/sign-in/${find(key).accountId}`);
      await page.getByRole('main').waitFor();
      return page;
    },
    nameOf: (key) => find(key).nameZh,
    raise: async (more = {}) => {
      const report = {
        commandId: randomUUID(),
        what: '三号楼二单元的楼道灯坏了，晚上看不见路。',
        community: '990102001001',
        place: '3号楼2单元门口',
        ...more,
      };
      const { status, body } = await server.ask('POST', '/api/public/requests', { body: report });
      if (status !== 200) throw new Error(`the request was not taken: ${JSON.stringify(body)}`);
      return body;
    },
    close: async () => {
      const offences = await takeOffences();
      await closeBrowser();
      await server.close();
      if (offences.length > 0)
        throw new Error(`pages of the site break what their layout promises:\n${offences.join('\n')}`);
    },
  };
}
