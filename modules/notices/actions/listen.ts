import { listenToRecorded } from '../../matters/index.ts';
import { tell } from './tell.ts';

/** Tells those concerned of every recorded step, miss and reminder, in the same transaction. */
export function listenForNotices(): void {
  listenToRecorded('notices', tell);
}
