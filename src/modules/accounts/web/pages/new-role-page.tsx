import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { useGo } from '#platform/web/page-link.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { MakeRole } from '../../shared/contract-roles.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { capabilityMessages } from '../../shared/messages-capabilities.ts'
import { roleFaults } from '../../shared/role-rules.ts'
import { Capability, PlaceKind } from '../../shared/roles.ts'
import { makeRole } from '../requests.ts'

const choices = Capability.options.filter((capability) => !capability.startsWith('accounts.'))
const everything = new Set<string>(choices)

type Draft = { name: string; purpose: string; capabilities: Capability[]; kinds: PlaceKind[] }

/** A role of one's own, put together from rights; what a right needs besides is said beside it. */
export function Page() {
  const t = useMessages(accessMessages)
  const queries = useQueryClient()
  const go = useGo()
  const [id] = useState(() => newId())
  const [draft, setDraft] = useState<Draft>({ name: '', purpose: '', capabilities: [], kinds: ['commune'] })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const making = useMutation({
    mutationFn: makeRole,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts', 'roles'] })
      go('/accounts/roles')
    },
  })
  const input = MakeRole.safeParse({ ...draft, id })
  const isReady = input.success && roleFaults(draft.capabilities, everything).length === 0
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (input.success) making.mutate(input.data)
  }
  return (
    <>
      <PageHead
        title={t('accounts.role-new')}
        lead={t('accounts.role-new-lead')}
        back={{ to: '/accounts/roles', label: t('accounts.roles') }}
      />
      <form onSubmit={submit}>
        <Stack gap="md" maw={760}>
          <Words draft={draft} onChange={change} />
          <Rights draft={draft} onChange={change} />
          <ProblemNote problem={making.error} />
          <Group>
            <Button type="submit" disabled={!isReady} loading={making.isPending}>
              {t('accounts.role-save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}

type PartProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

function Words({ draft, onChange }: PartProps) {
  const t = useMessages(accessMessages)
  return (
    <>
      <TextInput
        label={t('accounts.role-name')}
        required
        minLength={3}
        maxLength={80}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('accounts.role-purpose')}
        required
        minLength={3}
        maxLength={300}
        value={draft.purpose}
        onChange={(event) => onChange({ purpose: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('accounts.role-kinds')}
        value={draft.kinds}
        onChange={(kinds) => onChange({ kinds: PlaceKind.options.filter((kind) => kinds.includes(kind)) })}
      >
        <Group mt="xs">
          {PlaceKind.options.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`accounts.kind-${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

function Rights({ draft, onChange }: PartProps) {
  const t = useMessages(accessMessages)
  const can = useMessages(capabilityMessages)
  const faults = roleFaults(draft.capabilities, everything)
  const missing = (capability: Capability) =>
    faults.flatMap((fault) => (fault.kind === 'needs' && fault.capability === capability ? fault.needed : []))
  return (
    <Checkbox.Group
      label={t('accounts.role-rights')}
      value={draft.capabilities}
      onChange={(chosen) => onChange({ capabilities: choices.filter((one) => chosen.includes(one)) })}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((capability) => {
          const needed = missing(capability).map((one) => can(`accounts.can-${one}`))
          return (
            <div key={capability}>
              <Checkbox value={capability} label={can(`accounts.can-${capability}`)} />
              {needed.length > 0 ? (
                <Text role="alert" c="var(--state-overdue)" ml={34}>
                  {t('accounts.role-needs', { needed: needed.join('; ') })}
                </Text>
              ) : null}
            </div>
          )
        })}
      </Stack>
    </Checkbox.Group>
  )
}
