import { Button, List, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { ProcessingRecord } from '../../shared/contract.ts'
import { noticeMessages } from '../../shared/messages-notice.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { SettingsForm } from '../components/settings-form.tsx'
import { recordQuery } from '../requests.ts'

/** Hồ sơ xử lý dữ liệu cá nhân, made from what is in the database now. */
export function Page() {
  const t = useMessages(noticeMessages)
  const p = useMessages(privacyMessages)
  const { data, error, isPending } = useQuery(recordQuery)
  return (
    <>
      <PageHead
        title={t('privacy.record')}
        lead={data ? t('privacy.record-lead', { unit: data.unit, count: formatNumber(data.children) }) : null}
        back={{ to: '/privacy', label: p('privacy.title') }}
        actions={<Downloads />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      <Stack gap="lg">
        {data ? <Record record={data} /> : null}
        <SettingsForm />
      </Stack>
    </>
  )
}

function Downloads() {
  const t = useMessages(noticeMessages)
  const save = useMutation({
    mutationFn: (format: string) => api.download('/privacy/processing-record/document', { format }),
  })
  return (
    <>
      <Button variant="default" onClick={() => save.mutate('docx')} loading={save.isPending}>
        {t('privacy.record-docx')}
      </Button>
      <Button variant="default" onClick={() => save.mutate('pdf')} loading={save.isPending}>
        {t('privacy.record-pdf')}
      </Button>
      <ProblemNote problem={save.error} />
    </>
  )
}

function Record({ record }: { record: ProcessingRecord }) {
  const t = useMessages(noticeMessages)
  return (
    <Stack gap="md">
      {record.isCore ? <Text fw={600}>{t('privacy.record-core')}</Text> : null}
      <DataList
        label={t('privacy.record')}
        rows={record.purposes}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', heading: t('privacy.record-purpose'), kind: 'title', cell: ({ name }) => name },
          { key: 'data', heading: t('privacy.record-data'), cell: ({ data }) => data },
          { key: 'base', heading: t('privacy.record-base'), cell: ({ base }) => base },
          { key: 'kept', heading: t('privacy.record-kept'), cell: ({ kept }) => kept },
          {
            key: 'count',
            heading: t('privacy.record-count'),
            kind: 'number',
            cell: ({ records }) => formatNumber(records),
          },
        ]}
      />
      <section>
        <Title order={2}>{t('privacy.record-roles')}</Title>
        <List mt="xs">
          {record.roles.map(({ name, holders }) => (
            <List.Item key={name}>
              {t('privacy.record-role', { name, count: formatNumber(holders) })}
            </List.Item>
          ))}
        </List>
      </section>
      <section>
        <Title order={2}>{t('privacy.record-measures')}</Title>
        <List mt="xs">
          {record.measures.map((measure) => (
            <List.Item key={measure}>{measure}</List.Item>
          ))}
        </List>
      </section>
    </Stack>
  )
}
