import { formatNumber } from '#base/numbers.ts'
import type { Language } from '#base/messages.ts'
import { ethnicGroups } from '#modules/children/shared/ethnic-groups.ts'
import type { Conditions, Fact, FactOf, Who } from './condition.ts'

type NameOf = (itemCode: string) => string
type Asked = { language: Language; nameOf: NameOf }

const lists = {
  vi: {
    or: ' hoặc ',
    sex: { male: 'là trẻ nam', female: 'là trẻ nữ' },
    poverty: { none: 'không nghèo', 'near-poor': 'cận nghèo', poor: 'nghèo' },
    education: { none: 'chưa đi học', nursery: 'nhà trẻ', kindergarten: 'mẫu giáo', primary: 'tiểu học' },
    unit: { days: 'ngày', months: 'tháng', years: 'tuổi' },
    within: { ever: 'cho đến ngày tính', period: 'trong kỳ', birth: 'trong ngày sinh hoặc ngày hôm sau' },
    z: {
      wei: 'cân nặng theo tuổi',
      len: 'chiều dài (chiều cao) theo tuổi',
      wfl: 'cân nặng theo chiều dài (chiều cao)',
      bmi: 'BMI theo tuổi',
      hc: 'vòng đầu theo tuổi',
      ac: 'vòng cánh tay theo tuổi',
    },
    growth: {
      'severe-acute': 'suy dinh dưỡng cấp tính nặng',
      'moderate-acute': 'suy dinh dưỡng cấp tính vừa',
      'severe-underweight': 'nhẹ cân nặng',
      underweight: 'nhẹ cân',
      'severe-stunting': 'thấp còi nặng',
      stunting: 'thấp còi',
      obesity: 'béo phì',
      overweight: 'thừa cân',
      'overweight-risk': 'nguy cơ thừa cân',
      'severe-thinness': 'gầy còm nặng',
      thinness: 'gầy còm',
      'small-head': 'vòng đầu nhỏ',
      'large-head': 'vòng đầu lớn',
      'to-check': 'cần đo lại',
      normal: 'bình thường',
      unknown: 'chưa rõ',
    },
    screening: {
      clear: 'chưa thấy dấu hiệu',
      watch: 'cần theo dõi',
      suspected: 'nghi ngờ',
      urgent: 'cần khám ngay',
      incomplete: 'chưa đủ câu trả lời',
      low: 'nguy cơ thấp',
      moderate: 'nguy cơ vừa',
      high: 'nguy cơ cao',
      ready: 'sẵn sàng',
      support: 'cần hỗ trợ',
      refused: 'từ chối',
    },
    who: {
      present: 'Trẻ đang ở địa bàn vào ngày tính',
      born: 'Trẻ sinh trong kỳ',
      died: 'Trẻ mất trong kỳ',
    },
  },
  en: {
    or: ' or ',
    sex: { male: 'is a boy', female: 'is a girl' },
    poverty: { none: 'not poor', 'near-poor': 'near-poor', poor: 'poor' },
    education: {
      none: 'not in education',
      nursery: 'nursery',
      kindergarten: 'kindergarten',
      primary: 'primary school',
    },
    unit: { days: 'days', months: 'months', years: 'years' },
    within: { ever: 'up to the day of the figure', period: 'in the period', birth: 'by the day after birth' },
    z: {
      wei: 'weight-for-age',
      len: 'length (height)-for-age',
      wfl: 'weight-for-length (height)',
      bmi: 'BMI-for-age',
      hc: 'head circumference-for-age',
      ac: 'arm circumference-for-age',
    },
    growth: {
      'severe-acute': 'severe acute malnutrition',
      'moderate-acute': 'moderate acute malnutrition',
      'severe-underweight': 'severe underweight',
      underweight: 'underweight',
      'severe-stunting': 'severe stunting',
      stunting: 'stunting',
      obesity: 'obesity',
      overweight: 'overweight',
      'overweight-risk': 'risk of overweight',
      'severe-thinness': 'severe thinness',
      thinness: 'thinness',
      'small-head': 'small head',
      'large-head': 'large head',
      'to-check': 'to be measured again',
      normal: 'normal',
      unknown: 'not known',
    },
    screening: {
      clear: 'no sign seen',
      watch: 'to be watched',
      suspected: 'suspected',
      urgent: 'urgent',
      incomplete: 'incomplete',
      low: 'low risk',
      moderate: 'moderate risk',
      high: 'high risk',
      ready: 'ready',
      support: 'needs support',
      refused: 'refused',
    },
    who: {
      present: 'Children in the place on the day of the figure',
      born: 'Children born in the period',
      died: 'Children who died in the period',
    },
  },
} as const

type Words = { [Name in Fact['fact']]: (fact: FactOf<Name>, asked: Asked) => string }

function span(from: number, to: number | null, unit: string, language: Language): string {
  if (language === 'en') return to === null ? `from ${from} ${unit}` : `${from} to ${to} completed ${unit}`
  return to === null ? `từ ${from} ${unit} trở lên` : `từ ${from} đến ${to} ${unit} tròn`
}

