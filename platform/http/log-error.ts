import pg from 'pg';

/** What of an error goes into the log (日志). */
export type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: LoggedError;
};

/** The sentence without the values that it quotes, because somebody typed them. */
function messageOf(error: Error): string {
  if (error instanceof SyntaxError) return 'what was read has not the form that was expected';
  return error instanceof pg.DatabaseError ? error.message.replaceAll(/"[^"]*"/g, '"…"') : error.message;
}

/**
 * What the log keeps of an error: enough to find the fault, and nothing of what people sent. An error of the database
 * tells whole rows in its details ("Failing row contains …"), and quotes values in its sentence; those stay out.
 */
export function logError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { code, constraint, table } = error as Partial<pg.DatabaseError>;
  const message = messageOf(error);
  return {
    type: error.name,
    message,
    stack: (error.stack ?? '').replace(error.message, () => message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(error.cause instanceof Error ? { cause: logError(error.cause) } : {}),
  };
}
