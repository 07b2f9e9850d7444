import { Title } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { formatPercent } from '#base/numbers.ts'
import { percentScale } from '#modules/areas/shared/bands.ts'
import { AreaMap } from '#modules/areas/web/public.tsx'
import { nameInSentence } from '#modules/areas/shared/rules.ts'
import type { Board, IndicatorValue } from '../../shared/contract.ts'
import type { CoverageKey } from '../../shared/definition.ts'
import { groupName } from '../../shared/group-names.ts'
import { indicatorsMessages } from '../../shared/messages.ts'
import { indicatorsCompareMessages } from '../../shared/messages-compare.ts'
import { exportFigures } from '../requests.ts'
import { domainOf } from './domain-numbers.tsx'
import { PictureFrame } from './picture-frame.tsx'
import { ValuesTable } from './values-table.tsx'

function lowestFirst(a: IndicatorValue, b: IndicatorValue): number {
  return (a.value ?? 101) - (b.value ?? 101) || (b.missing ?? 0) - (a.missing ?? 0)
}

const unitsHeading = {
  commune: 'indicators.units-village',
  province: 'indicators.units-commune',
  nation: 'indicators.units-province',
} as const

/** The places below, lowest first: where they are, and the same as a table. */
export function Units({ board, domain }: { board: Board; domain: CoverageKey }) {
  const t = useMessages(indicatorsMessages)
  const { kind, id: areaId } = board.area
  if (kind !== 'commune' && kind !== 'province' && kind !== 'nation') return null
  const values = board.units.filter(({ code }) => domainOf(code) === domain).toSorted(lowestFirst)
  const where = { areaId, period: board.period }
  return (
    <section aria-label={t(unitsHeading[kind])}>
      <Title order={2} mb="sm">
        {t(unitsHeading[kind])}
      </Title>
      {kind === 'commune' ? null : <UnitsMap board={board} values={values} />}
      <ValuesTable
        label={t(unitsHeading[kind])}
        heading={t('indicators.unit')}
        values={values}
        where={where}
        empty={t('indicators.no-units')}
        nameOf={({ group }, name) =>
          group === null || group.key === 'unknown' ? (
            name
          ) : (
            <PageLink to="/indicators" search={{ areaId: group.key, period: board.period }}>
              {name}
            </PageLink>
          )
        }
      />
    </section>
  )
}

/** Communes of a province, provinces of the nation: where it is, beside the table that says it in words. */
function UnitsMap({ board, values }: { board: Board; values: readonly IndicatorValue[] }) {
  const t = useMessages(indicatorsMessages)
  const { language } = useLanguage()
  const note = usePictureNote(board)
  const areas = values.flatMap(({ group, value }) =>
    group && group.key !== 'unknown'
      ? [
          {
            id: group.key,
            name: groupName(group, language),
            value,
            text: value === null ? '' : formatPercent(value),
          },
        ]
      : [],
  )
  if (areas.length === 0) return null
  const label = t(unitsHeading[board.area.kind === 'nation' ? 'nation' : 'province'])
  const domain = values[0] ? t(`indicators.domain-${domainOf(values[0].code)}`) : ''
  return (
    <PictureFrame
      caption={{ name: `${board.area.name}, ${domain}: ${label}`, note }}
      onTable={() => exportFigures({ areaId: board.area.id, period: board.period }, 'xlsx', 'unit')}
    >
      <AreaMap label={label} parentId={board.area.id} areas={areas} scale={percentScale} />
    </PictureFrame>
  )
}

/** "Nguồn: ... của tỉnh Quảng Ngãi. Tính đến 22/11/2026." below every picture. */
export function usePictureNote({ area, asOf }: Pick<Board, 'area' | 'asOf'>): string {
  const t = useMessages(indicatorsCompareMessages)
  const source = t('indicators.picture-source', { area: nameInSentence(area.name) })
  return t('indicators.picture-note', { source, day: formatDay(asOf) })
}
