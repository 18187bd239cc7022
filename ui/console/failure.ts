/** Words in both languages, as the server sends them. */
export type Said = { readonly zh: string; readonly en: string };

export type Refusal = { readonly code: string; readonly message: Said };

/**
 * Why a call brought no result.
 *
 * - `offline`: nothing reached us; sending again is safe
 * - `signedOut`: the session has ended
 * - `refused`: the domain or the door said no, with words, and words per field
 * - `fault`: ours
 */
export type Failure = {
  readonly kind: 'offline' | 'signedOut' | 'refused' | 'fault';
  readonly code: string;
  readonly message?: Said;
  readonly fields: Readonly<Record<string, Refusal>>;
  /** Timeline entries written since the person last saw the matter. */
  readonly changedSince: readonly unknown[];
};

export class CallFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options);
    this.failure = failure;
  }
}

const nothing = { fields: {}, changedSince: [] };

/** Reads the failure out of whatever was thrown; what is unknown is our fault. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof CallFailed ? thrown.failure : { kind: 'fault', code: 'fault', ...nothing };
}

export const offline = (cause: unknown) => new CallFailed({ kind: 'offline', code: 'offline', ...nothing }, { cause });

/** Reads a refusing reply: `{ code, message, fields?, changedSince? }`. */
export function failureFrom(status: number, reply: unknown): CallFailed {
  const said = (typeof reply === 'object' && reply !== null ? reply : {}) as Partial<Failure>;
  const kind = status === 401 ? 'signedOut' : status >= 500 ? 'fault' : 'refused';
  return new CallFailed({
    kind,
    code: said.code ?? `http.${status}`,
    ...(said.message ? { message: said.message } : {}),
    fields: said.fields ?? {},
    changedSince: said.changedSince ?? [],
  });
}

/**
 * What is said beside the button of a form (按钮旁的话): all of a failure that has no field, the words of those fields that the form
 * does not show, nothing when every word stands at a field.
 *
 * @param shown the names of the fields at which the form says what is wrong
 */
export function failureBeside(failure: Failure | undefined, shown: readonly string[]): Failure | undefined {
  const faults = Object.entries(failure?.fields ?? {});
  if (!failure || faults.length === 0) return failure;
  const unseen = faults.filter(([name]) => !shown.includes(name)).map(([, { message }]) => message);
  if (unseen.length === 0) return undefined;
  const message = { zh: unseen.map(({ zh }) => zh).join(''), en: unseen.map(({ en }) => en).join(' ') };
  return { ...failure, message };
}
