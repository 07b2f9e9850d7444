import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import type { TargetLink } from '../../shared/filing.ts'
import { plansMessages } from '../../shared/messages.ts'
import { indicatorsQuery } from '../requests.ts'

export type IndicatorSelectProps = {
  link: TargetLink
  onChange: (link: TargetLink) => void
  proposed?: boolean
}

/** Letters of a name that the field shows on a phone; a longer one stands below it as well. */
const shownWhole = 22

/** The indicator a target is tied to, or that it is followed by hand. */
export function IndicatorSelect({ link, onChange, proposed = false }: IndicatorSelectProps) {
  const t = useMessages(plansMessages)
  const { language } = useLanguage()
  const { data } = useQuery(indicatorsQuery)
  const indicators = (data?.definitions ?? []).map(({ code, name }) => ({
    value: code,
    label: name[language],
  }))
  const known = link.way === 'indicator' && !indicators.some(({ value }) => value === link.indicatorCode)
  const choices = [
    { value: 'by-hand', label: t('plans.by-hand') },
    { value: 'open', label: t('plans.open-link') },
    ...(known ? [{ value: link.indicatorCode, label: link.indicatorCode }] : []),
    ...indicators,
  ]
  const chosen = indicators.find(({ value }) => link.way === 'indicator' && value === link.indicatorCode)
  return (
    <div>
      <SearchSelect
        label={t('plans.link')}
        choices={choices}
        value={link.way === 'indicator' ? link.indicatorCode : link.way}
        description={proposed ? t('plans.proposed') : undefined}
        onChange={(value) =>
          onChange(
            value === 'by-hand' || value === 'open' || value === undefined
              ? { way: value ?? 'open', indicatorCode: null }
              : { way: 'indicator', indicatorCode: value },
          )
        }
      />
      {chosen && chosen.label.length > shownWhole ? (
        <Text size="sm" c="dimmed" mt={4}>
          {chosen.label}
        </Text>
      ) : null}
    </div>
  )
}
