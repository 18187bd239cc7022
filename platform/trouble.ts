import { refuse, type Refusal } from './result.ts';

/** What the server stands on and cannot do without (外部故障): the database, or room on a disk. */
export type Trouble = Refusal<
  'trouble.database_away' | 'trouble.database_slow' | 'trouble.storage_full' | 'trouble.storage_read_only'
>;

/** How soon it is worth trying again, in seconds: a network comes back by itself, room has to be made by somebody. */
const SOON_S = 5;
const LATER_S = 60;

/**
 * Says whether an error comes from something outside that fails, and what a person is told then; undefined: the fault is ours.
 *
 * Nothing is half done after any of these: the transaction was undone, or, where the connection broke while it was being
 * ended, it was done whole, and the same command sent again counts once.
 */
export function findTrouble(error: unknown): Trouble | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    const found = troubleOf(one);
    if (found) return found;
  }
  return undefined;
}

function troubleOf(error: Error & { readonly code?: unknown; readonly syscall?: unknown }): Trouble | undefined {
  const code = typeof error.code === 'string' ? error.code : '';
  if (full.has(code)) return refuse('trouble.storage_full', { seconds: LATER_S });
  // PostgreSQL reports a file that it may not write as a missing privilege (42501), the same as a table that it may not read.
  if (readOnly.has(code) || (code === '42501' && error.message.includes('Read-only file system')))
    return refuse('trouble.storage_read_only', { seconds: LATER_S });
  if (slow.has(code)) return refuse('trouble.database_slow', { seconds: SOON_S });
  const hasNoSocket = code === 'ENOENT' && error.syscall === 'connect';
  const isGone = hasNoSocket || gone.has(code) || code.startsWith('08') || goneMessages.has(error.message);
  return isGone ? refuse('trouble.database_away', { seconds: SOON_S }) : undefined;
}

/** disk_full, and what the system says of a folder of ours. */
const full = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** read_only_sql_transaction (a standby, or set so), io_error, and what the system says of a folder of ours. */
const readOnly = new Set(['25006', '58030', 'EROFS', 'EIO']);
/** query_canceled by our own limit, lock_not_available, deadlock_detected, serialization_failure, out_of_memory, too_many_connections. */
const slow = new Set(['57014', '55P03', '40P01', '40001', '53200', '53300']);
/** admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout, and what the network says. */
const gone = new Set([
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'DATABASE_SILENT',
]);
/** What the driver says without a code. */
const goneMessages = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]);
