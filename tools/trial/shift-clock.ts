// node --import …/shift-clock.ts: a machine's clock that jumps. Loaded before the server of a trial, never by the product.
const TrueDate = Date;
let shiftMs = Number(process.env['LINLI_TRIAL_SHIFT_MS'] ?? 0);
const now = (): number => TrueDate.now() + shiftMs;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as) as object,
  apply: () => new TrueDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});

process.on('message', (told: { readonly shiftMs?: number }) => {
  if (told.shiftMs !== undefined) shiftMs = told.shiftMs;
});
process.channel?.unref();
