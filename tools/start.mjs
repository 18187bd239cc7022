// npm start: checks, installs, builds the office screens if needed, then runs the server.
import { createServer } from 'node:net';
import { buildScreens } from './build-screens.mjs';
import { ensureInstalled, giveUp, runTypeScript } from './ready.mjs';

await refuseCheapFaults();
ensureInstalled({ withDev: false });
buildScreens();
runTypeScript('apps/server/main.ts', process.argv.slice(2));

/** What can be known before a slow install. The server reads all settings again, thoroughly. */
async function refuseCheapFaults() {
  const value = process.env.PORT?.trim() || '8750';
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65535) giveUp('config.port', { value });
  if (process.env.LINLI_MODE?.trim() === 'production' && !process.env.LINLI_SECRET?.trim())
    giveUp('config.secretMissing');
  const error = await tryPort(port, process.env.HOST?.trim() || '127.0.0.1');
  if (error === 'EADDRINUSE') giveUp('config.portTaken', { value, other: port < 65535 ? port + 1 : 8750 });
  if (error === 'EACCES') giveUp('config.portDenied', { value });
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}
