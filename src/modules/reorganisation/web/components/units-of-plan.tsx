import { Alert, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { PlanUnits } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { planUnitsQuery } from '../requests.ts'

/** Which unit issued the plan as units stood on its day, and what the unit is today; nothing where that is the same. */
export function UnitsOfPlan({ planId }: { planId: string }) {
  const t = useMessages(reorganisationMessages)
  const { data } = useQuery(planUnitsQuery(planId))
  const ended = data?.units.filter(({ validTo }) => validTo !== null) ?? []
  if (!data?.day || (ended.length === 0 && data.units.length < 2)) return null
  return (
    <Stack gap="sm" component="section" aria-labelledby="units-then">
      <Title order={2} id="units-then">
        {t('reorganisation.units-then')}
      </Title>
      {data.units.length > 1 ? (
        <Alert color="orange">
          {t('reorganisation.units-then-several', { name: data.name ?? '', day: formatDay(data.day) })}
        </Alert>
      ) : null}
      {data.units.map((unit) => (
        <UnitThen key={unit.id} unit={unit} day={data.day ?? ''} />
      ))}
      <Text>
        {t('reorganisation.plan-kept-by')}{' '}
        <PageLink to={`/areas/${data.keptBy.id}`}>{data.keptBy.name}</PageLink>.
      </Text>
    </Stack>
  )
}

function UnitThen({ unit, day }: { unit: PlanUnits['units'][number]; day: string }) {
  const t = useMessages(reorganisationMessages)
  const { id, fullName, validTo, successors } = unit
  return (
    <div>
      <PageLink to={`/areas/${id}`} search={{ on: day }}>
        {fullName}
      </PageLink>
      {validTo ? <Text>{t('reorganisation.unit-until', { day: formatDay(validTo) })}</Text> : null}
      {successors.length > 0 ? (
        <Text>
          {t('reorganisation.unit-now')}{' '}
          {successors.map(({ id: nowId, fullName: now }, index) => (
            <span key={nowId}>
              {index > 0 ? '; ' : ''}
              <PageLink to={`/areas/${nowId}`}>{now}</PageLink>
            </span>
          ))}
        </Text>
      ) : null}
      {validTo && successors.length === 0 ? <Text>{t('reorganisation.unit-without-successor')}</Text> : null}
    </div>
  )
}
