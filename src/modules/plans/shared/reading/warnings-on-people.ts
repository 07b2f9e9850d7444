import type { PlanReading, PlanSignature, PlanWarning } from '../contract.ts'
import { agencyOn } from './agency-list.ts'
import { agencyFields } from './agencies.ts'

type Reading = Omit<PlanReading, 'warnings'>

function warning(code: string, message: string): PlanWarning {
  return { code, message, section: null }
}

/** Bodies that act in the plan but did not exist when it was issued. */
export function agencyWarnings(reading: Reading): PlanWarning[] {
  const day = dayOf(reading)
  if (day === undefined) return []
  return [...new Set(actors(reading))].flatMap((name) => {
    const age = agencyOn(name, day)
    if (age === 'existed') return []
    const message =
      age === 'ended'
        ? `“${name}” đã chấm dứt hoạt động trước ngày ban hành; hãy dùng tên cơ quan hiện nay.`
        : `“${name}” chưa được thành lập vào ngày ban hành; hãy kiểm tra tên cơ quan.`
    return [warning('agency-not-existing', message)]
  })
}

/** The day of issue; the first day of the period when the document is not dated. */
function dayOf({ date, period }: Reading): string | undefined {
  if (date !== null) return date.length === 10 ? date : `${date}-28`
  return period ? `${String(period.from)}-01-01` : undefined
}

function actors({ tasks, assignments, recipients, reporting, issuer }: Reading): string[] {
  const parts = tasks.flatMap((task) => [task, ...task.parts])
  const duties = [...tasks.flatMap(({ solutions }) => solutions), ...assignments.flatMap((one) => one.duties)]
  return [
    ...parts.flatMap(({ lead, coordinating }) => [...lead, ...coordinating]),
    ...assignments.map(({ unit }) => unit),
    ...recipients.map(({ name }) => name),
    ...duties.flatMap(endedNames),
    ...reporting.map(({ to }) => to ?? ''),
    issuer ?? '',
  ]
}

const endedFields = agencyFields.filter(({ until }) => until !== undefined).map(({ name }) => name)
const ended = new RegExp(String.raw`(?<!của\s)(?<!\p{L})(?:Sở|Phòng)\s+(?:${endedFields.join('|')})`, 'gu')

/** Departments of ended fields named inside a duty; the issuer of a cited document ("của Sở ...") is no actor. */
function endedNames(text: string): string[] {
  return [...text.matchAll(ended)].map((match) => match[0])
}

/** End mark, recipients, archive line, and the power under which the signer signs. */
export function endingWarnings(reading: Reading, text: string): PlanWarning[] {
  const { recipients, signature } = reading
  const found: PlanWarning[] = []
  if (!/\.\s?\/\s?\./.test(text)) {
    found.push(
      warning(
        'missing-end-mark',
        'Thiếu dấu kết thúc "./." sau câu cuối; văn bản có thể bị cắt mất phần cuối.',
      ),
    )
  }
  if (recipients.length === 0) {
    found.push(warning('missing-recipients', 'Không tìm thấy phần "Nơi nhận"; hãy kiểm tra cuối văn bản.'))
  } else if (!recipients.some(({ role }) => role === 'lưu')) {
    found.push(warning('missing-archive-line', 'Phần "Nơi nhận" thiếu dòng "Lưu: VT".'))
  }
  if (signature === null) {
    found.push(warning('missing-signature', 'Không tìm thấy phần ký (quyền hạn, chức vụ, họ tên người ký).'))
    return found
  }
  return [...found, ...signatureWarnings(signature, reading)]
}

/** Associations sign "TM. BAN THƯỜNG VỤ / PHÓ CHỦ TỊCH" by their own rules; the decree binds bodies of the state. */
function isOfState(issuer: string | null): boolean {
  return issuer === null || /^(?:UBND|Sở|Bộ|Phòng|Cục|Chi cục|Trung tâm|Trường|Trạm)(?!\p{L})/u.test(issuer)
}

function isDeputy(position: string | null): boolean {
  return position?.startsWith('Phó') === true
}

/** Nghị định 30/2020/NĐ-CP, Article 13: a deputy signs KT., a committee's head TM. */
function signatureWarnings(
  { prefix, position, name }: PlanSignature,
  { issuer, kind }: Reading,
): PlanWarning[] {
  const found: PlanWarning[] = []
  const isCommittee = (issuer ?? '').startsWith('UBND') && kind === 'plan'
  if (isOfState(issuer) && isDeputy(position) && prefix?.includes('KT.') !== true) {
    found.push(
      warning('missing-signing-prefix', 'Cấp phó ký nhưng thiếu chữ "KT." trước chức vụ của người đứng đầu.'),
    )
  } else if (isCommittee && prefix === null) {
    found.push(
      warning(
        'missing-signing-prefix',
        'Văn bản của Ủy ban nhân dân thiếu chữ "TM. ỦY BAN NHÂN DÂN" ở phần ký.',
      ),
    )
  }
  if (name === null) found.push(warning('missing-signer-name', 'Chưa có họ tên người ký.'))
  return found
}