function zSpan({ from, below }: FactOf<'z'>, language: Language): string {
  const vi = language === 'vi'
  const low = from === null ? '' : vi ? ` từ ${formatNumber(from)} SD` : ` from ${from} SD`
  const high = below === null ? '' : vi ? ` dưới ${formatNumber(below)} SD` : ` below ${below} SD`
  return `${low}${high}` || (vi ? ' có kết quả' : ' has a result')
}

function service({ items, doses, within, days }: FactOf<'service'>, { language, nameOf }: Asked): string {
  const { or, within: when } = lists[language]
  const names = items.map(nameOf).join(or)
  if (language === 'en')
    return `got ${doses > 1 ? `${doses} doses of ` : ''}${names} ${days === null ? when[within] : `by ${days} days of age`}`
  const many = doses > 1 ? `đủ ${doses} lần: ` : ''
  return `đã được ${many}${names} ${days === null ? when[within] : `trước ${days} ngày tuổi`}`
}

function screened({ tools, results, within }: FactOf<'screened'>, { language }: Asked): string {
  const { or, screening, within: when } = lists[language]
  const found = results.map((one) => screening[one]).join(or)
  const by = tools.length === 0 ? '' : ` (${tools.join(', ')})`
  const what = found === '' ? '' : language === 'vi' ? `, kết quả ${found}` : `, result ${found}`
  return `${language === 'vi' ? 'được sàng lọc phát triển' : 'was screened'}${by} ${when[within]}${what}`
}

const ethnicNames = new Map(ethnicGroups.map(({ code, name }) => [code, name]))

const words: Words = {
  age: ({ unit, from, to }, { language }) =>
    `${language === 'vi' ? 'tuổi ' : 'aged '}${span(from, to, lists[language].unit[unit], language)}`,
  turns: ({ days }, { language }) =>
    language === 'vi' ? `tròn ${days} ngày tuổi trong kỳ` : `reaches ${days} days of age in the period`,
  'school-age': ({ from, to }, { language }) =>
    language === 'vi'
      ? `${from} đến ${to} tuổi theo năm sinh và năm học`
      : `${from} to ${to} years by year of birth and school year`,
  sex: ({ sex }, { language }) => lists[language].sex[sex],
  ethnic: ({ codes }, { language }) =>
    `${language === 'vi' ? 'dân tộc ' : 'ethnic group '}${codes.map((code) => ethnicNames.get(code) ?? code).join(lists[language].or)}`,
  minority: (_, { language }) =>
    language === 'vi' ? 'là người dân tộc thiểu số' : 'is of an ethnic minority',
  poverty: (fact, { language }) =>
    `${language === 'vi' ? 'hộ ' : 'household '}${fact.in.map((one) => lists[language].poverty[one]).join(lists[language].or)}`,
  disabled: (_, { language }) => (language === 'vi' ? 'là trẻ khuyết tật' : 'is disabled'),
  special: (_, { language }) => (language === 'vi' ? 'có hoàn cảnh đặc biệt' : 'is in special circumstances'),
  education: (fact, { language }) =>
    `${language === 'vi' ? 'nơi học: ' : 'learns at: '}${fact.in.map((one) => lists[language].education[one]).join(lists[language].or)}`,
  service,
  measured: ({ within }, { language }) =>
    `${language === 'vi' ? 'được cân đo' : 'was measured'} ${lists[language].within[within]}`,
  z: (fact, { language }) =>
    `${lists[language].z[fact.of]}${zSpan(fact, language)} ${language === 'vi' ? '(lần đo gần nhất trong kỳ)' : '(newest of the period)'}`,
  growth: ({ classes }, { language }) =>
    `${language === 'vi' ? 'lần cân đo gần nhất trong kỳ là ' : 'newest measurement of the period is '}${classes.map((one) => lists[language].growth[one]).join(lists[language].or)}`,
  'birth-weight': ({ below }, { language }) =>
    language === 'vi'
      ? below === null
        ? 'được cân khi sinh'
        : `cân nặng khi sinh dưới ${formatNumber(below)} kg`
      : below === null
        ? 'was weighed at birth'
        : `weighed less than ${below} kg at birth`,
  screened,
  circumstance: ({ groups }, { language }) =>
    `${language === 'vi' ? 'thuộc nhóm hoàn cảnh ' : 'in group of circumstances '}${groups.join(', ')}`,
}

/** A fact in words, in a sentence that continues "the child ...". */
export function factInWords(fact: Fact, asked: Asked): string {
  const said: string = Reflect.apply(words[fact.fact], undefined, [fact, asked])
  if (!fact.not) return said
  return asked.language === 'vi' ? `không phải: ${said}` : `not: ${said}`
}

/** One line of a formula: one of its facts is enough. */
export function lineInWords(line: readonly Fact[], asked: Asked): string {
  return line.map((fact) => factInWords(fact, asked)).join(lists[asked.language].or)
}

/** One sentence for each line; all of them must hold. */
export function linesInWords(conditions: Conditions, asked: Asked): string[] {
  return conditions.map((line) => lineInWords(line, asked))
}

/** Which children a formula begins with, in words. */
export function whoInWords(who: Who, language: Language): string {
  return lists[language].who[who]
}

/** The words of closed lists, for choosing in the page. */
export function factChoices(language: Language) {
  const { sex, poverty, education, within, z, growth, screening, unit, who } = lists[language]
  return { sex, poverty, education, within, z, growth, screening, unit, who }
}
