import { Button, Stack, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import { DayKind, PrivacySettings } from '../../shared/contract.ts'
import { noticeMessages } from '../../shared/messages-notice.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { afterChange, changeSettings, settingsQuery } from '../requests.ts'
import { ChoiceField } from './choice-field.tsx'

const fields = [
  { name: 'contactName', key: 'privacy.contact-name', required: true },
  { name: 'contactPhone', key: 'privacy.contact-phone', required: true },
  { name: 'contactEmail', key: 'privacy.contact-email', required: false },
  { name: 'contactAddress', key: 'privacy.contact-address', required: true },
] as const

/** Whom a family turns to, shown on the public notice; and how terms are counted. */
export function SettingsForm() {
  const t = useMessages(noticeMessages)
  const p = useMessages(privacyMessages)
  const queries = useQueryClient()
  const toast = useToast()
  const { data: known } = useQuery(settingsQuery)
  const [changes, setChanges] = useState<Partial<PrivacySettings>>({})
  const draft: Partial<PrivacySettings> = { dayKind: 'calendar', contactEmail: '', ...known, ...changes }
  const whole = PrivacySettings.safeParse(draft)
  const set = (change: Partial<PrivacySettings>) => setChanges({ ...changes, ...change })
  const save = useMutation({
    mutationFn: async (body: PrivacySettings | undefined) => body && changeSettings(body),
    onSuccess: async () => {
      await afterChange(queries)
      setChanges({})
      toast({ text: p('privacy.saved') })
    },
  })
  return (
    <section aria-labelledby="privacy-settings" className="no-print">
      <Title order={2} id="privacy-settings" mb="sm">
        {t('privacy.settings')}
      </Title>
      <Stack gap="md" maw={560}>
        {fields.map(({ name, key, required }) => (
          <TextInput
            key={name}
            label={t(key)}
            required={required}
            value={draft[name] ?? ''}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        ))}
        <ChoiceField
          label={t('privacy.days')}
          options={DayKind.options}
          value={draft.dayKind}
          nameOf={(kind) => t(`privacy.days-${kind}`)}
          onChange={(dayKind) => set({ dayKind })}
        />
        <ProblemNote problem={save.error} />
        <Button disabled={!whole.success} loading={save.isPending} onClick={() => save.mutate(whole.data)}>
          {p('privacy.save')}
        </Button>
      </Stack>
    </section>
  )
}
