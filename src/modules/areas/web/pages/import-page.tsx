import { Button, FileInput, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { areasMessages } from '../../shared/messages.ts'
import { remarkWords } from '../../shared/remark-words.ts'
import { type ImportResult, isPlaced, type Remark, unitFiles } from '../../shared/unit-tables.ts'
import { lastImportQuery, sendBuiltIn, sendMap, sendUnitFiles } from '../requests.ts'

/** Units before and after the reform, and boundaries for the maps. */
export function Page() {
  const t = useMessages(areasMessages)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['areas'] })
  const sending = useMutation({ mutationFn: sendUnitFiles, onSuccess })
  const builtIn = useMutation({ mutationFn: sendBuiltIn, onSuccess })
  const isBusy = sending.isPending || builtIn.isPending
  const result = sending.data ?? builtIn.data
  return (
    <>
      <PageHead
        title={t('areas.import')}
        lead={t('areas.import-lead')}
        back={{ to: '/areas', label: t('areas.places') }}
      />
      <Stack gap="xl">
        <ProblemNote problem={sending.error ?? builtIn.error} />
        <Files isBusy={isBusy} onSend={(files) => sending.mutate(files)} />
        <Stack gap="xs" align="start">
          <Text>{t('areas.import-built-in-why')}</Text>
          <Button variant="default" disabled={isBusy} onClick={() => builtIn.mutate()}>
            {t('areas.import-built-in')}
          </Button>
        </Stack>
        {isBusy ? (
          <>
            <Loading />
            <Text role="status">{t('areas.import-busy')}</Text>
          </>
        ) : null}
        {result ? <Result result={result} /> : null}
        <Last isFresh={result !== undefined} />
        <Boundaries />
      </Stack>
    </>
  )
}

function Files({ isBusy, onSend }: { isBusy: boolean; onSend: (files: File[]) => void }) {
  const t = useMessages(areasMessages)
  const [files, setFiles] = useState<File[]>([])
  const missing = unitFiles.filter((name) => !files.some((file) => file.name === `${name}.csv`))
  const said =
    missing.length === 0
      ? t('areas.import-all-chosen')
      : t('areas.import-chosen', {
          count: files.length,
          missing: missing.map((name) => `${name}.csv`).join(', '),
        })
  return (
    <Stack gap="sm" maw={720} align="start">
      <FileInput
        w="100%"
        multiple
        accept=".csv"
        label={t('areas.import-files')}
        value={files}
        onChange={setFiles}
        description={said}
      />
      <Button disabled={missing.length > 0 || isBusy} onClick={() => onSend(files)}>
        {t('areas.import-send')}
      </Button>
    </Stack>
  )
}

function Result({ result }: { result: ImportResult }) {
  const t = useMessages(areasMessages)
  const { units, successions, remarks } = result
  const changes = units.added + units.changed + successions.added + successions.removed
  const said =
    changes === 0
      ? t('areas.import-nothing')
      : t('areas.import-done', {
          added: formatNumber(units.added),
          changed: formatNumber(units.changed),
          links: formatNumber(successions.added),
          removed: formatNumber(successions.removed),
        })
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {said}
      </Text>
      <Remarks remarks={remarks} />
    </Stack>
  )
}

/** What an earlier import left to look at. */
function Last({ isFresh }: { isFresh: boolean }) {
  const t = useMessages(areasMessages)
  const { data: last } = useQuery(lastImportQuery)
  if (!last || isFresh) return null
  const day = formatDay(vietnamDay(new Date(last.importedAt)))
  return (
    <Stack gap="md">
      <Text>{t('areas.import-last', { day, source: last.source })}</Text>
      <Remarks remarks={last.remarks} />
    </Stack>
  )
}

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const t = useMessages(areasMessages)
  const unplaced = remarks.filter((remark) => !isPlaced(remark))
  const told = remarks.filter(isPlaced)
  return (
    <>
      {unplaced.length > 0 ? (
        <RemarkList
          title={t('areas.import-unplaced', { count: unplaced.length })}
          lead={t('areas.import-unplaced-why')}
          remarks={unplaced}
        />
      ) : null}
      {told.length > 0 ? (
        <RemarkList title={t('areas.import-told', { count: told.length })} remarks={told} />
      ) : null}
    </>
  )
}

function RemarkList({ title, lead, remarks }: { title: string; lead?: string; remarks: readonly Remark[] }) {
  const t = useMessages(areasMessages)
  const { language } = useLanguage()
  return (
    <section aria-label={title}>
      <Title order={2}>{title}</Title>
      {lead ? <Text mb="sm">{lead}</Text> : null}
      <DataList
        label={title}
        rows={remarks}
        rowKey={({ table, code, reason, detail }) => `${table} ${code} ${reason} ${detail}`}
        columns={[
          { key: 'name', heading: t('areas.name'), kind: 'title', cell: ({ name }) => name },
          { key: 'code', heading: t('areas.code'), cell: ({ code }) => code },
          {
            key: 'reason',
            heading: t('areas.import-reason'),
            cell: ({ reason, detail }) =>
              detail === '' ? remarkWords[reason][language] : `${remarkWords[reason][language]}: ${detail}`,
          },
          { key: 'table', heading: t('areas.import-table'), cell: ({ table }) => table },
        ]}
      />
    </section>
  )
}

const largestMap = 20_000_000

function Boundaries() {
  const t = useMessages(areasMessages)
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: sendMap,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['areas', 'outlines'] }),
  })
  return (
    <section aria-label={t('areas.map')}>
      <Title order={2} mb="sm">
        {t('areas.map')}
      </Title>
      <ProblemNote problem={sending.error} />
      <FileDrop
        label={t('areas.map-file')}
        endings={['.json', '.topojson']}
        maxBytes={largestMap}
        isBusy={sending.isPending}
        onFile={(file) => sending.mutate(file)}
        hint={t('areas.map-why')}
      />
      {sending.data ? (
        <Group mt="sm">
          <Text role="status">
            {t('areas.map-done', {
              placed: formatNumber(sending.data.placed),
              unplaced: formatNumber(sending.data.unplaced.length),
            })}
          </Text>
        </Group>
      ) : null}
    </section>
  )
}
