import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Move } from '../../shared/contract-moves.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { useBirthWords } from '../components/child-words.tsx'
import { MoveLine } from '../components/move-line.tsx'
import { movesQuery } from '../requests-moves.ts'

/** Children sent to other communes and children to accept; what waits comes first. */
export function Page() {
  const t = useMessages(moveMessages)
  const words = useMessages(childrenMessages)
  const birthWords = useBirthWords()
  const { data, error, isPending } = useQuery(movesQuery(undefined))
  return (
    <>
      <PageHead
        title={t('children.moves')}
        lead={t('children.moves-lead')}
        back={{ to: '/children', label: words('children.title') }}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading rows={4} /> : null}
      {data ? (
        <DataList
          label={t('children.moves')}
          rows={data}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('children.moves-none')} why={t('children.moves-none-why')} />}
          columns={[
            {
              key: 'name',
              heading: words('children.full-name'),
              kind: 'title',
              cell: (move) => <MovedChild move={move} />,
            },
            { key: 'born', heading: words('children.born-on'), cell: birthWords },
            { key: 'on', heading: t('children.move-on'), cell: ({ movedOn }) => formatDay(movedOn) },
            { key: 'state', heading: t('children.move-state'), cell: (move) => <MoveLine move={move} /> },
          ]}
        />
      ) : null}
    </>
  )
}

/** Name and mother; the record opens for the commune in whose register the child stands. */
function MovedChild({ move: { childId, childName, motherName, incoming, state } }: { move: Move }) {
  const t = useMessages(moveMessages)
  const isHere = incoming === (state === 'accepted')
  return (
    <>
      {isHere ? <PageLink to={`/children/${childId}`}>{childName}</PageLink> : childName}
      {motherName ? `, ${t('children.mother-of', { name: motherName })}` : null}
    </>
  )
}
