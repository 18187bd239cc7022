import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMigrations } from '../../platform/db/migrate.ts';

function lineOf(...names: string[]) {
  const line = mkdtempSync(join(tmpdir(), 'linli-line-'));
  for (const name of names) writeFileSync(join(line, name), 'select 1');
  try {
    return readMigrations(line).map(({ name }) => name);
  } finally {
    rmSync(line, { recursive: true });
  }
}

test('db/LATEST holds the name of the last migration, so that two parallel ones collide in git', () => {
  const latest = readFileSync('db/LATEST', 'utf8').trim();
  expect(latest).toBe(readMigrations().at(-1)?.name);
});

test('each migration writes in the schema of one module', () => {
  const migrations = readMigrations();
  expect(migrations.length).toBeGreaterThan(0);
  for (const { name, sql } of migrations) {
    const written = sql.matchAll(
      /\b(?:(?:create|alter|drop) (?:table|index|view|function)(?: if (?:not )?exists)?|create (?:unique )?index \w+ on) (\w+)\./g,
    );
    const schemas = new Set([...written].map(([, schema]) => schema));
    expect([...schemas], name).toHaveLength(1);
    expect(name.split('-')[1], name).toBe([...schemas][0]);
  }
});

test('reads the line in order', () => {
  expect(lineOf('0002-b.sql', '0001-a.sql')).toEqual(['0001-a', '0002-b']);
});

test.each([
  ['a gap', ['0001-a.sql', '0003-b.sql'], 'migration.notInLine'],
  ['a number used twice', ['0001-a.sql', '0001-b.sql'], 'migration.notInLine'],
  ['a line that does not begin at one', ['0002-a.sql'], 'migration.notInLine'],
  ['a name without a number', ['a.sql'], 'migration.badName'],
  ['another kind of file', ['0001-a.sql', '0002-b.txt'], 'migration.badName'],
])('refuses %s', (_, names, code) => {
  expect(() => lineOf(...names)).toThrow(expect.objectContaining({ code }));
});
