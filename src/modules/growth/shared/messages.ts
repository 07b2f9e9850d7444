import { defineMessages } from '#base/messages.ts'
import type { GrowthClass } from './classes.ts'
import type { Doubt } from './doubts.ts'
import type { Trend } from './trends.ts'

/** Words for classes, with what to do; QĐ 3779/QĐ-BYT 2019 for acute malnutrition. */
const classWords = {
  vi: {
    'growth.class-severe-acute': 'Suy dinh dưỡng cấp tính nặng',
    'growth.class-moderate-acute': 'Suy dinh dưỡng cấp tính vừa',
    'growth.class-severe-underweight': 'Nhẹ cân nặng (độ II)',
    'growth.class-underweight': 'Nhẹ cân',
    'growth.class-severe-stunting': 'Thấp còi nặng (độ II)',
    'growth.class-stunting': 'Thấp còi',
    'growth.class-obesity': 'Béo phì',
    'growth.class-overweight': 'Thừa cân',
    'growth.class-overweight-risk': 'Có nguy cơ thừa cân',
    'growth.class-severe-thinness': 'Gầy còm nặng',
    'growth.class-thinness': 'Gầy còm',
    'growth.class-small-head': 'Vòng đầu nhỏ',
    'growth.class-large-head': 'Vòng đầu lớn',
    'growth.class-to-check': 'Cần đo lại',
    'growth.class-normal': 'Bình thường',
    'growth.class-unknown': 'Chưa xếp loại',
    'growth.do-severe-acute': 'Đưa trẻ đến trạm y tế hoặc bệnh viện ngay hôm nay; cân lại sau một tuần.',
    'growth.do-moderate-acute':
      'Khám tại trạm y tế, bổ sung dinh dưỡng theo hướng dẫn, cân lại sau một tháng.',
    'growth.do-severe-underweight': 'Khám tại trạm y tế, tư vấn bữa ăn cho gia đình, cân lại sau một tháng.',
    'growth.do-underweight': 'Tư vấn bữa ăn và chăm sóc khi ốm cho gia đình, cân lại sau một tháng.',
    'growth.do-severe-stunting': 'Khám tìm nguyên nhân, tư vấn bữa ăn đủ chất, theo dõi hằng tháng.',
    'growth.do-stunting':
      'Tư vấn bữa ăn đủ chất đạm, vi chất; tẩy giun, vitamin A đúng lịch; đo lại sau một tháng.',
    'growth.do-obesity': 'Khám tại trạm y tế, lập kế hoạch ăn uống và vận động cùng gia đình.',
    'growth.do-overweight': 'Tư vấn giảm đồ ngọt, tăng vận động; cân đo lại sau một tháng.',
    'growth.do-overweight-risk': 'Tư vấn bữa ăn hợp lý và vận động; theo dõi đúng lịch.',
    'growth.do-severe-thinness': 'Khám tại trạm y tế, tư vấn bữa ăn, cân lại sau một tháng.',
    'growth.do-thinness': 'Tư vấn bữa ăn cho gia đình, cân lại sau một tháng.',
    'growth.do-small-head': 'Đo lại vòng đầu; nếu đúng thì cho khám chuyên khoa nhi.',
    'growth.do-large-head': 'Đo lại vòng đầu; nếu đúng thì cho khám chuyên khoa nhi.',
    'growth.do-to-check': 'Số đo ngoài khoảng hợp lý: đo lại vào lần gặp gần nhất.',
    'growth.do-normal': 'Tiếp tục cân đo đúng lịch.',
    'growth.do-unknown':
      'Cần cả cân nặng và chiều dài (chiều cao) để xếp loại; từ 5 tuổi cần bảng chính thức của WHO do người quản trị nhập.',
  },
  en: {
    'growth.class-severe-acute': 'Severe acute malnutrition',
    'growth.class-moderate-acute': 'Moderate acute malnutrition',
    'growth.class-severe-underweight': 'Severely underweight',
    'growth.class-underweight': 'Underweight',
    'growth.class-severe-stunting': 'Severely stunted',
    'growth.class-stunting': 'Stunted',
    'growth.class-obesity': 'Obese',
    'growth.class-overweight': 'Overweight',
    'growth.class-overweight-risk': 'At risk of overweight',
    'growth.class-severe-thinness': 'Severely thin',
    'growth.class-thinness': 'Thin',
    'growth.class-small-head': 'Small head',
    'growth.class-large-head': 'Large head',
    'growth.class-to-check': 'Measure again',
    'growth.class-normal': 'Normal',
    'growth.class-unknown': 'Not classed',
    'growth.do-severe-acute': 'Take the child to the station or hospital today; weigh again in a week.',
    'growth.do-moderate-acute': 'See the health station, supplement as guided, weigh again in a month.',
    'growth.do-severe-underweight': 'See the health station, advise on meals, weigh again in a month.',
    'growth.do-underweight': 'Advise on meals and care in illness, weigh again in a month.',
    'growth.do-severe-stunting': 'Look for the cause, advise on meals, follow monthly.',
    'growth.do-stunting':
      'Advise on protein and micronutrients, deworming, vitamin A; measure again in a month.',
    'growth.do-obesity': 'See the health station; plan meals and movement with the family.',
    'growth.do-overweight': 'Advise less sweets, more movement; measure again in a month.',
    'growth.do-overweight-risk': 'Advise on meals and movement; follow as planned.',
    'growth.do-severe-thinness': 'See the health station, advise on meals, weigh again in a month.',
    'growth.do-thinness': 'Advise on meals, weigh again in a month.',
    'growth.do-small-head': 'Measure the head again; if right, see a paediatrician.',
    'growth.do-large-head': 'Measure the head again; if right, see a paediatrician.',
    'growth.do-to-check': 'The measure is implausible: measure again at the next meeting.',
    'growth.do-normal': 'Go on weighing as planned.',
    'growth.do-unknown':
      'Weight and length (height) are both needed for a class; from 5 years WHO’s own tables must be imported.',
  },
} satisfies Record<'vi' | 'en', Record<`growth.${'class' | 'do'}-${GrowthClass}`, string>>

