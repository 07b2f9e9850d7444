import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const organisationsProblem = defineProblems({
  'organisations.area-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong địa bàn của bạn. Hãy chọn lại đơn vị.',
    en: 'This unit cannot be found in your area. Choose the unit again.',
  },
  'organisations.not-found': {
    status: 404,
    vi: 'Không tìm thấy cơ quan này trong địa bàn của bạn. Hãy tải lại danh sách.',
    en: 'This body cannot be found in your area. Reload the list.',
  },
  'organisations.parent-not-found': {
    status: 422,
    vi: 'Không tìm thấy cơ quan cấp trên đã chọn. Hãy chọn lại.',
    en: 'The chosen superior body cannot be found. Choose again.',
  },
  'organisations.circle': {
    status: 422,
    vi: 'Cơ quan này đang là cấp trên của cơ quan vừa chọn, nên không thể là cấp dưới. Hãy chọn cơ quan khác.',
    en: 'This body stands above the chosen one and cannot stand below it. Choose another.',
  },
  'organisations.id-used': {
    status: 409,
    vi: 'Mã này đã dùng cho nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  },
  'organisations.dates-in-order': {
    status: 422,
    vi: 'Ngày kết thúc ở trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.',
    en: 'The end is before the beginning. Check both days.',
  },
  'organisations.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa mục này. Hãy tải lại để xem bản mới rồi sửa tiếp.',
    en: 'Someone has just changed this. Reload to see the new version, then edit.',
  },
  'organisations.no-usual-set': {
    status: 422,
    vi: 'Cấp này không có bộ cơ quan thường gặp. Hãy chọn tỉnh, xã (phường, đặc khu) hoặc huyện cũ.',
    en: 'There is no usual set for this level. Choose a province, a commune or a former district.',
  },
  'organisations.succession-to-itself': {
    status: 422,
    vi: 'Một cơ quan không thể kế tiếp chính nó. Hãy chọn cơ quan khác.',
    en: 'A body cannot follow itself. Choose another.',
  },
  'organisations.succession-too-early': {
    status: 422,
    vi: 'Vào ngày chuyển giao, cơ quan kế tiếp chưa có. Hãy kiểm tra lại ngày.',
    en: 'On the day of the handover the successor did not exist yet. Check the day.',
  },
  'organisations.succession-too-late': {
    status: 422,
    vi: 'Ngày chuyển giao ở sau ngày cơ quan cũ kết thúc. Hãy kiểm tra lại ngày.',
    en: 'The handover is after the earlier body ended. Check the day.',
  },
  'organisations.focal-not-later': {
    status: 422,
    vi: 'Đầu mối mới phải bắt đầu sau ngày {from} (ngày đầu mối hiện nay bắt đầu). Hãy chọn ngày khác.',
    en: 'The new focal agency must begin after {from}, when the present one began. Choose another day.',
  },
  'organisations.desk-elsewhere': {
    status: 422,
    vi: 'Bộ phận phụ trách phải thuộc cơ quan đầu mối đã chọn. Hãy chọn lại bộ phận.',
    en: 'The desk in charge must belong to the chosen focal agency. Choose the desk again.',
  },
  'organisations.board-not-found': {
    status: 404,
    vi: 'Không tìm thấy ban này trong địa bàn của bạn. Hãy tải lại danh sách.',
    en: 'This board cannot be found in your area. Reload the list.',
  },
  'organisations.board-ended': {
    status: 409,
    vi: 'Ban này đã kết thúc nên không ghi thêm được. Hãy lập ban mới.',
    en: 'This board has ended; nothing can be added. Set up a new one.',
  },
  'organisations.member-not-found': {
    status: 404,
    vi: 'Không tìm thấy thành viên này. Hãy tải lại trang.',
    en: 'This member cannot be found. Reload the page.',
  },
  'organisations.before-board': {
    status: 422,
    vi: 'Ngày này ở trước ngày ban được lập ({from}). Hãy kiểm tra lại ngày.',
    en: 'This day is before the board was set up ({from}). Check the day.',
  },
  'organisations.second-chair': {
    status: 409,
    vi: 'Ban đang có trưởng ban. Hãy kết thúc vai trò của trưởng ban cũ trước khi thêm người mới.',
    en: 'The board has a chair. End the earlier chair before adding a new one.',
  },
  'organisations.met-in-future': {
    status: 422,
    vi: 'Ngày họp ở sau hôm nay. Chỉ ghi biên bản cuộc họp đã diễn ra.',
    en: 'The meeting is in the future. Record the minutes of what has taken place.',
  },
  'organisations.due-before-meeting': {
    status: 422,
    vi: 'Có việc phải làm xong trước ngày họp. Hãy kiểm tra lại hạn của từng việc.',
    en: 'A task is due before the meeting. Check the due days.',
  },
  'organisations.followup-not-found': {
    status: 404,
    vi: 'Không tìm thấy việc này. Hãy tải lại trang.',
    en: 'This task cannot be found. Reload the page.',
  },
  'organisations.staff-not-found': {
    status: 404,
    vi: 'Không tìm thấy người này trong địa bàn của bạn. Hãy tải lại danh sách.',
    en: 'This person cannot be found in your area. Reload the list.',
  },
  'organisations.post-not-found': {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này của người đã chọn. Hãy tải lại trang.',
    en: 'This post of the person cannot be found. Reload the page.',
  },
  'organisations.post-elsewhere': {
    status: 422,
    vi: 'Nơi làm việc phải nằm trong đơn vị quản lý người này. Hãy chọn lại nơi làm việc.',
    en: 'The place of the post must lie within the unit that keeps this person. Choose the place again.',
  },
  'organisations.collaborator-in-village': {
    status: 422,
    vi: 'Cộng tác viên làm việc ở một thôn. Hãy chọn thôn.',
    en: 'A collaborator works in a village. Choose the village.',
  },
  'organisations.post-overlaps': {
    status: 409,
    vi: 'Người này đang giữ nhiệm vụ đó ở nơi đó trong cùng thời gian. Không cần ghi lại.',
    en: 'This person holds that post in that place at that time already.',
  },
  'organisations.account-not-found': {
    status: 422,
    vi: 'Không có tài khoản nào với tên đăng nhập này trong địa bàn của bạn. Hãy kiểm tra lại, hoặc để trống.',
    en: 'No account in your area has this user name. Check it, or leave the field empty.',
  },
  'organisations.account-taken': {
    status: 409,
    vi: 'Tài khoản này đã gắn với một người khác trong sổ. Hãy kiểm tra lại tên đăng nhập.',
    en: 'This account belongs to another person of the register. Check the user name.',
  },
  'organisations.post-of-no-body': {
    status: 404,
    vi: 'Không tìm thấy nhiệm vụ này trong một cơ quan của địa bàn bạn. Hãy ghi “Thuộc cơ quan” cho nhiệm vụ của người đó rồi chọn lại.',
    en: 'No such post in a body of your area. Say which body the post belongs to, then choose again.',
  },
  'organisations.second-head': {
    status: 409,
    vi: 'Trong thời gian này cơ quan đã có người đứng đầu khác. Hãy kết thúc nhiệm vụ của người trước, hoặc bỏ ghi người đứng đầu cũ.',
    en: 'The body has another head in these days. End the earlier post, or take back the earlier head.',
  },
  'organisations.matter-not-found': {
    status: 404,
    vi: 'Không tìm thấy việc này trong phạm vi bạn được xem. Hãy tải lại danh sách.',
    en: 'This matter cannot be found among those you may see. Reload the list.',
  },
  'organisations.late-work-not-found': {
    status: 422,
    vi: 'Báo cáo hoặc nhiệm vụ đã chọn không còn trong danh sách quá hạn của nơi này. Hãy chọn lại, hoặc ghi bằng lời.',
    en: 'The chosen report or task is no longer late in this place. Choose again, or say it in words.',
  },
  'organisations.own-matter': {
    status: 422,
    vi: 'Việc này về chính bạn: bạn chỉ ghi được phần giải trình. Lãnh đạo khác hoặc cấp trên ghi phần còn lại.',
    en: 'This matter is about you: you can only write your answer. Another leader or the level above writes the rest.',
  },
  'organisations.reason-needed': {
    status: 422,
    vi: 'Nội dung đã ghi bị sửa hoặc bỏ đi. Hãy ghi lý do sửa.',
    en: 'Something that was written is changed or taken away. Give the reason.',
  },
  'organisations.matter-in-future': {
    status: 422,
    vi: 'Có ngày ở sau hôm nay. Chỉ ghi việc đã diễn ra; hãy kiểm tra lại các ngày.',
    en: 'A day is in the future. Record what has happened; check the days.',
  },
  'organisations.found-before-it-happened': {
    status: 422,
    vi: 'Ngày phát hiện ở trước ngày xảy ra. Hãy kiểm tra lại hai ngày.',
    en: 'It was found before it happened. Check both days.',
  },
  'organisations.not-head-then': {
    status: 422,
    vi: 'Vào ngày xảy ra, người này không phải là người đứng đầu cơ quan. Hãy chọn người đứng đầu của ngày đó, hoặc sửa ngày.',
    en: 'On the day it happened this person was not the head of the body. Choose the head of that day, or change the day.',
  },
  'organisations.answered-before-found': {
    status: 422,
    vi: 'Ngày giải trình ở trước ngày phát hiện. Hãy kiểm tra lại hai ngày.',
    en: 'The answer is dated before the finding. Check both days.',
  },
  'organisations.half-answered': {
    status: 422,
    vi: 'Giải trình cần đủ nội dung và ngày. Hãy ghi cả hai, hoặc để trống cả hai.',
    en: 'An answer needs its words and its day. Fill in both, or leave both empty.',
  },
  'organisations.discipline-needs-decision': {
    status: 422,
    vi: 'Kỷ luật phải có quyết định. Hãy ghi số và ngày của quyết định.',
    en: 'Discipline needs a decision. Give its number and its day.',
  },
  'organisations.decided-before-found': {
    status: 422,
    vi: 'Ngày của văn bản xử lý ở trước ngày phát hiện. Hãy kiểm tra lại hai ngày.',
    en: 'The measure is dated before the finding. Check both days.',
  },
  'organisations.concluded-before-found': {
    status: 422,
    vi: 'Ngày kết luận ở trước ngày phát hiện. Hãy kiểm tra lại hai ngày.',
    en: 'The conclusion is dated before the finding. Check both days.',
  },
  'organisations.concluded-without-measure': {
    status: 422,
    vi: 'Chưa chọn hình thức xử lý nên chưa kết luận được. Nếu không có lỗi, hãy chọn “Không xử lý vì không có lỗi”.',
    en: 'Without a measure it cannot be concluded. If there was no fault, choose "None: not at fault".',
  },
  'organisations.half-concluded': {
    status: 422,
    vi: 'Kết luận cần đủ nội dung và ngày. Hãy ghi cả hai, hoặc để trống cả hai.',
    en: 'A conclusion needs its words and its day. Fill in both, or leave both empty.',
  },
  'organisations.names-a-child': {
    status: 422,
    vi: 'Nội dung có dãy 12 chữ số như số định danh cá nhân. Không ghi tên, số định danh, địa chỉ của trẻ em ở đây; hãy bỏ dãy số đó.',
    en: 'The text holds 12 digits like a personal identity number. Write no name, number or address of a child here.',
  },
})
