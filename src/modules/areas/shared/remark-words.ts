import type { Extent } from './contract.ts'
import type { RemarkReason } from './unit-tables.ts'

/** What a remark of an import means, for the page and the command line. */
export const remarkWords: Record<RemarkReason, { vi: string; en: string }> = {
  'row-unreadable': {
    vi: 'dòng có ô trống hoặc sai mẫu',
    en: 'a cell is empty or has the wrong form',
  },
  'code-twice': {
    vi: 'mã đã có ở một dòng trước',
    en: 'the code stands in an earlier row',
  },
  'unit-above-unknown': {
    vi: 'không có đơn vị cấp trên mang mã này',
    en: 'no unit above has this code',
  },
  'old-unit-unknown': {
    vi: 'danh mục cũ không có đơn vị này',
    en: 'the old list has no such unit',
  },
  'new-unit-unknown': {
    vi: 'danh mục mới không có đơn vị này',
    en: 'the new list has no such unit',
  },
  'code-names-other-unit': {
    vi: 'mã và tên chỉ hai đơn vị khác nhau',
    en: 'code and name lead to two different units',
  },
  'no-successor': {
    vi: 'bảng chuyển đổi không có đơn vị cũ này',
    en: 'the table of changes does not name this old unit',
  },
  'name-differs': {
    vi: 'tên trong danh mục viết khác',
    en: 'the list writes another name',
  },
  'code-corrected': {
    vi: 'đã đổi sang mã của danh mục; mã trước đây',
    en: 'now carries the code of the list; before',
  },
  'changed-since': {
    vi: 'đơn vị đang thuộc nơi khác nên giữ nguyên',
    en: 'the unit stands elsewhere here and was left there',
  },
}

/** How much of an old unit a new one took over. */
export const extentWords: Record<Extent, { vi: string; en: string }> = {
  whole: { vi: 'toàn bộ', en: 'the whole' },
  part: { vi: 'một phần', en: 'a part' },
  other: { vi: 'sắp xếp khác', en: 'another change' },
}
