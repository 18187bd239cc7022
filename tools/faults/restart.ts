import { setTimeout as wait } from 'node:timers/promises';
import { makeAsk, type Ask } from '../trial/ask.ts';
import { reportAt, startWriters, tellMemory } from './ground.ts';
import { withStage, type Served } from './stage.ts';

const BETWEEN_MS = 1500;

/**
 * Two servers with their timers and outboxes on one database, restarted in turn under load (滚动重启): whoever asks is sent to
 * the other one while one is away, as a proxy does that tries the next when a connection is refused or closed unanswered.
 */
export const restartInTurn = (folder: string, restarts: number, writers: number): Promise<boolean> =>
  withStage(folder, async (stage) => {
    const servers: Served[] = [await stage.startServer(), await stage.startServer()];
    const passed = { tooLate: 0, failed: 0 };
    const askOf = new Map<number, Ask>();
    const openDoor = ({ port }: Served) => askOf.set(port, makeAsk({ host: '127.0.0.1', port }, writers * 2));
    for (const server of servers) openDoor(server);
    let turn = 0;
    const ask: Ask = async (...asked) => {
      turn += 1;
      const [first, second] = turn % 2 === 0 ? servers : servers.toReversed();
      try {
        return await (askOf.get((first as Served).port) as Ask)(...asked);
      } catch {
        passed.tooLate += 1; // it had stopped accepting, or closed a connection that was idle
        return (askOf.get((second as Served).port) as Ask)(...asked).catch((error: unknown) => {
          passed.failed += 1;
          throw error;
        });
      }
    };
    const { memory, finish } = startWriters(ask, stage.desks, writers, { wantMessages: true });
    const endings: number[] = [];
    for (let i = 0; i < restarts; i += 1) {
      await wait(BETWEEN_MS);
      const leaving = servers[i % 2] as Served;
      const startedAt = performance.now();
      await leaving.end('SIGTERM');
      endings.push(performance.now() - startedAt);
      const next = await stage.startServer();
      openDoor(next);
      servers[i % 2] = next;
    }
    await wait(BETWEEN_MS);
    await finish();
    await stage.untilSent();
    const longest = (Math.max(...endings) / 1000).toFixed(1);
    console.log(
      `${restarts} restarts in turn, ${writers} writers: ${tellMemory(memory)}; ` +
        `${passed.tooLate} requests went to the other server, ${passed.failed} found none; a server ended within ${longest} s`,
    );
    const fits = await reportAt(stage.url, { memory, came: stage.gateway.came });
    return fits && passed.failed === 0 && memory.troubles.size === 0 && passed.tooLate > 0;
  });
