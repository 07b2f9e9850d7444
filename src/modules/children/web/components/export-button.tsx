import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, type ApiSearch } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { childrenMessages } from '../../shared/messages.ts'

type Props = { filters: ApiSearch; columns: readonly string[] }

/** The filtered list with the columns shown, as a spreadsheet. The export is written down with who took it. */
export function ExportButton({ filters, columns }: Props) {
  const t = useMessages(childrenMessages)
  const save = useMutation({
    mutationFn: () =>
      api.download('/children/export', { ...filters, withLeft: undefined, columns: columns.join(',') }),
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('children.export')}
      </Button>
      <ProblemNote problem={save.error} />
    </>
  )
}
