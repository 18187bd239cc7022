/** A schema as the contract sees it: what comes in and what goes out, without the cost of zod's own generics. */
export type Schema = { readonly _zod: { readonly input: unknown; readonly output: unknown } };

type Parts = {
  /** What one must be allowed to do; `anyone` is said out loud. A route without a permission does not compile. */
  readonly permission: string;
  /** Asks again for password and second factor when they were last given more than ten minutes ago. */
  readonly freshly?: true;
  readonly summary: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly reply?: Schema;
  /** The body is one file (multipart/form-data). */
  readonly upload?: true;
  /** The reply is a file. */
  readonly file?: true;
};

export type Route = Parts;

/** Declares one route of the API: its shapes make the check at the door, the screens' types and the OpenAPI document. */
export const route = <const P extends Parts>(parts: P): P => parts;

export type In<S> = S extends Schema ? S['_zod']['input'] : undefined;
export type Out<S> = S extends Schema ? S['_zod']['output'] : undefined;

export type Routes = Readonly<Record<`${'GET' | 'POST' | 'DELETE'} ${string}`, Route>>;
