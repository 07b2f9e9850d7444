import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const tasksProblem = defineProblems({
  'tasks.not-found': {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này trong phạm vi của bạn. Hãy mở lại trang Việc của cơ quan tôi.',
    en: 'This task is not within your area. Open the page My agency’s work again.',
  },
  'tasks.area-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong phạm vi của bạn. Hãy chọn đơn vị trong danh sách.',
    en: 'This place is not within your area. Choose a place from the list.',
  },
  'tasks.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa cập nhật nhiệm vụ này. Hãy tải lại trang, xem nội dung mới rồi nhập lại.',
    en: 'Somebody else has just changed this task. Reload the page, read what is new and enter yours again.',
  },
  'tasks.id-used': {
    status: 409,
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id already stands for something else. Reload the page and enter it again.',
  },
  'tasks.late-needs-reason': {
    status: 422,
    vi: 'Nhiệm vụ đã quá hạn. Hãy ghi lý do chậm (và bước tiếp theo) trước khi lưu.',
    en: 'The task is late. Say why, and what comes next, before saving.',
  },
  'tasks.stopped-needs-reason': {
    status: 422,
    vi: 'Hãy ghi lý do dừng nhiệm vụ trước khi lưu.',
    en: 'Say why the task was stopped before saving.',
  },
  'tasks.done-needs-day': {
    status: 422,
    vi: 'Hãy ghi ngày hoàn thành của nhiệm vụ.',
    en: 'Say on which day the task was done.',
  },
  'tasks.done-in-future': {
    status: 422,
    vi: 'Ngày hoàn thành ở sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'The day it was done is in the future. Check the day.',
  },
  'tasks.dates-in-order': {
    status: 422,
    vi: 'Hạn hoàn thành ở trước ngày bắt đầu. Hãy kiểm tra lại hai ngày này.',
    en: 'The due day is before the first day. Check both.',
  },
  'tasks.body-not-found': {
    status: 422,
    vi: 'Không tìm thấy cơ quan hoặc bộ phận đã chọn. Hãy tải lại trang rồi chọn lại.',
    en: 'The chosen body cannot be found. Reload the page and choose again.',
  },
  'tasks.person-not-found': {
    status: 422,
    vi: 'Không tìm thấy người được giao trong đơn vị này. Hãy tải lại trang rồi chọn lại.',
    en: 'The person is not found in this place. Reload the page and choose again.',
  },
  'tasks.below-activity': {
    status: 422,
    vi: 'Hoạt động không có hoạt động con. Hãy thêm vào nhiệm vụ của kế hoạch.',
    en: 'An activity has no activities of its own. Add it to the task of the plan.',
  },
  'tasks.evidence-kind': {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, ảnh (JPG, PNG), Word (.docx) và Excel (.xlsx) còn đọc được. Hãy lưu sang một trong các dạng này rồi tải lên lại.',
    en: 'Only readable PDF, pictures (JPG, PNG), Word (.docx) and Excel (.xlsx) files are taken. Save the file as one of these and upload it again.',
  },
  'tasks.evidence-size': {
    status: 422,
    vi: 'Tệp lớn hơn 10 MB. Hãy chia nhỏ hoặc giảm chất lượng bản quét rồi tải lên lại.',
    en: 'The file is larger than 10 MB. Split it or scan it in lower quality and upload it again.',
  },
  'tasks.evidence-not-found': {
    status: 404,
    vi: 'Không tìm thấy tệp minh chứng này. Có thể người khác đã gỡ tệp. Hãy tải lại trang.',
    en: 'This file cannot be found; somebody may have taken it away. Reload the page.',
  },
  'tasks.too-much-evidence': {
    status: 422,
    vi: 'Nhiệm vụ đã có 20 tệp minh chứng. Hãy gỡ bớt tệp cũ trước khi thêm tệp mới.',
    en: 'The task has 20 files already. Take one away before adding another.',
  },
  'tasks.plan-closed': {
    status: 409,
    vi: 'Kế hoạch đã kết thúc nên chỉ xem được. Muốn cập nhật, hãy mở lại kế hoạch và ghi lý do.',
    en: 'The plan is closed and can only be read. To change something, reopen the plan and say why.',
  },
  'tasks.event-not-found': {
    status: 404,
    vi: 'Không tìm thấy sự kiện này trong lịch của đơn vị. Hãy tải lại trang lịch.',
    en: 'This event is not in the calendar of the unit. Reload the calendar.',
  },
  'tasks.event-changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa sự kiện này. Hãy tải lại trang lịch rồi sửa lại.',
    en: 'Somebody else has just changed this event. Reload the calendar and change it again.',
  },
  'tasks.event-dates-in-order': {
    status: 422,
    vi: 'Ngày kết thúc ở trước ngày bắt đầu. Hãy kiểm tra lại hai ngày này.',
    en: 'The last day is before the first. Check both.',
  },
  'tasks.difficulty-not-found': {
    status: 404,
    vi: 'Không tìm thấy khó khăn, vướng mắc này trong phạm vi của bạn. Hãy mở lại danh sách.',
    en: 'This difficulty is not within your area. Open the list again.',
  },
  'tasks.difficulty-closed': {
    status: 409,
    vi: 'Nội dung này đã kết thúc. Bên gửi cần mở lại trước khi viết tiếp.',
    en: 'This one is settled. The sender must reopen it before anything is added.',
  },
  'tasks.difficulty-changed-meanwhile': {
    status: 409,
    vi: 'Bên kia vừa viết thêm. Hãy tải lại trang, đọc rồi quyết định lại.',
    en: 'The other side has just written. Reload the page, read it and decide again.',
  },
  'tasks.sender-closes': {
    status: 409,
    vi: 'Chỉ bên gửi kết thúc hoặc mở lại nội dung này. Hãy viết câu trả lời.',
    en: 'Only the sender settles or reopens it. Write an answer instead.',
  },
  'tasks.nobody-above': {
    status: 422,
    vi: 'Không có cấp trên để gửi. Hãy ghi khó khăn vào báo cáo.',
    en: 'There is no place above to send it to. Put it into the report.',
  },
  'tasks.review-not-found': {
    status: 404,
    vi: 'Không tìm thấy đợt đánh giá này trong phạm vi của bạn. Hãy mở lại trang kế hoạch.',
    en: 'This review is not within your area. Open the plan again.',
  },
  'tasks.not-coordinating': {
    status: 422,
    vi: 'Cơ quan này không phối hợp thực hiện nhiệm vụ. Hãy chọn một cơ quan phối hợp của nhiệm vụ.',
    en: 'This body does not coordinate on the task. Choose one of its coordinating bodies.',
  },
  'tasks.contribution-not-found': {
    status: 404,
    vi: 'Không tìm thấy phần việc này. Hãy tải lại trang.',
    en: 'This contribution cannot be found. Reload the page.',
  },
  'tasks.contribution-of-other': {
    status: 409,
    vi: 'Chỉ người đã ghi mới rút lại được phần việc này.',
    en: 'Only whoever wrote this can take it back.',
  },
  'tasks.difficulty-answered-already': {
    status: 409,
    vi: 'Cấp trên đã trả lời nên không rút lại được. Khi vướng mắc đã xong, hãy bấm “Đã giải quyết”.',
    en: 'It was answered already and cannot be taken back. Once it is settled, say so.',
  },
  'tasks.review-begun': {
    status: 409,
    vi: 'Kế hoạch đã có đợt đánh giá loại này vào ngày đó. Hãy mở đợt đó để viết tiếp.',
    en: 'The plan has a review of this kind and day. Open that one.',
  },
  'tasks.review-in-future': {
    status: 422,
    vi: 'Ngày đánh giá ở sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'The day of the review is in the future. Check the day.',
  },
  'tasks.review-changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa nội dung này. Hãy tải lại trang, xem rồi nhập lại.',
    en: 'Somebody else has just changed this. Reload the page, read it and enter yours again.',
  },
  'tasks.subject-not-found': {
    status: 404,
    vi: 'Không tìm thấy chỉ tiêu hoặc nhiệm vụ này trong kế hoạch. Hãy tải lại trang.',
    en: 'This target or task is not in the plan. Reload the page.',
  },
  'tasks.no-figure-needs-word': {
    status: 422,
    vi: 'Hãy viết vì sao không có số liệu để kết luận.',
    en: 'Say why there is no figure to conclude from.',
  },
  'tasks.final-closes': {
    status: 422,
    vi: 'Chỉ đánh giá cuối kỳ mới kết thúc được kế hoạch. Hãy lập đợt đánh giá cuối kỳ.',
    en: 'Only a final review closes a plan. Begin a final review.',
  },
  'tasks.targets-unanswered': {
    status: 422,
    vi: 'Còn {count} chỉ tiêu chưa có kết luận: {targets}. Hãy kết luận từng chỉ tiêu rồi kết thúc kế hoạch.',
    en: '{count} targets are not answered: {targets}. Conclude on each, then close the plan.',
  },
})
