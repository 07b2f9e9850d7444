import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { Merge } from '../../shared/contract-merge.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { mergesOfQuery } from '../requests-merge.ts'

/** Says, on either record, that two records of this child became one, and leads to the other. */
export function MergeNotes({ childId }: { childId: string }) {
  const { data = [] } = useQuery(mergesOfQuery(childId))
  const standing = data.filter(({ undoneAt }) => undoneAt === null)
  if (standing.length === 0) return null
  return (
    <Alert color="blue" variant="light" className="no-print">
      {standing.map((merge) => (
        <MergeNote key={merge.id} merge={merge} isKept={merge.keptId === childId} />
      ))}
    </Alert>
  )
}

function MergeNote({ merge, isKept }: { merge: Merge; isKept: boolean }) {
  const t = useMessages(mergeMessages)
  const day = formatDay(vietnamDay(new Date(merge.mergedAt)))
  const [id, name] = isKept ? [merge.mergedId, merge.mergedName] : [merge.keptId, merge.keptName]
  return (
    <Text>
      {t(isKept ? 'children.merge-note-kept' : 'children.merge-note-merged', { name, day })}{' '}
      <PageLink to={`/children/${id}`}>{t('children.merge-other')}</PageLink>
    </Text>
  )
}
