/**
 * The 14 groups of children in special circumstances, by number (Luật Trẻ em 2016, Article 10.1).
 * Held equal to db/reference/special-circumstances by a test.
 */
export const specialCircumstances = [
  'Trẻ em mồ côi cả cha và mẹ',
  'Trẻ em bị bỏ rơi',
  'Trẻ em không nơi nương tựa',
  'Trẻ em khuyết tật',
  'Trẻ em nhiễm HIV/AIDS',
  'Trẻ em vi phạm pháp luật',
  'Trẻ em nghiện ma túy',
  'Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở',
  'Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực',
  'Trẻ em bị bóc lột',
  'Trẻ em bị xâm hại tình dục',
  'Trẻ em bị mua bán',
  'Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo',
  'Trẻ em di cư, lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc',
] as const

/** Sub-groups of the 14 groups, by number as "group.sub-group" (NĐ 56/2017/NĐ-CP, Articles 3 to 16). */
export const circumstanceSubgroups = {
  '1.1': 'Không có người chăm sóc',
  '1.2': 'Được nuôi dưỡng trong cơ sở cung cấp dịch vụ bảo vệ trẻ em hoặc cơ sở trợ giúp xã hội',
  '1.3': 'Sống với người thân thích',
  '1.4': 'Được nhận chăm sóc thay thế bởi người không phải thân thích (trừ con nuôi)',
  '2.1': 'Chưa được chăm sóc thay thế',
  '2.2': 'Được chăm sóc thay thế',
  '3.1': 'Mồ côi cha hoặc mẹ, người còn lại mất tích',
  '3.2':
    'Mồ côi cha hoặc mẹ, người còn lại đang được chăm sóc tại cơ sở trợ giúp xã hội hoặc không còn khả năng chăm sóc',
  '3.3':
    'Mồ côi cha hoặc mẹ, người còn lại đang chấp hành án phạt tù hoặc quyết định đưa vào cơ sở giáo dục bắt buộc, cơ sở cai nghiện bắt buộc',
  '3.4': 'Cả cha và mẹ mất tích',
  '3.5': 'Cha hoặc mẹ mất tích, người còn lại đang được chăm sóc tại cơ sở trợ giúp xã hội',
  '3.6':
    'Cha hoặc mẹ mất tích, người còn lại đang chấp hành án phạt tù hoặc quyết định đưa vào cơ sở giáo dục bắt buộc, cơ sở cai nghiện bắt buộc',
  '3.7': 'Cả cha và mẹ không còn khả năng chăm sóc',
  '3.8': 'Cả cha và mẹ đang được chăm sóc tại cơ sở trợ giúp xã hội',
  '3.9':
    'Cả cha và mẹ đang chấp hành án phạt tù hoặc quyết định đưa vào cơ sở giáo dục bắt buộc, cơ sở cai nghiện bắt buộc',
  '3.10':
    'Cha hoặc mẹ đang được chăm sóc tại cơ sở trợ giúp xã hội, người còn lại đang chấp hành án phạt tù hoặc quyết định đưa vào cơ sở giáo dục bắt buộc, cơ sở cai nghiện bắt buộc',
  '3.11': 'Cả cha và mẹ đều trong độ tuổi trẻ em',
  '3.12': 'Cả cha và mẹ bị hạn chế quyền làm cha mẹ, hoặc trẻ tạm thời cách ly khỏi cha hoặc mẹ',
  '4.1': 'Khuyết tật đặc biệt nặng',
  '4.2': 'Khuyết tật nặng',
  '4.3': 'Khuyết tật nhẹ',
  '5.1': 'Nhiễm HIV/AIDS theo quy định',
  '6.1':
    'Đang bị áp dụng biện pháp xử lý hành chính (giáo dục tại xã, trường giáo dưỡng) hoặc biện pháp thay thế quản lý tại gia đình',
  '6.2':
    'Chưa xác định nơi cư trú ổn định, đang chấp hành giáo dục tại xã, cơ sở bảo vệ trẻ em hoặc trợ giúp xã hội',
  '6.3': 'Đang bị áp dụng biện pháp tư pháp, hoặc hình phạt cải tạo không giam giữ, tù có thời hạn, án treo',
  '6.4': 'Chấp hành xong án tù hoặc xong trường giáo dưỡng',
  '7.1': 'Trong cơ sở cai nghiện',
  '7.2': 'Cai nghiện, điều trị tại gia đình, cộng đồng',
  '8.1': 'Không có người chăm sóc',
  '8.2': 'Sống cùng cha, mẹ hoặc người chăm sóc',
  '9.1':
    'Bạo lực dẫn đến rối loạn tâm thần, hành vi, hạn chế giao tiếp, học tập hoặc tự phục vụ, theo kết luận chuyên môn',
  '10.1': 'Bị bắt buộc lao động trái pháp luật',
  '10.2': 'Bị lôi kéo, ép buộc trình diễn hoặc bị sử dụng sản xuất sản phẩm khiêu dâm',
  '10.3': 'Bị lôi kéo vào hoạt động du lịch mà bị xâm hại tình dục; bị cho, nhận, cung cấp để mại dâm',
  '10.4': 'Bị lôi kéo vận chuyển, mua bán, sản xuất, tàng trữ chất gây nghiện, hàng cấm',
  '10.5': 'Bị lôi kéo vào hoạt động trục lợi khác',
  '11.1': 'Bị hiếp dâm',
  '11.2': 'Bị cưỡng dâm',
  '11.3': 'Bị giao cấu',
  '11.4': 'Bị dâm ô',
  '11.5': 'Bị sử dụng vào mục đích mại dâm, khiêu dâm',
  '12.1': 'Trở về sống với cha, mẹ',
  '12.2': 'Trở về, được nhận chăm sóc thay thế',
  '13.1': 'Thuộc hộ nghèo',
  '13.2': 'Thuộc hộ cận nghèo',
  '14.1': 'Công dân Việt Nam di cư, lánh nạn trong nước',
  '14.2': 'Có quốc tịch nước ngoài, không có người chăm sóc',
  '14.3': 'Chưa xác định được quốc tịch',
} as const
