import { defineProblems } from '#base/problem.ts'

export const accountsProblem = defineProblems({
  'accounts.already-set-up': {
    status: 409,
    vi: 'Phần mềm đã có người quản trị đầu tiên. Hãy đăng nhập, hoặc nhờ người quản trị tạo tài khoản.',
    en: 'The first administrator already exists. Sign in, or ask the administrator for an account.',
  },
  'accounts.setup-code-needed': {
    status: 403,
    vi: 'Cần mã thiết lập. Hãy mở đúng địa chỉ mà lệnh khởi động đã in ra trên máy chủ.',
    en: 'The setup code is needed. Open exactly the address that the start command printed on the server.',
  },
  'accounts.unit-cannot-host': {
    status: 422,
    vi: 'Hãy chọn một tỉnh, thành phố hoặc một xã, phường, đặc khu.',
    en: 'Choose a province or a commune.',
  },
  'accounts.username-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This user name is taken. Choose another.',
  },
  'accounts.outside-your-area': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này trong địa bàn của vai trò đang dùng.',
    en: 'This place is not within the area of the role you act under.',
  },
  'accounts.person-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài khoản này.',
    en: 'This account was not found.',
  },
  'accounts.not-yourself': {
    status: 409,
    vi: 'Không thể tự khóa tài khoản của chính mình. Hãy nhờ một người quản trị khác.',
    en: 'You cannot disable your own account. Ask another administrator.',
  },
  'accounts.invitation-over': {
    status: 410,
    vi: 'Đường dẫn mời đã được dùng hoặc đã hết hạn. Hãy xin người quản trị một đường dẫn mới.',
    en: 'This invitation was used or has expired. Ask the administrator for a new link.',
  },
})
