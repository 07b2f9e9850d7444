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
  'duties.urgent-not-found': {
    status: 404,
    vi: 'Không tìm thấy báo cáo khẩn này trong địa bàn của bạn. Hãy mở lại từ danh sách báo cáo khẩn.',
    en: 'This urgent report was not found in your area. Open it again from the list.',
  },
  'duties.urgent-id-used': {
    status: 409,
    vi: 'Mã gửi này đã dùng cho một báo cáo khẩn khác. Hãy tải lại trang rồi lập lại báo cáo.',
    en: 'This id belongs to another urgent report. Reload the page and make the report again.',
  },
  'duties.urgent-names-somebody': {
    status: 422,
    vi: 'Báo cáo có chỗ giống họ tên của trẻ. Hãy bỏ họ tên; người xử lý sẽ tìm trẻ qua hồ sơ vụ việc.',
    en: 'Something looks like the name of a child. Leave names out; whoever acts finds the child by the case.',
  },
  'duties.urgent-has-number': {
    status: 422,
    vi: 'Báo cáo có chỗ giống số định danh hoặc số điện thoại. Hãy bỏ số đó đi.',
    en: 'Something looks like an ID or telephone number. Leave it out.',
  },
  'duties.urgent-in-future': {
    status: 422,
    vi: 'Thời điểm biết tin hoặc ngày tử vong ở sau bây giờ. Hãy ghi đúng ngày giờ.',
    en: 'A moment lies in the future. Give the real day and hour.',
  },
  'duties.urgent-before-it-happened': {
    status: 422,
    vi: 'Lúc biết tin không thể trước lúc xảy ra. Hãy xem lại hai thời điểm.',
    en: 'It cannot be known before it happened. Check the two moments.',
  },
  'duties.urgent-own': {
    status: 403,
    vi: 'Chỉ cấp trên mới tiếp nhận báo cáo khẩn của đơn vị. Hãy chờ cấp trên, hoặc gọi điện nhắc.',
    en: 'Only a level above receives the urgent report of a unit. Wait for it, or telephone.',
  },
  'duties.urgent-not-received': {
    status: 409,
    vi: 'Hãy bấm “Đã tiếp nhận” trước, rồi mới ghi chỉ đạo.',
    en: 'Receive the report first, then answer it.',
  },
  'duties.urgent-withdrawn': {
    status: 409,
    vi: 'Báo cáo khẩn này đã được rút lại nên không xử lý tiếp.',
    en: 'This urgent report was withdrawn: nothing more is done with it.',
  },
})
