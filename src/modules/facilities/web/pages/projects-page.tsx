import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Project } from '../../shared/contract.ts'
import { facilitiesMessages } from '../../shared/messages.ts'
import { projectsQuery } from '../requests.ts'

const Search = z.object({ areaId: Id.optional().catch(undefined) })

/** Where each project is piloted and who has taken it over (R4, R5). */
export function Page() {
  const t = useMessages(facilitiesMessages)
  const { area } = useActor()
  const { areaId } = usePageSearch(Search)
  const { data, error, isPending } = useQuery(projectsQuery(areaId))
  return (
    <>
      <PageHead
        title={t('facilities.projects')}
        lead={t('facilities.projects-lead')}
        back={{ to: `/units/${areaId ?? area.id}`, label: t('facilities.unit') }}
        actions={<PrintButton />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data?.length === 0 ? (
        <EmptyState title={t('facilities.projects-none')} why={t('facilities.projects-none-why')} />
      ) : null}
      <Stack gap="xl">
        {data?.map((project) => (
          <ProjectPlaces key={project.name} project={project} />
        ))}
      </Stack>
    </>
  )
}

function ProjectPlaces({ project }: { project: Project }) {
  const t = useMessages(facilitiesMessages)
  const { name, donor, running, communes, places } = project
  const left = formatNumber(communes - running)
  return (
    <section aria-label={name}>
      <Title order={2}>{donor ? t('facilities.project-of', { name, donor }) : name}</Title>
      <Text mb="sm">
        {t('facilities.project-running', {
          running: formatNumber(running),
          communes: formatNumber(communes),
          left,
        })}
      </Text>
      <DataList
        label={name}
        rows={places}
        rowKey={({ areaId, validFrom }) => `${areaId} ${validFrom}`}
        columns={[
          {
            key: 'area',
            heading: t('facilities.area'),
            kind: 'title',
            cell: ({ areaId, areaName }) => <PageLink to={`/units/${areaId}`}>{areaName}</PageLink>,
          },
          {
            key: 'kind',
            heading: t('facilities.stage'),
            cell: ({ kind }) => t(`facilities.feature-${kind}`),
          },
          { key: 'from', heading: t('facilities.from'), cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'to',
            heading: t('facilities.to'),
            cell: ({ validTo }) => (validTo ? formatDay(validTo) : t('facilities.still')),
          },
        ]}
      />
    </section>
  )
}
