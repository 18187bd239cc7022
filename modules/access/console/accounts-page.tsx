import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { Empty, LoadFailed, Loading } from '../../../ui/console/states.tsx';
import { AccountPanel } from './account-panel.tsx';
import { accountsKey, call } from './api.ts';
import { FactorRequirementForm } from './factor-requirement-form.tsx';
import { NewAccountForm } from './new-account-form.tsx';

/** Accounts of the district (账号管理): find one, create one, close, reset; who must have a second factor. */
export function AccountsPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState({ words: '', after: '' });
  const [chosen, setChosen] = useState<string>();
  const list = useQuery({
    queryKey: [...accountsKey, asked],
    queryFn: () => call('GET /api/accounts', { query: asked }),
  });
  return (
    <main id="main" className="reading account-page">
      <h1>{t('accountAdmin.title')}</h1>
      <details>
        <summary>{t('accountAdmin.new')}</summary>
        <NewAccountForm />
      </details>
      <details>
        <summary>{t('accountAdmin.requirement.title')}</summary>
        <FactorRequirementForm />
      </details>
      <form
        className="find-account"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ words: words.trim(), after: '' });
        }}
      >
        <Input
          aria-label={t('accountAdmin.find')}
          placeholder={t('accountAdmin.find')}
          value={words}
          maxLength={100}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button htmlType="submit">{t('queue.searchGo')}</Button>
      </form>
      {list.isPending && <Loading />}
      {list.isError && <LoadFailed error={list.error} retry={list.refetch} />}
      {list.data?.accounts.length === 0 && <Empty title={t('accountAdmin.nobody')} />}
      <ul className="account-list">
        {list.data?.accounts.map(({ accountId, login, name, state, factorSince }) => (
          <li key={accountId}>
            <button
              type="button"
              aria-expanded={chosen === accountId}
              onClick={() => setChosen(chosen === accountId ? undefined : accountId)}
            >
              <strong>{say(name)}</strong> <span>{login}</span>
              <span className="hint">
                {t(`accountAdmin.states.${state}`)} ·{' '}
                {t(factorSince ? 'accountAdmin.hasFactor' : 'accountAdmin.noFactor')}
              </span>
            </button>
            {chosen === accountId && <AccountPanel accountId={accountId} />}
          </li>
        ))}
      </ul>
      {list.data?.next && (
        <Button onClick={() => setAsked({ ...asked, after: list.data.next ?? '' })}>{t('accountAdmin.more')}</Button>
      )}
      {asked.after !== '' && (
        <Button type="text" onClick={() => setAsked({ ...asked, after: '' })}>
          {t('accountAdmin.first')}
        </Button>
      )}
    </main>
  );
}
