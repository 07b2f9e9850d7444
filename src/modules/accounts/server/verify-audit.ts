import type { Db } from '#platform/db/types.ts'
import {
  type BrokenRow,
  countUnsealed,
  findBrokenRow,
  listSealStates,
  type Log,
  type SealState,
} from './queries-seal.ts'

export type BlockFault = 'missing' | 'altered' | 'not-following' | 'anchor-missing' | 'anchor-differs'

export type LogCheck = {
  log: Log
  blocks: number
  /** Written in the last moments; sealed by the next pass. */
  unsealed: number
  fault:
    | { kind: 'row'; block: number; row: BrokenRow }
    | { kind: 'block'; block: number; how: BlockFault }
    | undefined
}

export type Anchor = { log: Log; no: number; digest: string }

const blocksAtOnce = 50

/** Walks the chain from its first block; stops at the first thing that is not as it was sealed. */
export async function verifyLog(db: Db, log: Log, anchors: readonly Anchor[]): Promise<LogCheck> {
  const own = anchors.filter((anchor) => anchor.log === log)
  const unsealed = await countUnsealed(db, log)
  let blocks = 0
  let previous = ''
  for (;;) {
    const states = await listSealStates(db, log, blocks, blocksAtOnce)
    for (const state of states) {
      const how = faultOf(state, { no: blocks + 1, previous }) ?? anchorFault(state, own)
      if (how) return { log, blocks, unsealed, fault: { kind: 'block', block: blocks + 1, how } }
      const row = await findBrokenRow(db, log, state.no)
      if (row) return { log, blocks, unsealed, fault: { kind: 'row', block: state.no, row } }
      blocks = state.no
      previous = state.digest
    }
    if (states.length < blocksAtOnce) break
  }
  const cut = own.find(({ no }) => no > blocks)
  const fault = cut ? ({ kind: 'block', block: cut.no, how: 'anchor-missing' } as const) : undefined
  return { log, blocks, unsealed, fault }
}

function faultOf(state: SealState, expected: { no: number; previous: string }): BlockFault | undefined {
  if (state.no !== expected.no) return 'missing'
  if (state.previous !== expected.previous) return 'not-following'
  return state.isWhole ? undefined : 'altered'
}

function anchorFault({ no, digest }: SealState, anchors: readonly Anchor[]): BlockFault | undefined {
  return anchors.some((anchor) => anchor.no === no && anchor.digest !== digest) ? 'anchor-differs' : undefined
}

const rowFaults = {
  removed: 'đã bị xóa',
  altered: 'đã bị sửa',
  'values-altered': 'có giá trị trước hoặc sau đã bị sửa hoặc xóa',
  'values-erased': 'bị xóa giá trị mà không có quyết định xóa dữ liệu nào được ghi lại',
  added: 'được thêm vào sau khi khối đã niêm phong',
  backdated: 'được thêm vào sau với thời điểm lùi về trước',
} as const

const blockFaults = {
  missing: 'không còn trong chuỗi',
  altered: 'đã bị sửa',
  'not-following': 'không nối với khối đứng trước',
  'anchor-missing': 'có trong mốc đã ghi nhưng không còn trong chuỗi: phần cuối của nhật ký đã bị cắt',
  'anchor-differs': 'khác với mốc đã ghi: chuỗi đã bị viết lại',
} as const

const logNames = { audit: 'Nhật ký việc làm', reads: 'Nhật ký xem' } as const

/** One Vietnamese sentence on each log. */
export function checkSentence({ log, blocks, unsealed, fault }: LogCheck): string {
  if (!fault)
    return `${logNames[log]}: nguyên vẹn, ${blocks} khối đã niêm phong, ${unsealed} dòng mới chờ niêm phong.`
  if (fault.kind === 'block') return `${logNames[log]}: khối số ${fault.block} ${blockFaults[fault.how]}.`
  return `${logNames[log]}: dòng số ${fault.row.seq} (khối số ${fault.block}) ${rowFaults[fault.row.how]}.`
}
