import { PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { password as passwordRule } from '../../shared/contract.ts'
import { accountsMessages } from '../../shared/messages.ts'

export type PasswordFieldsProps = {
  /** Undefined while the two fields do not hold the same good password. */
  onChange: (password: string | undefined) => void
}

/** A new password, typed twice, with the rule and what is still missing shown while typing. */
export function PasswordFields({ onChange }: PasswordFieldsProps) {
  const t = useMessages(accountsMessages)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const isGood = (text: string) => passwordRule.safeParse(text).success
  const change = (nextFirst: string, nextSecond: string) => {
    setFirst(nextFirst)
    setSecond(nextSecond)
    onChange(isGood(nextFirst) && nextFirst === nextSecond ? nextFirst : undefined)
  }
  const isShort = first !== '' && !isGood(first)
  return (
    <Stack gap="md">
      <PasswordInput
        label={t('accounts.password')}
        description={t('accounts.password-rule')}
        error={isShort ? t('accounts.password-count', { count: first.length }) : undefined}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('accounts.password-show') }}
        required
        value={first}
        onChange={(event) => change(event.currentTarget.value, second)}
      />
      <PasswordInput
        label={t('accounts.password-again')}
        error={second !== '' && second !== first ? t('accounts.password-differs') : undefined}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('accounts.password-show') }}
        required
        value={second}
        onChange={(event) => change(first, event.currentTarget.value)}
      />
    </Stack>
  )
}