const trendWords = {
  vi: {
    'growth.do-trend': 'Tìm nguyên nhân (ốm, bú, bữa ăn), tư vấn cho gia đình, cân lại sau một tháng.',
    'growth.trend-falling': 'Cân nặng theo tuổi tụt hơn một đường trong 6 tháng',
    'growth.trend-no-gain': 'Không tăng cân',
    'growth.trend-losing': 'Sụt cân so với lần trước',
    'growth.trend-not-growing': 'Không tăng chiều cao trong 5 tháng',
  },
  en: {
    'growth.do-trend': 'Look for the cause (illness, feeding), advise the family, weigh again in a month.',
    'growth.trend-falling': 'Weight-for-age fell by more than one line in 6 months',
    'growth.trend-no-gain': 'No weight gained',
    'growth.trend-losing': 'Lost weight since the last time',
    'growth.trend-not-growing': 'No height gained in 5 months',
  },
} satisfies Record<'vi' | 'en', Record<`growth.trend-${Trend}` | 'growth.do-trend', string>>

const doubts = {
  vi: {
    'growth.doubt-weight-implausible': 'Cân nặng quá xa so với tuổi.',
    'growth.doubt-lenhei-implausible': 'Chiều dài (chiều cao) quá xa so với tuổi.',
    'growth.doubt-weight-for-lenhei-implausible': 'Cân nặng không hợp với chiều dài (chiều cao).',
    'growth.doubt-head-implausible': 'Vòng đầu quá xa so với tuổi.',
    'growth.doubt-arm-implausible': 'Vòng cánh tay quá xa so với tuổi.',
    'growth.doubt-skinfold-implausible': 'Nếp gấp da quá xa so với tuổi.',
    'growth.doubt-weight-like-grams': 'Cân nặng có vẻ ghi bằng gam.',
    'growth.doubt-lenhei-like-metres': 'Chiều dài có vẻ ghi bằng mét.',
    'growth.doubt-weight-dropped': 'Giảm hơn một phần mười cân nặng so với lần trước.',
    'growth.doubt-weight-jumped': 'Tăng hơn một phần ba cân nặng trong ba tháng.',
    'growth.doubt-shorter-than-before': 'Thấp hơn lần đo trước.',
    'growth.doubt-grew-too-fast': 'Chiều dài (chiều cao) tăng quá nhanh so với lần trước.',
    'growth.doubt-standing-too-young': 'Trẻ dưới 9 tháng chưa đo đứng được; sẽ tính như đo nằm.',
  },
  en: {
    'growth.doubt-weight-implausible': 'The weight is too far from the age.',
    'growth.doubt-lenhei-implausible': 'The length (height) is too far from the age.',
    'growth.doubt-weight-for-lenhei-implausible': 'Weight and length (height) do not fit.',
    'growth.doubt-head-implausible': 'The head is too far from the age.',
    'growth.doubt-arm-implausible': 'The arm is too far from the age.',
    'growth.doubt-skinfold-implausible': 'The skinfold is too far from the age.',
    'growth.doubt-weight-like-grams': 'The weight seems to be in grams.',
    'growth.doubt-lenhei-like-metres': 'The length seems to be in metres.',
    'growth.doubt-weight-dropped': 'Lost more than a tenth of the weight since the last time.',
    'growth.doubt-weight-jumped': 'Gained more than a third of the weight in three months.',
    'growth.doubt-shorter-than-before': 'Shorter than the last time.',
    'growth.doubt-grew-too-fast': 'Length (height) rose too fast since the last time.',
    'growth.doubt-standing-too-young':
      'A child below 9 months cannot be measured standing; counted as lying.',
  },
} satisfies Record<'vi' | 'en', Record<`growth.doubt-${Doubt}`, string>>

