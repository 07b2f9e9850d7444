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
