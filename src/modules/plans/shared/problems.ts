import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const plansProblem = defineProblems({
  'plans.not-found': {
    status: 404,
    vi: 'Không tìm thấy kế hoạch này. Hãy mở lại danh sách kế hoạch.',
    en: 'This plan cannot be found. Open the list of plans again.',
  },
  'plans.target-not-found': {
    status: 404,
    vi: 'Không tìm thấy chỉ tiêu này trong kế hoạch. Hãy tải lại trang.',
    en: 'This target is not in the plan. Reload the page.',
  },
  'plans.not-administrative': {
    status: 422,
    vi: 'Văn bản này không phải kế hoạch hay văn bản hành chính nên không lưu làm kế hoạch được. Hãy kiểm tra lại tệp đã chọn.',
    en: 'This text is not an administrative document and cannot be filed as a plan. Check the chosen file.',
  },
  'plans.title-needed': {
    status: 422,
    vi: 'Kế hoạch chưa có tên (trích yếu). Hãy nhập tên văn bản rồi lưu lại.',
    en: 'The plan has no title. Type the title and save again.',
  },
  'plans.number-open': {
    status: 422,
    vi: 'Chưa có số, ký hiệu văn bản. Hãy nhập, hoặc đánh dấu là văn bản chưa có số, rồi lưu lại.',
    en: 'The number of the document is missing. Type it, or mark that it has none, and save again.',
  },
  'plans.date-open': {
    status: 422,
    vi: 'Chưa có ngày ban hành. Hãy nhập, hoặc đánh dấu là văn bản chưa ghi ngày, rồi lưu lại.',
    en: 'The date of issue is missing. Type it, or mark that it has none, and save again.',
  },
  'plans.issuer-open': {
    status: 422,
    vi: 'Chưa có cơ quan ban hành. Hãy nhập, hoặc đánh dấu là chưa rõ, rồi lưu lại.',
    en: 'The issuing body is missing. Type it, or mark it unknown, and save again.',
  },
  'plans.date-wrong': {
    status: 422,
    vi: 'Ngày ban hành không có trong lịch. Hãy nhập theo dạng ngày/tháng/năm.',
    en: 'The date of issue does not exist. Type it as day/month/year.',
  },
  'plans.deadline-open': {
    status: 422,
    vi: 'Thời hạn thứ {position} chưa đủ: hãy nhập việc phải xong và ngày (hoặc ngày, tháng hằng năm), hay bỏ thời hạn đó, rồi lưu lại.',
    en: 'Deadline {position} is incomplete: type what is due and its day (or day and month of each year), or remove it, and save again.',
  },
  'plans.task-open': {
    status: 422,
    vi: 'Nhiệm vụ thứ {position} hoặc một phần của nhiệm vụ đó chưa có tên. Hãy nhập tên, hoặc bỏ đi, rồi lưu lại.',
    en: 'Task {position}, or a part of it, has no title. Type it, or remove it, and save again.',
  },
  'plans.target-open': {
    status: 422,
    vi: 'Chỉ tiêu thứ {position} chưa ghi nội dung cần đạt. Hãy nhập, hoặc bỏ chỉ tiêu đó, rồi lưu lại.',
    en: 'Target {position} does not say what it counts. Type it, or remove it, and save again.',
  },
  'plans.links-differ': {
    status: 422,
    vi: 'Số chỉ tiêu và số lựa chọn theo dõi không khớp nhau. Hãy tải lại trang rồi đọc lại văn bản.',
    en: 'The targets and the choices of how to follow them do not match. Reload the page and read the text again.',
  },
  'plans.heading-changed': {
    status: 409,
    vi: 'Số hoặc ngày của kế hoạch vừa được người khác sửa. Hãy xem lại rồi sửa tiếp nếu còn cần.',
    en: 'Somebody has just corrected the number or the day of this plan. Look again before you correct it.',
  },
  'plans.filed-before': {
    status: 409,
    vi: 'Văn bản số {number} của cơ quan này trong năm {year} đã được lưu là kế hoạch {no}. Hãy mở kế hoạch đó.',
    en: 'Document {number} of this body and year {year} has been filed already as plan {no}. Open that plan.',
  },
  'plans.same-text': {
    status: 409,
    vi: 'Chính văn bản này (chưa có số) đã được lưu là kế hoạch {no}. Hãy mở kế hoạch đó.',
    en: 'This very text (still without a number) has been filed already as plan {no}. Open that plan.',
  },
  'plans.outside-area': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong phạm vi của bạn. Hãy chọn đơn vị trong danh sách.',
    en: 'This place is not within your area. Choose a place from the list.',
  },
  'plans.value-in-future': {
    status: 422,
    vi: 'Ngày của số liệu ở sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'The day of the figure is in the future. Check the day.',
  },
  'plans.file-missing': {
    status: 422,
    vi: 'Không mở được tệp này. Hãy kiểm tra lại đường dẫn và quyền đọc tệp.',
    en: 'This file cannot be opened. Check the path and that it may be read.',
  },
  'plans.area-unknown': {
    status: 422,
    vi: 'Không có đơn vị nào mang mã {code}. Hãy dùng mã tỉnh hoặc mã xã hiện hành.',
    en: 'No place has the code {code}. Use the code of a present province or commune.',
  },
  'plans.obligations-changed': {
    status: 409,
    vi: 'Người khác vừa sửa danh sách đơn vị phải ban hành kế hoạch. Hãy tải lại trang, xem lại rồi sửa tiếp; chưa có gì của bạn được lưu.',
    en: 'Somebody else has just changed who must issue a plan. Reload the page, look again and go on; nothing of yours was saved.',
  },
  'plans.not-obliged': {
    status: 404,
    vi: 'Đơn vị này không có trong danh sách phải ban hành kế hoạch. Hãy tải lại trang.',
    en: 'This unit is not among those that must issue a plan. Reload the page.',
  },
  'plans.parent-below': {
    status: 422,
    vi: 'Kế hoạch đã chọn chính là kế hoạch này hoặc được xây dựng từ nó, nên không thể là kế hoạch cấp trên. Hãy chọn kế hoạch khác.',
    en: 'The chosen plan is this one or carries it out, so it cannot stand above it. Choose another plan.',
  },
  'plans.draft-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản thảo này; có thể bản thảo đã bị bỏ. Hãy mở lại danh sách kế hoạch.',
    en: 'This draft cannot be found; it may have been discarded. Open the list of plans again.',
  },
  'plans.drafts-several': {
    status: 409,
    vi: '{area} có nhiều bản thảo chưa ban hành. Hãy chạy lại lệnh với --draft và một trong các mã: {ids}.',
    en: '{area} has several drafts that are not issued. Run the command again with --draft and one of: {ids}.',
  },
  'plans.draft-changed': {
    status: 409,
    vi: 'Người khác đã lưu bản thảo này sau khi bạn mở. Nội dung bạn vừa gõ vẫn còn trên trang và chưa ghi đè lên bản của họ: hãy mở bản mới nhất, đối chiếu rồi lưu lại.',
    en: 'Somebody else saved this draft after you opened it. What you typed is still on the page and has overwritten nothing: open the newest version, compare and save again.',
  },
  'plans.draft-issued': {
    status: 409,
    vi: 'Bản thảo này đã được ban hành thành kế hoạch nên không sửa được nữa. Hãy mở kế hoạch đã ban hành.',
    en: 'This draft has been issued as a plan and can no longer be changed. Open the issued plan.',
  },
  'plans.draft-parent-needed': {
    status: 422,
    vi: 'Hãy chọn kế hoạch cấp trên để xây dựng kế hoạch từ đó.',
    en: 'Choose the plan above to make this plan from.',
  },
  'plans.draft-earlier-needed': {
    status: 422,
    vi: 'Hãy chọn kế hoạch kỳ trước của đơn vị để xây dựng kế hoạch từ đó.',
    en: 'Choose the earlier plan of the unit to make this plan from.',
  },
  'plans.template-unknown': {
    status: 422,
    vi: 'Không có mẫu kế hoạch này. Hãy chọn một mẫu trong danh sách.',
    en: 'There is no such template. Choose one from the list.',
  },
  'plans.issued-in-future': {
    status: 422,
    vi: 'Ngày ban hành ở sau hôm nay. Hãy nhập ngày đã ký văn bản.',
    en: 'The day of issue is in the future. Type the day on which it was signed.',
  },
  'plans.split-no-children': {
    status: 422,
    vi: 'Các đơn vị cấp dưới chưa có trẻ nào trong sổ nên không chia theo số trẻ được. Hãy chia bằng tay.',
    en: 'The units below have no child in the register, so nothing can be shared out by children. Split by hand.',
  },
  'plans.split-no-baseline': {
    status: 422,
    vi: 'Chưa đủ mức xuất phát của các đơn vị. Hãy nhập mức hiện nay của từng đơn vị rồi chia lại.',
    en: 'The level that each unit starts from is not complete. Type it for every unit and split again.',
  },
})