/** What was measured, for the timeline of a child; values come with their unit. */
const measuredWords = {
  vi: {
    'growth.event-measured': 'Cân, đo',
    'growth.event-weight': 'Cân nặng {value}',
    'growth.event-length': 'Dài (cao) {value}',
    'growth.event-head': 'Vòng đầu {value}',
    'growth.event-arm': 'Vòng cánh tay {value}',
    'growth.event-oedema': 'Phù hai bàn chân',
  },
  en: {
    'growth.event-measured': 'Measured',
    'growth.event-weight': 'Weight {value}',
    'growth.event-length': 'Length (height) {value}',
    'growth.event-head': 'Head {value}',
    'growth.event-arm': 'Mid-upper arm {value}',
    'growth.event-oedema': 'Oedema of both feet',
  },
} as const

export const growthWords = defineMessages({
  vi: { ...classWords.vi, ...trendWords.vi, ...doubts.vi, ...measuredWords.vi },
  en: { ...classWords.en, ...trendWords.en, ...doubts.en, ...measuredWords.en },
})

/** The Vietnamese words of a doubt, for a refusal. */
export function doubtWords(doubt: Doubt): string {
  return doubts.vi[`growth.doubt-${doubt}`]
}

/** For reasons that are kept with a need; what is normal or not classed is no reason. */
export function classesInWords(language: 'vi' | 'en', classes: readonly GrowthClass[]): string[] {
  return classes
    .filter((one) => one !== 'normal' && one !== 'unknown')
    .map((one) => classWords[language][`growth.class-${one}`])
}

export function trendsInWords(language: 'vi' | 'en', trends: readonly Trend[]): string[] {
  return trends.map((trend) => trendWords[language][`growth.trend-${trend}`])
}
