/** The domain's "no". `code` is permanent; the words shown to people are looked up by it. */
export type Refusal<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly details?: RefusalDetails;
};
export type RefusalDetails = Readonly<Record<string, string | number>>;
export type Done<T> = { readonly ok: true; readonly value: T };
export type Result<T, Code extends string = string> = Done<T> | Refusal<Code>;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

/** Says no with a permanent code; `details` are the values its sentence needs (no personal data). */
export const refuse = <const Code extends string>(code: Code, details?: RefusalDetails): Refusal<Code> =>
  details ? { ok: false, code, details } : { ok: false, code };
