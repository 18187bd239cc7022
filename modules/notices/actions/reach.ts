import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import type { ChannelName } from '../contract/views.ts';

/** A message as it is sent: what to say, and headers for mail. */
export type Composed = {
  readonly subject: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};
export type ComposeAsked = { readonly matterId: string; readonly cause: string };

/** How the person of a matter is reached (联系方式), by the module that knows them. */
export type Reach = {
  /** The way they chose; undefined when they want no messages. */
  readonly wants: (work: Work, matterId: string) => Promise<ChannelName | undefined>;
  /** Where to; undefined when it is not known or could not be read. */
  readonly addressOf: (
    work: Work,
    matterId: string,
    channel: ChannelName,
    keys: DistrictKeys,
  ) => Promise<string | undefined>;
  /** What is said, where it is more than that there is news; undefined when there is nothing left to say. */
  readonly compose?: (
    work: Work,
    asked: ComposeAsked,
    by: { readonly keys: DistrictKeys; readonly siteUrl: string },
  ) => Promise<Composed | undefined>;
  /** In which language they read it; Chinese when nobody says so. */
  readonly languageOf?: (work: Work, matterId: string) => Promise<Language>;
};

const reaches = new Map<string, Reach>();

/** Lets the module of a procedure say how its people are reached; one for each procedure. */
export function reachReportersBy(procedureId: string, reach: Reach): void {
  reaches.set(procedureId, reach);
}

export const reachOf = (procedureId: string): Reach | undefined => reaches.get(procedureId);
