import { useActor } from '#platform/web/actor.tsx'
import { Unit } from '../components/unit.tsx'

/** The unit of the grant one acts under. */
export function Page() {
  return <Unit areaId={useActor().area.id} />
}
