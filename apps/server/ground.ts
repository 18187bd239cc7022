import type { Kysely } from 'kysely';
import type { SendPhoneCode } from '../../modules/accounts/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Channels } from '../../platform/notify/channels.ts';
import type { FileStore } from '../../platform/files/folder.ts';

/** What the server stands on once everything is up. */
export type Ground = {
  readonly config: Config;
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly notify: Channels;
  readonly districtId: number;
  readonly clock: () => Date;
  /** Sends the codes by which residents sign in; absent: none can be sent. */
  readonly sendPhoneCode?: SendPhoneCode;
};
