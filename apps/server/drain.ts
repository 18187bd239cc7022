import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 50;

/**
 * Ends the HTTP server without failing anybody (优雅停机): it accepts no new connection, answers what is being asked, tells
 * those who keep connections to close them, and closes each as soon as it is idle.
 */
export async function drain(app: FastifyInstance): Promise<void> {
  const looking = setInterval(() => app.server.closeIdleConnections(), LOOK_EVERY_MS);
  try {
    await app.close();
  } finally {
    clearInterval(looking);
  }
}
