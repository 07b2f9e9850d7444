import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '#modules/accounts/web/public.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { frameMessages } from '../messages.ts'

/** Permanent while generated sample data are loaded: nobody may take them for real children. */
export function SampleMark() {
  const t = useMessages(frameMessages)
  const { data: status } = useQuery(statusQuery)
  return status?.sample ? <span className="frame-sample">{t('frame.sample')}</span> : null
}
