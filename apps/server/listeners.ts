import { listenForAreas } from '../../modules/bodies/index.ts';
import { listenForAdvice, listenForOccurrences } from '../../modules/coordination/index.ts';
import { listenForTallies } from '../../modules/insight/index.ts';
import { listenForNotices } from '../../modules/notices/index.ts';
import { listenForFigures, listenForPublicAnswers, reachSubscribers } from '../../modules/openness/index.ts';
import { listenForTasks } from '../../modules/partners/index.ts';
import { listenForRequests, reachRequestReporters } from '../../modules/requests/index.ts';

/** Lets every module hear of what the others record (监听), for servers and for tests of a whole one alike; once more changes nothing. */
export function startListening(): void {
  listenForRequests();
  listenForAreas();
  listenForNotices();
  reachRequestReporters();
  reachSubscribers();
  listenForFigures();
  listenForPublicAnswers();
  listenForTallies();
  listenForAdvice();
  listenForOccurrences();
  listenForTasks();
}
