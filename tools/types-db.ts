// npm run types:db: writes platform/db/tables.ts from a freshly migrated, throw-away database.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { writeTableTypes } from '../platform/db/table-types.ts';

const target = fileURLToPath(new URL('../platform/db/tables.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'linli-types-'));
// When root starts it, the database runs as nobody, who must be able to pass through.
chmodSync(folder, 0o755);
const server = await startEmbedded({ folder: join(folder, 'postgres') });
try {
  const { applied } = await migrate(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const text = await writeTableTypes(client);
  await client.end();
  writeFileSync(target, text);
  console.log(`platform/db/tables.ts: ${text.match(/^ {2}'/gm)?.length ?? 0} tables from ${applied.length} migrations`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
