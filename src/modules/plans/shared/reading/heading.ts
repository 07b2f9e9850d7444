import { tidy } from '#base/text.ts'
import { dayFrom } from '#base/day.ts'
import { areaKinds, bodyName, capitaliseName, findArea, type AreaKind } from './places-of-names.ts'
import { isUpperText, matchingKey } from './matching-key.ts'
import { kindOfProvince, provinceAtEnd } from './province-names.ts'
import type { Segment } from './segments.ts'

export type Heading = {
  number: string | null
  symbol: string | null
  /** A number line is there, whether or not it is filled. */
  hasNumberLine: boolean
  date: string | null
  place: string | null
  issuer: string | null
  issuerArea: string | null
  areaKind: AreaKind | undefined
  hasNation: boolean
}

const symbolSource = String.raw`(?:TTr|CTr|QyĐ|TrS|\p{Lu}[\p{Lu}\d]*)(?:\s?[-–]\s?[\p{Lu}\d&.,]+(?:\p{Ll}{0,3}))*`
const numberLine = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:Số|SỐ)(?:\s*(?:hiệu|ký hiệu))?\s*[:.]?\s*([\d.…_\s]{0,30}?[A-Za-z]?)\s*\/\s*(?:\d{4}\/)?(${symbolSource})`,
  'u',
)
/** "Số 22-CTr/TU": bodies of the Party put the hyphen behind the number (Hướng dẫn 36-HD/VPTW). */
const partyNumber =
  /(?:^|[^\p{L}])(?:Số|SỐ)\s*:?\s*([\d.…_]{0,8})\s*-\s*(\p{Lu}\p{L}{0,4}\/\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{Lu}\d]*)*)/u
const dateLine =
  /(?:^|[\s|,.])(?:((?:Quận|Phường)\s\d{1,2}|[\p{Lu}][\p{L}.'’ -]{1,40}?)\s*,\s*)?ngày\s*([\d.…_\s]{0,12}?)\s*tháng\s*([\d.…_\s]{0,8}?)\s*năm\s*(\d{4})/iu
const shortDate =
  /(?:^|[\s|])([\p{Lu}][\p{L}.'’ -]{1,40}?)\s*,\s*ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/u

/** The heading block: issuing bodies, number and symbol, place and day (boxes 2 to 4 of the layout). */
export function readHeading(segment: Segment, bodyText: string): Heading {
  const head = segment.head.map(({ text }) => text)
  const block = [...head, ...segment.titleLines.slice(0, 1).map(({ text }) => text)].join('\n')
  const dated = readDate(block) ?? readDate(firstLines(segment, 4)) ?? { date: null, place: null }
  const printed = issuerFromBlock(head) ?? issuerFromBody(bodyText, titleText(segment), dated.place)
  const issuer = placedIssuer(printed, { bodyText, title: titleText(segment), place: dated.place })
  return {
    ...readNumber(block, segment),
    date: dated.date ?? publishedOn(block),
    place: dated.place,
    ...issuerFields(issuer),
    hasNation: nation.test(matchingKey(block.replace(/\s+/g, ' '))),
  }
}

const nation = /cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do\s*-\s*hạnh phúc/u

type Around = { bodyText: string; title: string; place: string | null }

/**
 * Law sites lose the second line of "ỦY BAN NHÂN DÂN / TỈNH LẠNG SƠN". The place beside the day names the unit
 * (Nghị định 30/2020/NĐ-CP, Annex I, box 4), and the text the level: "UBND tỉnh ban hành", "thành phố Hà Nội".
 */
function placedIssuer(issuer: Issuer | undefined, around: Around): Issuer | undefined {
  const { place } = around
  if (!issuer || issuer.area || place === null || !/^UBND(?:\s\p{Ll}+){0,2}$/u.test(issuer.name))
    return issuer
  const name = place.replace(/^(?:TP\.?|Tp\.?|Thành phố|Thị xã|Xã|Phường|Huyện|Quận)\s*/u, '')
  const said = levelSaid(issuer.name) ?? levelOfPlace(around, place) ?? levelSaid(around.bodyText)
  const kind = said ?? kindOfProvince(name)
  return kind ? { name: `UBND ${kind} ${name}`, area: { kind, name } } : issuer
}

const ownLevel =
  /(?:ủy ban nhân dân|ubnd)\s+(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?=\s+(?:ban hành|xây dựng|báo cáo|đề nghị|triển khai|tổ chức|lập|yêu cầu|giao)|\s*$)/u

function levelSaid(text: string): AreaKind | undefined {
  return levelNamed(ownLevel.exec(matchingKey(text))?.[1])
}

function levelOfPlace({ bodyText, title }: Around, place: string): AreaKind | undefined {
  const named = [title, bodyText]
    .map(findArea)
    .find((area) => area && matchingKey(area.name) === matchingKey(place))
  return named?.kind
}

function levelNamed(word: string | undefined): AreaKind | undefined {
  return areaKinds.find((kind) => kind === word)
}

function issuerFields(issuer: Issuer | undefined): Pick<Heading, 'issuer' | 'issuerArea' | 'areaKind'> {
  if (!issuer) return { issuer: null, issuerArea: null, areaKind: undefined }
  const { name, area } = issuer
  if (!area) return { issuer: name, issuerArea: null, areaKind: undefined }
  return { issuer: name, issuerArea: `${area.kind} ${area.name}`, areaKind: area.kind }
}

function readNumber(block: string, segment: Segment): Pick<Heading, 'number' | 'symbol' | 'hasNumberLine'> {
  const match = numberLine.exec(block) ?? partyNumber.exec(block) ?? numberLine.exec(firstLines(segment, 6))
  if (!match) return { number: null, symbol: null, hasNumberLine: false }
  const [, printed = '', symbol = ''] = match
  const number = /\d/.test(printed) ? printed.replace(/[^\dA-Za-z]/g, '') : null
  return { number, symbol: symbol.replace(/\s/g, '').replace(/[-.,]+$/, ''), hasNumberLine: true }
}

function firstLines({ body }: Segment, count: number): string {
  return body
    .slice(0, count)
    .map(({ text }) => text)
    .filter((text) => text.length < 120)
    .join('\n')
}

function titleText({ titleLines }: Segment): string {
  return titleLines.map(({ text }) => text).join(' ')
}

function readDate(block: string): { date: string | null; place: string | null } | undefined {
  const long = dateLine.exec(block)
  if (long && isHeadingDate(block, long)) {
    const place = long[1] ? tidy(long[1]).replace(/^.*\s(?=Tp\.|TP\.)/u, '') : null
    return { date: dayOrMonth(Number(long[4]), digits(long[3]), digits(long[2])), place: lastPlace(place) }
  }
  const short = shortDate.exec(block)
  if (!short) return undefined
  return {
    date: dayOrMonth(Number(short[4]), Number(short[3]), Number(short[2])),
    place: lastPlace(tidy(short[1] ?? '')),
  }
}

/** "(kèm theo Kế hoạch số 5/KH ngày ...)" is the date of another document. */
function isHeadingDate(block: string, match: RegExpExecArray): boolean {
  if (match[1] && !/\d{3}/.test(match[1])) return true
  const line =
    block
      .slice(0, match.index + 1)
      .split('\n')
      .at(-1) ?? ''
  return !/(?:kèm|số|của|theo)/iu.test(line)
}

function lastPlace(place: string | null): string | null {
  if (place === null || place === '') return null
  return isUpperText(place) && place.length > 25 ? null : place.replace(/^(?:phúc|Hạnh phúc)\s+/iu, '')
}

function digits(text: string | undefined): number | undefined {
  const found = /\d{1,2}/.exec(text ?? '')
  return found ? Number(found[0]) : undefined
}

/** A blank day leaves year and month; a blank month leaves nothing to hold on to. */
function dayOrMonth(year: number, month: number | undefined, date: number | undefined): string | null {
  if (month === undefined || month < 1 || month > 12) return null
  if (date === undefined) return `${String(year)}-${String(month).padStart(2, '0')}`
  return dayFrom(year, month, date) ?? null
}

/** Law sites print "Ngày ban hành: 12/03/2019" above the document. */
function publishedOn(block: string): string | null {
  const match = /ngày ban hành\s*:?\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/iu.exec(block)
  return match ? dayOrMonth(Number(match[3]), Number(match[2]), Number(match[1])) : null
}

type Issuer = { name: string; area: { kind: AreaKind; name: string } | undefined }

const notIssuer =
  /CỘNG H[ÒO][AÀ] XÃ HỘI|CHỦ NGHĨA|^VIỆT NAM|ĐỘC LẬP|TỰ DO|HẠNH PHÚC|^S[Ốố]|^V\/v|^Căn|^Theo|^\(|^DỰ THẢO|^PHỤ LỤC|^ĐẢNG CỘNG SẢN|^HỎA TỐC|^KHẨN|^MẬT/u
const bodyStart =
  /^(?:ỦY BAN|UỶ BAN|UBND|SỞ|BỘ|PHÒNG|BAN|HỘI|TỈNH|THÀNH|TRƯỜNG|TRUNG TÂM|TRẠM|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG|TỔNG CỤC|CỤC|CHI CỤC|VỤ|VIỆN|BỆNH VIỆN|TÒA ÁN|MẶT TRẬN|ĐOÀN|LIÊN ĐOÀN|CÔNG ĐOÀN|CÔNG AN|BẢO HIỂM|QUỸ|QUỐC HỘI|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|HUYỆN ĐOÀN|ĐẢNG|HĐND|TRUNG ƯƠNG|TỔNG LIÊN)/u

/** Capital lines of the left column: the superior body, then the issuing body (box 2). */
function issuerFromBlock(block: readonly string[]): Issuer | undefined {
  const column = block
    .join('\n')
    .replace(/CỘNG\s+H[ÒO][AÀ]\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM/gu, '\n')
    .replace(/Độc\s+lập\s*-\s*Tự\s+do\s*-\s*Hạnh\s+phúc/giu, '\n')
    .split('\n')
  const numberAt = column.findIndex((line) => /^\W*số\s*:|ngày.*năm\s*\d{4}/iu.test(line))
  const capitals = column
    .filter((line, index) => numberAt < 0 || index < numberAt || bodyStart.test(line.trim()))
    .map((line) =>
      line
        .replace(/\|/g, ' ')
        .replace(/\s+Số\s*:.*$/u, '')
        .replace(/\s+\S*ngày.*$/iu, '')
        .replace(/(?<!\p{L})T\.?P\b\.?\s*(?=\p{Lu})/gu, 'THÀNH PHỐ ')
        .trim(),
    )
    .filter((line) => line.length > 1 && line.length < 160 && isUpperText(line) && !notIssuer.test(line))
    .map((line) => line.replace(/(?<!\p{L})[-_*]+$|[-_*]{2,}$/u, '').trim())
  const bodies: string[] = []
  for (const line of capitals) {
    const last = bodies.at(-1)
    if (isLevelBelow(last, line)) {
      bodies.push(`ỦY BAN NHÂN DÂN ${line}`)
      continue
    }
    const opens =
      bodyStart.test(line) && !(last !== undefined && /^(?:TỈNH|THÀNH PHỐ|BAN NHÂN DÂN)(?!\p{L})/u.test(line))
    if (last === undefined || opens) bodies.push(line)
    else bodies[bodies.length - 1] = `${last} ${line}`
  }
  const own = splitSuperior(bodies.filter((body) => bodyStart.test(body)))
  return own.length === 0 ? undefined : composeIssuer(own.map(withLevel))
}

/** "ỦY BAN NHÂN DÂN / THÀNH PHỐ THỦ ĐỨC / PHƯỜNG LINH TRUNG": the committee of the last place, under the one above. */
function isLevelBelow(last: string | undefined, line: string): boolean {
  const above = /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND) (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ) \p{L}/u
  return last !== undefined && above.test(last) && /^(?:HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN) /u.test(line)
}

/** "SỞ Y TẾ LÂM ĐỒNG" leaves out the level, which the list of provinces knows. */
function withLevel(body: string): string {
  if (findArea(body) || !/^(?:SỞ|UBND|ỦY BAN NHÂN DÂN|CÔNG AN) /u.test(body)) return body
  const { at, kind } = provinceAtEnd(body)
  return kind === undefined ? body : `${body.slice(0, at)}${kind.toUpperCase()} ${body.slice(at)}`
}

/** "UBND TỈNH LẠNG SƠN SỞ Y TẾ" in one line is two bodies. */
function splitSuperior(bodies: readonly string[]): string[] {
  return bodies.flatMap((body) =>
    body.split(
      /(?<=\p{L})(?<!^VĂN PHÒNG(?: HĐND VÀ| HỘI ĐỒNG NHÂN DÂN VÀ)?|^ĐẢNG ỦY)\s+(?=(?:SỞ|(?<!VĂN )PHÒNG|BAN CHỈ ĐẠO|TỔNG CỤC|(?<!TỔNG |CHI )CỤC|CHI CỤC|BỆNH VIỆN|TRUNG TÂM|TRƯỜNG|ỦY BAN NHÂN DÂN|UBND|TRẠM Y TẾ)\s)/u,
    ),
  )
}

/** Organs that stand below the name of the body they belong to: "HỘI ... / TỈNH SÓC TRĂNG / BAN THƯỜNG VỤ". */
const bareOrgan = /^(?:VĂN PHÒNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN THƯỜNG TRỰC|ĐOÀN CHỦ TỊCH)$/u

function composeIssuer(bodies: readonly string[]): Issuer {
  const [organ = '', whole] = [bodies.at(-1), bodies.at(-2)]
  if (whole !== undefined && bareOrgan.test(organ)) {
    const { name, area } = composeIssuer(bodies.slice(0, -1))
    return { name: `${bodyName(organ)} ${name}`, area }
  }
  const own = bodyName(organ)
  const area = findArea(organ) ?? partyArea(organ)
  if (area) return { name: own, area }
  const above = bodies
    .slice(0, -1)
    .reverse()
    .map(findArea)
    .find((found) => found !== undefined)
  return { name: above ? `${own} ${above.kind} ${above.name}` : own, area: above }
}

const partyLevels = new Map<string, AreaKind>([
  ['tỉnh', 'tỉnh'],
  ['thành', 'thành phố'],
  ['huyện', 'huyện'],
  ['quận', 'quận'],
  ['thị', 'thị xã'],
])

/** "TỈNH ỦY ĐẮK NÔNG": the committee of the Party names the place without its level. */
function partyArea(printed: string): { kind: AreaKind; name: string } | undefined {
  const [, level = '', name = ''] =
    /^(tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn) (.+)$/u.exec(matchingKey(printed)) ?? []
  const kind = partyLevels.get(level)
  return kind ? { kind, name: capitaliseName(name) } : undefined
}

const actingBody =
  /(?:^|[.;,:\n]\s*)((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Phòng|Ban Chỉ đạo|Bộ|Hội|Trường|Trạm Y tế|Trung tâm)\s?[^.;:\n]{0,110}?)\s+(?:ban hành|xây dựng|báo cáo|đề nghị|triển khai|tổ chức|lập)(?!\p{L})/u

/** Without a heading block: the body that says it issues the plan, and the place the title names. */
function issuerFromBody(body: string, title: string, place: string | null): Issuer | undefined {
  const match = actingBody.exec(body.slice(0, 6000))
  const name = match?.[1]
  if (name === undefined) return undefined
  const own = findArea(name)
  if (own) return { name: bodyName(name), area: own }
  const kind = /(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s*$/u.exec(matchingKey(name))?.[1]
  const named = [title, body.slice(0, 6000)]
    .map(findArea)
    .find((area) => area && (kind === undefined || area.kind === kind))
  if (named) {
    const bare = bodyName(
      name.replace(/\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s*$/iu, ''),
    )
    return { name: `${bare} ${named.kind} ${named.name}`, area: named }
  }
  return {
    name: kind !== undefined && place !== null ? `${bodyName(name)} ${place}` : bodyName(name),
    area: undefined,
  }
}
