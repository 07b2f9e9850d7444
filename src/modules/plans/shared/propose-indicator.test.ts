import { expect, test } from 'vitest'
import { proposeIndicator } from './propose-indicator.ts'

test.each([
  [
    'trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát triển toàn diện theo nhu cầu',
    '%',
    'ecd1437:reach-all',
  ],
  ['trẻ em đến 08 tuổi được tiếp cận dịch vụ chăm sóc sức khỏe', '%', 'ecd1437:reach-health'],
  ['trẻ em đến 8 tuổi được theo dõi đủ sáu lĩnh vực', '%', 'ecd1437:reach-all'],
  ['cán bộ làm công tác liên quan đến trẻ em được cung cấp kiến thức, kỹ năng', '%', 'ecd1437:staff-trained'],
  ['cha mẹ, người chăm sóc trẻ được cung cấp kiến thức', '%', 'ecd1437:carers-informed'],
  ['huyện/thành phố có mạng lưới kết nối và chuyển tuyến các dịch vụ', '%', 'ecd1437:network-district'],
  ['Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', '%', 'immunization:fic-1'],
  ['tỷ suất trẻ em bị tai nạn, thương tích', '/100.000', 'injury:rate'],
  ['trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế', '%', 'welfare:hic-u6'],
  ['Cân đo trẻ dưới 5 tuổi', '%', 'nutrition:measured-6m'],
  ['Tập huấn cho người chăm sóc trẻ', 'lớp', undefined],
  ['hộ gia đình dùng nước sạch', '%', undefined],
])('%s (%s)', (measure, unit, code) => {
  expect(proposeIndicator({ measure, unit })).toBe(code)
})
