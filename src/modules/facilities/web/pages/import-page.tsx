import { Button, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '#base/id.ts'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { translate } from '#base/messages.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type FacilityImport, importLimits, type RefusedRow } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { rowReasonKey } from '../../shared/row-reasons.ts'
import { uploadList } from '../requests.ts'

/** A list from a spreadsheet: what could be taken is there at once, the rest comes back with reasons. */
export function Page() {
  const t = useMessages(facilitiesMessages)
  const queries = useQueryClient()
  const { area } = useActor()
  const [areaId, setAreaId] = useState<string | undefined>(area.id)
  const upload = useMutation({
    mutationFn: (file: File) => uploadList({ id: newId(), areaId: areaId ?? area.id, file }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['facilities'] }),
  })
  const template = useMutation({ mutationFn: () => api.download('/facilities/list-template') })
  return (
    <>
      <PageHead
        title={t('facilities.import')}
        lead={t('facilities.import-lead')}
        back={{ to: '/facilities', label: t('facilities.title') }}
        actions={
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            loading={template.isPending}
            onClick={() => template.mutate()}
          >
            {t('facilities.template')}
          </Button>
        }
      />
      <Stack gap="md" maw={720} mb="xl">
        <AreaSelect
          label={t('facilities.import-area')}
          description={t('facilities.import-area-how')}
          first={area}
          value={areaId}
          onChange={setAreaId}
        />
        <FileDrop
          label={t('facilities.import-drop')}
          endings={['.xlsx', '.csv', '.tsv', '.txt']}
          maxBytes={importLimits.bytes}
          isBusy={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        />
        <ProblemNote problem={upload.error ?? template.error} />
      </Stack>
      {upload.data ? <Result run={upload.data} /> : null}
    </>
  )
}

function Result({ run }: { run: FacilityImport }) {
  const t = useMessages(facilitiesMessages)
  const counts = { taken: formatNumber(run.taken), refused: formatNumber(run.refused.length) }
  return (
    <Stack gap="md">
      <Text fw={600} size="lg" role="status">
        {t('facilities.import-result', counts)}
      </Text>
      <PageButton to="/facilities" variant="default" w="fit-content">
        {t('facilities.import-see')}
      </PageButton>
      {run.refused.length > 0 ? <RefusedRows run={run} /> : null}
    </Stack>
  )
}

function RefusedRows({ run }: { run: FacilityImport }) {
  const t = useMessages(facilitiesMessages)
  const { language } = useLanguage()
  const save = useMutation({ mutationFn: () => api.download(`/facilities/imports/${run.id}/refused`) })
  const reasonsOf = (row: RefusedRow) =>
    row.reasons.map(({ code, value }) =>
      translate(facilitiesMessages, language, rowReasonKey(code), { value }),
    )
  const columns: DataListColumn<RefusedRow>[] = [
    { key: 'row', heading: t('facilities.import-row'), kind: 'title', cell: ({ rowNumber }) => rowNumber },
    {
      key: 'cells',
      heading: t('facilities.import-cells'),
      cell: ({ cells }) => cells.filter((cell) => cell !== '').join(' · '),
    },
    { key: 'reasons', heading: t('facilities.import-reasons'), cell: (row) => reasonsOf(row).join(' ') },
  ]
  return (
    <>
      <Button
        w="fit-content"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('facilities.import-refused-file')}
      </Button>
      <ProblemNote problem={save.error} />
      <DataList
        label={t('facilities.import-refused')}
        rows={run.refused}
        rowKey={({ rowNumber }) => String(rowNumber)}
        columns={columns}
      />
    </>
  )
}
