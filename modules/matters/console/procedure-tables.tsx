import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Out } from '../../../platform/http/contract.ts';
import type { Said } from '../../../ui/console/failure.ts';
import { ColumnHeads } from '../../../ui/console/column-heads.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import type { mattersRoutes } from '../contract/routes.ts';
import { useSetHere } from './use-set-here.ts';

export type Procedure = Out<(typeof mattersRoutes)['GET /api/procedures/:id']['reply']>;

/** States, steps and clocks of a procedure, row by row. */
export function ProcedureTables({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const saySet = useSetHere();
  const { say } = useLanguage();
  const list = (names: readonly Said[]) => names.map(say).join(t('comma'));
  return (
    <>
      <Rows
        title={t('procedure.states')}
        heads={['procedure.state', 'procedure.plain', 'procedure.kind', 'procedure.owner']}
        rows={procedure.states.map(({ state, name, plain, kind, owner }) => [
          state,
          say(name),
          say(plain),
          t(`kind.${kind}`),
          owner && say(owner),
        ])}
      />
      <Rows
        title={t('procedure.steps')}
        heads={[
          'procedure.step',
          'procedure.by',
          'procedure.from',
          'procedure.to',
          'procedure.asks',
          'procedure.tells',
        ]}
        rows={procedure.steps.map(({ step, name, by, from, to, fields, tells }) => [
          step,
          say(name),
          list(by),
          list(from),
          to.length === 0
            ? t('procedure.sameState')
            : to
                .map(({ name: state, when }) =>
                  when ? t('procedure.branch', { to: say(state), when: say(when) }) : say(state),
                )
                .join(t('semicolon')),
          list(fields.map(({ label }) => label)),
          list(tells),
        ])}
      />
      <Rows
        title={t('procedure.clocks')}
        heads={[
          'procedure.clock',
          'procedure.limit',
          'procedure.metBy',
          'procedure.remindsWhenNear',
          'procedure.tellsWhenMissed',
          'procedure.basis',
        ]}
        rows={procedure.clocks.map(
          ({ clock, name, limit, metBy, reminds, tells, turnsInto, setHere, basis, since }) => [
            clock,
            say(name),
            setHere ? saySet(setHere) : say(limit),
            list(metBy),
            list(reminds),
            turnsInto ? t('procedure.turnsInto', { who: list(tells), into: say(turnsInto) }) : list(tells),
            t('procedure.basisSince', { basis: say(basis), since: date(since) }),
          ],
        )}
      />
    </>
  );
}

/** Each row begins with its key, which is not shown. */
type Row = readonly [key: string, first: ReactNode, ...cells: ReactNode[]];

function Rows({ title, heads, rows }: { title: string; heads: readonly string[]; rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{title}</h2>
      <div className="wide" tabIndex={0} role="group" aria-label={title}>
        <table>
          <ColumnHeads heads={heads.map((head) => t(head))} />
          <tbody>
            {rows.map(([key, first, ...cells]) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
