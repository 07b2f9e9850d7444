import type { Actor } from '#platform/actor.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { Capability } from '../shared/roles.ts'

/** The command line and the jobs act as the system itself, in one place; the audit shows the zero id. */
export function systemActor(area: Pick<Area, 'id' | 'code' | 'kind' | 'name' | 'lft' | 'rgt'>): Actor {
  const { id, code, kind, name, lft, rgt } = area
  return {
    accountId: '00000000-0000-0000-0000-000000000000',
    name: 'Hệ thống',
    grantId: '00000000-0000-0000-0000-000000000000',
    role: 'system',
    capabilities: new Set<string>(Capability.options),
    area: { id, code, kind, name, lft, rgt },
    validFrom: '2000-01-01',
    validTo: null,
    language: 'vi',
  }
}
