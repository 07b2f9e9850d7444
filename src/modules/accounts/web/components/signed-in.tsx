import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { ActorProvider, type WebActor } from '#platform/web/actor.tsx'
import { chosenGrant } from '#platform/web/grant.ts'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { todayHere } from '#ui/today-here.ts'
import { may } from '../../shared/access.ts'
import type { Me } from '../../shared/contract.ts'
import { meQuery } from '../requests.ts'

const SignInOrSetUp = lazy(async () => ({
  default: (await import('./sign-in-or-set-up.tsx')).SignInOrSetUp,
}))

const HeldBackPage = lazy(async () => ({
  default: (await import('./held-back-page.tsx')).HeldBackPage,
}))

/** The chosen grant, else the one the server took; undefined when the person has none left. */
function toActor(me: Me): WebActor | undefined {
  const wanted = chosenGrant() ?? me.grantId
  const grant = me.grants.find(({ id }) => id === wanted) ?? me.grants[0]
  if (!grant) return undefined
  const capabilities = new Set<string>(grant.capabilities)
  return {
    accountId: me.id,
    grantId: grant.id,
    fullName: me.fullName,
    role: grant.role,
    roleName: grant.roleName,
    capabilities,
    may: (capability, place = grant.area) => may({ ...grant, capabilities }, capability, place, todayHere()),
    area: grant.area,
  }
}

/** Shows its content to a person who is signed in, else the sign-in page at the same address. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data: me, error, isPending, refetch } = useQuery(meQuery)
  const actor = useMemo(() => (me ? toActor(me) : undefined), [me])
  if (isPending) return <Loading />
  if (error && me === undefined) return <ProblemNote problem={error} onTryAgain={() => void refetch()} />
  if (!actor) {
    return (
      <Suspense fallback={<Loading />}>
        <SignInOrSetUp />
      </Suspense>
    )
  }
  if (me?.heldBack) {
    return (
      <Suspense fallback={<Loading />}>
        <HeldBackPage />
      </Suspense>
    )
  }
  return <ActorProvider value={actor}>{children}</ActorProvider>
}
