import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useActor } from '#platform/web/actor.tsx'
import { onGrantEnded } from '#platform/web/grant-ended.ts'
import { chooseGrant, forgetGrant } from '#platform/web/grant.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { Grant } from '../../shared/contract.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { signOut } from '../authentication.ts'
import { meQuery } from '../requests.ts'

/** Opens over the page when the role a person acts under was ended: says so, and offers those that are left. */
export function GrantEnded() {
  const t = useMessages(accessMessages)
  const { language } = useLanguage()
  const actor = useActor()
  const { data: me } = useQuery(meQuery)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => onGrantEnded(() => setOpen(true)), [])
  const others = me?.grants.filter(({ id }) => id !== actor.grantId) ?? []
  if (!isOpen) return null
  return (
    <Dialog onClose={() => setOpen(false)} title={t('accounts.ended')} closeOnClickOutside={false}>
      <Text mb="md">
        {t(others.length > 0 ? 'accounts.ended-choose' : 'accounts.ended-none', {
          role: actor.roleName[language],
          area: nameInSentence(actor.area.name),
        })}
      </Text>
      <Stack gap="sm">
        {others.map((grant) => (
          <Button key={grant.id} variant="default" onClick={() => goOn(grant)}>
            {grant.roleName[language]}, {grant.area.name}
          </Button>
        ))}
        <Button onClick={() => void leave()}>{t('accounts.ended-leave')}</Button>
      </Stack>
    </Dialog>
  )
}

function goOn({ id }: Grant): void {
  chooseGrant(id)
  globalThis.location.assign('/')
}

async function leave(): Promise<void> {
  forgetGrant()
  await signOut()
  globalThis.location.assign('/')
}
