import { defineProblems } from '#base/problem.ts'

export const dutiesProblem = defineProblems({
  'duties.not-found': {
    status: 404,
    vi: 'Không có nhiệm vụ báo cáo này trong địa bàn của bạn. Hãy mở lại trang Hạn báo cáo rồi chọn từ danh sách.',
    en: 'There is no such duty in your area. Open the page of duties again and choose from the list.',
  },
  'duties.no-units-below': {
    status: 422,
    vi: 'Chỉ cấp tỉnh và trung ương theo dõi các đơn vị cấp dưới. Hãy đổi vai trò hoặc xem nhiệm vụ của đơn vị mình.',
    en: 'Only provinces and the nation follow units below. Change the role or see the duties of your own unit.',
  },
  'duties.by-report': {
    status: 409,
    vi: 'Nhiệm vụ này đã gửi bằng báo cáo lập trong chương trình. Hãy mở báo cáo đó để xem hoặc sửa.',
    en: 'This duty was sent with a report of this product. Open that report to see or correct it.',
  },
  'duties.in-future': {
    status: 422,
    vi: 'Ngày gửi ở sau hôm nay. Hãy ghi ngày đã gửi thật.',
    en: 'The day of sending lies in the future. Give the day on which it was really sent.',
  },
  'duties.event-in-future': {
    status: 422,
    vi: 'Thời điểm xảy ra ở sau bây giờ. Hãy ghi đúng ngày giờ đã xảy ra.',
    en: 'The moment lies in the future. Give the day and hour at which it happened.',
  },
  'duties.not-by-event': {
    status: 422,
    vi: 'Nhiệm vụ này theo kỳ, không theo sự việc. Hãy chọn một nhiệm vụ gửi sau khi có sự việc.',
    en: 'This duty follows periods, not events. Choose one that follows an event.',
  },
  'duties.wrong-level': {
    status: 422,
    vi: 'Đơn vị của bạn chỉ đặt hạn cho chính mình hoặc cho cấp ngay dưới. Hãy chọn lại cấp.',
    en: 'Your unit sets days for itself or for the level directly below. Choose the level again.',
  },
  'duties.no-such-area': {
    status: 404,
    vi: 'Không có đơn vị hành chính mã {code}. Hãy kiểm tra lại mã của tỉnh hoặc xã.',
    en: 'There is no unit with the code {code}. Check the code of the province or commune.',
  },
  'duties.nothing-to-take-back': {
    status: 404,
    vi: 'Nhiệm vụ này chưa được ghi là đã gửi ngoài chương trình nên không có gì để bỏ.',
    en: 'This duty was not marked as sent outside the product: there is nothing to take back.',
  },
})
