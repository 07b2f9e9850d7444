import { Button, Group, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Day, formatDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { isOn } from '#base/span.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import type { FormDraft } from '#ui/form-values.ts'
import { todayHere } from '#ui/today-here.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { AddFeature, type Feature, FeatureKind } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { isOfProject } from '../../shared/rules.ts'
import { addFeature, endFeature, removeFeature } from '../requests.ts'

/** The features of a unit with their days, those of the units above included; nothing is lost when one ends. */
export function Features({ areaId, features }: { areaId: string; features: readonly Feature[] }) {
  const t = useMessages(facilitiesMessages)
  const may = useMay()
  const queries = useQueryClient()
  const [opened, setOpened] = useState<Feature | 'new' | undefined>(undefined)
  const after = () => void queries.invalidateQueries({ queryKey: ['facilities'] })
  const remove = useMutation({
    mutationFn: (feature: Feature) => removeFeature(feature.id),
    onSuccess: after,
  })
  const ends = {
    onClose: () => setOpened(undefined),
    onDone: () => {
      setOpened(undefined)
      after()
    },
  }
  const mayChange = may('facilities.manage')
  const columns = useColumns(mayChange ? { onEnd: setOpened, onRemove: remove.mutate } : undefined)
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('facilities.features')}</Title>
        {mayChange ? (
          <Button
            variant="default"
            className="no-print"
            onClick={() => setOpened('new')}
            leftSection={<IconPlus size={20} aria-hidden />}
          >
            {t('facilities.feature-add')}
          </Button>
        ) : null}
      </Group>
      <ProblemNote problem={remove.error} />
      <DataList
        label={t('facilities.features')}
        rows={features}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('facilities.features-none')} why={t('facilities.features-none-why')} />}
      />
      {opened === 'new' ? <FeatureForm areaId={areaId} {...ends} /> : null}
      {opened && opened !== 'new' ? <EndForm feature={opened} {...ends} /> : null}
    </section>
  )
}

type Actions = { onEnd: (feature: Feature) => void; onRemove: (feature: Feature) => void }

function useColumns(actions: Actions | undefined): DataListColumn<Feature>[] {
  const t = useMessages(facilitiesMessages)
  return [
    {
      key: 'kind',
      heading: t('facilities.feature'),
      kind: 'title',
      cell: (feature) => <Name feature={feature} />,
    },
    { key: 'time', heading: t('facilities.time'), cell: (feature) => <Time feature={feature} /> },
    { key: 'basis', heading: t('facilities.basis'), cell: ({ basis }) => basis ?? '–' },
    {
      key: 'of',
      heading: t('facilities.feature-of'),
      cell: ({ own, areaName }) => (own ? t('facilities.feature-own') : areaName),
    },
    {
      key: 'actions',
      heading: '',
      kind: 'actions',
      cell: (feature) => (actions && feature.own ? <FeatureActions feature={feature} {...actions} /> : null),
    },
  ]
}

function Name({ feature: { kind, project, donor } }: { feature: Feature }) {
  const t = useMessages(facilitiesMessages)
  const name = t(`facilities.feature-${kind}`)
  if (!project) return <>{name}</>
  return <>{`${name}: ${donor ? t('facilities.project-of', { name: project, donor }) : project}`}</>
}

function Time({ feature: { validFrom, validTo } }: { feature: Feature }) {
  const t = useMessages(facilitiesMessages)
  const from = formatDay(validFrom)
  return (
    <>
      {validTo
        ? t('facilities.from-to', { from, to: formatDay(validTo) })
        : t('facilities.from-on', { from })}
    </>
  )
}

function FeatureActions({ feature, onEnd, onRemove }: Actions & { feature: Feature }) {
  const t = useMessages(facilitiesMessages)
  const label = t(`facilities.feature-${feature.kind}`)
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap" className="no-print">
      {isOn(feature, todayHere()) ? (
        <Button
          variant="default"
          aria-label={t('facilities.feature-end-label', { label })}
          onClick={() => onEnd(feature)}
        >
          {t('facilities.feature-end')}
        </Button>
      ) : null}
      <Button
        variant="default"
        aria-label={t('facilities.feature-remove-label', { label })}
        onClick={() => onRemove(feature)}
      >
        {t('facilities.feature-remove')}
      </Button>
    </Group>
  )
}

type Ends = { onDone: () => void; onClose: () => void }

function FeatureForm({ areaId, ...ends }: Ends & { areaId: string }) {
  const t = useMessages(facilitiesMessages)
  const ofProject = ({ kind }: FormDraft) => isOfProject(FeatureKind.safeParse(kind).data ?? 'rural')
  return (
    <FormDialog
      title={t('facilities.feature-add')}
      note={t('facilities.feature-note')}
      fields={[
        {
          name: 'kind',
          label: t('facilities.feature'),
          kind: 'choice',
          required: true,
          choices: FeatureKind.options.map((kind) => ({
            value: kind,
            label: t(`facilities.feature-${kind}`),
          })),
        },
        { name: 'project', label: t('facilities.project'), kind: 'text', required: true, isShown: ofProject },
        { name: 'donor', label: t('facilities.donor'), kind: 'text', isShown: ofProject },
        { name: 'validFrom', label: t('facilities.from'), kind: 'day', required: true },
        {
          name: 'validTo',
          label: t('facilities.to'),
          kind: 'day',
          description: t('facilities.feature-to-how'),
        },
        { name: 'basis', label: t('facilities.basis'), kind: 'text', description: t('facilities.basis-how') },
        { name: 'note', label: t('facilities.note'), kind: 'long' },
      ]}
      // What is not shown is sent empty: only a project has a donor.
      fixed={() => ({ id: newId(), areaId, project: null, donor: null })}
      contract={AddFeature}
      send={addFeature}
      {...ends}
    />
  )
}

function EndForm({ feature, ...ends }: Ends & { feature: Feature }) {
  const t = useMessages(facilitiesMessages)
  return (
    <FormDialog
      title={t('facilities.feature-end')}
      fields={[{ name: 'validTo', label: t('facilities.feature-last-day'), kind: 'day', required: true }]}
      initial={{ validTo: todayHere() }}
      fixed={() => ({})}
      contract={z.object({ validTo: Day })}
      send={({ validTo }) => endFeature(feature.id, validTo)}
      {...ends}
    />
  )
}
