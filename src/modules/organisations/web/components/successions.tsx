import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Organisation, SuccessionLink } from '../../shared/contract.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { removeSuccession } from '../requests.ts'

type SuccessionsProps = { organisation: Organisation; mayChange: boolean }

/** Whose work came here and where it went; an uncertain day is marked. */
export function Successions({ organisation, mayChange }: SuccessionsProps) {
  const t = useMessages(organisationsMessages)
  const queries = useQueryClient()
  const { predecessors, successors } = organisation
  const remove = useMutation({
    mutationFn: (successorId: string) => removeSuccession(organisation.id, successorId),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['organisations'] }),
  })
  if (predecessors.length + successors.length === 0) return <>–</>
  return (
    <>
      {predecessors.map((link) => (
        <LinkLine
          key={link.organisationId}
          link={link}
          text={t('organisations.from-body', { name: link.name })}
        />
      ))}
      {successors.map((link) => (
        <div key={link.organisationId}>
          <LinkLine link={link} text={t('organisations.to-body', { name: link.name })} />
          {mayChange ? (
            <Button
              variant="subtle"
              className="no-print"
              aria-label={t('organisations.succession-remove', { name: link.name })}
              onClick={() => remove.mutate(link.organisationId)}
            >
              {t('organisations.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      <ProblemNote problem={remove.error} />
    </>
  )
}

function LinkLine({ link, text }: { link: SuccessionLink; text: string }) {
  const t = useMessages(organisationsMessages)
  return (
    <Text>
      {text}, {formatDay(link.happenedOn)}
      {link.isCertain ? '' : ` (${t('organisations.unverified')})`}
      {link.duty ? `: ${link.duty}` : ''}
    </Text>
  )
}
