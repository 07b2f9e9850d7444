import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageProblem } from '#ui/page-problem.tsx'
import { targetIdsOf } from '../../shared/check-changes.ts'
import type { ReorganisationCase } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { CaseForm } from '../components/case-form.tsx'
import type { Added } from '../components/change-form.tsx'
import { caseQuery, sendEdit } from '../requests.ts'

/** A case that is not applied, written over; it must be previewed again. */
export function Page() {
  const t = useMessages(reorganisationMessages)
  const { caseId } = usePageParams(z.object({ caseId: Id }))
  const { data: found, error } = useQuery({ ...caseQuery(caseId), staleTime: Infinity })
  const title = t('reorganisation.title')
  if (!found)
    return error ? (
      <PageProblem title={title} back={{ to: '/reorganisations', label: title }} problem={error} />
    ) : (
      <Loading />
    )
  const { decision, version } = found
  return (
    <>
      <PageHead
        title={t('reorganisation.edit')}
        lead={t('reorganisation.edit-why')}
        back={{ to: `/reorganisations/${caseId}`, label: decision.number }}
      />
      <CaseForm
        caseId={caseId}
        written={decision}
        added={addedOf(found)}
        send={(next, content) => sendEdit(caseId, { decision: next, content, version })}
      />
    </>
  )
}

/** Each change with the units that it makes. */
function addedOf({ content, names }: ReorganisationCase): Added[] {
  return content.changes.map((change) => {
    const ids = new Set(targetIdsOf(change))
    return { change, names, newUnits: content.newUnits.filter(({ id }) => ids.has(id)) }
  })
}
