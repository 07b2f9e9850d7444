import { Button, Checkbox, type CheckboxProps } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './data-list.css'

export type DataListColumn<Row> = {
  key: string
  heading: string
  cell: (row: Row) => ReactNode
  /** `title` heads the card on a phone; `number` is set to the right. */
  kind?: 'title' | 'text' | 'number' | 'actions'
  /** Left out of the cards on phones. */
  wideOnly?: boolean
}

export type DataListProps<Row> = {
  /** Names the table for a screen reader. */
  label: string
  rows: readonly Row[]
  columns: readonly DataListColumn<Row>[]
  rowKey: (row: Row) => string
  /** Shown instead of an empty table. */
  empty?: ReactNode
  /** Keyset pages: present while there is more. */
  onMore?: (() => void) | undefined
  isLoadingMore?: boolean
  selection?: DataListSelection
  /** A long list shows so many rows until it is asked for all of them; paper always shows all. */
  firstRows?: number
}

/** Fewer rows than this are not worth a press. */
const fewestFolded = 3

/** Boxes to tick before each row, and one above them for all rows that are loaded. */
export type DataListSelection = {
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Names the box of a row: "Chọn Y Hoa". */
  labelOf: (key: string) => string
  labelOfAll: string
}

/**
 * A table on wide screens, cards on phones, one markup for both; the head stays in sight. The roles stand there by
 * name because browsers drop those of a table whose display is changed, as the cards do.
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, rows, columns, rowKey, empty, onMore, isLoadingMore = false, selection } = props
  const t = useMessages(uiMessages)
  const [showsAll, showAll] = useState(false)
  const { firstRows = rows.length } = props
  const isLong = rows.length >= firstRows + fewestFolded
  const shown = isLong && !showsAll ? firstRows : rows.length
  if (rows.length === 0 && empty) return <>{empty}</>
  const keys = rows.map(rowKey)
  return (
    <div className="data-list">
      <table role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {selection ? <SelectAll selection={selection} keys={keys} /> : null}
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" data-kind={column.kind ?? 'text'}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={rowKey(row)} role="row" data-folded={index >= shown || undefined}>
              {selection ? <SelectRow selection={selection} rowKey={rowKey(row)} /> : null}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isLong ? <FoldButton label={label} count={rows.length} isOpen={showsAll} onOpen={showAll} /> : null}
      {onMore ? (
        <Button variant="default" fullWidth mt="md" onClick={onMore} loading={isLoadingMore}>
          {t('ui.more')}
        </Button>
      ) : null}
    </div>
  )
}

type FoldButtonProps = { label: string; count: number; isOpen: boolean; onOpen: (isOpen: boolean) => void }

function FoldButton({ label, count, isOpen, onOpen }: FoldButtonProps) {
  const t = useMessages(uiMessages)
  const words = isOpen ? t('ui.rows-fewer') : t('ui.rows-all', { count })
  return (
    <Button
      variant="default"
      fullWidth
      mt="md"
      className="no-print"
      aria-expanded={isOpen}
      aria-label={`${words}: ${label}`}
      onClick={() => onOpen(!isOpen)}
    >
      {words}
    </Button>
  )
}

/** The heading goes along as data: on a phone each card writes it before the value. */
function Cell<Row>({ column, row }: { column: DataListColumn<Row>; row: Row }) {
  return (
    <td
      role="cell"
      data-kind={column.kind ?? 'text'}
      data-heading={column.heading}
      data-wide-only={column.wideOnly || undefined}
    >
      {column.cell(row)}
    </td>
  )
}

/** A box to tick that is clicked and touched on 44 px around it. */
function Box(props: CheckboxProps) {
  const id = useId()
  return (
    <label className="data-list-box" htmlFor={id}>
      <Checkbox id={id} {...props} />
    </label>
  )
}

function SelectAll({ selection, keys }: { selection: DataListSelection; keys: string[] }) {
  const all = keys.length > 0 && keys.every((key) => selection.chosen.has(key))
  return (
    <th role="columnheader" scope="col" data-kind="selection" className="no-print">
      <Box
        aria-label={selection.labelOfAll}
        checked={all}
        indeterminate={!all && keys.some((key) => selection.chosen.has(key))}
        onChange={() => selection.onChange(new Set(all ? [] : keys))}
      />
    </th>
  )
}

function SelectRow({ selection, rowKey }: { selection: DataListSelection; rowKey: string }) {
  const isChosen = selection.chosen.has(rowKey)
  const toggle = () => {
    const next = new Set(selection.chosen)
    if (isChosen) next.delete(rowKey)
    else next.add(rowKey)
    selection.onChange(next)
  }
  return (
    <td role="cell" data-kind="selection" className="no-print">
      <Box aria-label={selection.labelOf(rowKey)} checked={isChosen} onChange={toggle} />
    </td>
  )
}
