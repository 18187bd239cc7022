import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import type { ChannelName } from '../contract/views.ts';

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
  /** In which language they read it; Chinese when nobody says so. */
  readonly languageOf?: (work: Work, matterId: string) => Promise<Language>;
};

const reaches = new Map<string, Reach>();

/** Lets the module of a procedure say how its people are reached; one for each procedure. */
export function reachReportersBy(procedureId: string, reach: Reach): void {
  reaches.set(procedureId, reach);
}

export const reachOf = (procedureId: string): Reach | undefined => reaches.get(procedureId);
