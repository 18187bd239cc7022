import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import type { ChargeRung } from '../contract/chain.ts';
import type { LinkView } from '../contract/views.ts';
import { call } from './bodies-api.ts';
import { HolderLine } from './chain-list.tsx';
import { Fronts } from './fronts.tsx';
import { NameForPlace } from './name-for-place.tsx';
import { MissingList } from './missing-list.tsx';
import { HolderSearch } from './holder-search.tsx';

type Props = { readonly code: string; readonly mayAdminister: boolean };

/** The chains of all grids of a community (责任链), who is missing, and its matrix of fronts. */
export function CommunityChains({ code, mayAdminister }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: ['chains', code],
    queryFn: () => call('GET /api/chains/:code', { params: { code } }),
  });
  if (isPending) return <Loading />;
  if (isError) return <PageNotLoaded error={error} retry={refetch} />;
  const wide = data.chains.filter(({ areaCode }) => areaCode.length < 15);
  const here = data.path.at(-1);
  return (
    <main id="main" className="reading">
      <p className="hint">
        {data.path
          .slice(0, -1)
          .map(({ name }) => say(name))
          .join(' › ')}
      </p>
      <h1>{t('chains.of', { place: here ? say(here.name) : code })}</h1>
      <p className="actions">
        <Link to="/manage/chains">{t('chains.back')}</Link>
        <a href={`/boards/${code}/sheet`} target="_blank" rel="noreferrer">
          {t('chains.board')}
        </a>
      </p>
      {data.grids.length === 0 && <p className="gap">{t('chains.noGrids')}</p>}
      <MissingList links={data.chains} areas={[...data.path, ...data.grids]} />
      <Rungs links={wide} mayAdminister={mayAdminister} />
      {data.grids.map((grid) => (
        <section key={grid.code} aria-labelledby={grid.code}>
          <h2 id={grid.code}>
            {say(grid.name)}{' '}
            <a className="hint" href={`/boards/${grid.code}/sheet`} target="_blank" rel="noreferrer">
              {t('chains.board')}
            </a>
          </h2>
          <Rungs links={data.chains.filter(({ areaCode }) => areaCode === grid.code)} mayAdminister={mayAdminister} />
          {mayAdminister && <NameForPlace grid={grid.code} gridName={say(grid.name)} places={grid.places} />}
        </section>
      ))}
      <Fronts code={code} fronts={data.fronts} mayAdminister={mayAdminister} />
    </main>
  );
}

function Rungs({ links, mayAdminister }: { links: readonly LinkView[]; mayAdminister: boolean }) {
  return (
    <div className="wide">
      <table className="rungs">
        <tbody>
          {links.map((link) => (
            <Rung key={`${link.rung} ${link.areaCode} ${link.place}`} link={link} mayAdminister={mayAdminister} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rung({ link, mayAdminister }: { link: LinkView; mayAdminister: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const commandId = useRef(crypto.randomUUID());
  const { rung, rungName, areaCode, place, holders, isHidden, isCharged, doors, homes } = link;
  const at = { rung: rung as ChargeRung, areaCode, place };
  const onSuccess = () => {
    setOpen(false);
    commandId.current = crypto.randomUUID();
    void client.invalidateQueries({ queryKey: ['chains'] });
    void client.invalidateQueries({ queryKey: ['doors'] });
  };
  const set = useMutation({
    mutationFn: (postId: string) =>
      call('POST /api/charges', { body: { ...at, postId, commandId: commandId.current } }),
    onSuccess,
  });
  const end = useMutation({ mutationFn: () => call('POST /api/charges/end', { body: at }), onSuccess });
  const name = place === '' ? say(rungName) : `${say(rungName)} · ${place}`;
  const act = t(open ? 'chains.close' : holders.length > 0 ? 'chains.change' : 'chains.name');
  const failure = set.error ?? end.error;
  return (
    <tr>
      <th scope="row">
        {name}
        {doors > 0 && (
          <span className="hint"> {t(homes > 0 ? 'chains.behind' : 'chains.doors', { doors, homes })}</span>
        )}
      </th>
      <td>
        {holders.map((holder) => (
          <HolderLine key={holder.postId} holder={holder} />
        ))}
        {isHidden && <span className="hint">{t('chains.hidden')}</span>}
        {holders.length === 0 && !isHidden && <em className="gap">{t('chains.nobody')}</em>}
        {open && <HolderSearch label={t('chains.choose', { rung: name })} busy={set.isPending} onChoose={set.mutate} />}
        <FailureLine failure={failure ? failureOf(failure) : undefined} />
      </td>
      <td className="rung-acts">
        {mayAdminister && isCharged && (
          <>
            <Button
              size="small"
              aria-expanded={open}
              aria-label={t('chains.actOn', { act, rung: name })}
              onClick={() => setOpen(!open)}
            >
              {act}
            </Button>
            {holders.length > 0 && (
              <Button
                size="small"
                type="text"
                loading={end.isPending}
                aria-label={t('chains.actOn', { act: t('chains.end'), rung: name })}
                onClick={() => end.mutate()}
              >
                {t('chains.end')}
              </Button>
            )}
          </>
        )}
        {!isCharged && <span className="hint">{t('chains.byPost')}</span>}
      </td>
    </tr>
  );
}
