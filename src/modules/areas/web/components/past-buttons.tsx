import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { type Area, PastName, PastUnit } from '../../shared/contract.ts'
import { areasMessages } from '../../shared/messages.ts'
import { sendPastName, sendPastUnit } from '../requests.ts'

/** What else a person adds to the history from a document: an earlier name, or a unit of the past that no list holds. */
export function PastButtons({ area }: { area: Area }) {
  const t = useMessages(areasMessages)
  const [open, setOpen] = useState<'name' | 'unit'>()
  const close = () => setOpen(undefined)
  return (
    <Group gap="sm" className="no-print">
      <Button variant="default" onClick={() => setOpen('name')}>
        {t('areas.add-name')}
      </Button>
      {area.kind === 'province' || area.kind === 'district' ? (
        <Button variant="default" onClick={() => setOpen('unit')}>
          {t('areas.add-unit')}
        </Button>
      ) : null}
      {open === 'name' ? <PastNameDialog area={area} onClose={close} /> : null}
      {open === 'unit' ? <PastUnitDialog above={area} onClose={close} /> : null}
    </Group>
  )
}

function useDaysAndSource(): FormField[] {
  const t = useMessages(areasMessages)
  return [
    { name: 'validFrom', label: t('areas.hand-from'), kind: 'day', required: true },
    { name: 'validTo', label: t('areas.hand-to'), kind: 'day', required: true },
    { name: 'source', label: t('areas.hand-source'), kind: 'text', required: true },
  ]
}

/** After saving, everything that is known of places is asked for anew. */
function useDone(onClose: () => void): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['areas'] })
    onClose()
  }
}

function PastNameDialog({ area, onClose }: { area: Area; onClose: () => void }) {
  const t = useMessages(areasMessages)
  const onDone = useDone(onClose)
  const more = useDaysAndSource()
  return (
    <FormDialog
      title={t('areas.add-name')}
      note={t('areas.add-name-why', { name: area.name })}
      fields={[{ name: 'name', label: t('areas.earlier-name'), kind: 'text', required: true }, ...more]}
      fixed={() => ({})}
      contract={PastName}
      send={(past) => sendPastName(area.id, past)}
      {...{ onDone, onClose }}
    />
  )
}

function PastUnitDialog({ above, onClose }: { above: Area; onClose: () => void }) {
  const t = useMessages(areasMessages)
  const onDone = useDone(onClose)
  const more = useDaysAndSource()
  const kinds = above.kind === 'province' ? (['district', 'commune'] as const) : (['commune'] as const)
  return (
    <FormDialog
      title={t('areas.add-unit')}
      note={t('areas.add-unit-why', { name: above.name })}
      fields={[
        {
          ...{ name: 'kind', label: t('areas.kind'), kind: 'choice', required: true },
          choices: kinds.map((value) => ({ value, label: t(`areas.kind-${value}`) })),
        },
        { name: 'name', label: t('areas.unit-name'), kind: 'text', required: true },
        { name: 'code', label: t('areas.unit-code'), kind: 'text', required: true },
        ...more,
      ]}
      fixed={() => ({ parentId: above.id })}
      contract={PastUnit}
      send={sendPastUnit}
      {...{ onDone, onClose }}
    />
  )
}
