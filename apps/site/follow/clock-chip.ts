import { html, type Html } from '../../../ui/html.ts';
import type { ClockView } from '../deps.ts';
import { saySetHere } from '../set-here.ts';
import type { Visit } from '../visit.ts';

type Standing = Exclude<ClockView['standing'], 'dropped'>;

/** A shape beside each word, so that no colour has to be told apart. */
const shapes: Readonly<Record<Standing, string>> = {
  inTime: '●',
  near: '◐',
  missed: '◆',
  paused: '‖',
  met: '✓',
  metLate: '✓',
};

/** What is left or gone by, and the instant, in one line. */
function lineOf({ say, due, instant }: Visit, clock: ClockView, standing: Standing): string {
  const { left, dueAt, endedAt } = clock;
  if (endedAt !== null) return say('clock.ended', { at: instant(endedAt) });
  if (dueAt === null) return '';
  const isPast = standing === 'missed';
  const amount = left ? `${say(`clock.${isPast ? 'past' : 'left'}.${left.unit}`, { count: left.amount })} · ` : '';
  return amount + say(isPast ? 'clock.dueWas' : 'clock.due', { due: due(dueAt) });
}

function drawDetails(visit: Visit, clock: ClockView): Html {
  const { say, name, instant } = visit;
  const limit = say(`clock.limit.${clock.limit.unit}`, { count: clock.limit.amount });
  const basis = { basis: name(clock.basis), since: clock.since };
  return html`<ul>
    <li>${say('clock.counted', { limit, from: instant(clock.startedAt) })}</li>
    ${clock.pauses.map(
      ({ from, to }) =>
        html`<li>
          ${to === null ? say('clock.pauseOpen', { from: instant(from) }) : say('clock.pause', { from: instant(from), to: instant(to) })}
        </li>`,
    )}
    ${clock.tellsWhenMissed.length > 0 && html`<li>${say('clock.tells', { names: clock.tellsWhenMissed.map(name).join(say('procedure.listGlue')) })}</li>`}
    ${clock.turnsInto && html`<li>${say('clock.turnsInto', { into: name(clock.turnsInto) })}</li>`}
    <li>${say(clock.basisKind === 'law' ? 'clock.law' : 'clock.local', basis)}</li>
    ${clock.setHere && html`<li>${saySetHere(visit, clock.setHere)}</li>`}
    ${clock.provisional && html`<li>${say('clock.provisional')}</li>`}
  </ul>`;
}

/** One clock (时钟): word, shape and colour, what is left; opened, how it is counted and by which rule. */
export function drawClock(visit: Visit, clock: ClockView): Html | false {
  const { standing } = clock;
  return (
    standing !== 'dropped' &&
    html`<li>
      <details class="clock ${standing}">
        <summary>
          <span class="shape" aria-hidden="true">${shapes[standing]}</span>
          <b>${visit.say('clock.named', { name: visit.name(clock.name), standing: visit.say(`clock.${standing}`) })}</b>
          <span>${lineOf(visit, clock, standing)}</span> <u>${visit.say('clock.how')}</u>
        </summary>
        ${drawDetails(visit, clock)}
      </details>
    </li>`
  );
}

export const isRunning = (clock: ClockView): boolean => clock.endedAt === null && clock.standing !== 'dropped';
