import { useActor } from '#platform/web/actor.tsx'
import { useLanguage } from '#platform/web/language.tsx'

/** The name of the role a person acts under. */
export function useRoleName(): string {
  return useActor().roleName[useLanguage().language]
}
