import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../ui/console/failure.ts';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import type { DemoAccount, SignedIn } from '../contract/session-routes.ts';
import { call } from './api.ts';

/** The ready sign-ins of the demo district, each with who it is. */
export function DemoPeople({ enter }: { enter: (who: SignedIn) => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const people = useQuery({ queryKey: ['demo'], queryFn: () => call('GET /api/demo/accounts') });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ accountId, postId }: DemoAccount) => {
      const who = await call('POST /api/demo/session', { body: { accountId } });
      return who.me?.post?.id === postId ? who : call('POST /api/session/post', { body: { postId } });
    },
    onSuccess: (who) => enter(who),
  });
  if (people.isPending) return <Loading />;
  if (people.isError) return <LoadFailed error={people.error} retry={people.refetch} />;
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people">{t('signIn.demo')}</h2>
      <p className="hint">{t('signIn.demoAbout')}</p>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <ul className="demo-people">
        {people.data.accounts.map((person) => (
          <li key={`${person.accountId} ${person.postId}`}>
            <button type="button" disabled={isPending} onClick={() => mutate(person)}>
              <strong>{say(person.name)}</strong>
              <span>
                {say(person.body)} · {say(person.post)}
              </span>
              <span className="hint">{say(person.about)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
