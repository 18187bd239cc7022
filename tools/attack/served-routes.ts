import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';

const channel = 'fastify.initialization';

/** Every route that the server made by `make` serves, as `METHOD /path/:name`, whoever registered it; HEAD and OPTIONS say nothing new. */
export async function listServedRoutes(make: () => Promise<FastifyInstance>): Promise<readonly string[]> {
  const served = new Set<string>();
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') served.add(`${one} ${url}`);
    });
  };
  subscribe(channel, listen);
  try {
    await (await make()).ready();
  } finally {
    unsubscribe(channel, listen);
  }
  return [...served];
}
