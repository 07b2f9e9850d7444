import { Stack, Text, Title } from '@mantine/core'
import { formatDay, formatMoment } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { Report, VersionSummary } from '../../shared/contract.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'

/** The steps so far and the frozen copies with their hashes. */
export function ReportHistory({ report }: { report: Report }) {
  const t = useMessages(reportsFlowMessages)
  if (report.steps.length === 0 && report.versions.length === 0) return null
  return (
    <Stack gap="sm" mt="xl" className="no-print">
      <Title order={2} size="h4">
        {t('reports.history')}
      </Title>
      <ol className="report-history">
        {report.steps.map(({ id, kind, byName: name, byPlace: place, at, reason }) => (
          <li key={id}>
            {t('reports.history-line', {
              ...{ step: t(`reports.kind-${kind}`), name, place },
              time: formatMoment(at),
            })}
            {reason ? <Text c="dimmed">{reason}</Text> : null}
          </li>
        ))}
      </ol>
      {report.versions.length > 0 ? (
        <>
          <Title order={2} size="h4">
            {t('reports.versions')}
          </Title>
          <ul className="report-history">
            {report.versions.map((version) => (
              <Version key={version.number} report={report} version={version} />
            ))}
          </ul>
        </>
      ) : null}
    </Stack>
  )
}

function Version({ report, version }: { report: Report; version: VersionSummary }) {
  const t = useMessages(reportsFlowMessages)
  const { number, kind, at, sha256: hash, signature } = version
  return (
    <li>
      <Text>
        {t('reports.version', { number })}: {t(`reports.version-${kind}`, { time: formatMoment(at) })}
        {signature
          ? `, ${t('reports.version-document', {
              ...{ number: signature.documentNumber, symbol: report.content.head.symbol },
              ...{ day: formatDay(signature.signedOn), title: signature.signerTitle },
              name: signature.signerName,
            })}`
          : ''}
      </Text>
      <Text c="dimmed" className="report-hash">
        {t('reports.version-hash', { hash })}
      </Text>
      {number > 1 ? (
        <PageLink to={`/reports/${report.id}/versions/${number}`}>
          {t('reports.difference', { number: number - 1 })}
        </PageLink>
      ) : null}
    </li>
  )
}
