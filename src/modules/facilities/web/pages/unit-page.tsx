import { z } from 'zod'
import { Id } from '#base/id.ts'
import { usePageParams } from '#platform/web/page.tsx'
import { Unit } from '../components/unit.tsx'

export function Page() {
  return <Unit areaId={usePageParams(z.object({ areaId: Id })).areaId} />
}
