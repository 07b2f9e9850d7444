import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { DueChoice } from '../requests.ts'

const papers = [
  { key: 'list', paper: 'list', by: 'child' },
  { key: 'list-by-service', paper: 'list', by: 'service' },
  { key: 'calls', paper: 'calls', by: 'child' },
] as const

/** The list as a PDF on A4: by child, by service, or to call families. */
export function PapersMenu({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const print = useMutation({
    mutationFn: ({ paper, by }: (typeof papers)[number]) =>
      api.download('/services/due/paper', { ...choice, paper, by }),
  })
  return (
    <div>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            loading={print.isPending}
          >
            {t('services.print-list')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {papers.map((one) => (
            <Menu.Item key={one.key} onClick={() => print.mutate(one)}>
              {t(`services.paper-${one.key}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={print.error} />
    </div>
  )
}
