/** Asks the person to show again who they are; false when they would rather not. */
export type AskForProof = () => Promise<boolean>;

let asker: AskForProof | undefined;

/** Says who asks when a call waits for it (再次确认身份); undefined: nobody, and the call stays refused. */
export function onProofWanted(ask: AskForProof | undefined): void {
  asker = ask;
}

let asking: Promise<boolean> | undefined;

/** Asks once, however many calls wait for it. */
export function askForProof(): Promise<boolean> {
  asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => (asking = undefined));
  return asking;
}
