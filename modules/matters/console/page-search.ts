/** What the address of a matter may say beyond it: a step to begin with, and the other matter that it is about. */
export type MatterSearch = { readonly step?: string; readonly into?: string };

const textIn = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export function readMatterSearch(search: Record<string, unknown>): MatterSearch {
  const [step, into] = [textIn(search, 'step'), textIn(search, 'into')];
  return { ...(step === undefined ? {} : { step }), ...(into === undefined ? {} : { into }) };
}

/** Whose day is looked at; the own body's when it says nothing. */
export function readDaySearch(search: Record<string, unknown>): { readonly body?: string } {
  const body = textIn(search, 'body');
  return body === undefined ? {} : { body };
}
