import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/console/language.ts';
import { useTimes } from '../../../ui/console/times.ts';
import { useMe } from '../../access/console/index.ts';
import type { Registered } from './registration.ts';

/** The sheet of an office printer, and the roll of a receipt printer. */
const papers = { A5: 'receipt.printA5', '80mm': 'receipt.print80mm' } as const;
type Paper = keyof typeof papers;

type Props = {
  readonly registered: Registered;
  readonly another: () => void;
  readonly session?: string | undefined;
};

/** The slip (回执) for the resident: number and code large enough to copy by hand, who answers, and by when. */
export function ReceiptSlip({ registered: { receipt, what }, another, session }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { due } = useTimes();
  const { district } = useMe();
  const [paper, setPaper] = useState<Paper>('A5');
  const printOn = (size: Paper) => {
    flushSync(() => setPaper(size));
    print();
  };
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { number, code, firstContact, acceptBy, answerBy, matterId } = receipt;
  return (
    <>
      <article className="slip" data-paper={paper}>
        <p className="hint">{say(district)}</p>
        <h1 ref={head} tabIndex={-1}>
          {t('receipt.title')}
        </h1>
        <dl className="slip-codes">
          <dt>{t('matter.number')}</dt>
          <dd className="number">{number}</dd>
          <dt>{t('receipt.code')}</dt>
          <dd className="number">{code}</dd>
        </dl>
        <p className="slip-what">{what}</p>
        <dl className="facts">
          <dt>{t('receipt.answers')}</dt>
          <dd>
            {say(firstContact.name)}
            {firstContact.post && ` · ${say(firstContact.post)}`}
            <span className="hint">{say(firstContact.body)}</span>
            {firstContact.phonePublic}
          </dd>
          {acceptBy !== null && (
            <>
              <dt>{t('receipt.acceptBy')}</dt>
              <dd>{t('clock.before', { due: due(acceptBy) })}</dd>
            </>
          )}
          {answerBy !== null && (
            <>
              <dt>{t('receipt.answerBy')}</dt>
              <dd>{t('clock.before', { due: due(answerBy) })}</dd>
            </>
          )}
        </dl>
        <p>{t('receipt.follow', { site: location.host })}</p>
        <p className="slip-paper">{t('receipt.keep')}</p>
        <p className="hint unprinted">{t('receipt.codeOnce')}</p>
      </article>
      <div className="form-end unprinted">
        {(Object.keys(papers) as Paper[]).map((size) => (
          <Button key={size} type={size === 'A5' ? 'primary' : 'default'} onClick={() => printOn(size)}>
            {t(papers[size])}
          </Button>
        ))}
        {session !== undefined && (
          <Link to="/matters/$id" params={{ id: session }} search={{ step: 'raise', into: number }}>
            {t('receipt.toSession')}
          </Link>
        )}
        <Button onClick={another}>{t('receipt.another')}</Button>
        <Link to="/matters/$id" params={{ id: matterId }}>
          {t('receipt.open')}
        </Link>
      </div>
    </>
  );
}
