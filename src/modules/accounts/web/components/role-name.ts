import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { accountsMessages } from '../../shared/messages.ts'
import { Role } from '../../shared/roles.ts'

/** The name of the role a person acts under. */
export function useRoleName(): string {
  const t = useMessages(accountsMessages)
  const role = Role.safeParse(useActor().role)
  return role.success ? t(`accounts.role-${role.data}`) : ''
}
