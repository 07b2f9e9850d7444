import { defineProblems } from '#base/problem.ts'

export const httpProblem = defineProblems({
  'http.not-signed-in': {
    status: 401,
    vi: 'Phiên làm việc đã hết. Hãy đăng nhập lại; những gì đang nhập vẫn được giữ.',
    en: 'Your session has ended. Sign in again; what you were typing is kept.',
  },
  'http.not-allowed': {
    status: 403,
    vi: 'Vai trò đang dùng không được làm việc này. Hãy đổi vai trò ở đầu trang hoặc hỏi người quản trị.',
    en: 'The role you act under may not do this. Switch role at the top of the page or ask the administrator.',
  },
  'http.no-such-grant': {
    status: 403,
    vi: 'Vai trò đã chọn không còn hiệu lực. Hãy chọn lại vai trò ở đầu trang.',
    en: 'The chosen role is no longer valid. Choose a role again at the top of the page.',
  },
  'http.no-grant': {
    status: 403,
    vi: 'Tài khoản này không còn vai trò nào đang có hiệu lực. Hãy hỏi người quản trị của đơn vị.',
    en: 'This account holds no role that is in force. Ask the administrator of your unit.',
  },
  'http.cross-site': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại phần mềm và làm lại.',
    en: 'The request came from another site and was refused. Open the application again and retry.',
  },
  'http.not-found': {
    status: 404,
    vi: 'Không tìm thấy địa chỉ này.',
    en: 'There is nothing at this address.',
  },
  'http.invalid': {
    status: 422,
    vi: 'Có ô chưa đúng. Hãy xem dòng chữ cạnh từng ô và sửa lại.',
    en: 'Some fields are not right. See the words beside each field and correct them.',
  },
  'http.unreadable': {
    status: 400,
    vi: 'Máy chủ không đọc được yêu cầu. Hãy tải lại trang và làm lại.',
    en: 'The server could not read the request. Reload the page and try again.',
  },
  'http.too-large': {
    status: 413,
    vi: 'Tệp hoặc nội dung lớn hơn mức cho phép. Hãy chia nhỏ rồi gửi lại.',
    en: 'The file or content is larger than allowed. Split it and send again.',
  },
  'http.no-file': {
    status: 422,
    vi: 'Chưa có tệp nào được chọn. Hãy chọn một tệp rồi gửi lại.',
    en: 'No file was chosen. Choose a file and send it again.',
  },
  'http.empty-file': {
    status: 422,
    vi: 'Tệp này rỗng, không có nội dung nào. Hãy mở tệp ra kiểm tra, lưu lại rồi chọn lại.',
    en: 'This file is empty. Open it, check it, save it again and choose it once more.',
  },
  'http.conflict': {
    status: 409,
    vi: 'Dữ liệu này đã có hoặc vừa được người khác thay đổi. Hãy tải lại trang để xem rồi làm lại.',
    en: 'This already exists or was just changed by someone else. Reload the page to see it, then retry.',
  },
  'http.refused-by-database': {
    status: 422,
    vi: 'Dữ liệu trái với một ràng buộc ({constraint}) nên không được lưu. Hãy kiểm tra lại các ô.',
    en: 'The data break a rule ({constraint}) and were not saved. Check the fields again.',
  },
  'http.too-many': {
    status: 429,
    vi: 'Có quá nhiều yêu cầu cùng lúc. Hãy chờ ít phút rồi thử lại.',
    en: 'Too many requests at once. Wait a few minutes and try again.',
  },
  'http.database-away': {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời chưa trả lời. Dữ liệu đang nhập vẫn còn; hãy thử lại sau ít giây.',
    en: 'The database is not answering for the moment. What you typed is kept; try again in a few seconds.',
  },
  'http.unexpected': {
    status: 500,
    vi: 'Có lỗi ngoài dự kiến (mã {trace}). Dữ liệu chưa được lưu; hãy thử lại, nếu vẫn lỗi hãy báo mã này.',
    en: 'An unexpected error happened (code {trace}). Nothing was saved; try again, and report this code if it stays.',
  },
})
