import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { growthMessages } from '../../shared/messages-pages.ts'

/** The book of the child as a file, with its charts: PDF to print, Word to go on writing. */
export function BookMenu({ childId }: { childId: string }) {
  const t = useMessages(growthMessages)
  const print = useMutation({
    mutationFn: (format: 'pdf' | 'docx') => api.download(`/children/${childId}/book`, { format }),
  })
  return (
    <div>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={print.isPending}>
            {t('growth.book')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print.mutate('pdf')}>{t('growth.book-pdf')}</Menu.Item>
          <Menu.Item onClick={() => print.mutate('docx')}>{t('growth.book-docx')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={print.error} />
    </div>
  )
}
