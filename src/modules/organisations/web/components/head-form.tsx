import { useQuery } from '@tanstack/react-query'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { NameHead } from '../../shared/contract-matters.ts'
import { mattersMessages } from '../../shared/messages-matters.ts'
import { nameHead } from '../requests-matters.ts'
import { staffQuery } from '../requests.ts'

type HeadFormProps = { areaId: string; onDone: () => void; onClose: () => void }

/** Says which post is that of the head of its body; only posts of which the body is known can be. */
export function HeadForm({ areaId, onDone, onClose }: HeadFormProps) {
  const t = useMessages(mattersMessages)
  const { data = [] } = useQuery(staffQuery({ areaId, withEnded: true }))
  const choices = data.flatMap(({ fullName, posts }) =>
    posts
      .filter(({ organisationId }) => organisationId !== null)
      .map(({ id, title, organisationName }) => ({
        value: id,
        label: [fullName, title, organisationName].join(' · '),
      })),
  )
  return (
    <FormDialog
      title={t('organisations.head-name')}
      note={choices.length === 0 ? t('organisations.heads-none-why') : null}
      fields={[
        {
          name: 'postId',
          label: t('organisations.head-post'),
          kind: 'choice',
          required: true,
          choices,
          description: t('organisations.head-post-how'),
        },
        {
          name: 'answerableFor',
          label: t('organisations.answerable-for'),
          kind: 'long',
          description: t('organisations.answerable-how'),
        },
      ]}
      fixed={() => ({ isHead: true })}
      contract={NameHead.extend({ postId: Id })}
      send={({ postId, ...input }) => nameHead(postId, input)}
      {...{ onDone, onClose }}
    />
  )
}
