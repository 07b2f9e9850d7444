import { Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { RoleShown } from '../../shared/contract-roles.ts'
import { accessMessages } from '../../shared/messages-access.ts'
import { capabilityMessages } from '../../shared/messages-capabilities.ts'
import { accountsMessages } from '../../shared/messages.ts'
import { retireRole, rolesQuery } from '../requests.ts'

/** What each role may do, where it is held and whether the reader may give it. */
export function Page() {
  const t = useMessages(accessMessages)
  const words = useMessages(accountsMessages)
  const may = useMay()
  const { data: roles, error, isPending } = useQuery(rolesQuery)
  return (
    <>
      <PageHead
        title={t('accounts.roles')}
        lead={t('accounts.roles-lead')}
        back={{ to: '/accounts', label: words('accounts.list') }}
        actions={
          may('accounts.manage') ? (
            <PageButton to="/accounts/roles/new" leftSection={<IconPlus size={20} aria-hidden />}>
              {t('accounts.role-new')}
            </PageButton>
          ) : null
        }
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      <Stack gap="md">
        {roles
          ?.filter(({ retired, holders, own }) => !retired || holders > 0 || own)
          .map((role) => (
            <RoleCard key={role.key} role={role} />
          ))}
      </Stack>
    </>
  )
}

function RoleCard({ role }: { role: RoleShown }) {
  const t = useMessages(accessMessages)
  const can = useMessages(capabilityMessages)
  const { language } = useLanguage()
  const kinds = role.kinds.map((kind) => t(`accounts.kind-${kind}`)).join(', ')
  return (
    <Paper withBorder radius="md" p="md" bg="var(--card-ground)" component="section">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>{role.name[language]}</Title>
          <Text>{role.purpose[language]}</Text>
        </div>
        <Group gap="xs">
          {role.own ? (
            <Mark>{t('accounts.role-own', { area: nameInSentence(role.own.areaName) })}</Mark>
          ) : null}
          {role.retired ? <Mark>{t('accounts.role-retired')}</Mark> : null}
          {role.mayGive ? <Mark color="green">{t('accounts.role-yours')}</Mark> : null}
        </Group>
      </Group>
      <Text c="dimmed" mt="xs">
        {t('accounts.role-levels', { kinds })} · {t('accounts.role-holders', { count: role.holders })}
      </Text>
      <details>
        <summary>{t('accounts.role-may', { count: role.capabilities.length })}</summary>
        <List>
          {role.capabilities.map((capability) => (
            <List.Item key={capability}>{can(`accounts.can-${capability}`)}</List.Item>
          ))}
        </List>
      </details>
      <Retire role={role} />
    </Paper>
  )
}

function Mark({ color = 'gray', children }: { color?: string; children: string }) {
  return (
    <Badge color={color} variant="light" size="lg" tt="none">
      {children}
    </Badge>
  )
}

/** A role of one's own is no longer given, or given again; those who hold it keep it. */
function Retire({ role }: { role: RoleShown }) {
  const t = useMessages(accessMessages)
  const may = useMay()
  const queries = useQueryClient()
  const retiring = useMutation({
    mutationFn: () => retireRole({ key: role.key, retired: !role.retired }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', 'roles'] }),
  })
  if (!role.own || !may('accounts.manage')) return null
  return (
    <>
      <Button mt="sm" variant="default" loading={retiring.isPending} onClick={() => retiring.mutate()}>
        {t(role.retired ? 'accounts.role-renew' : 'accounts.role-retire')}
      </Button>
      <ProblemNote problem={retiring.error} />
    </>
  )
}
