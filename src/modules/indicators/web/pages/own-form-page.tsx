import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { Who } from '../../shared/condition.ts'
import { OwnFormula, type OwnIndicator, ProposeIndicator } from '../../shared/contract-own.ts'
import { breakdowns } from '../../shared/contract.ts'
import { IndicatorCode } from '../../shared/definition.ts'
import { factChoices } from '../../shared/fact-words.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsOwnMessages } from '../../shared/messages-own.ts'
import { FactList, type LineDrafts } from '../components/fact-editor.tsx'
import { Trial } from '../components/trial.tsx'
import { isFactName, newFact } from '../fact-drafts.ts'
import { ownQuery, proposeIndicator, tryFormula } from '../requests.ts'

const Search = z.object({ code: IndicatorCode.optional().catch(undefined) })

type Draft = {
  name: string
  basis: string
  kind: string
  who: string
  where: LineDrafts
  reached: LineDrafts
  breakdowns: string[]
  target: number | null
  validFrom: Day | undefined
  validTo: Day | undefined
}

const emptyDraft: Draft = {
  name: '',
  basis: '',
  kind: 'share',
  who: 'present',
  where: [[newFact('age')]],
  reached: [[newFact('service')]],
  breakdowns: ['sex', 'unit'],
  target: null,
  validFrom: undefined,
  validTo: undefined,
}

/** A kept formula as lines of the page. */
function linesOf(conditions: OwnIndicator['formula']['of']['where']): LineDrafts {
  return conditions.map((line) =>
    line.flatMap((fact) => (isFactName(fact.fact) ? [{ ...fact, fact: fact.fact }] : [])),
  )
}

function draftOf({ nameVi, basis, formula, target, ...own }: OwnIndicator): Draft {
  const reached = formula.kind === 'share' ? linesOf(formula.reached) : []
  const sets = { kind: formula.kind, who: formula.of.who, where: linesOf(formula.of.where), reached }
  const days = { validFrom: undefined, validTo: own.validTo ?? undefined }
  return { name: nameVi, basis, ...sets, breakdowns: own.breakdowns, target: target?.value ?? null, ...days }
}

function formulaOf({ kind, who, where, reached }: Draft) {
  const of = { who, where }
  return OwnFormula.safeParse(kind === 'share' ? { kind, of, reached } : { kind, of })
}

type FieldsProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

function About({ draft, onChange }: FieldsProps) {
  const t = useMessages(indicatorsOwnMessages)
  return (
    <>
      <TextInput
        label={t('indicators.own-name')}
        value={draft.name}
        required
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('indicators.own-basis')}
        value={draft.basis}
        required
        onChange={(event) => onChange({ basis: event.currentTarget.value })}
      />
    </>
  )
}

function Formula({ draft, onChange }: FieldsProps) {
  const t = useMessages(indicatorsOwnMessages)
  const { language } = useLanguage()
  const { who } = factChoices(language)
  const kinds = [
    { value: 'share', label: t('indicators.own-share') },
    { value: 'count', label: t('indicators.own-count') },
  ]
  return (
    <>
      <Select
        label={t('indicators.own-kind')}
        data={kinds}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => onChange({ kind: kind ?? 'share' })}
      />
      <Select
        label={t('indicators.own-who')}
        data={Who.options.map((value) => ({ value, label: who[value] }))}
        value={draft.who}
        allowDeselect={false}
        onChange={(next) => onChange({ who: next ?? 'present' })}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <FactList
          label={t('indicators.own-where')}
          lines={draft.where}
          onChange={(where) => onChange({ where })}
        />
        {draft.kind === 'share' ? (
          <FactList
            label={t('indicators.own-reached')}
            lines={draft.reached}
            onChange={(reached) => onChange({ reached })}
          />
        ) : null}
      </SimpleGrid>
    </>
  )
}

