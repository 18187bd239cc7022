import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Out } from '../../../platform/http/contract.ts';
import { failureOf } from '../../../ui/console/failure.ts';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import { FailureLine } from '../../../ui/console/states.tsx';
import { maskKinds, objectionDecisions, type MaskKind, type ObjectionDecision } from '../contract/mask-kinds.ts';
import type { requestsRoutes } from '../contract/routes.ts';
import { call } from './api.ts';

type Request = Out<(typeof requestsRoutes)['GET /api/requests/:id']['reply']>;
type Props = { readonly matterId: string; readonly request: Request };

const REASON_MIN = 2;

/** What the public reads or will read (公开稿), before it is published too; who answers for it may mask more. */
export function PublicForm({ matterId, request }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { public: shown, wantsPublic, publicity } = request;
  const { preview, masks, objection } = publicity;
  return (
    <section aria-labelledby="public">
      <h2 id="public">{t('request.public')}</h2>
      {!wantsPublic && <p className="hint">{t('request.notPublic')}</p>}
      {wantsPublic && !shown && (
        <p className="hint">
          {t(
            objection?.decision === null
              ? 'publicity.taken'
              : objection?.decision === 'keptOff'
                ? 'publicity.keptOff'
                : 'request.notYetPublic',
          )}
        </p>
      )}
      <Objection matterId={matterId} request={request} />
      {preview && objection?.decision !== 'keptOff' && (
        <div className="public-form">
          <p>
            <strong>{preview.title}</strong>
          </p>
          <p>{preview.body}</p>
          {shown && <p className="hint">{say(shown.plain)}</p>}
          {preview.answer !== '' && <p>{t('request.answer', { answer: preview.answer })}</p>}
          <p className="hint">{t(shown ? 'request.masked' : 'publicity.willBe')}</p>
        </div>
      )}
      {masks.length > 0 && (
        <ul className="hint" aria-label={t('publicity.masks')}>
          {masks.map(({ words, kind }) => (
            <li key={words}>{t('publicity.mask', { words, kind: t(`publicity.kinds.${kind}`) })}</li>
          ))}
        </ul>
      )}
      {preview && publicity.mask === null && <MaskMore matterId={matterId} draft="" />}
      {preview && publicity.mask && <p className="hint">{say(publicity.mask.message)}</p>}
    </section>
  );
}

const useChanged = (change: (commandId: string) => Promise<unknown>, then: () => void) => {
  const client = useQueryClient();
  const commandId = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: () => change(commandId.current),
    onSuccess: () => {
      commandId.current = crypto.randomUUID();
      then();
      void client.invalidateQueries({ queryKey: ['matters'] });
    },
  });
};

/** Masks a few more words for good (多遮几个字): what they tell of somebody has to be said. */
export function MaskMore({ matterId, draft }: { readonly matterId: string; readonly draft: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<MaskKind>('name');
  const { mutate, isPending, error } = useChanged(
    (commandId) =>
      call('POST /api/requests/:id/masks', { params: { id: matterId }, body: { commandId, words, kind, draft } }),
    () => {
      setWords('');
      setOpen(false);
    },
  );
  if (!isOpen)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('publicity.more')}
      </Button>
    );
  return (
    <div className="reveal">
      <Field label={t('publicity.words')} hint={t('publicity.wordsHint')}>
        {(control) => (
          <Input
            {...control}
            maxLength={30}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            onPressEnter={(event) => {
              event.preventDefault(); // it stands beside the form of a step, which Enter must not send
              if (words.trim() !== '' && !isPending) mutate();
            }}
          />
        )}
      </Field>
      <Field label={t('publicity.what')}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={setKind}
            options={maskKinds.map((value) => ({ value, label: t(`publicity.kinds.${value}`) }))}
          />
        )}
      </Field>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <div className="form-end">
        <Button type="primary" loading={isPending} disabled={words.trim() === ''} onClick={() => mutate()}>
          {t('publicity.hide')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('step.close')}</Button>
      </div>
    </div>
  );
}

/** An objection that waits (公开异议): the head of the handling body decides it with a reason. */
function Objection({ matterId, request }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { objection, decide } = request.publicity;
  const [decision, setDecision] = useState<ObjectionDecision>('keptOff');
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useChanged(
    (commandId) =>
      call('POST /api/requests/:id/objection', {
        params: { id: matterId },
        body: { commandId, decision, reason: reason.trim() },
      }),
    () => setReason(''),
  );
  if (objection?.decision !== null) return null;
  if (decide) return <p className="note">{say(decide.message)}</p>;
  return (
    <div className="reveal">
      <Field label={t('publicity.decide')} group>
        {() => (
          <Radio.Group
            vertical
            value={decision}
            options={objectionDecisions.map((value) => ({ value, label: t(`publicity.decisions.${value}`) }))}
            onChange={({ target }) => setDecision(target.value as ObjectionDecision)}
          />
        )}
      </Field>
      <Field label={t('publicity.reason')} hint={t('publicity.reasonHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <FailureLine failure={error ? failureOf(error) : undefined} />
      <Button
        type="primary"
        loading={isPending}
        disabled={[...reason.trim()].length < REASON_MIN}
        onClick={() => mutate()}
      >
        {t('publicity.decideSend')}
      </Button>
    </div>
  );
}
