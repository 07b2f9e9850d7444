import { Button, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { actionName } from '#modules/accounts/shared/audit-words.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatMoment } from '#base/day.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type DetailField, detailFields } from '../../shared/changes.ts'
import type { Child, ChildHistory as History } from '../../shared/contract.ts'
import { historyMessages } from '../../shared/messages-history.ts'
import { historyQuery } from '../requests.ts'

/** Who changed and who saw this child's record; opened on demand, because looking is written down too. */
export function ChildHistory({ child }: { child: Child }) {
  const t = useMessages(historyMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-labelledby="children-history" className="no-print">
      <Title order={2} id="children-history" mb="sm">
        {t('children.history')}
      </Title>
      {isOpen ? (
        <HistoryList childId={child.id} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('children.history-show')}
        </Button>
      )}
    </section>
  )
}

function HistoryList({ childId }: { childId: string }) {
  const t = useMessages(historyMessages)
  const { data, error, isPending } = useQuery(historyQuery(childId))
  const what = useWhat()
  if (isPending) return <Loading />
  if (!data) return <ProblemNote problem={error} />
  return (
    <DataList
      label={t('children.history')}
      rows={data}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', heading: t('children.history-when'), kind: 'title', cell: ({ at }) => formatMoment(at) },
        {
          key: 'who',
          heading: t('children.history-who'),
          cell: ({ personName }) => personName ?? t('children.system'),
        },
        { key: 'what', heading: t('children.history-what'), cell: what },
      ]}
    />
  )
}

const known = ['seen', 'registered', 'edited', 'left', 'reopened'] as const

function useWhat(): (entry: History[number]) => string {
  const t = useMessages(historyMessages)
  const { language } = useLanguage()
  return ({ action, after }) => {
    const own = known.find((name) => action === `children.${name}`)
    if (!own)
      return action.startsWith('services.') ? t('children.did-services') : actionName(action, language)
    const fields = Object.keys(after ?? {}).filter((name): name is DetailField =>
      detailFields.some((field) => field === name),
    )
    const words = fields.map((field) => t(`children.field-${field}`))
    return words.length === 0 ? t(`children.did-${own}`) : `${t(`children.did-${own}`)}: ${words.join(', ')}`
  }
}
