import pg from 'pg';
import { expect, test } from 'vitest';
import { logError } from './log-error.ts';

const told = 'invalid input syntax for type date: "13900000001"';

test('of an error of the database the log keeps code, table and constraint, and nothing of the row', () => {
  const error = Object.assign(new pg.DatabaseError(told, told.length, 'error'), {
    code: '23514',
    table: 'reports',
    constraint: 'reports_phone_check',
    detail: 'Failing row contains (张桂芳, 13900000001).',
    where: 'PL/pgSQL 13900000001',
  });
  const logged = logError(new Error('the request was not stored', { cause: error }));
  expect(JSON.stringify(logged)).not.toMatch(/13900000001|张桂芳/);
  expect(logged.message).toBe('the request was not stored');
  expect(logged.cause).toMatchObject({ code: '23514', table: 'reports', constraint: 'reports_phone_check' });
  expect(logged.cause?.stack).toContain('log-error.test.ts');
});

test('what is not JSON is not quoted either', () => {
  let caught: unknown;
  try {
    JSON.parse('{"phone": 13900000001x');
  } catch (error) {
    caught = error;
  }
  expect(JSON.stringify(logError(caught))).not.toContain('13900000001');
});
