import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/console/field.tsx';
import { useLanguage } from '../../../ui/console/language.ts';
import type { AreaChangeOrder } from '../contract/area-change.ts';
import type { AreaPage } from '../contract/routes.ts';
import { call, cache } from './api.ts';

export type Answers = {
  readonly on: string;
  readonly source: string;
  readonly into: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly grids: readonly string[];
  /** What is founded in a district: a sub-district, or a community that the district runs itself. */
  readonly runByDistrict: boolean;
};

/** The order that the answers make; undefined while something is missing. */
export function orderOf(
  kind: AreaChangeOrder['kind'],
  given: Answers & { readonly id: string; readonly code: string },
): AreaChangeOrder | undefined {
  const { id, code, on, into } = given;
  const [source = '', nameZh = '', nameEn = ''] = [given.source, given.nameZh, given.nameEn].map((one) => one.trim());
  if (on === '' || source.length < 2) return undefined;
  if (kind === 'merge') return into === '' ? undefined : { kind, id, code, on, source, into };
  if (kind === 'end') return { kind, id, code, on, source };
  if (nameZh === '' || nameEn === '') return undefined;
  if (kind === 'found') return { kind, id, code, on, source, nameZh, nameEn, runByDistrict: given.runByDistrict };
  if (kind === 'rename') return { kind, id, code, on, source, nameZh, nameEn };
  return { kind, id, code, on, source, parts: [{ nameZh, nameEn, grids: [...given.grids] }] };
}

type Props = {
  readonly area: AreaPage;
  readonly kind: AreaChangeOrder['kind'];
  readonly answers: Answers;
  readonly change: (more: Partial<Answers>) => void;
  readonly missing: (value: string) => string | undefined;
};

const namesAsked = { split: 'part', rename: 'new', found: 'founded' } as const;

/** What each kind of change asks beside its day and its paper. */
export function ChangeFields({ area, kind, answers, change, missing }: Props) {
  const { t } = useTranslation();
  if (kind === 'merge')
    return <Successor area={area} answers={answers} change={change} fault={missing(answers.into)} />;
  if (kind === 'end') return null;
  return (
    <>
      {kind === 'found' && area.kind === 'district' && <WhatIsFounded answers={answers} change={change} />}
      {(['nameZh', 'nameEn'] as const).map((name) => (
        <Field key={name} label={t(`areas.${namesAsked[kind]}.${name}`)} fault={missing(answers[name])}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={answers[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      {kind === 'split' && <Grids area={area} answers={answers} change={change} />}
    </>
  );
}

type Part = Pick<Props, 'area' | 'answers' | 'change'>;

function WhatIsFounded({ answers, change }: Omit<Part, 'area'>) {
  const { t } = useTranslation();
  return (
    <Field label={t('areas.what')} group>
      {() => (
        <Radio.Group
          value={answers.runByDistrict}
          options={[
            { value: false, label: t('areas.kinds.subdistrict') },
            { value: true, label: t('areas.runByDistrict') },
          ]}
          onChange={({ target }) => change({ runByDistrict: target.value === true })}
        />
      )}
    </Field>
  );
}

function Successor({ area, answers, change, fault }: Part & { fault: string | undefined }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const parent = area.path.at(-2)?.code ?? '';
  const { data } = useQuery({
    queryKey: [...cache.below(parent), 'all'],
    queryFn: () => call('GET /api/areas', { query: { parent, limit: 100 } }),
  });
  const others = (data?.rows ?? []).filter(({ code, kind }) => code !== area.code && kind === 'community');
  return (
    <Field label={t('areas.into')} hint={t('areas.intoAbout')} fault={fault}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={answers.into || null}
          onChange={(into: string | null) => change({ into: into ?? '' })}
          options={others.map(({ code, name }) => ({ value: code, label: `${say(name)} ${code}` }))}
        />
      )}
    </Field>
  );
}

function Grids({ area, answers, change }: Part) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: [...cache.below(area.code), 'all'],
    queryFn: () => call('GET /api/areas', { query: { parent: area.code, limit: 100 } }),
  });
  const rows = data?.rows ?? [];
  return (
    <Field label={t('areas.grids')} hint={t(rows.length > 0 ? 'areas.gridsAbout' : 'areas.noGrids')} group>
      {() => (
        <Checkbox.Group
          value={[...answers.grids]}
          onChange={(grids: string[]) => change({ grids })}
          options={rows.map(({ code, name }) => ({ value: code, label: `${say(name)} ${code.slice(-3)}` }))}
        />
      )}
    </Field>
  );
}
