/** About one metre. */
const DECIMALS = 5;

/** What is told to the system of an outside body. */
export type Told = {
  readonly task: string;
  readonly spot: string;
  /** What was added when it was asked again. */
  readonly added: string | null;
  /** Their earlier number of the same thing. */
  readonly earlier: string | null;
  readonly number: string;
  readonly askedBy: string;
  readonly place: string;
  /** Of the building, longitude and latitude; null where the register has none. */
  readonly point: readonly [lon: number, lat: number] | null;
};

/** The words that go along, in the language of the office. */
export type Phrases = {
  readonly from: (values: { readonly number: string; readonly body: string }) => string;
  readonly again: (values: { readonly earlier: string; readonly added: string }) => string;
};

/**
 * What is sent as a report of GeoReport v2 (送给对方的内容): the words that were written for it, the place, the kind of work and our number.
 * Nothing of the person who asked: no name, no telephone, no words of theirs.
 */
export function writeReport(told: Told, code: string, phrases: Phrases): Readonly<Record<string, string>> {
  const again = told.added === null ? [] : [phrases.again({ earlier: told.earlier ?? '', added: told.added })];
  return {
    service_code: code,
    description: [...again, told.task, phrases.from({ number: told.number, body: told.askedBy })].join('\n'),
    address_string: `${told.place}${told.spot}`,
    ...(told.point ? { lat: told.point[1].toFixed(DECIMALS), long: told.point[0].toFixed(DECIMALS) } : {}),
  };
}

/** Their code for a kind of matter; `otherwise` for what has none of its own. */
export const codeFor = (codes: Readonly<Record<string, string>>, category: string | null): string =>
  (category === null ? undefined : codes[category]) ?? codes['otherwise'] ?? '';
