import { type KeyboardEvent, memo } from 'react'
import { formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { SheetRow as Row } from '../../shared/contract.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { focusRow, moveByKeys } from './sheet-keys.ts'
import { SheetResult } from './sheet-result.tsx'
import { type SheetRowProps, type SheetRowState, useSheetRow } from './use-sheet-row.ts'
import { useAgeText } from './words.tsx'

/** One child of a weighing day. Enter goes on: weight, length, saved, next child. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { row, place } = props
  const state = useSheetRow(props)
  const { typed, send, save } = state
  const isSaved = row.ofDay !== null && !state.isChanged && !save.isPending
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return moveByKeys(event)
    event.preventDefault()
    const { field } = event.target.dataset
    if (field === 'weight' && typed.lenhei === '' && typed.weight !== '')
      return focusRow(event.currentTarget, place, 'lenhei')
    if (send() === 'next') focusRow(event.currentTarget, place + 1, 'weight')
  }
  return (
    <tr data-place={place} data-saved={isSaved || undefined} onKeyDown={onKey}>
      <Who {...props} />
      <td data-before={row.before ? 'some' : 'none'}>
        <Before row={row} />
      </td>
      <Field name="weight" row={row} state={state} />
      <Field name="lenhei" row={row} state={state} />
      <PositionCell row={row} state={state} />
      <Field name="arm" row={row} state={state} />
      <td data-wide aria-live="polite">
        <SheetResult row={row} state={state} isSaved={isSaved} />
      </td>
    </tr>
  )
})

function Who({ row, day }: SheetRowProps) {
  const t = useMessages(growthMessages)
  const ageText = useAgeText()
  const { fullName, sex, bornOn, carerName } = row
  return (
    <td data-wide>
      <b>{fullName}</b>
      <div className="growth-quiet">
        {t(`growth.${sex}`)} · {ageText(bornOn, day)}
        {carerName ? ` · ${carerName}` : ''}
      </div>
    </td>
  )
}

type CellProps = { row: Row; state: SheetRowState }

function Field({ name, row, state }: CellProps & { name: 'weight' | 'lenhei' | 'arm' }) {
  const t = useMessages(growthMessages)
  const { typed, setTyped, wrong, units } = state
  const isWrongUnit = name !== 'arm' && units.some((unit) => unit.startsWith(name))
  return (
    <td>
      <span className="growth-field-name" aria-hidden>
        {t(`growth.field-${name}`)}
      </span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        data-field={name}
        aria-label={t(`growth.sheet-${name}-of`, { name: row.fullName })}
        aria-invalid={wrong.includes(name) || isWrongUnit || undefined}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      />
    </td>
  )
}

function PositionCell({ row, state: { typed, setTyped } }: CellProps) {
  const t = useMessages(growthMessages)
  return (
    <td>
      <select
        aria-label={t('growth.sheet-position-of', { name: row.fullName })}
        tabIndex={-1}
        value={typed.position}
        onChange={(event) =>
          setTyped({ ...typed, position: event.currentTarget.value === 'lying' ? 'lying' : 'standing' })
        }
      >
        <option value="lying">{t('growth.lying')}</option>
        <option value="standing">{t('growth.standing')}</option>
      </select>
    </td>
  )
}

function Before({ row: { before } }: { row: Row }) {
  if (!before) return <span className="growth-quiet">–</span>
  const { weightKg, lenheiCm, measuredOn } = before
  return (
    <span className="growth-quiet">
      {weightKg === null ? '–' : formatNumber(weightKg)} kg /{' '}
      {lenheiCm === null ? '–' : formatNumber(lenheiCm)} cm
      <br />
      {formatDay(measuredOn)}
    </span>
  )
}
