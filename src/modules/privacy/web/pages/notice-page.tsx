import { List, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Notice } from '../../shared/contract.ts'
import { noticeMessages } from '../../shared/messages-notice.ts'
import { noticeQuery } from '../requests.ts'

const rights = ['see', 'correct', 'withdraw', 'delete', 'child', 'time'] as const

/** Open to everybody, in plain words: what is kept, why, for how long, who sees it, what a family may ask. */
export function Page() {
  const t = useMessages(noticeMessages)
  const { data, error } = useQuery(noticeQuery)
  const unit = data?.unit ? t('privacy.notice-at', { unit: data.unit }) : ''
  return (
    <main style={{ maxWidth: 760, margin: '0 auto', padding: 16 }}>
      <PageHead title={t('privacy.notice')} lead={t('privacy.notice-lead', { unit })} />
      <ProblemNote problem={error} />
      <Stack gap="lg">
        <section>
          <Title order={2}>{t('privacy.notice-why')}</Title>
          <Stack gap="sm" mt="sm">
            {data?.purposes.map((purpose) => (
              <Purpose key={purpose.name} {...purpose} />
            ))}
          </Stack>
        </section>
        <section>
          <Title order={2}>{t('privacy.notice-who')}</Title>
          <Text mt="sm">{t('privacy.notice-who-text')}</Text>
        </section>
        <section>
          <Title order={2}>{t('privacy.notice-rights')}</Title>
          <List mt="sm" spacing="xs">
            {rights.map((right) => (
              <List.Item key={right}>{t(`privacy.notice-right-${right}`)}</List.Item>
            ))}
          </List>
        </section>
        <section>
          <Title order={2}>{t('privacy.notice-contact')}</Title>
          <Contact contact={data?.contact ?? null} />
        </section>
        <PageLink to="/">{t('privacy.to-sign-in')}</PageLink>
      </Stack>
    </main>
  )
}

function Purpose({ name, data, base, kept }: Notice['purposes'][number]) {
  const t = useMessages(noticeMessages)
  return (
    <Paper withBorder p="md" radius="md" bg="var(--card-ground)">
      <Text fw={600}>{name}</Text>
      <Text>{data}.</Text>
      <Text c="dimmed">{t('privacy.notice-base', { base })}</Text>
      <Text c="dimmed">{t('privacy.notice-kept', { kept })}</Text>
    </Paper>
  )
}

function Contact({ contact }: { contact: Notice['contact'] }) {
  const t = useMessages(noticeMessages)
  if (!contact) return <Text mt="sm">{t('privacy.notice-no-contact')}</Text>
  const lines = [contact.contactName, contact.contactPhone, contact.contactEmail, contact.contactAddress]
  return (
    <Stack gap={0} mt="sm">
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <Text key={line}>{line}</Text>
        ))}
    </Stack>
  )
}
