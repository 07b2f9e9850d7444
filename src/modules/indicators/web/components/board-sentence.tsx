import { useMessages } from '#platform/web/language.tsx'
import { formatNumber, formatPercent } from '#base/numbers.ts'
import type { Board } from '../../shared/contract.ts'
import { indicatorsMessages } from '../../shared/messages.ts'

/** The answer first: how many are reached, what is needed, how many are short. */
export function BoardSentence({ board }: { board: Pick<Board, 'area' | 'values'> }) {
  const t = useMessages(indicatorsMessages)
  const { area } = board
  const [all] = board.values
  if (!all || all.value === null) return <>{t('indicators.sentence-nobody', { area: area.name })}</>
  const holes = {
    area: area.name,
    percent: formatPercent(all.value),
    got: formatNumber(all.numerator ?? 0),
    all: formatNumber(all.denominator ?? 0),
    target: formatPercent(all.target?.value ?? 0),
  }
  const { missing } = all
  return missing === null || missing === 0 ? (
    <>{t('indicators.sentence-reached', holes)}</>
  ) : (
    <>{t('indicators.sentence-missing', { ...holes, missing: formatNumber(missing) })}</>
  )
}
