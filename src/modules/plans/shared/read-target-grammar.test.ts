import { expect, test } from 'vitest'
import { targetsOf } from './fixtures/invented-plan.ts'

/** One sentence of a part on aims, and each target it sets: measure, comparison, value, unit, year. */
const sentences: readonly (readonly [string, readonly string[]])[] = [
  ['Nâng tổng số điểm vui chơi lên 12.', ['tổng số điểm vui chơi | eq | 12 | điểm | 2023']],
  [
    'Có thêm 05 trường chuẩn, nâng tổng số lên 28/47 trường.',
    ['trường chuẩn | eq | 5 | trường | 2023', 'trường chuẩn | eq | 28 | trường | 2023'],
  ],
  [
    'Tỷ lệ trẻ được khám tăng từ 65,4% (năm 2020) lên 90% (năm 2025).',
    ['Tỷ lệ trẻ được khám | eq | 90 | % | 2025'],
  ],
  ['Giảm số em bỏ học từ 6 em xuống còn 2 em.', ['số em bỏ học | le | 2 | em | 2023']],
  [
    'Đến hết năm 2025, 1/3 số bếp có tủ lưu mẫu; đến năm 2030 ít nhất 150 trong tổng số 184 xã có bếp.',
    ['số bếp có tủ lưu mẫu | eq | 1 | bếp | 2025', 'xã có bếp | ge | 150 | xã | 2030'],
  ],
  [
    'Giai đoạn 2023-2025: có 32% trẻ nhà trẻ, 93% trẻ mẫu giáo được đến trường; đến năm 2030 là 40% và 97%.',
    [
      'trẻ nhà trẻ được đến trường | eq | 32 | % | 2025',
      'trẻ mẫu giáo được đến trường | eq | 93 | % | 2025',
      'trẻ nhà trẻ được đến trường | eq | 40 | % | 2030',
      'trẻ mẫu giáo được đến trường | eq | 97 | % | 2030',
    ],
  ],
  [
    'Giảm tử vong trẻ dưới 1 tuổi xuống dưới 12‰ và trẻ dưới 5 tuổi xuống dưới 18‰ năm 2025; dưới 10‰ và 15‰ năm 2030.',
    [
      'tử vong trẻ dưới 1 tuổi | lt | 12 | ‰ | 2025',
      'tử vong trẻ dưới 5 tuổi | lt | 18 | ‰ | 2025',
      'tử vong trẻ dưới 1 tuổi | lt | 10 | ‰ | 2030',
      'tử vong trẻ dưới 5 tuổi | lt | 15 | ‰ | 2030',
    ],
  ],
  [
    'Tỷ lệ chuyên cần: nhà trẻ đạt 90% trở lên, mẫu giáo bé từ 92% đến 95%, mẫu giáo lớn đạt 98%.',
    [
      'Tỷ lệ chuyên cần nhà trẻ | ge | 90 | % | 2023',
      'Tỷ lệ chuyên cần mẫu giáo bé | eq | 92-95 | % | 2023',
      'Tỷ lệ chuyên cần mẫu giáo lớn | eq | 98 | % | 2023',
    ],
  ],
  [
    'Tỷ lệ ra lớp thấp nhất là 28% đối với nhà trẻ, 96,5% đối với mẫu giáo.',
    [
      'Tỷ lệ ra lớp đối với nhà trẻ | ge | 28 | % | 2023',
      'Tỷ lệ ra lớp đối với mẫu giáo | eq | 96.5 | % | 2023',
    ],
  ],
  [
    '80% số điểm trường có sân chơi và 75% số bếp ăn đạt chuẩn.',
    ['số điểm trường có sân chơi | eq | 80 | % | 2023', 'số bếp ăn đạt chuẩn | eq | 75 | % | 2023'],
  ],
  [
    'Duy trì trẻ nhẹ cân giảm trung bình 0,3%/năm, tỷ lệ trẻ thấp còi giảm trung bình 0,2%/năm.',
    ['trẻ nhẹ cân | reduce | 0.3 | % | 2023', 'tỷ lệ trẻ thấp còi | reduce | 0.2 | % | 2023'],
  ],
  [
    'Trẻ học hết tiểu học đạt 97% vào năm 2025 và đạt 99% vào năm 2030: giảm tỷ lệ bỏ học dưới 0,1% năm 2030.',
    [
      'Trẻ học hết tiểu học | eq | 97 | % | 2025',
      'Trẻ học hết tiểu học | eq | 99 | % | 2030',
      'tỷ lệ bỏ học | lt | 0.1 | % | 2030',
    ],
  ],
  [
    '60% trẻ biết kỹ năng an toàn năm 2025, đạt 70% năm 2030; 50% và 60% biết bơi tương ứng với các năm 2025 và 2030.',
    [
      'trẻ biết kỹ năng an toàn | eq | 60 | % | 2025',
      'trẻ biết kỹ năng an toàn | eq | 70 | % | 2030',
      'biết bơi | eq | 50 | % | 2025',
      'biết bơi | eq | 60 | % | 2030',
    ],
  ],
  [
    'Trẻ béo phì dưới 10% (nội thành), 5% (ngoại thành).',
    ['Trẻ béo phì (nội thành) | lt | 10 | % | 2023', 'Trẻ béo phì (ngoại thành) | lt | 5 | % | 2023'],
  ],
  [
    'Vào các năm 2025 và 2030 lần lượt có 80% và 95% trạm có nữ hộ sinh.',
    ['trạm có nữ hộ sinh | eq | 80 | % | 2025', 'trạm có nữ hộ sinh | eq | 95 | % | 2030'],
  ],
  [
    'Tỷ lệ trẻ nhẹ cân dưới 3%, thấp còi dưới 4%.',
    ['Tỷ lệ trẻ nhẹ cân | lt | 3 | % | 2023', 'Tỷ lệ trẻ thấp còi | lt | 4 | % | 2023'],
  ],
  [
    'Đẩy mạnh để tỷ lệ trẻ ra lớp đạt 95%; hỗ trợ 100% chi phí ăn.',
    ['tỷ lệ trẻ ra lớp | eq | 95 | % | 2023'],
  ],
  ['Tập huấn cho 1.200 cán bộ.', ['Tập huấn cán bộ | eq | 1200 | cán bộ | 2023']],
  ['Vận động Quỹ trẻ em đạt 500 triệu đồng.', ['Vận động Quỹ trẻ em | eq | 500 | triệu đồng | 2023']],
  // Weights, rhythms, prices, what each one does, and the share of a fraction are no targets of their own.
  ['Trẻ sinh ra nặng dưới 2.500 gam dưới 6%.', ['Trẻ sinh ra nặng dưới 2.500 gam | lt | 6 | % | 2023']],
  ['100% nhóm, lớp được học 2 buổi/ngày.', ['nhóm, lớp được học 2 buổi/ngày | eq | 100 | % | 2023']],
  ['100% trẻ ăn bán trú; mức ăn 20.000 đồng/trẻ/ngày.', ['trẻ ăn bán trú | eq | 100 | % | 2023']],
  ['Trao 50 suất học bổng, mỗi suất 500.000 đồng.', ['suất học bổng | eq | 50 | suất | 2023']],
  ['Duy trì 12/12 thôn có tổ, mỗi tổ có từ 3 đến 5 người.', ['thôn có tổ | eq | 12 | thôn | 2023']],
  ['Huy động 292/292 trẻ ra lớp, đạt 100%.', ['trẻ ra lớp | eq | 292 | trẻ | 2023']],
  ['85% giáo viên đạt chuẩn mức khá trở lên.', ['giáo viên đạt chuẩn mức khá trở lên | eq | 85 | % | 2023']],
]

test.each(sentences)('%s', (sentence, targets) => {
  expect(targetsOf(`- ${sentence}`)).toEqual(targets)
})

test('the next paragraph goes on with "các chỉ tiêu trên"', () => {
  expect(
    targetsOf(`- Đến năm 2025: 90% bà mẹ uống viên sắt; 60% trẻ bú sớm.
- Đến năm 2030: các chỉ tiêu trên lần lượt đạt 95% và 70%.`).slice(2),
  ).toEqual(['bà mẹ uống viên sắt | eq | 95 | % | 2030', 'trẻ bú sớm | eq | 70 | % | 2030'])
})
