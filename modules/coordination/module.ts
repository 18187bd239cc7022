import { adviserQuestion } from './procedures/adviser-question.ts';
import { backlogCase } from './procedures/backlog-case.ts';
import { districtTask } from './procedures/district-task.ts';
import { districtTaskPart } from './procedures/district-task-part.ts';
import { dispatchDecision } from './procedures/dispatch-decision.ts';
import { escalation } from './procedures/escalation.ts';
import { complaintCheck } from './procedures/complaint-check.ts';
import { groupDemand } from './procedures/group-demand.ts';
import { groupPetitionV1 } from './procedures/group-petition-v1.ts';
import { groupPetition } from './procedures/group-petition.ts';
import { leaderInstruction } from './procedures/leader-instruction.ts';
import { leaderInstruction2 } from './procedures/leader-instruction-2.ts';
import { listeningSession } from './procedures/listening-session.ts';
import { meetingDecision } from './procedures/meeting-decision.ts';
import { onlineConcern } from './procedures/online-concern.ts';
import { onlineConcern2 } from './procedures/online-concern-2.ts';
import { priorityProblem } from './procedures/priority-problem.ts';
import { receptionVisit } from './procedures/reception-visit.ts';
import { rootCause } from './procedures/root-cause.ts';
import { screeningRound } from './procedures/screening-round.ts';
import { sessionSuggestion } from './procedures/session-suggestion.ts';
import { supervisionOrder } from './procedures/supervision-order.ts';
import { urgentSignal } from './procedures/urgent-signal.ts';
import { urging } from './procedures/urging.ts';
import { whistle } from './procedures/whistle.ts';
import { whistlePart } from './procedures/whistle-part.ts';

/** Coordination between bodies (统筹协调): what one asks of another, joint meetings, repeats and their roots. */
export const coordination = {
  name: 'coordination',
  dependsOn: ['territory', 'bodies', 'access', 'matters', 'requests'],
  tables: [
    'coordination.meetings',
    'coordination.agenda_items',
    'coordination.attendance',
    'coordination.thresholds',
    'coordination.occurrences',
    'coordination.alike',
    'coordination.alike_since',
    'coordination.alike_changes',
    'coordination.advice',
    'coordination.reception_days',
    'coordination.bookings',
  ],
  permissions: [],
  procedures: [
    leaderInstruction,
    leaderInstruction2,
    supervisionOrder,
    whistle,
    whistlePart,
    meetingDecision,
    escalation,
    adviserQuestion,
    rootCause,
    urging,
    backlogCase,
    receptionVisit,
    groupPetitionV1,
    groupPetition,
    groupDemand,
    complaintCheck,
    screeningRound,
    priorityProblem,
    onlineConcern,
    onlineConcern2,
    districtTask,
    districtTaskPart,
    urgentSignal,
    listeningSession,
    sessionSuggestion,
    dispatchDecision,
  ],
} as const;
