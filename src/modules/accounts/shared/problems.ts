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
  'accounts.works-elsewhere': {
    status: 409,
    vi: 'Người này còn vai trò ở nơi khác ngoài địa bàn của bạn. Hãy nhờ quản trị viên cấp trên khóa, cấp lại mật khẩu hoặc cho nghỉ; bạn chỉ kết thúc được vai trò trong địa bàn của mình.',
    en: 'This person also holds a role outside your area. Ask the administrator above; you may only end the roles within your own area.',
  },
  'accounts.not-yours-to-manage': {
    status: 403,
    vi: 'Người này giữ vai trò mà vai trò của bạn không được cấp, nên bạn không khóa hay cấp lại mật khẩu được. Hãy nhờ quản trị viên.',
    en: 'This person holds a role that yours may not give, so you may neither lock the account nor renew its link. Ask the administrator.',
  },
  'accounts.not-to-yourself': {
    status: 409,
    vi: 'Không ai tự cấp vai trò cho chính mình. Hãy nhờ một người quản trị khác.',
    en: 'Nobody gives a role to themselves. Ask another administrator.',
  },
  'accounts.role-not-found': {
    status: 404,
    vi: 'Không tìm thấy vai trò này. Hãy tải lại trang và chọn lại.',
    en: 'This role was not found. Reload the page and choose again.',
  },
  'accounts.role-not-yours-to-give': {
    status: 403,
    vi: 'Vai trò đang dùng không được cấp vai trò này. Hãy chọn vai trò khác hoặc nhờ quản trị viên.',
    en: 'The role you act under may not give this role. Choose another or ask the administrator.',
  },
  'accounts.role-retired': {
    status: 409,
    vi: 'Vai trò này không còn được cấp mới. Hãy chọn một vai trò đang dùng.',
    en: 'This role is no longer given. Choose one that is in use.',
  },
  'accounts.more-than-you-hold': {
    status: 403,
    vi: 'Vai trò này có quyền mà bạn không có, nên bạn không cấp được. Hãy nhờ quản trị viên.',
    en: 'This role may do things that you may not, so you cannot give it. Ask the administrator.',
  },
  'accounts.wrong-kind-of-place': {
    status: 422,
    vi: 'Vai trò này không dùng ở cấp của nơi đã chọn. Hãy xem vai trò dùng ở cấp nào rồi chọn lại địa bàn.',
    en: 'This role is not held at a place of this level. See at which levels it is held and choose the place again.',
  },
  'accounts.dates-out-of-order': {
    status: 422,
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ngày.',
    en: 'The last day lies before the first. Correct one of them.',
  },
  'accounts.starts-in-the-past': {
    status: 422,
    vi: 'Vai trò không thể bắt đầu trước hôm nay. Hãy chọn hôm nay hoặc một ngày sau.',
    en: 'A role cannot begin before today. Choose today or a later day.',
  },
  'accounts.beyond-your-dates': {
    status: 422,
    vi: 'Vai trò của bạn kết thúc trước ngày này. Hãy chọn ngày kết thúc không muộn hơn của bạn.',
    en: 'Your own role ends before this day. Choose a last day that is not later than yours.',
  },
  'accounts.held-already': {
    status: 409,
    vi: 'Người này đã có vai trò này ở nơi này trong những ngày đó.',
    en: 'This person already holds this role at this place in those days.',
  },
  'accounts.person-left': {
    status: 409,
    vi: 'Người này đã nghỉ việc, không thể có vai trò sau ngày nghỉ. Nếu người đó trở lại, hãy bỏ ngày nghỉ trước.',
    en: 'This person has left, so no role can count after that day. If they came back, take the leaving back first.',
  },
  'accounts.grant-not-found': {
    status: 404,
    vi: 'Không tìm thấy vai trò này của người này. Hãy tải lại trang.',
    en: 'This role of the person was not found. Reload the page.',
  },
  'accounts.not-your-acting-grant': {
    status: 409,
    vi: 'Không thể kết thúc vai trò bạn đang dùng. Hãy nhờ một người quản trị khác.',
    en: 'You cannot end the role you act under. Ask another administrator.',
  },
  'accounts.role-cannot-be': {
    status: 422,
    vi: 'Tập quyền này không hợp lệ. Hãy xem các dòng chữ cạnh quyền và bỏ hoặc thêm quyền cho đúng.',
    en: 'This set of rights cannot be. See the words beside the rights and take away or add what is needed.',
  },
  'accounts.not-yourself': {
    status: 409,
    vi: 'Không thể tự khóa tài khoản của chính mình. Hãy nhờ một người quản trị khác.',
    en: 'You cannot disable your own account. Ask another administrator.',
  },
  'accounts.sign-in-failed': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy gõ lại; nếu quên mật khẩu, nhờ quản trị viên cấp mã mời mới.',
    en: 'The user name or password is not right. Type it again; if it is forgotten, ask the administrator for a new code.',
  },
  'accounts.sign-in-too-many': {
    status: 429,
    vi: 'Đã thử sai nhiều lần. Hãy chờ {seconds} giây rồi thử lại.',
    en: 'Too many wrong tries. Wait {seconds} seconds and try again.',
  },
  'accounts.sign-in-refused': {
    status: 401,
    vi: 'Chưa đăng nhập được bằng cách này. Hãy thử lại, hoặc dùng tên đăng nhập và mật khẩu.',
    en: 'Signing in this way did not work. Try again, or use user name and password.',
  },
  'accounts.sign-in-first': {
    status: 403,
    vi: 'Đã đăng nhập từ lâu. Hãy đăng xuất, đăng nhập lại, rồi làm lại việc này.',
    en: 'You signed in a long time ago. Sign out and in again, then do this once more.',
  },
  'accounts.code-wrong': {
    status: 401,
    vi: 'Mã chưa đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới và nhập mã đó; kiểm tra giờ của điện thoại.',
    en: 'The code is wrong or was used. Wait until the app shows the next one; check the clock of the phone.',
  },
  'accounts.code-too-many': {
    status: 429,
    vi: 'Đã nhập sai mã nhiều lần. Hãy chờ 15 phút rồi đăng nhập lại từ đầu.',
    en: 'Too many wrong codes. Wait 15 minutes and sign in again from the start.',
  },
  'accounts.code-over': {
    status: 401,
    vi: 'Đã quá 10 phút từ khi nhập mật khẩu. Hãy đăng nhập lại từ đầu.',
    en: 'More than 10 minutes have passed since the password. Sign in again from the start.',
  },
  'accounts.password-wrong': {
    status: 403,
    vi: 'Mật khẩu đang dùng chưa đúng. Hãy gõ lại.',
    en: 'The present password is not right. Type it again.',
  },
  'accounts.password-common': {
    status: 422,
    vi: 'Mật khẩu này nằm trong danh sách mật khẩu hay bị đoán. Hãy chọn một câu của riêng mình.',
    en: 'This password is on the list of passwords that are guessed first. Choose a sentence of your own.',
  },
  'accounts.password-own-name': {
    status: 422,
    vi: 'Mật khẩu không được là tên hay tên đăng nhập của chính mình. Hãy chọn một câu khác.',
    en: 'The password must not be your own name or user name. Choose another sentence.',
  },
  'accounts.second-factor-needed': {
    status: 403,
    vi: 'Vai trò của bạn cần xác thực hai bước. Hãy thiết lập xong rồi làm việc tiếp.',
    en: 'Your role needs a second step at sign-in. Set it up, then go on.',
  },
  'accounts.passkey-needed': {
    status: 403,
    vi: 'Tài khoản này đã có khóa đăng nhập. Hãy đăng xuất rồi đăng nhập lại bằng khóa đó.',
    en: 'This account has a passkey. Sign out and sign in again with it.',
  },
  'accounts.second-factor-kept': {
    status: 409,
    vi: 'Vai trò của bạn cần xác thực hai bước nên không tắt được. Muốn đổi điện thoại, hãy nhờ quản trị viên.',
    en: 'Your role needs a second step, so it cannot be turned off. To change the phone, ask an administrator.',
  },
  'accounts.session-not-found': {
    status: 404,
    vi: 'Phiên đăng nhập này không còn.',
    en: 'This session is over.',
  },
  'accounts.passkey-not-found': {
    status: 404,
    vi: 'Không tìm thấy khóa đăng nhập này.',
    en: 'This passkey was not found.',
  },
  'accounts.email-taken': {
    status: 409,
    vi: 'Thư điện tử này đã thuộc về một tài khoản khác.',
    en: 'This e-mail belongs to another account.',
  },
  'accounts.invitation-over': {
    status: 410,
    vi: 'Đường dẫn mời đã được dùng hoặc đã hết hạn. Hãy xin người quản trị một đường dẫn mới.',
    en: 'This invitation was used or has expired. Ask the administrator for a new link.',
  },
})
