import { Button, Menu, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type Period, periodName } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { indicatorsMessages } from '../../shared/messages.ts'
import { exportFigures, type Where } from '../requests.ts'

export type PeriodSelectProps = {
  periods: readonly Period[]
  period: Period
  onChange: (period: Period) => void
}

export function PeriodSelect({ periods, period, onChange }: PeriodSelectProps) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  return (
    <Select
      aria-label={t('indicators.period')}
      data={periods.map((one) => ({ value: one, label: periodName(one, language) }))}
      value={period}
      allowDeselect={false}
      onChange={(next) => next && onChange(next)}
    />
  )
}

/** Print, or the figures with their lower units as a file. */
export function BoardActions({ where }: { where: Required<Where> }) {
  const t = useMessages(indicatorsMessages)
  const exporting = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => exportFigures(where, format, 'unit'),
  })
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            loading={exporting.isPending}
            leftSection={<IconDownload size={20} aria-hidden />}
          >
            {t('indicators.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => exporting.mutate('xlsx')}>{t('indicators.export-xlsx')}</Menu.Item>
          <Menu.Item onClick={() => exporting.mutate('csv')}>{t('indicators.export-csv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PrintButton />
      <ProblemNote problem={exporting.error} />
    </>
  )
}
