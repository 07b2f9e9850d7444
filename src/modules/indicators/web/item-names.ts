import { useQuery } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage } from '#platform/web/language.tsx'
import { api } from '#platform/web/api.ts'
import { PackageOverview } from '#modules/services/shared/requests.ts'

export const packageQuery = {
  queryKey: ['services', 'package'],
  queryFn: () => api.get('/services/package', PackageOverview),
}

/** Names of services by their codes; the code itself where the names may not be read. */
export function useItemNames(): (code: string) => string {
  const { language } = useLanguage()
  const may = useMay()
  const { data } = useQuery({ ...packageQuery, enabled: may('services.read') })
  const names = new Map(data?.items.map(({ code, name }) => [code, name[language]]))
  return (code) => names.get(code) ?? code
}
