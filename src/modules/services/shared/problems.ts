import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const servicesProblem = defineProblems({
  'services.unknown-item': {
    status: 422,
    vi: 'Gói dịch vụ không có dịch vụ này. Hãy tải lại trang và chọn dịch vụ trong danh sách.',
    en: 'The service package has no such service. Reload the page and choose one from the list.',
  },
  'services.not-for-children': {
    status: 422,
    vi: 'Dịch vụ này dành cho phụ nữ mang thai, không ghi nhận cho trẻ được.',
    en: 'This service is for pregnant women and cannot be recorded for a child.',
  },
  'services.before-birth': {
    status: 422,
    vi: 'Ngày thực hiện trước ngày sinh của trẻ. Hãy kiểm tra lại ngày thực hiện hoặc ngày sinh.',
    en: 'The day of the service is before the child was born. Check the day, or the date of birth.',
  },
  'services.in-future': {
    status: 422,
    vi: 'Ngày thực hiện ở sau hôm nay. Chỉ ghi nhận dịch vụ đã thực hiện.',
    en: 'The day of the service is in the future. Record only what has been done.',
  },
  'services.too-old': {
    status: 422,
    vi: 'Vào ngày này người được ghi nhận đã đủ 16 tuổi. Hãy kiểm tra lại ngày thực hiện.',
    en: 'On that day the person was 16 or older. Check the day of the service.',
  },
  'services.dose-needed': {
    status: 422,
    vi: 'Dịch vụ này có {count} mũi (liều). Hãy chọn mũi thứ mấy.',
    en: 'This service has {count} doses. Choose which one was given.',
  },
  'services.dose-unknown': {
    status: 422,
    vi: 'Dịch vụ này chỉ có {count} mũi (liều). Hãy chọn lại mũi.',
    en: 'This service has only {count} dose(s). Choose the dose again.',
  },
  'services.done-before': {
    status: 409,
    vi: 'Dịch vụ (hoặc mũi) này đã được ghi nhận cho trẻ. Nếu lần trước ghi sai, hãy hoàn tác lần ghi đó trước.',
    en: 'This service (or dose) has been recorded for the child already. If that record is wrong, undo it first.',
  },
  'services.same-day': {
    status: 409,
    vi: 'Dịch vụ này đã được ghi nhận cho trẻ trong cùng ngày. Không cần ghi lại.',
    en: 'This service has been recorded for the child on the same day. There is nothing more to do.',
  },
  'services.dose-order': {
    status: 422,
    vi: 'Chưa có ghi nhận mũi {dose}. Hãy ghi mũi {dose} trước, hoặc đánh dấu "đã tiêm không theo lịch" rồi lưu lại.',
    en: 'Dose {dose} has not been recorded. Record it first, or mark "given outside the timetable" and save again.',
  },
  'services.dose-gap': {
    status: 422,
    vi: 'Khoảng cách giữa hai mũi phải ít nhất {days} ngày. Hãy kiểm tra ngày; nếu đã tiêm thật, hãy đánh dấu "đã tiêm không theo lịch" rồi lưu lại.',
    en: 'Two doses must be at least {days} days apart. Check the day; if it was really given, mark "given outside the timetable" and save again.',
  },
  'services.dose-early': {
    status: 422,
    vi: 'Trẻ chưa đủ tuổi cho mũi này vào ngày đã ghi. Hãy kiểm tra ngày; nếu đã tiêm thật, hãy đánh dấu "đã tiêm không theo lịch" rồi lưu lại.',
    en: 'The child was too young for this dose on that day. Check the day; if it was really given, mark "given outside the timetable" and save again.',
  },
  'services.reason-needed': {
    status: 422,
    vi: 'Hãy ghi lý do gia đình từ chối hoặc lý do chống chỉ định vào ô Ghi chú.',
    en: 'Write into the note why the family refused, or why it must not be given.',
  },
  'services.paper-too-long': {
    status: 422,
    vi: 'Danh sách có hơn {count} trẻ nên không in một lần được. Hãy chọn một thôn, một dịch vụ hoặc thời gian ngắn hơn.',
    en: 'The list has more than {count} children and cannot be printed at once. Choose a village, a service or a shorter time.',
  },
  'services.record-not-found': {
    status: 404,
    vi: 'Không tìm thấy ghi nhận này. Có thể người khác đã hoàn tác; hãy tải lại trang.',
    en: 'This record cannot be found. Someone may have undone it; reload the page.',
  },
  'services.child-not-found': {
    status: 404,
    vi: 'Không tìm thấy trẻ này trong địa bàn của bạn. Hãy tìm lại trong danh sách trẻ.',
    en: 'This child cannot be found in your area. Look again in the list of children.',
  },
  'services.pregnancy-not-found': {
    status: 404,
    vi: 'Không tìm thấy thai kỳ này trong địa bàn của bạn. Hãy mở lại danh sách phụ nữ mang thai.',
    en: 'This pregnancy cannot be found in your area. Open the list of pregnant women again.',
  },
  'services.not-for-women': {
    status: 422,
    vi: 'Dịch vụ này dành cho trẻ, không ghi nhận trong thai kỳ được. Hãy chọn dịch vụ khác trong danh sách.',
    en: 'This service is for children and cannot be recorded for a pregnancy. Choose another from the list.',
  },
  'services.before-pregnancy': {
    status: 422,
    vi: 'Ngày thực hiện ở trước thai kỳ này. Hãy kiểm tra lại ngày thực hiện hoặc ngày dự sinh.',
    en: 'The day of the service is before this pregnancy. Check the day, or the expected day.',
  },
  'services.after-pregnancy': {
    status: 422,
    vi: 'Ngày thực hiện ở sau ngày thai kỳ kết thúc. Hãy kiểm tra lại ngày thực hiện.',
    en: 'The day of the service is after the end of the pregnancy. Check the day.',
  },
  'services.done-before-woman': {
    status: 409,
    vi: 'Dịch vụ này đã được ghi nhận trong thai kỳ. Nếu lần trước ghi sai, hãy hoàn tác lần ghi đó trước.',
    en: 'This service has been recorded for the pregnancy already. If that record is wrong, undo it first.',
  },
  'services.same-day-woman': {
    status: 409,
    vi: 'Dịch vụ này đã được ghi nhận cho chị trong cùng ngày. Không cần ghi lại.',
    en: 'This service has been recorded for her on the same day. There is nothing more to do.',
  },
  'services.women-paper-too-long': {
    status: 422,
    vi: 'Danh sách có hơn {count} phụ nữ nên không in một lần được. Hãy chọn một xã, một thôn hoặc một dịch vụ.',
    en: 'The list has more than {count} women and cannot be printed at once. Choose a commune, a village or a service.',
  },
  'services.id-used': {
    status: 409,
    vi: 'Mã của ghi nhận này đã dùng cho nội dung khác. Hãy tải lại trang rồi ghi lại.',
    en: 'The id of this record was used for something else. Reload the page and record it again.',
  },
  'services.village-unknown': {
    status: 404,
    vi: 'Không tìm thấy thôn này trong địa bàn của bạn. Hãy chọn lại thôn.',
    en: 'This village cannot be found in your area. Choose the village again.',
  },
  'services.package-no-item': {
    status: 422,
    vi: 'Gói của cấp trên không có dịch vụ {name}. Hãy tải lại trang rồi sửa lại.',
    en: 'The package of the level above has no service {name}. Reload the page and change it again.',
  },
  'services.package-mandatory': {
    status: 422,
    vi: 'Dịch vụ {name} là bắt buộc theo gói của cấp trên nên không bỏ được.',
    en: 'The level above has made the service {name} mandatory; it cannot be removed.',
  },
  'services.package-narrower': {
    status: 422,
    vi: 'Dịch vụ {name} là bắt buộc theo gói của cấp trên: chỉ được mở rộng đối tượng hoặc định ngày của đợt, không được thu hẹp, đổi tuổi hay chuyển thành tự nguyện.',
    en: 'The level above has made the service {name} mandatory: only its conditions may be widened and the days of its rounds set.',
  },
  'services.package-doses': {
    status: 422,
    vi: 'Lịch từng mũi của dịch vụ {name} do Bộ Y tế quy định, địa phương không đổi được tuổi và nhịp.',
    en: 'The Ministry of Health sets the timetable of {name}; a place cannot change its ages or rhythm.',
  },
  'services.package-window': {
    status: 422,
    vi: 'Tuổi hoặc ngày của dịch vụ {name} chưa đúng: ngày kết thúc phải sau ngày bắt đầu. Hãy kiểm tra lại.',
    en: 'The ages or days of the service {name} are not right: the end must come after the beginning.',
  },
  'services.version-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản gói dịch vụ này. Hãy mở lại danh sách các bản.',
    en: 'This version of the package cannot be found. Open the list of versions again.',
  },
  'services.version-no-package': {
    status: 422,
    vi: 'Chỉ trung ương, tỉnh và xã lập gói dịch vụ. Hãy chọn vai trò ở một trong các cấp đó.',
    en: 'Only the nation, provinces and communes write packages. Choose a role at one of these levels.',
  },
  'services.version-one-draft': {
    status: 409,
    vi: 'Đơn vị đã có một bản nháp. Hãy sửa tiếp bản đó, hoặc xóa đi rồi lập bản mới.',
    en: 'There is a draft of this unit already. Go on with it, or delete it first.',
  },
  'services.version-approved': {
    status: 409,
    vi: 'Bản này đã được phê duyệt nên không sửa được. Hãy lập bản mới.',
    en: 'This version has been approved and cannot be changed. Write a new one.',
  },
  'services.version-changed': {
    status: 409,
    vi: 'Người khác vừa sửa bản nháp này. Hãy tải lại trang để thấy nội dung mới rồi làm lại.',
    en: 'Somebody has just changed this draft. Reload the page to see it, then do it again.',
  },
  'services.version-too-early': {
    status: 422,
    vi: 'Bản này có hiệu lực sớm nhất từ ngày đầu của 6 tháng hiện tại, để số liệu kỳ đã khép không thay đổi. Hãy chọn ngày khác.',
    en: 'A version can be in force from the first day of the current half-year at the earliest, so that closed periods stay as they were.',
  },
  'services.version-decided-later': {
    status: 422,
    vi: 'Ngày quyết định ở sau hôm nay. Chỉ phê duyệt khi đã có quyết định.',
    en: 'The day of the decision is in the future. Approve only once it has been taken.',
  },
  'services.version-days': {
    status: 422,
    vi: 'Ngày hết hiệu lực ở trước ngày có hiệu lực. Hãy kiểm tra lại hai ngày.',
    en: 'The last day in force is before the first one. Check both days.',
  },
  'services.version-day-taken': {
    status: 409,
    vi: 'Đơn vị đã có một bản có hiệu lực từ chính ngày này. Hãy chọn ngày khác.',
    en: 'This unit already has a version in force from that day. Choose another day.',
  },
})
