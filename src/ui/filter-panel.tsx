import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './filter-panel.css'

export type FilterPanelProps = {
  /** How many of the filters are set: said on the button, so that a closed panel hides nothing in force. */
  count: number
  children: ReactNode
  /** What changes how the list looks: on a phone beside the button, else at the end of the filters. */
  beside?: ReactNode
}

/** The filters of a list side by side; on a phone behind one button. */
export function FilterPanel({ count, children, beside }: FilterPanelProps) {
  const t = useMessages(uiMessages)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="filter-panel no-print">
      <Button
        className="filter-panel-button"
        variant="default"
        fullWidth
        leftSection={<IconFilter size={20} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {count === 0 ? t('ui.filters') : t('ui.filters-set', { count })}
      </Button>
      <div id={id} className="filter-panel-fields" data-open={isOpen || undefined}>
        {children}
      </div>
      {beside ? <div className="filter-panel-beside">{beside}</div> : null}
    </div>
  )
}
