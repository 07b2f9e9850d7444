import { defineProblems } from '#base/problem.ts'

export const childrenProblem = defineProblems({
  'children.merge-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần gộp hồ sơ này. Hãy tải lại trang.',
    en: 'This merge cannot be found. Reload the page.',
  },
  'children.merge-with-itself': {
    status: 422,
    vi: 'Hai hồ sơ được chọn là một. Hãy chọn hai hồ sơ khác nhau để so sánh.',
    en: 'The two records chosen are one. Choose two different records to compare.',
  },
  'children.merge-two-numbers': {
    status: 409,
    vi: 'Hai hồ sơ mang hai số định danh cá nhân khác nhau nên không gộp được. Nếu đúng là một trẻ, hãy xóa số sai ở một hồ sơ rồi gộp lại.',
    en: 'The two records bear two different personal IDs and cannot be merged. If they are one child, remove the wrong number from one record first.',
  },
  'children.household-not-found': {
    status: 404,
    vi: 'Không tìm thấy hộ này trong địa bàn của bạn. Hãy tìm lại theo số hộ hoặc theo tên trẻ.',
    en: 'This household is not in your area. Search again by its code or by the name of a child.',
  },
  'children.household-changed': {
    status: 409,
    vi: 'Hộ này vừa được người khác sửa. Hãy tải lại trang rồi sửa lại.',
    en: 'Somebody changed this household meanwhile. Reload the page and change it again.',
  },
  'children.household-code-missing': {
    status: 422,
    vi: 'Chưa có số hộ. Hãy ghi số của hộ mà trẻ thuộc về.',
    en: 'The code of the household is missing. Write the code of the household that the child belongs to.',
  },
  'children.household-year-future': {
    status: 422,
    vi: 'Diện hộ chỉ ghi được đến năm nay. Danh sách của năm sau hãy ghi từ ngày 1/1 năm đó.',
    en: 'The status can be written up to this year. Write the list of a later year from 1 January of it.',
  },
  'children.step-changed-since': {
    status: 409,
    vi: 'Trẻ đã được ghi sang thôn khác sau lần này nên giữ nguyên. Hãy sửa trên hồ sơ của trẻ nếu cần.',
    en: 'The child was given another village since, and stays there. Change it on the page of the child if needed.',
  },
  'children.not-found': {
    status: 404,
    vi: 'Không tìm thấy trẻ này trong địa bàn của bạn. Trẻ có thể đã chuyển sang nơi khác.',
    en: 'This child is not in your area. The child may have moved elsewhere.',
  },
  'children.opening-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần mở này trong địa bàn của bạn.',
    en: 'This opening is not in your area.',
  },
  'children.opening-own': {
    status: 409,
    vi: 'Không ai tự xem lại lần mở của chính mình. Hãy để người chịu trách nhiệm khác xem.',
    en: 'Nobody reviews an opening of their own. Leave it to another responsible person.',
  },
  'children.opening-reviewed': {
    status: 409,
    vi: 'Lần mở này đã có người xem lại. Hãy tải lại trang để xem kết luận.',
    en: 'This opening was reviewed already. Reload the page to see the finding.',
  },
  'children.opening-questioned': {
    status: 409,
    vi: 'Lần mở này đã được hỏi lại. Hãy chờ câu trả lời hoặc ghi kết luận.',
    en: 'This opening was asked about already. Wait for the answer or write a finding.',
  },
  'children.opening-not-asked': {
    status: 409,
    vi: 'Không có câu hỏi nào đang chờ bạn trả lời về lần mở này.',
    en: 'No question about this opening waits for your answer.',
  },
  'children.confidential-not-yours': {
    status: 403,
    vi: 'Nhóm hoàn cảnh này thuộc phần bảo mật. Hãy báo người làm công tác bảo vệ trẻ em ghi vào.',
    en: 'This group belongs to the confidential part. Ask the child protection worker to record it.',
  },
  'children.circumstance-days': {
    status: 422,
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ngày.',
    en: 'The last day lies before the first. Correct one of them.',
  },
  'children.move-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần chuyển này trong địa bàn của bạn. Hãy tải lại trang.',
    en: 'This move is not in your area. Reload the page.',
  },
  'children.move-waits': {
    status: 409,
    vi: 'Hồ sơ của trẻ đang chờ một xã khác nhận. Hãy rút lại lần chuyển đó trước khi chuyển đến nơi khác.',
    en: 'The record waits for another commune already. Take that move back before sending it elsewhere.',
  },
  'children.move-to-same': {
    status: 422,
    vi: 'Hãy chọn một xã, phường khác với xã, phường trẻ đang ở.',
    en: 'Choose a commune other than the one where the child is.',
  },
  'children.move-day': {
    status: 422,
    vi: 'Ngày chuyển phải từ ngày sinh của trẻ đến hôm nay. Hãy sửa ngày chuyển.',
    en: 'The day of the move must lie between the birth of the child and today. Correct it.',
  },
  'children.move-answered': {
    status: 409,
    vi: 'Lần chuyển này đã được trả lời hoặc đã rút lại. Hãy tải lại trang để xem tình trạng.',
    en: 'This move was answered or taken back already. Reload the page to see its state.',
  },
  'children.move-child-left': {
    status: 409,
    vi: 'Trẻ đã rời sổ của nơi chuyển. Hãy hỏi lại nơi chuyển trước khi nhận.',
    en: 'The child has left the register of the sender. Ask the sender before accepting.',
  },
  'children.pregnancy-not-found': {
    status: 404,
    vi: 'Không tìm thấy thai kỳ này trong địa bàn của bạn. Hãy tải lại trang.',
    en: 'This pregnancy is not in your area. Reload the page.',
  },
  'children.pregnancy-over': {
    status: 409,
    vi: 'Thai kỳ này đã ghi là sinh hoặc đã kết thúc. Hãy tải lại trang để xem tình trạng.',
    en: 'This pregnancy ended or became a child already. Reload the page.',
  },
  'children.expected-too-late': {
    status: 422,
    vi: 'Ngày dự sinh cách hôm nay hơn 40 tuần. Hãy kiểm tra lại ngày dự sinh.',
    en: 'The expected day is more than 40 weeks ahead. Check it.',
  },
  'children.expected-too-early': {
    status: 422,
    vi: 'Ngày dự sinh đã qua hơn bốn tuần. Nếu trẻ đã sinh, hãy ghi trẻ vào sổ.',
    en: 'The expected day lies more than four weeks back. If the child is born, register the child.',
  },
  'children.birth-not-of-pregnancy': {
    status: 422,
    vi: 'Ngày sinh không khớp với ngày dự sinh của thai kỳ này. Hãy kiểm tra lại cả hai ngày.',
    en: 'The birth date does not fit the expected day of this pregnancy. Check both.',
  },
  'children.fact-not-found': {
    status: 404,
    vi: 'Không tìm thấy dòng này trong hồ sơ của trẻ. Có thể người khác vừa sửa hoặc bỏ; hãy tải lại trang.',
    en: 'This line is not in the record of the child. Somebody may have changed it; reload the page.',
  },
  'children.fact-before-birth': {
    status: 422,
    vi: 'Ngày bắt đầu đứng trước ngày sinh của trẻ. Hãy sửa lại ngày bắt đầu.',
    en: 'The first day lies before the birth of the child. Correct it.',
  },
  'children.fact-in-future': {
    status: 422,
    vi: 'Ngày bắt đầu ở sau hôm nay. Hãy ghi khi ngày đó đến, hoặc sửa lại ngày bắt đầu.',
    en: 'The first day is after today. Record it when that day comes, or correct the day.',
  },
  'children.fact-days': {
    status: 422,
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ngày.',
    en: 'The last day lies before the first. Correct one of them.',
  },
  'children.fact-same-day': {
    status: 409,
    vi: 'Đã có một dòng cùng loại bắt đầu từ đúng ngày này. Hãy bấm “Sửa” ở dòng đó thay vì ghi thêm dòng mới.',
    en: 'A line of this kind begins on this very day. Correct that line instead of adding one.',
  },
  'children.insurance-number': {
    status: 422,
    vi: 'Số thẻ bảo hiểm y tế gồm 15 ký tự (ví dụ TE1 62 ...), 10 số cuối của thẻ, hoặc 12 số định danh. Hãy xem lại thẻ.',
    en: 'The number of an insurance card has 15 signs, or its last 10 digits, or the 12 digits of the personal ID.',
  },
  'children.residence-elsewhere': {
    status: 409,
    vi: 'Nơi ở mới nằm ngoài địa bàn của bạn. Hãy dùng “Chuyển đi xã khác” để nơi đến nhận hồ sơ của trẻ.',
    en: 'The new residence lies outside your area. Use “Move to another commune”, so that it takes the record over.',
  },
  'children.fact-place-wrong': {
    status: 422,
    vi: 'Không tìm thấy xã hoặc thôn đã chọn. Hãy chọn lại nơi ở.',
    en: 'The commune or village chosen was not found. Choose the residence again.',
  },
  'children.identity-not-yours': {
    status: 403,
    vi: 'Vai trò đang dùng không được xem và sửa số định danh của trẻ đã có trong sổ.',
    en: 'The role you act under may neither see nor change the number of a child in the register.',
  },
  'children.outside-area': {
    status: 403,
    vi: 'Xã hoặc thôn đã chọn nằm ngoài địa bàn của bạn. Hãy chọn lại nơi ở của trẻ.',
    en: 'The commune or village is outside your area. Choose the place of the child again.',
  },
  'children.name-wrong': {
    status: 422,
    vi: "Họ và tên chỉ gồm chữ cái, dấu cách và các dấu ' - . Hãy viết lại họ và tên của trẻ.",
    en: "A name has letters, spaces and ' - . only. Write the child's name again.",
  },
  'children.born-in-future': {
    status: 422,
    vi: 'Ngày sinh ở sau hôm nay. Hãy kiểm tra lại ngày, tháng, năm sinh.',
    en: 'The birth date is after today. Check day, month and year.',
  },
  'children.too-old': {
    status: 422,
    vi: 'Người này đã đủ 16 tuổi nên không còn là trẻ em theo Luật Trẻ em. Hãy kiểm tra lại năm sinh.',
    en: 'This person has turned 16 and is no child by the Law on Children. Check the birth year.',
  },
  'children.personal-id-wrong': {
    status: 422,
    vi: 'Số định danh chưa đúng: {reason}',
    en: 'The personal ID number is wrong: {reason}',
  },
  'children.personal-id-taken': {
    status: 409,
    vi: 'Số định danh này đã ghi cho một trẻ khác (có thể ở địa bàn khác). Hãy đối chiếu giấy khai sinh của trẻ.',
    en: "This number already belongs to another child (perhaps in another place). Check the child's birth certificate.",
  },
  'children.possible-duplicate': {
    status: 409,
    vi: 'Đã có trẻ rất giống trong sổ. Hãy xem trẻ đó; nếu đúng là trẻ khác, chọn “Đây là trẻ khác” rồi lưu lại.',
    en: 'A very similar child is already registered. Look at it; if this is another child, say so and save again.',
  },
  'children.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa trẻ này sau khi bạn mở. Hãy xem chỗ đã đổi rồi lưu lại; những gì bạn nhập vẫn còn đây.',
    en: 'Somebody else changed this child after you opened it. See what changed and save again; what you typed is kept.',
  },
  'children.left-too-early': {
    status: 422,
    vi: 'Ngày rời sổ phải từ ngày sinh của trẻ đến hôm nay.',
    en: 'The day of leaving must lie between the birth of the child and today.',
  },
  'children.already-left': {
    status: 409,
    vi: 'Trẻ này đã rời sổ. Hãy mở lại trẻ trước khi sửa.',
    en: 'This child has left the register. Open it again before changing it.',
  },
  'children.too-many-to-export': {
    status: 422,
    vi: 'Danh sách có hơn {limit} trẻ. Hãy lọc theo xã hoặc thôn rồi xuất từng phần.',
    en: 'The list has more than {limit} children. Filter by commune or village and export in parts.',
  },
  'children.import-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần nhập danh sách này trong địa bàn của bạn.',
    en: 'This import is not in your area.',
  },
  'children.import-needs-commune': {
    status: 422,
    vi: 'Hãy chọn một xã để nhập danh sách.',
    en: 'Choose a commune for the roster.',
  },
  'children.import-not-ready': {
    status: 409,
    vi: 'Lần nhập này chưa đọc xong, đã hủy hoặc không còn dòng nào để nhập. Hãy tải lại trang để xem tình trạng.',
    en: 'This import is not read yet, was cancelled, or has no rows left to take. Reload the page to see its state.',
  },
  'children.import-wrong-columns': {
    status: 422,
    vi: 'Không tìm thấy dòng tiêu đề có cột họ tên và cột ngày sinh. Hãy tải mẫu danh sách, chép dữ liệu vào mẫu rồi tải lên.',
    en: 'No heading row with name and birth date was found. Download the template, copy the data into it and upload.',
  },
  'children.import-no-rows': {
    status: 422,
    vi: 'Tệp có dòng tiêu đề nhưng không có dòng nào ghi trẻ. Hãy kiểm tra lại trang tính đầu tiên của tệp.',
    en: 'The file has headings but no child. Check the first sheet of the file.',
  },
  'children.import-too-many-villages': {
    status: 422,
    vi: 'Cột thôn có tới {count} tên thôn chưa có trong danh mục của xã. Có thể cột này là địa chỉ; hãy sửa lại tệp.',
    en: 'The village column has {count} villages that the commune does not have. It may be an address; correct the file.',
  },
  'children.import-failed': {
    status: 500,
    vi: 'Đọc tệp bị dừng giữa chừng. Chưa có trẻ nào được nhập; hãy tải tệp lên lần nữa.',
    en: 'Reading the file stopped half way. No child was taken over; upload the file again.',
  },
})
