import { headOf, type Entry } from './outline.ts'
import { matchingKey } from './matching-key.ts'

/** What a section is about, from its heading. */
export type Topic =
  | 'objective'
  | 'group'
  | 'scope'
  | 'time'
  | 'content'
  | 'arrangement'
  | 'funding'
  | 'reporting'
  | 'situation'
  | 'basis'

const topics: readonly { topic: Topic; pattern: RegExp }[] = [
  { topic: 'basis', pattern: /^(?:các )?(?:căn cứ|cơ sở pháp lý|sự cần thiết|cơ sở xây dựng)/u },
  {
    topic: 'situation',
    pattern:
      /^(?:phần mở đầu|khái quát|đặc điểm|(?:đánh giá |phân tích |khái quát )?(?:thực trạng|tình hình)|(?:đánh giá |tổng kết |sơ kết |những )?kết quả(?! cần| phấn đấu| mong| dự kiến)|(?:những )?(?:khó khăn|tồn tại|hạn chế|ưu điểm|thuận lợi)|nguyên nhân|công tác chỉ đạo|bài học|đánh giá chung)/u,
  },
  {
    topic: 'funding',
    pattern:
      /^(?:nguồn )?(?:kinh phí|vốn|ngân sách|dự toán)|^nguồn lực thực hiện|^(?:dự kiến|bảo đảm|đảm bảo) kinh phí|^cơ chế tài chính/u,
  },
  { topic: 'reporting', pattern: /^(?:chế độ |thông tin,? |công tác )*(?:thông tin )?báo cáo/u },
  {
    topic: 'arrangement',
    pattern: /tổ chức thực hiện|^phân công|^trách nhiệm|^tổ chức, phân công|^tổ chức triển khai thực hiện$/u,
  },
  {
    topic: 'objective',
    pattern:
      /^(?:các |một số |hệ thống |những )?(?:mục tiêu(?! quốc gia)|chỉ tiêu|mục đích)|^phương hướng.*mục tiêu|(?:^|, )(?:mục tiêu|chỉ tiêu)(?:$|,| cụ thể| chủ yếu| thực hiện)|^nội dung(?:,| và)? (?:các )?(?:mục tiêu|chỉ tiêu)|^kết quả (?:cần|phấn đấu|mong|dự kiến)/u,
  },
  { topic: 'group', pattern: /^đối tượng/u },
  { topic: 'scope', pattern: /^(?:phạm vi|địa bàn)/u },
  { topic: 'time', pattern: /^(?:thời gian|thời hạn|tiến độ|lộ trình)/u },
  {
    topic: 'content',
    pattern:
      /^(?:các |những |một số )?(?:nội dung|nhiệm vụ|giải pháp|hoạt động|biện pháp|công việc)|nhiệm vụ(?:,| và| -|\/)? giải pháp|nhiệm vụ trọng tâm|nội dung (?:thực hiện|hoạt động|chủ yếu)|^kế hoạch (?:thực hiện|hoạt động|chi tiết)|^phương hướng/u,
  },
]

const headings = new Set<Entry['kind']>([
  'part',
  'capital',
  'chapter',
  'division',
  'article',
  'roman',
  'arabic',
  'decimal',
  'counted',
  'letter',
  'bracket',
])

const noHeadings = new Set<Entry['kind']>(['table', 'root', 'dash', 'plus'])

export function isHeading(entry: Entry): boolean {
  return headings.has(entry.kind)
}

/** Asked for every entry below a heading; in a part of thousands it must be looked for once. */
const knownTopics = new WeakMap<Entry, { topic: Topic | undefined }>()

/** The topic a heading names; a long sentence is no heading. The outline must be whole. */
export function ownTopic(entry: Entry): Topic | undefined {
  const known = knownTopics.get(entry)
  if (known) return known.topic
  const topic = topicNamed(entry)
  knownTopics.set(entry, { topic })
  return topic
}

function topicNamed(entry: Entry): Topic | undefined {
  if (noHeadings.has(entry.kind)) return undefined
  const head = headOf(entry)
  if (head.length > 160 || (entry.kind === 'text' && !entry.text.endsWith(':'))) return undefined
  const key = matchingKey(head).replace(/^[\s"“*-]+/, '')
  const topic = topics.find(({ pattern }) => pattern.test(key))?.topic
  return topic === 'content' && holdsWholePlan(entry) ? undefined : topic
}

const partDepth = 3

/** "C. NỘI DUNG KẾ HOẠCH" and "Điều 1. Phê duyệt ..." above aims and tasks are the plan itself and no part of it. */
function holdsWholePlan({ kind, depth, text, children }: Entry): boolean {
  if (depth > partDepth) return false
  const topics = children.filter(isHeading).map(ownTopic)
  const isWhole = kind === 'article' || matchingKey(text).startsWith('nội dung')
  return topics.includes('objective') && topics.includes(isWhole ? 'content' : 'arrangement')
}

/** The topic of the nearest heading that has one, the entry's own included. */
export function topicOf(entry: Entry): Topic | undefined {
  for (let at: Entry | undefined = entry; at; at = at.parent) {
    const topic = ownTopic(at)
    if (topic) return topic
  }
  return undefined
}

export function hasTopicAbove(entry: Entry, topic: Topic): boolean {
  for (let at: Entry | undefined = entry; at; at = at.parent) if (ownTopic(at) === topic) return true
  return false
}

/** The part of a report on the time to come: "Phương hướng, nhiệm vụ năm 2026". */
export function looksAhead(heading: Entry): boolean {
  return (
    isHeading(heading) && /phương hướng|nhiệm vụ|kế hoạch (?:năm|6 tháng)/u.test(matchingKey(headOf(heading)))
  )
}
