import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, Loading, PageNotLoaded } from '../../../ui/console/states.tsx';
import { linkKinds, type LinkKind } from '../contract/body.ts';
import { call } from './bodies-api.ts';
import { BodySearch } from './body-search.tsx';

type Props = { readonly bodyId: string; readonly mayAdminister: boolean };

/** A body (机构页): where it stands, who holds its posts, and whom it leads, guides, supervises, assists, in sentences. */
export function BodyPage({ bodyId, mayAdminister }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const key = ['bodies', 'page', bodyId];
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => call('GET /api/bodies/:id', { params: { id: bodyId } }),
  });
  const unlink = useMutation({
    mutationFn: (link: { fromBodyId: string; toBodyId: string; kind: LinkKind }) =>
      call('POST /api/body-links/remove', { body: link }),
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
  if (isPending) return <Loading />;
  if (isError) return <PageNotLoaded error={error} retry={refetch} />;
  return (
    <main id="main" className="reading">
      <p className="hint">{data.path.map(({ name }) => say(name)).join(' › ')}</p>
      <h1>{say(data.name)}</h1>
      <p>
        {say(data.kind)}
        {data.phone !== null && ` · ${data.phone}`}
      </p>
      <section aria-labelledby="links">
        <h2 id="links">{t('body.links')}</h2>
        {data.links.length === 0 && <p className="hint">{t('body.noLinks')}</p>}
        <ul className="plain two-columns">
          {data.links.map(({ fromBodyId, toBodyId, kind, sentence, otherBodyId }) => (
            <li key={`${fromBodyId} ${kind} ${toBodyId}`}>
              <Link to="/manage/bodies/$id" params={{ id: otherBodyId }}>
                {say(sentence)}
              </Link>
              {mayAdminister && (
                <Button
                  type="text"
                  size="small"
                  aria-label={t('body.unlinkThis', { sentence: say(sentence) })}
                  onClick={() => unlink.mutate({ fromBodyId, toBodyId, kind: kind as LinkKind })}
                >
                  {t('body.unlink')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <FailureLine failure={unlink.error ? failureOf(unlink.error) : undefined} />
        {mayAdminister && <NewLink bodyId={bodyId} done={() => client.invalidateQueries({ queryKey: key })} />}
      </section>
      <section aria-labelledby="posts">
        <h2 id="posts">{t('body.posts')}</h2>
        <div className="wide">
          <table>
            <tbody>
              {data.posts.map(({ postId, post, person, duty, phone }) => (
                <tr key={postId}>
                  <th scope="row">{say(post)}</th>
                  <td>{person ? say(person) : <em>{t('chains.vacant')}</em>}</td>
                  <td>{duty}</td>
                  <td className="number">{phone}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </main>
  );
}

/** This body leads, guides, supervises or assists another; the rule says which are possible and why not. */
function NewLink({ bodyId, done }: { bodyId: string; done: () => unknown }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<LinkKind>('guides');
  const [other, setOther] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (toBodyId: string) => call('POST /api/body-links', { body: { fromBodyId: bodyId, kind, toBodyId } }),
    onSuccess: () => {
      setOther(null);
      void done();
    },
  });
  return (
    <div className="link-form" role="group" aria-label={t('body.newLink')}>
      <span>{t('body.thisBody')}</span>
      <Select<LinkKind>
        aria-label={t('body.linkKind')}
        value={kind}
        options={linkKinds.map((value) => ({ value, label: t(`linkKind.${value}`) }))}
        onChange={setKind}
      />
      <BodySearch label={t('body.otherBody')} value={other} onChange={setOther} />
      <Button loading={isPending} disabled={other === null} onClick={() => other !== null && mutate(other)}>
        {t('body.link')}
      </Button>
      <FailureLine failure={error ? failureOf(error) : undefined} />
    </div>
  );
}
