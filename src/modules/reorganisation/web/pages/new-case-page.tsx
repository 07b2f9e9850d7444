import { useState } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { reorganisationMessages } from '../../shared/messages.ts'
import { CaseForm, type Written } from '../components/case-form.tsx'
import { sendCase } from '../requests.ts'

const nothing: Written = { number: '', issuer: '', decidedOn: undefined, effectiveOn: undefined }

/** A new case: the decision and its changes. */
export function Page() {
  const t = useMessages(reorganisationMessages)
  const [id] = useState(() => newId())
  return (
    <>
      <PageHead
        title={t('reorganisation.new')}
        back={{ to: '/reorganisations', label: t('reorganisation.title') }}
      />
      <CaseForm
        caseId={id}
        written={nothing}
        added={[]}
        send={(decision, content) => sendCase({ id, decision, content })}
      />
    </>
  )
}