function Rest({ draft, onChange }: FieldsProps) {
  const t = useMessages(indicatorsOwnMessages)
  const all = useMessages(indicatorsMessages)
  const names = breakdowns.map((by) => ({
    value: by,
    label: by === 'unit' ? all('indicators.unit') : all(`indicators.by-${by}`),
  }))
  return (
    <>
      <MultiSelect
        label={t('indicators.own-breakdowns')}
        data={names}
        value={draft.breakdowns}
        onChange={(next) => onChange({ breakdowns: next })}
      />
      {draft.kind === 'share' ? (
        <NumberInput
          label={t('indicators.own-target')}
          value={draft.target ?? ''}
          min={0}
          max={100}
          decimalSeparator=","
          onChange={(next) => onChange({ target: typeof next === 'number' ? next : null })}
        />
      ) : null}
      <Group align="start">
        <DayField
          label={t('indicators.own-from')}
          value={draft.validFrom}
          required
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DayField
          label={t('indicators.own-to')}
          value={draft.validTo}
          onChange={(validTo) => onChange({ validTo })}
        />
      </Group>
    </>
  )
}

/** What would be sent: undefined while something is missing. */
function proposalOf(
  draft: Draft,
  sent: { id: string; areaId: string; code: string | undefined; year: number },
) {
  const { id, areaId, code, year } = sent
  const target = draft.target === null ? null : { year, comparator: 'ge', value: draft.target }
  return ProposeIndicator.safeParse({
    ...{ id, areaId, nameVi: draft.name, nameEn: null, basis: draft.basis },
    ...(code === undefined ? {} : { code }),
    ...{ formula: formulaOf(draft).data, breakdowns: draft.breakdowns, target, validFrom: draft.validFrom },
    validTo: draft.validTo ?? null,
  }).data
}

type SendingProps = { formula: OwnFormula | undefined; proposal: ProposeIndicator | undefined }

/** Trying it, and sending it to be approved. */
function Sending({ formula, proposal }: SendingProps) {
  const t = useMessages(indicatorsOwnMessages)
  const maySee = useMay()('children.read')
  const go = useGo()
  const queries = useQueryClient()
  const trying = useMutation({ mutationFn: tryFormula })
  const sending = useMutation({
    mutationFn: proposeIndicator,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['indicators'] })
      go('/indicators/own')
    },
  })
  return (
    <>
      {formula ? null : <Text c="dimmed">{t('indicators.own-incomplete')}</Text>}
      <ProblemNote problem={trying.error ?? sending.error} />
      <Group>
        {maySee ? (
          <Button
            variant="default"
            disabled={!formula}
            loading={trying.isPending}
            onClick={() => (formula ? trying.mutate({ formula }) : undefined)}
          >
            {t('indicators.own-try')}
          </Button>
        ) : null}
        <Button
          disabled={!proposal}
          loading={sending.isPending}
          onClick={() => (proposal ? sending.mutate(proposal) : undefined)}
        >
          {t('indicators.own-send')}
        </Button>
      </Group>
      {trying.data ? <Trial trial={trying.data} /> : <Text c="dimmed">{t('indicators.own-try-first')}</Text>}
    </>
  )
}

function Form({ before }: { before: OwnIndicator | undefined }) {
  const { area } = useActor()
  const [id] = useState(newId)
  const today = todayHere()
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(before ? draftOf(before) : emptyDraft),
    validFrom: today,
  }))
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }))
  const sent = { id, areaId: before?.areaId ?? area.id, code: before?.code, year: Number(today.slice(0, 4)) }
  return (
    <Stack gap="md">
      <About draft={draft} onChange={change} />
      <Formula draft={draft} onChange={change} />
      <Rest draft={draft} onChange={change} />
      <Sending formula={formulaOf(draft).data} proposal={proposalOf(draft, sent)} />
    </Stack>
  )
}

/** A new indicator, or a new version of one: what is counted, of whom, tried on children before it is sent. */
export function Page() {
  const t = useMessages(indicatorsOwnMessages)
  const { code } = usePageSearch(Search)
  const { data, error } = useQuery({ ...ownQuery, enabled: code !== undefined })
  const isReady = code === undefined || data !== undefined
  return (
    <Stack gap="md">
      <PageHead
        title={t('indicators.own-new')}
        lead={<Text>{t('indicators.own-lead')}</Text>}
        back={{ to: '/indicators/own', label: t('indicators.own') }}
      />
      <ProblemNote problem={error} />
      {isReady ? (
        <Form key={code ?? 'new'} before={data?.find((one) => one.code === code)} />
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}
