import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { packageMessages } from '../../shared/messages-package.ts'
import type { VersionOpened } from '../../shared/package-versions.ts'
import { askPreview } from '../requests-package.ts'

export type PreviewOfDraftProps = {
  version: VersionOpened['version']
  /** Names of services by code, own ones too. */
  nameOf: (code: string) => string
  isCounting: boolean
  onAsk: () => void
}

/** How many children a draft would concern, counted by a job from their records. */
export function PreviewOfDraft({ version, nameOf, isCounting, onAsk }: PreviewOfDraftProps) {
  const t = useMessages(packageMessages)
  const ask = useMutation({ mutationFn: () => askPreview(version.id), onSuccess: onAsk })
  const { preview } = version
  const isOld = preview !== null && version.previewVersion !== version.version
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="package-preview">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="package-preview">
          {t('services.package-preview')}
        </Title>
        <Text>{t('services.package-preview-why')}</Text>
        {isOld && !isCounting ? <Alert color="yellow">{t('services.package-preview-old')}</Alert> : null}
        {preview && !isOld ? <Counted preview={preview} nameOf={nameOf} /> : null}
        {isCounting ? <Text role="status">{t('services.package-preview-busy')}</Text> : null}
        <ProblemNote problem={ask.error} />
        <Button variant="default" loading={ask.isPending || isCounting} onClick={() => ask.mutate()}>
          {t('services.package-preview-ask')}
        </Button>
      </Stack>
    </Paper>
  )
}

type Preview = NonNullable<VersionOpened['version']['preview']>

function Counted({ preview, nameOf }: { preview: Preview; nameOf: (code: string) => string }) {
  const t = useMessages(packageMessages)
  const change = (now: number, then: number) => `${formatNumber(now)} → ${formatNumber(then)}`
  return (
    <>
      <Text fw={600}>
        {t('services.package-preview-says', {
          touched: formatNumber(preview.touched),
          children: formatNumber(preview.children),
          now: formatNumber(preview.reachedNow),
          then: formatNumber(preview.reachedThen),
          day: formatDay(preview.day),
        })}
      </Text>
      {preview.items.length > 0 ? (
        <DataList
          label={t('services.package-preview')}
          rows={preview.items}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'item',
              heading: t('services.package-item'),
              kind: 'title',
              cell: ({ code }) => nameOf(code),
            },
            {
              key: 'owed',
              heading: t('services.package-owed'),
              kind: 'number',
              cell: ({ owedNow, owedThen }) => change(owedNow, owedThen),
            },
            {
              key: 'open',
              heading: t('services.package-open'),
              kind: 'number',
              cell: ({ openNow, openThen }) => change(openNow, openThen),
            },
          ]}
        />
      ) : null}
    </>
  )
}
