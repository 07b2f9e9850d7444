import type { PlanTask } from '../contract.ts'
import { splitAgencies } from './agency-list.ts'
import type { Entry } from './outline.ts'
import { columnOf, readTable } from './tables.ts'
import type { FoundTask } from './tasks.ts'

export type TaskRow = { task: PlanTask; time: string; product: string }

/** Rows of a table of tasks with the body in charge; undefined when the table is of another kind. */
export function taskRows(entry: Entry): TaskRow[] {
  const { header, rows } = readTable(entry)
  const title = columnOf(header, /nhiệm vụ|nội dung|công việc|hoạt động|giải pháp/u)
  const lead = columnOf(
    header,
    /chủ trì|(?:cơ quan|đơn vị|bộ phận|người|phân công)\s*(?:,\s*\p{L}+\s*)?(?:thực hiện|phụ trách|chịu trách nhiệm)|đầu mối|^phân công/u,
  )
  const beside = columnOf(header, /phối hợp/u)
  if (title < 0 || (lead < 0 && beside < 0)) return []
  const number = columnOf(header, /^(?:stt|tt|số tt|số thứ tự)$/u)
  const time = columnOf(header, /thời gian|thời hạn|tiến độ|hoàn thành/u)
  const product = columnOf(header, /sản phẩm|kết quả/u)
  const at = (cells: readonly string[], index: number): string => (index < 0 ? '' : (cells[index] ?? ''))
  return rows
    .filter(
      (cells) =>
        at(cells, title) !== '' &&
        (at(cells, lead) !== '' || at(cells, beside) !== '' || at(cells, time) !== ''),
    )
    .map((cells) => ({
      task: {
        number: at(cells, number).replace(/[.)]$/, '') || null,
        title: at(cells, title),
        purpose: null,
        solutions: [],
        lead: splitAgencies(at(cells, lead)),
        coordinating: splitAgencies(at(cells, beside)),
        parts: [],
      },
      time: at(cells, time),
      product: at(cells, product),
    }))
}

export function readTaskTable(entry: Entry): FoundTask[] {
  const section = entry.path === '' ? null : entry.path
  const { start, end } = entry
  const body = { start, end: start }
  return taskRows(entry).map(({ task }) => ({ task, place: { start, end }, body, section }))
}
